// The parts of a letter that say by which rules it was decided: rules with their ids, instruments, reasons, open points.
import type { Law, SwitchChoice } from "../../law/index.ts";
import type { Block } from "../document/document.ts";
import { instrumentsOf, instrumentText } from "../legal/legal.ts";

/** A rule by its sentence, an open point by its question; a code of a checklist as it is. */
export function groundText(law: Law, id: string): string {
  return law.rulebook.entries.get(id)?.nl ?? law.switches.get(id)?.question.nl ?? id;
}

const known = (law: Law, ids: readonly string[]) => [...new Set(ids)].filter((id) => law.rulebook.entries.has(id));

export function rulesBlocks(law: Law, ids: readonly string[]): readonly Block[] {
  const rows = known(law, ids).map((id) => ({ label: id, value: groundText(law, id) }));
  return rows.length === 0 ? [] : [{ type: "facts", rows }];
}

/** Each rule rests on instruments; those are cited, not the article (OPEN-58). */
export function instrumentsBlocks(law: Law, ids: readonly string[]): readonly Block[] {
  const rules = known(law, ids).filter((id) => !id.startsWith("LAW"));
  if (rules.length === 0) return [];
  return [
    { type: "paragraph", text: "Deze regels steunen op:" },
    { type: "list", items: instrumentsOf(rules).map((id) => `${id}: ${instrumentText(law, id)}`) },
  ];
}

/** Every reason, with the rule that it comes from. */
export function reasonsBlocks(law: Law, grounds: readonly string[]): readonly Block[] {
  return [{ type: "list", items: grounds.map((id) => (groundText(law, id) === id ? id : `${groundText(law, id)} (${id})`)) }];
}

/** Where the law leaves room: the question, the reading that was taken, and why. */
export function openPointsBlocks(law: Law, ids: readonly string[], chosen: SwitchChoice = {}): readonly Block[] {
  const points = [...new Set(ids)].sort().flatMap((id) => law.switches.get(id) ?? []);
  if (points.length === 0) return [];
  return [
    {
      type: "paragraph",
      text: "De regels laten op deze punten ruimte. U leest telkens welke lezing we namen en waarom. Een andere lezing kan een andere uitkomst geven.",
    },
    {
      type: "facts",
      rows: points.map((point) => {
        const taken = point.options.find((option) => option.value === (chosen[point.id] ?? point.default));
        const reading = taken === undefined ? "" : ` We lezen: ${taken.title.nl}.`;
        return { label: point.id, value: `${point.question.nl}${reading} ${point.why.nl}` };
      }),
    },
  ];
}
