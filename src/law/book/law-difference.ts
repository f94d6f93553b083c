// What became known about the law between two days: every dated value that came, went or changed, with when it could be known.
import type { Localized, PlainDate } from "../../kernel/index.ts";
import type { Law } from "../engine/index.ts";
import { type ValueLine, valueLine } from "./parameter-card.ts";

export interface LawChange {
  readonly parameter: string;
  readonly title: Localized;
  /** First day on which the two views differ in value. */
  readonly from: PlainDate;
  readonly before: ValueLine | null;
  readonly after: ValueLine | null;
}

/** In order of parameter and day. Empty: nothing became known between the two days. */
export function lawDifference(law: Law, knownBefore: PlainDate, knownAfter: PlainDate): readonly LawChange[] {
  return [...law.parameters.values()].flatMap((parameter) => {
    const before = law.timeline(parameter.id, knownBefore).map((row) => valueLine(parameter, row));
    const after = law.timeline(parameter.id, knownAfter).map((row) => valueLine(parameter, row));
    const days = [...new Set([...before, ...after].map((line) => line.from))].sort();
    return days.flatMap((from) => {
      const [a, b] = [on(before, from), on(after, from)];
      if (a?.value === b?.value && a?.confidence === b?.confidence) return [];
      return [{ parameter: parameter.id, title: parameter.title, from, before: a, after: b }];
    });
  });
}

function on(lines: readonly ValueLine[], day: PlainDate): ValueLine | null {
  return lines.find((line) => line.from <= day && (line.to === null || day <= line.to)) ?? null;
}
