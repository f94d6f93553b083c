// `npm run bench`: how fast the product computes, printed and kept in bench/results/. A name such as `law` runs that part alone.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensurePackages, requireNode, root } from "./ground.mjs";

requireNode();
ensurePackages();
const parts = ["law"];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${parts.join(", ")}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : parts) {
  const result = spawnSync(process.execPath, ["--import", "tsx", join(root, "bench", `${name}.ts`)], {
    cwd: root,
    stdio: "inherit",
  });
  if (result.status !== 0) process.exitCode = result.status ?? 1;
}
