// Runs pytest inside Pyodide under Node: the package's own tests, in the very Python that learners have.
// Arguments: folder of npm's pyodide, folder that becomes /checks inside, arguments for pytest as JSON.
// Writes one line of JSON: { code, python, text }.

import { writeSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, workFolder, pytestArguments] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(pyodideFolder, "pyodide.mjs")));

let text = "";
const keep = (line) => (text += `${line}\n`);
const pyodide = await loadPyodide({ indexURL: `${pyodideFolder}/`, stdout: keep, stderr: keep });
pyodide.mountNodeFS("/checks", workFolder);
const code = await pyodide.runPythonAsync(`
import json, os, sys
sys.path.insert(0, "/checks/packages.zip")
sys.dont_write_bytecode = True
os.chdir("/checks")
import pytest
int(pytest.main(json.loads(${JSON.stringify(JSON.stringify(JSON.parse(pytestArguments)))})))
`);
writeSync(1, `${JSON.stringify({ code, python: pyodide.runPython("import sys; sys.version"), text })}\n`);
process.exit(0);
