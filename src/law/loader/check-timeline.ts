// Checks the dated rows of one parameter: no gap, no overlap, and every correction known later than what it corrects.
import { addDays } from "../../kernel/index.ts";
import type { ErrorList } from "./error-list.ts";
import type { LawSource } from "./law-source.ts";
import type { PlacedRow } from "./read-parameter.ts";

export function checkTimeline(source: LawSource, rows: readonly PlacedRow[], errors: ErrorList): void {
  const current = withoutCorrected(source, rows, errors).sort((a, b) => (a.row.from < b.row.from ? -1 : 1));
  current.forEach((placed, index) => {
    const next = current[index + 1];
    if (next) checkNeighbours(source, placed, next, errors);
  });
}

/** Rows that still count: of rows with the same first day, the one known last. */
function withoutCorrected(source: LawSource, rows: readonly PlacedRow[], errors: ErrorList): PlacedRow[] {
  const latest = new Map<string, PlacedRow>();
  for (const placed of rows) {
    const rival = latest.get(placed.row.from);
    if (!rival) {
      latest.set(placed.row.from, placed);
      continue;
    }
    if (rival.row.knownSince === placed.row.knownSince) {
      errors.add(source, ["values", placed.index, "from"], "value.overlap", {
        nl: `Twee waarden beginnen op ${placed.row.from} en zijn sinds dezelfde dag bekend. Een verbetering is een rij met een latere knownSince.`,
        en: `Two values begin on ${placed.row.from} and are known since the same day. A correction is a row with a later knownSince.`,
        fr: `Deux valeurs commencent le ${placed.row.from} et sont connues depuis le même jour. Une correction est une ligne dont knownSince est plus tardif.`,
      });
    }
    if (rival.row.knownSince < placed.row.knownSince) latest.set(placed.row.from, placed);
  }
  return [...latest.values()];
}

function checkNeighbours(source: LawSource, one: PlacedRow, next: PlacedRow, errors: ErrorList): void {
  const { until } = one.row;
  const place = ["values", next.index, "from"];
  if (until === null || until > next.row.from) {
    const last = until === null ? null : addDays(until, -1);
    const lastDay = addDays(next.row.from, -1);
    errors.add(source, place, "value.overlap", {
      nl: `Deze waarde begint op ${next.row.from}, maar de vorige (vanaf ${one.row.from}) geldt ${last === null ? "zonder einde" : `tot en met ${last}`}. Geef de vorige "to: ${lastDay}".`,
      en: `This value begins on ${next.row.from}, but the one before (from ${one.row.from}) holds ${last === null ? "without end" : `up to ${last}`}. Give the one before "to: ${lastDay}".`,
      fr: `Cette valeur commence le ${next.row.from}, mais la précédente (à partir du ${one.row.from}) vaut ${last === null ? "sans fin" : `jusqu'au ${last}`}. Donnez à la précédente « to: ${lastDay} ».`,
    });
  } else if (until < next.row.from) {
    errors.add(source, place, "value.gap", {
      nl: `Er is geen waarde van ${until} tot ${addDays(next.row.from, -1)}. Laat de rijen aansluiten, of zet er een rij met "unset".`,
      en: `There is no value from ${until} to ${addDays(next.row.from, -1)}. Let the rows join up, or put a row with "unset" there.`,
      fr: `Il n'y a pas de valeur du ${until} au ${addDays(next.row.from, -1)}. Faites se suivre les lignes, ou mettez-y une ligne « unset ».`,
    });
  }
}
