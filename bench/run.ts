// Runs the jobs of the benchmark, prints what each found, keeps it in bench/results, and fails when a gate does.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSpeed } from "./docs-table.ts";
import { type JobResult, jobs } from "./jobs/index.ts";
import { machine } from "./machine.ts";

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const wanted = given.filter((word) => !word.startsWith("--"));
const unknown = given.filter((word) => word !== "--quick" && !Object.hasOwn(jobs, word));
if (unknown.length > 0) {
  console.error(`The benchmark knows no ${unknown.join(", ")}. Give --quick, or names of jobs: ${Object.keys(jobs).join(", ")}.`);
  process.exit(2);
}

const folder = fileURLToPath(new URL("results", import.meta.url));
mkdirSync(folder, { recursive: true });
const failed: string[] = [];
for (const [name, job] of Object.entries(jobs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const here = machine();
  console.log(`\n== ${name}${quick ? " (quick: not for publication)" : ""}`);
  console.log(`   ${here.processor}, ${here.processors} processors, load ${here.load.join(" ")}, Node ${here.node}`);
  const result: JobResult = await job({ quick, say: (line) => console.log(`   ${line}`) });
  for (const gate of result.gates) {
    console.log(
      `   ${gate.holds ? "holds" : "FAILS"}: ${gate.name}: ${gate.value} (gate ${gate.gate}, ambition ${gate.ambition})`,
    );
    if (!gate.holds) failed.push(`${name}: ${gate.name}`);
  }
  for (const mistake of result.mistakes) failed.push(`${name}: ${mistake}`);
  // What was measured in haste is shown and not kept.
  if (quick) continue;
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ job: name, quick, machine: here, loadAfter: machine().load, ...result }, null, 2)}\n`,
  );
}
if (!quick) writeSpeed();
if (failed.length > 0) {
  console.log(`\nFailed:\n${failed.map((line) => `- ${line}`).join("\n")}`);
} else console.log("\nEverything holds.");
// A server that a job started for its databases would keep this process waiting; it is cleared away when we end.
process.exit(failed.length > 0 ? 1 : 0);
