// Every rule speaks: its sentences have a place for its value and name only what the rule really uses.
import { describe, expect, it } from "vitest";
import { languages } from "../../kernel/index.ts";
import { type AnyRule, explain, sentenceOf } from "../engine/index.ts";
import { kindOf } from "../engine/kinds/index.ts";
import type { Expression } from "../engine/node.ts";
import { type Place, partsOf } from "../engine/sentence.ts";
import { openLaw } from "../open-law.ts";
import { allRules, codeName } from "./index.ts";

/** What a rule's own body reads: facts, parameters and rules, without going into those rules. */
function usedBy(rule: AnyRule): Set<string> {
  const used = new Set<string>();
  const walk = (node: Expression): void => {
    if (node.kind === "rule") used.add(`rule:${(node as AnyRule).id}`);
    if (node.kind === "input") used.add(`fact:${(node as unknown as { name: string }).name}`);
    if (node.kind === "parameter") used.add(`parameter:${(node as unknown as { id: string }).id}`);
    if (node.kind !== "rule") for (const operand of kindOf(node).operands(node)) walk(operand);
  };
  walk(rule.body);
  return used;
}

const places = (sentence: string): Place[] => partsOf(sentence).filter((part) => typeof part !== "string");

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it("has a title, a term and a sentence in each language", () => {
    for (const text of [...Object.values(rule.title), ...Object.values(rule.sentence), rule.dutchTerm]) expect(text).not.toBe("");
    expect(rule.sentence.nl).not.toBe(rule.sentence.en);
    expect(rule.sentence.fr).not.toBe(rule.sentence.en);
  });

  it("fills the same places in each language, with things that it uses", () => {
    const [nl, en, fr] = [rule.sentence.nl, rule.sentence.en, rule.sentence.fr].map((sentence) =>
      places(sentence)
        .map(({ kind, name }) => (name === "" ? kind : `${kind}:${name}`))
        .sort(),
    );
    expect(en).toEqual(nl);
    expect(fr).toEqual(nl);
    const used = usedBy(rule);
    for (const place of nl!) expect(["value", "month"].includes(place) || used.has(place), place).toBe(true);
  });
});

describe("the sentences of a case", () => {
  it("leave no place open", () => {
    const { steps } = explain(openLaw(), {
      rules: ["employerTotal"],
      facts: {
        package: "P5_PLUS",
        startQuarter: "2024-Q1",
        guidanceNeed: "LOW",
        employmentFraction: 8000,
        grossWage: 900_000,
        employerContributions: 200_000,
        contributionReductions: 0,
      },
      quarter: "2024-Q2" as never,
    });
    expect(steps.length).toBeGreaterThan(20);
    for (const language of languages) {
      for (const step of steps) expect(sentenceOf(step, steps, language, codeName)).not.toMatch(/…|[{}]/);
    }
  });
});
