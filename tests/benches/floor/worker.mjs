import { loadPyodide } from "./pyodide.mjs";

let lines = [];
const ready = loadPyodide({ indexURL: new URL("./", import.meta.url).href, stdout: (line) => lines.push(line) });

self.onmessage = async ({ data }) => {
  const pyodide = await ready;
  lines = [];
  await pyodide.runPythonAsync(data);
  self.postMessage({ output: lines.join("\n") });
};
