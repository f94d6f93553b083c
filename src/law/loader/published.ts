// The ledger of published values: a value that was once published is never changed in place; a correction is a new row.
import { canonicalJson, sha256Hex } from "../../kernel/index.ts";
import { BEFORE_RECORDS } from "../before-records.ts";
import type { DatedValue, Parameter } from "../model.ts";
import type { ErrorList } from "./error-list.ts";
import { topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

/** Key of a row in the ledger: parameter, first day, day it became known. */
export function publishedKey(id: string, row: DatedValue): string {
  return `${id}@${row.from}/${row.knownSince}`;
}

/** Short hash of a value in its unit. The ledger holds hashes, because legal values live in the parameter files alone. */
export function publishedHash(parameter: Parameter, row: DatedValue): string {
  return sha256Hex(canonicalJson({ unit: parameter.unit, value: row.value })).slice(0, 16);
}

/** Every ledger line that the parameters call for: all values that are known. */
export function publishedLedger(parameters: Iterable<Parameter>): Map<string, string> {
  const lines: [string, string][] = [];
  for (const parameter of parameters) {
    for (const row of parameter.values) {
      if (row.value !== "unset") lines.push([publishedKey(parameter.id, row), publishedHash(parameter, row)]);
    }
  }
  return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The parameters that were read, the file of each, and every id that a file gives. */
export interface LoadedParameters {
  readonly values: ReadonlyMap<string, Parameter>;
  readonly files: ReadonlyMap<string, LawSource>;
  readonly declared: ReadonlySet<string>;
}

/** Refuses a published value that was changed or taken out. */
export function checkPublished(ledger: LawSource, parameters: LoadedParameters, errors: ErrorList): void {
  const fields = topFields(ledger, errors);
  const present = publishedLedger(parameters.values.values());
  for (const key of fields?.keys() ?? []) {
    const id = key.slice(0, key.indexOf("@"));
    const [from = "", knownSince = ""] = key.slice(key.indexOf("@") + 1).split("/");
    const hash = present.get(key);
    if (hash !== undefined && hash === fields?.optionalText(key)) continue;
    const file = parameters.files.get(id);
    if (!file && parameters.declared.has(id)) continue; // its file could not be read, which has its own error
    const index = file ? placeOfRow(file, from, knownSince) : -1;
    const where: [LawSource, (string | number)[]] = file
      ? [file, index < 0 ? ["values"] : ["values", index, "value"]]
      : [ledger, [key]];
    if (index >= 0) {
      errors.add(...where, "value.published", {
        nl: `De waarde van ${id} vanaf ${from} is al gepubliceerd en mag niet meer veranderen. Zet de oude waarde terug en voeg een rij toe met dezelfde "from" en een latere "knownSince".`,
        en: `The value of ${id} from ${from} was already published and may not change any more. Put the old value back and add a row with the same "from" and a later "knownSince".`,
        fr: `La valeur de ${id} à partir du ${from} est déjà publiée et ne peut plus changer. Remettez l'ancienne valeur et ajoutez une ligne avec le même « from » et un « knownSince » plus tardif.`,
      });
    } else {
      errors.add(...where, "value.unpublished", {
        nl: `De waarde van ${id} vanaf ${from} (bekend sinds ${knownSince}) was gepubliceerd en is verdwenen. Zet de rij terug; een verbetering is een extra rij.`,
        en: `The value of ${id} from ${from} (known since ${knownSince}) was published and has gone. Put the row back; a correction is an extra row.`,
        fr: `La valeur de ${id} à partir du ${from} (connue depuis le ${knownSince}) était publiée et a disparu. Remettez la ligne ; une correction est une ligne en plus.`,
      });
    }
  }
}

/** Position of a row in its file, as written there; -1 when it is gone. */
function placeOfRow(file: LawSource, from: string, knownSince: string): number {
  const data = file.data as { values?: readonly { from?: string; knownSince?: string }[] };
  const written = (date: string) => (date === BEFORE_RECORDS ? "before-records" : date);
  return (data.values ?? []).findIndex(
    (row) => row?.from?.trim() === written(from) && row.knownSince?.trim() === written(knownSince),
  );
}
