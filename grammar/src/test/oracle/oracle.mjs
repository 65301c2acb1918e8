// node oracle.mjs DIRECTORY_OF_PYODIDE INPUT OUTPUT: runs oracle.py, which is beside this file, in CPython 3.12.7.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [directory, input, output] = process.argv.slice(2);
const module = path.resolve(directory, 'node_modules/pyodide/pyodide.mjs');
const {loadPyodide} = await import(pathToFileURL(module).href);
const python = await loadPyodide();
python.FS.writeFile('/input', fs.readFileSync(input));
const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'oracle.py');
python.runPython(`import sys\nsys.argv = ['oracle.py', '/input', '/output']\n${fs.readFileSync(script, 'utf8')}`);
fs.writeFileSync(output, python.FS.readFile('/output'));
