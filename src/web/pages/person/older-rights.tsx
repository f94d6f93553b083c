// The person's own rights under the measures that run out: VOP and the others, with their last day.
import type { PersonRight } from "../../../counter/index.ts";
import { addDays, formatDate, type Language } from "../../../kernel/index.ts";
import { Table } from "../../look/table.tsx";
import { MEASURE_NAMES, olderRightsText } from "../../text/older-rights.ts";

export function OlderRightsOf({ language, rights }: { readonly language: Language; readonly rights: readonly PersonRight[] }) {
  if (rights.length === 0) return null;
  const text = olderRightsText(language);
  return (
    <section class="mw-section mw-flow" id="oude-maatregelen">
      <h2 class="au-c-heading au-c-heading--2">{text.title}</h2>
      <p>{text.ownLead}</p>
      <Table
        caption={text.title}
        captionHidden
        columns={[
          { key: "measure", title: text.measure },
          { key: "since", title: text.since },
          { key: "until", title: text.until },
        ]}
        rows={whole(rights).map((one) => ({
          cells: {
            measure: MEASURE_NAMES[one.measure][language],
            since: formatDate(one.validFrom, language),
            until: one.validTo === null ? text.without : formatDate(addDays(one.validTo, -1), language),
          },
        }))}
      />
    </section>
  );
}

/** One line per right: what a person entered cuts the time of a right into stretches. */
function whole(rights: readonly PersonRight[]): readonly PersonRight[] {
  const found = new Map<string, PersonRight>();
  for (const one of rights) {
    const held = found.get(one.rightRef);
    const validFrom = held === undefined || one.validFrom < held.validFrom ? one.validFrom : held.validFrom;
    const later = held !== undefined && (held.validTo === null || (one.validTo !== null && one.validTo < held.validTo));
    found.set(one.rightRef, { ...one, validFrom, validTo: later ? held.validTo : one.validTo });
  }
  return [...found.values()];
}
