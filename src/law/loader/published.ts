// The ledger of published values: a value that was once published is never changed in place; a correction is a new row.
import { addDays, canonicalJson, sha256Hex } from "../../kernel/index.ts";
import { BEFORE_RECORDS } from "../before-records.ts";
import type { Parameter, ParameterValue } from "../model.ts";
import type { ErrorList } from "./error-list.ts";
import { topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

/** What the ledger says of one value: a short hash, with the last day when the value ends and none follows it. */
interface PublishedValue {
  readonly hash: string;
  readonly lastDay: string | null;
  readonly endsForGood: boolean;
}

/**
 * Every ledger line that the parameters call for, by parameter, first day and day it became known: all values that are known, and their
 * other readings. The ledger holds hashes, because legal values live in the parameter files alone.
 */
export function publishedLedger(parameters: Iterable<Parameter>): Map<string, string> {
  return new Map([...publishedValues(parameters)].map(([key, value]) => [key, ledgerText(value)]));
}

function publishedValues(parameters: Iterable<Parameter>): Map<string, PublishedValue> {
  const lines: [string, PublishedValue][] = [];
  for (const parameter of parameters) {
    for (const row of parameter.values) {
      const key = `${parameter.id}@${row.from}/${row.knownSince}`;
      const lastDay = row.until === null ? null : addDays(row.until, -1);
      const endsForGood = row.until !== null && !parameter.values.some((other) => other.from === row.until);
      if (row.value !== "unset") lines.push([key, { hash: hashOfValue(parameter, row.value), lastDay, endsForGood }]);
      for (const { openPoint, option, value } of row.alternatives) {
        lines.push([`${key}/${openPoint}/${option}`, { hash: hashOfValue(parameter, value), lastDay: null, endsForGood: false }]);
      }
    }
  }
  return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hashOfValue(parameter: Parameter, value: ParameterValue): string {
  return sha256Hex(canonicalJson({ unit: parameter.unit, value })).slice(0, 16);
}

function ledgerText({ hash, lastDay, endsForGood }: PublishedValue): string {
  return endsForGood ? `${hash}..${lastDay}` : hash;
}

/** A value may get a successor after its end; nothing else about it may change. */
function isAsPublished(value: PublishedValue, text: string | null): boolean {
  return text === ledgerText(value) || text === `${value.hash}..${value.lastDay}`;
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
  const present = publishedValues(parameters.values.values());
  const reported = new Set<string>();
  for (const key of fields?.keys() ?? []) {
    const id = key.slice(0, key.indexOf("@"));
    const [from = "", knownSince = ""] = key.slice(key.indexOf("@") + 1).split("/");
    const value = present.get(key);
    if (value && isAsPublished(value, fields?.optionalText(key) ?? null)) continue;
    // A row and its other readings have a line each in the ledger; one error per row is enough.
    const row = `${id}@${from}/${knownSince}`;
    if (reported.has(row)) continue;
    reported.add(row);
    const file = parameters.files.get(id);
    if (!file && parameters.declared.has(id)) continue; // its file could not be read, which has its own error
    const index = file ? placeOfRow(file, from, knownSince) : -1;
    const where: [LawSource, (string | number)[]] = file
      ? [file, index < 0 ? ["values"] : ["values", index, "value"]]
      : [ledger, [key]];
    if (index >= 0) {
      errors.add(...where, "value.published", {
        nl: `De waarde van ${id} vanaf ${from} is al gepubliceerd en mag niet meer veranderen, ook haar eenheid en einde niet. Zet ze terug en voeg een rij toe met dezelfde "from" en een latere "knownSince".`,
        en: `The value of ${id} from ${from} was already published and may not change any more, nor may its unit and end. Put it back and add a row with the same "from" and a later "knownSince".`,
        fr: `La valeur de ${id} à partir du ${from} est déjà publiée et ne peut plus changer, ni son unité ni sa fin. Remettez-la et ajoutez une ligne avec le même « from » et un « knownSince » plus tardif.`,
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
