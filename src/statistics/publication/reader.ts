// Reads the fields of a sheet that are no questions, and gathers what is wrong with them at their line.
import { type Instant, isPlainDate, type Localized, localized, type PlainDate, parseKnownAt } from "../../kernel/index.ts";
import type { PlacedIssue } from "../definition/index.ts";
import { isOutcomeType, outcomeFieldWords, outcomeTypes } from "../definition/outcome-fields.ts";
import { nearest } from "../definition/suggest.ts";
import type { Outcome } from "../figure/index.ts";
import { isRecord } from "./header.ts";

type Step = string | number;
type Place = (issue: { readonly path: readonly Step[]; readonly problem: PlacedIssue["problem"] }) => PlacedIssue;

export class SheetReader {
  readonly found: PlacedIssue[] = [];
  private readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  add(path: readonly Step[], id: string, nl: string, en: string, fr: string, expected?: string): void {
    const problem = { id: `sheet.${id}`, field: path.join("."), message: localized(nl, en, fr) };
    this.found.push(this.place({ path, problem: expected === undefined ? problem : { ...problem, expected } }));
  }

  onlyFields(data: Readonly<Record<string, unknown>>, known: readonly string[], path: readonly Step[]): void {
    for (const key of Object.keys(data)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      const [nl, en, fr] =
        near === null ? ["", "", ""] : [` Bedoelde u “${near}”?`, ` Did you mean “${near}”?`, ` Vouliez-vous dire « ${near} » ?`];
      const shown = key.slice(0, 60);
      this.add(
        [...path, key],
        "field",
        `“${shown}” bestaat hier niet.${nl}`,
        `There is no “${shown}” here.${en}`,
        `« ${shown} » n'existe pas ici.${fr}`,
        known.join(", "),
      );
    }
  }

  /** One text for all languages, or one for each. */
  text(value: unknown, path: readonly Step[]): Localized | null {
    if (value === undefined || value === null || value === "") return null;
    if (typeof value === "string") return localized(value, value, value);
    if (isRecord(value) && [value.nl, value.en, value.fr].every((one) => typeof one === "string"))
      return localized(String(value.nl), String(value.en), String(value.fr));
    this.add(
      path,
      "text",
      "Schrijf een tekst, of een tekst in nl, en en fr.",
      "Write a text, or one in nl, en and fr.",
      "Écrivez un texte, ou un en nl, en et fr.",
      "{ nl: ..., en: ..., fr: ... }",
    );
    return null;
  }

  day(value: unknown, path: readonly Step[], needed: boolean): PlainDate | null {
    if (isPlainDate(value)) return value;
    if (!needed && (value === undefined || value === null)) return null;
    this.add(path, "day", "Schrijf een dag.", "Write a day.", "Écrivez un jour.", "2025-01-31");
    return null;
  }

  moment(value: unknown): Instant | null {
    if (value === undefined || value === null || value === "now") return null;
    const read = typeof value === "string" ? parseKnownAt(value) : null;
    if (read?.ok === true) return read.value;
    this.add(
      ["knownAt"],
      "knownAt",
      "Schrijf een dag of een tijdstip in UTC.",
      "Write a day or a moment in UTC.",
      "Écrivez un jour ou un moment en UTC.",
      "2025-01-15 | 2025-01-15T00:00:00.000Z",
    );
    return null;
  }

  /** How a sub-question is answered beside what its figures say. `hasFigures`: their unit is then what a proxy gives. */
  outcome(value: unknown, path: readonly Step[], hasFigures: boolean): Outcome | null {
    if (value === undefined || value === null) return null;
    const type = isRecord(value) ? value.type : value;
    const given = isRecord(value) ? value : {};
    if (!isOutcomeType(type)) {
      const [nl, en, fr] = ["Kies een soort uitkomst.", "Choose a type of outcome.", "Choisissez un type d'issue."];
      this.add(path, "outcome", nl, en, fr, outcomeTypes.join(", "));
      return null;
    }
    if (type === "answered" || type === "narrative") return { type };
    if (type === "proxy") {
      const askedUnit = this.outcomeWords(given, "askedUnit", path);
      const givenUnit =
        hasFigures && given.givenUnit === undefined ? {} : { givenUnit: this.outcomeWords(given, "givenUnit", path) };
      return { type, askedUnit, ...givenUnit, why: this.outcomeWords(given, "why", path) };
    }
    if (type === "partial") return { type, missing: this.outcomeWords(given, "missing", path) };
    if (type === "referred") return { type, to: this.outcomeWords(given, "to", path) };
    return {
      type,
      until: this.outcomeWords(given, "until", path),
      why: this.outcomeWords(given, "why", path),
      dimensions: [],
    };
  }

  /** Words that an outcome cannot do without, in every language. */
  private outcomeWords(given: Readonly<Record<string, unknown>>, name: keyof typeof outcomeFieldWords, path: readonly Step[]) {
    const before = this.found.length;
    const text = this.text(given[name], [...path, name]);
    if (text !== null && [text.nl, text.en, text.fr].every((one) => one.trim() !== "")) return text;
    const [nl, en, fr] = outcomeFieldWords[name];
    if (this.found.length === before)
      this.add(
        [...path, name],
        "outcome",
        `Zeg ook ${nl} (${name}).`,
        `Say ${en} too (${name}).`,
        `Dites aussi ${fr} (${name}).`,
        `${name}: ...`,
      );
    return localized("", "", "");
  }

  sameId(path: readonly Step[], id: string): void {
    const [nl, en, fr] = ["komt twee keer voor", "occurs twice", "apparaît deux fois"];
    this.add(path, "sameId", `De naam “${id}” ${nl}.`, `The name “${id}” ${en}.`, `Le nom « ${id} » ${fr}.`);
  }

  badId(path: readonly Step[]): void {
    this.add(
      path,
      "id",
      "Gebruik kleine letters, cijfers en koppeltekens.",
      "Use letters, digits and hyphens.",
      "Utilisez des lettres, chiffres et traits d'union.",
      "tickets-by-province",
    );
  }

  empty(path: readonly Step[]): void {
    this.add(
      [...path],
      "emptyQuestion",
      "Geef de deelvraag cijfers of een tekst.",
      "Give the sub-question figures or a text.",
      "Donnez à la sous-question des chiffres ou un texte.",
      "figures: [...] | text: ...",
    );
  }
}
