// Bundles site/app and site/css. Called by the build with one JSON argument:
//   { out: folder for the files, entries: [{ name, source, format, hashed }], report: file for the result }
// Writes `report`: { entries: { name: { file, imports } }, inputs: [paths of everything that was bundled] },
// paths of `file` and `imports` relative to `out`.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

const site = path.dirname(fileURLToPath(import.meta.url));

/**
 * CodeMirror's style-mod writes a `<style>` element into documents, which the pages' Content-Security-Policy refuses, and
 * uses constructable style sheets only in shadow roots. This makes it use them in documents, too.
 */
const constructableStyles = {
  name: "constructable-styles",
  setup(build) {
    build.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const test = "!root.head && root.adoptedStyleSheets";
      if (source.split(test).length !== 2) {
        throw new Error(`${file} has changed: mend the plugin constructable-styles in site/esbuild.mjs`);
      }
      return { contents: source.replace(test, "root.adoptedStyleSheets"), loader: "js" };
    });
  },
};

/** Options that depend on how an entry is loaded. */
function loading({ format, hashed }) {
  return {
    format: format === "css" ? undefined : format,
    splitting: format === "esm",
    entryNames: hashed ? "[name]-[hash]" : "[name]",
  };
}

async function bundle(entry, out) {
  const result = await esbuild.build({
    absWorkingDir: site,
    entryPoints: { [entry.name]: entry.source },
    outdir: out,
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: "none",
    target: ["chrome120", "firefox121", "safari17"],
    supported: { "top-level-await": true },
    platform: "browser",
    // Pyodide's loader imports these on Node only.
    external: ["node:*", "ws"],
    loader: { ".woff2": "file", ".svg": "file" },
    assetNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    plugins: [constructableStyles],
    logLevel: "warning",
    ...loading(entry),
  });
  const outputs = result.metafile.outputs;
  const relative = (file) => path.relative(out, path.resolve(site, file)).split(path.sep).join("/");
  const [file, output] = Object.entries(outputs).find(([, value]) => value.entryPoint === entry.source);
  const imports = output.imports.filter((item) => item.kind === "import-statement" && !item.external);
  return {
    file: relative(file),
    imports: imports.map((item) => relative(item.path)),
    inputs: Object.keys(result.metafile.inputs),
  };
}

const { out, entries, report } = JSON.parse(process.argv[2]);
let bundled;
try {
  bundled = await Promise.all(entries.map((entry) => bundle(entry, out)));
} catch (error) {
  // esbuild has printed its messages; a stack of its own code would only hide them.
  if (!error.errors) throw error;
  process.exit(1);
}
await writeFile(
  report,
  JSON.stringify({
    entries: Object.fromEntries(bundled.map(({ file, imports }, at) => [entries[at].name, { file, imports }])),
    inputs: [...new Set(bundled.flatMap(({ inputs }) => inputs))].sort(),
  }),
);
