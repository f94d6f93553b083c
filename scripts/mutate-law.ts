// `npx tsx scripts/mutate-law.ts [rule]`: makes small mistakes in the rules, one by one, and says which of them no worked case notices.
import { readCases } from "../src/law/cases/index.ts";
import { LAW_FOLDER, readYaml, yamlFiles } from "../src/law/files.ts";
import { mutantsOf, runMutants } from "../src/law/mutation/index.ts";
import { openLaw } from "../src/law/open-law.ts";

const wanted = process.argv[2];
const law = openLaw();
const cases = readCases(
  law,
  yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file)),
);
if (!cases.ok) {
  for (const { file, line, message } of cases.error) console.error(`${file}:${line} ${message.en}`);
  process.exit(1);
}

const mutants = mutantsOf(law.graph, (rule) => wanted === undefined || rule.id === wanted);
const byRule = new Map<string, { tried: number; killed: number; survivors: string[] }>();
for (const { mutant, outcome } of runMutants(law, mutants, cases.value)) {
  if (outcome === "refused") continue;
  const count = byRule.get(mutant.rule) ?? { tried: 0, killed: 0, survivors: [] };
  byRule.set(mutant.rule, count);
  count.tried += 1;
  if (outcome === "killed") count.killed += 1;
  else count.survivors.push(mutant.change);
}

let [tried, killed] = [0, 0];
for (const [rule, count] of byRule) {
  console.log(`${rule.padEnd(28)} ${String(count.killed).padStart(4)} of ${String(count.tried).padStart(4)}`);
  for (const survivor of count.survivors) console.log(`    not noticed: ${survivor}`);
  tried += count.tried;
  killed += count.killed;
}
console.log(`${cases.value.length} cases notice ${killed} of ${tried} mistakes (${((100 * killed) / tried).toFixed(1)} %)`);
