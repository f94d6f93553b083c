// The worked cases as a reader needs them: whether each holds, and for each rule one sentence with real numbers from a case.
import type { Localized } from "../../kernel/index.ts";
import type { LawCase } from "../cases/law-case.ts";
import { type CaseResult, runCase, stepsOfCase } from "../cases/run-cases.ts";
import type { Law } from "../engine/index.ts";

export interface RuleExample {
  readonly caseId: string;
  readonly sentence: Localized;
}

export interface CaseBook {
  readonly results: readonly CaseResult[];
  /** By rule; a rule that no case reaches with a value has none. */
  readonly examples: ReadonlyMap<string, RuleExample>;
}

/** Runs all cases, leaving room for other work in between: `pause` is awaited after every few. */
export async function makeCaseBook(law: Law, cases: readonly LawCase[], pause: () => Promise<void>): Promise<CaseBook> {
  const results: CaseResult[] = [];
  for (const [index, one] of cases.entries()) {
    results.push(runCase(law, one));
    if (index % 10 === 9) await pause();
  }
  return { results, examples: await examplesOf(law, cases, pause) };
}

async function examplesOf(law: Law, cases: readonly LawCase[], pause: () => Promise<void>): Promise<Map<string, RuleExample>> {
  const examples = new Map<string, RuleExample>();
  const wanted = new Set(law.graph.rules.keys());
  for (const one of cases) {
    // A case that replaces values of the law would show numbers that never held.
    if (one.parameters.length > 0) continue;
    const asked = [...wanted].some((rule) => Object.hasOwn(one.expected, rule)) || one.ask.kind !== "rules";
    if (!asked) continue;
    for (const step of stepsOfCase(law, one)) {
      if (!wanted.has(step.rule) || step.value === null || step.sentence.nl.includes("…")) continue;
      examples.set(step.rule, { caseId: one.id, sentence: step.sentence });
      wanted.delete(step.rule);
    }
    if (wanted.size === 0) break;
    await pause();
  }
  return examples;
}
