#!/usr/bin/env node
// The command `maatwerk`: runs the TypeScript sources of src/cli directly, so that there is no build step between editing and running.
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

function stop(message) {
  process.stderr.write(`maatwerk: ${message}\n`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`needs Node 20.19 or newer; this is Node ${process.versions.node}`);
}

let tsx;
try {
  tsx = await import("tsx/esm/api");
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  stop(`the packages are not installed yet. Run "npm install" in ${fileURLToPath(root)} first`);
}

// The compiler settings of this package, also when the command is given from another folder.
tsx.register({ tsconfig: fileURLToPath(new URL("tsconfig.json", root)) });
await import(new URL("src/cli/index.ts", root).href);
