// `npm start`: makes sure that the packages are there, then is `maatwerk start` in this same process, so that signals and the exit code are its own.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, requireNode, root } from "./ground.mjs";

requireNode();
ensurePackages();
const command = join(root, "bin", "maatwerk.mjs");
process.argv = [process.argv[0], command, "start", ...process.argv.slice(2)];
await import(pathToFileURL(command).href);
