// `npm run check:long`: checks that take minutes, such as million-case runs. Arguments go to Vitest, e.g. part of a file name.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensurePackages, requireNode, root } from "./ground.mjs";

requireNode();
ensurePackages();
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const args = ["run", "--config", "vitest.long.config.ts", ...process.argv.slice(2)];
const result = spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: "inherit" });
process.exitCode = result.status ?? 1;
