// The reform that takes another one back: what the law says, from the same days on.
import { addDays, compareDates, localized, type PlainDate } from "../../kernel/index.ts";
import { type Law, writeValue } from "../../law/index.ts";
import type { ParameterChange, Reform } from "./reform.ts";

/** Throws a `TypeError` for reforms with formulas: what they replace is not written as a formula. */
export function inverseOf(law: Law, reform: Reform): Reform {
  if (reform.rules.length + reform.components.length > 0) throw new TypeError("A reform with formulas has no inverse as data");
  const title = localized(`Terug van: ${reform.title.nl}`, `Back from: ${reform.title.en}`, `Retour de : ${reform.title.fr}`);
  const parameters = reform.parameters.flatMap((change): ParameterChange[] =>
    law
      .timeline(change.id)
      .filter((row) => (row.until === null || row.until > change.from) && (change.to === null || row.from <= change.to))
      .flatMap((row) => {
        if (row.value === "unset") return [];
        const read = law.parameterAt(change.id, later(row.from, change.from));
        if (!read.ok) return [];
        const last = row.until === null ? null : addDays(row.until, -1);
        const to = last === null ? change.to : change.to === null || last < change.to ? last : change.to;
        const value = writeValue(read.value.value, read.value.unit);
        return [{ ...change, value, from: later(row.from, change.from), to }];
      }),
  );
  const switches = reform.switches.map((change) => {
    const chosen = law.switchValue(change.id);
    return { ...change, option: chosen.ok ? chosen.value : change.option };
  });
  // A file of its own, so that it may change what the reform changed.
  const named = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: `${one.file} (inverse)` });
  return {
    id: `${reform.id}-inverse`,
    title,
    parameters: parameters.map(named),
    switches: switches.map(named),
    rules: [],
    components: [],
  };
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return compareDates(a, b) < 0 ? b : a;
}
