/** Loads Pyodide, from the network or from a memory snapshot. */
import { loadPyodide, type PyodideAPI } from "pyodide";

import type { Source } from "../protocol";
import { HOME, type HomeFiles } from "./files";
import type { Runtime } from "./runtime";
import type { SnapshotStore } from "./snapshot";

/** Where our packages lie as one zip, on `sys.path`. */
const OUR_ZIP = "/lib/groundwork.zip";

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;
type CreateModule = NonNullable<PyodideConfig["createPyodideModule"]>;
type FS = PyodideAPI["FS"];

export interface Python {
  pyodide: PyodideAPI;
  source: Source;
  /** Whether Python code can wait (JSPI). */
  canWait: boolean;
}

/** What every way of loading needs. */
interface Parts {
  createModule: CreateModule;
  zip: Uint8Array;
  lock: string;
}

export const canWait = (): boolean => "Suspending" in WebAssembly;

/** Without these Pyodide takes itself to be in a browser without stack switching. */
export function pretendNoJspi(): void {
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
}

/**
 * Load Python for a learner.
 *
 * @param snapshots Null to load without a snapshot.
 * @throws RuntimeFileError or what Pyodide threw.
 */
export async function startPython(runtime: Runtime, home: Promise<HomeFiles>, snapshots: SnapshotStore | null): Promise<Python> {
  askForFiles(runtime);
  const [snapshot, files] = await Promise.all([snapshots?.read() ?? null, home]);
  const prepare = (fs: FS): void => files.restore(fs);
  if (snapshot !== null) {
    try {
      const pyodide = await load(runtime, prepare, { _loadSnapshot: snapshot }, snapshot.byteLength);
      freshen(pyodide);
      return { pyodide, source: "snapshot", canWait: canWait() };
    } catch (error) {
      console.debug("The memory snapshot could not be restored and was dropped:", error);
      await snapshots?.drop();
    }
  }
  const pyodide = await load(runtime, prepare, {}, 0);
  return { pyodide, source: runtime.source, canWait: canWait() };
}

/** Load Python, import what lessons need, and give its memory. */
export async function makeSnapshot(runtime: Runtime): Promise<Uint8Array<ArrayBuffer>> {
  askForFiles(runtime);
  const pyodide = await load(runtime, (fs) => fs.mkdirTree(HOME), { _makeSnapshot: true }, 0);
  // bridge first: it replaces `time.sleep` before others take it.
  pyodide.runPython("import playground.bridge, playground.warm_up as warm\nwarm.warm_up()");
  const { makeMemorySnapshot } = pyodide as unknown as { makeMemorySnapshot(): Uint8Array<ArrayBuffer> };
  return makeMemorySnapshot();
}

function askForFiles(runtime: Runtime): void {
  for (const name of ["pyodide.asm.wasm", "python_stdlib.zip", "groundwork.zip", "pyodide-lock.json"]) void runtime.response(name);
}

async function load(runtime: Runtime, prepare: (fs: FS) => void, options: PyodideConfig, memoryBytes: number): Promise<PyodideAPI> {
  const parts = await loadParts(runtime);
  const pyodide = await new Loading(runtime, memoryBytes).during(() =>
    loadPyodide({
      ...options,
      indexURL: new URL(".", runtime.url("pyodide.asm.wasm")).href,
      stdLibURL: runtime.url("python_stdlib.zip"),
      lockFileContents: parts.lock,
      packageBaseUrl: new URL(".", runtime.url("pyodide-lock.json")).href,
      createPyodideModule: parts.createModule,
      // Sets and dicts of strings then have the same order with and without a snapshot, which freezes the hash seed.
      env: { HOME, PYTHONHASHSEED: "0", MPLBACKEND: "AGG" },
      enableRunUntilComplete: canWait(),
      fsInit: async (fs) => {
        fs.writeFile(OUR_ZIP, parts.zip);
        prepare(fs);
      },
    }),
  );
  pyodide.runPython(`import sys\nif ${JSON.stringify(OUR_ZIP)} not in sys.path: sys.path.append(${JSON.stringify(OUR_ZIP)})`);
  return pyodide;
}

async function loadParts(runtime: Runtime): Promise<Parts> {
  const [module, zip, lock] = await Promise.all([
    runtime.module<{ default: CreateModule }>("pyodide.asm.mjs"),
    runtime.bytes("groundwork.zip"),
    runtime.text("pyodide-lock.json"),
  ]);
  return { createModule: module.default, zip, lock };
}

/** A snapshot has frozen what must differ from visit to visit; files it has not at all. */
function freshen(pyodide: PyodideAPI): void {
  pyodide.runPython("import playground.bridge\nplayground.bridge.freshen()");
}

/**
 * Stands between Pyodide's loader and the browser while it loads: hands it the files that `Runtime` has asked for,
 * makes room for a snapshot, and turns a failure that Pyodide only writes to the console into an error.
 */
class Loading {
  readonly #failed = Promise.withResolvers<never>();

  /** @param memoryBytes Size that Python's memory must have at least; Pyodide restores into its start size only. */
  constructor(
    private readonly runtime: Runtime,
    private readonly memoryBytes: number,
  ) {}

  async during<Result>(load: () => Promise<Result>): Promise<Result> {
    const { fetch } = globalThis;
    const { instantiateStreaming } = WebAssembly;
    globalThis.fetch = (input, init) => this.#own(input) ?? fetch(input, init);
    WebAssembly.instantiateStreaming = (source, imports) => this.#instantiate(source, imports);
    try {
      return await Promise.race([load(), this.#failed.promise]);
    } finally {
      globalThis.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
    }
  }

  #own(input: RequestInfo | URL): Promise<Response> | null {
    const url = String(input instanceof Request ? input.url : input);
    const name = ["pyodide.asm.wasm", "python_stdlib.zip"].find((file) => this.runtime.url(file) === url);
    if (name === undefined) return null;
    const response = this.runtime.response(name);
    response.catch(this.#failed.reject);
    return response;
  }

  async #instantiate(source: Response | PromiseLike<Response>, imports?: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
    try {
      const response = await source;
      const result = isWasm(response)
        ? await streaming(response, imports)
        : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
      this.#grow(result.instance);
      return result;
    } catch (error) {
      this.#failed.reject(error);
      throw error;
    }
  }

  #grow(instance: WebAssembly.Instance): void {
    const memory = instance.exports["memory"];
    if (!(memory instanceof WebAssembly.Memory)) return;
    const missing = this.memoryBytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }
}

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65536;
const streaming = WebAssembly.instantiateStreaming.bind(WebAssembly);

/** Some static servers don't know the type; then compiling can't begin while bytes arrive. */
function isWasm(response: Response): boolean {
  return response.headers.get("content-type")?.split(";")[0]?.trim() === "application/wasm";
}
