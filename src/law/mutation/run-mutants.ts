// Runs the worked cases against every mutant: a mutant that all cases accept has survived, and shows a place that no case looks at.
import { type CaseResult, type LawCase, rulesOfCase, runCase } from "../cases/index.ts";
import { graphOf, type Law } from "../engine/index.ts";
import { lawWithData } from "../engine/law.ts";
import { prepareProgram } from "../engine/program.ts";
import type { Mutant } from "./mutants.ts";

export interface MutantResult {
  readonly mutant: Mutant;
  /** `refused`: the engine itself would not take it. `killed`: a case failed. */
  readonly outcome: "killed" | "survived" | "refused";
  /** The case that noticed. */
  readonly by: string | null;
}

/** In the order of the mutants. */
export function runMutants(law: Law, mutants: readonly Mutant[], cases: readonly LawCase[]): readonly MutantResult[] {
  const through = cases.map((one) => ({ one, rules: rulesOfCase(law, one) }));
  return mutants.map((mutant) => {
    const looking = through.filter(({ rules }) => rules.has(mutant.rule)).map(({ one }) => one);
    return runMutant(law, mutant, looking);
  });
}

function runMutant(law: Law, mutant: Mutant, cases: readonly LawCase[]): MutantResult {
  let changed: Law;
  try {
    changed = lawWithData(law, prepareProgram(graphOf(mutant.rules)));
  } catch {
    return { mutant, outcome: "refused", by: null };
  }
  const noticed = cases.find((one) => !holds(changed, one));
  return { mutant, outcome: noticed === undefined ? "survived" : "killed", by: noticed?.id ?? null };
}

function holds(law: Law, one: LawCase): boolean {
  let result: CaseResult;
  try {
    result = runCase(law, one);
  } catch {
    // A case that cannot even be answered has noticed.
    return false;
  }
  return result.passed;
}
