// Given events, when a command, then events or reasons: the form of the tests on decisions.
import { expect } from "vitest";
import type { Decision } from "../deciding.ts";
import type { DossierEvent } from "../events.ts";

/** The events of a decision that was taken; fails the test with the reasons when it was refused. */
export function taken<E extends DossierEvent>(decision: Decision<E>): readonly E[] {
  if (!decision.ok) throw new Error(`Refused: ${decision.error.map((one) => `${one.id}: ${one.message.en}`).join("; ")}`);
  return decision.value;
}

export const types = (decision: Decision): readonly string[] => taken(decision).map((event) => event.type);

/** Expects a refusal with exactly these reason ids, in any order, each with a remedy in all languages. */
export function refused(decision: Decision, ...ids: string[]): void {
  if (decision.ok) throw new Error(`Not refused: ${decision.value.map((event) => event.type).join(", ")}`);
  expect(decision.error.map((one) => one.id).sort()).toEqual([...ids].sort());
  for (const one of decision.error) {
    for (const text of [one.message, one.remedy]) expect(text.nl && text.en && text.fr).toBeTruthy();
  }
}
