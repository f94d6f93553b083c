// Reads the fields of one law file: each reader names the place, what was expected and what to do when it is not there.
import { type Localized, type PlainDate, parsePlainDate } from "../../kernel/index.ts";
import { BEFORE_RECORDS } from "../before-records.ts";
import type { Confidence } from "../model.ts";
import type { ErrorList } from "./error-list.ts";
import type { LawSource, Place } from "./law-source.ts";

const CONFIDENCES: readonly string[] = ["A", "B", "C", "D", "O"];

/** One map in a file. Readers return null after noting an error; callers go on, so that all errors are found in one pass. */
export class Fields {
  readonly source: LawSource;
  readonly place: Place;
  readonly errors: ErrorList;
  private readonly map: Readonly<Record<string, unknown>>;

  constructor(source: LawSource, place: Place, value: unknown, errors: ErrorList) {
    this.source = source;
    this.place = place;
    this.errors = errors;
    if (isMap(value)) {
      this.map = value;
    } else {
      this.map = {};
      this.fail(null, "shape.map", {
        nl: "Hier hoort een blok met sleutels en waarden.",
        en: "A block of keys and values is expected here.",
        fr: "Un bloc de clés et de valeurs est attendu ici.",
      });
    }
  }

  fail(key: string | number | null, rule: string, message: Localized): void {
    this.errors.add(this.source, key === null ? this.place : [...this.place, key], rule, message);
  }

  has(key: string): boolean {
    return this.map[key] !== undefined;
  }

  isText(key: string): boolean {
    return typeof this.map[key] === "string";
  }

  keys(): readonly string[] {
    return Object.keys(this.map);
  }

  /** Refuses keys that no reader knows: a typing error must not pass for an absent value. */
  onlyKeys(known: readonly string[]): void {
    for (const key of Object.keys(this.map)) {
      if (!known.includes(key)) {
        this.fail(key, "field.unknown", {
          nl: `De sleutel "${key}" is hier niet bekend. Bekend zijn: ${known.join(", ")}.`,
          en: `The key "${key}" is not known here. Known are: ${known.join(", ")}.`,
          fr: `La clé « ${key} » n'est pas connue ici. Sont connues : ${known.join(", ")}.`,
        });
      }
    }
  }

  /** A text, or null when the key is absent or empty. */
  optionalText(key: string): string | null {
    const value = this.map[key];
    if (value === undefined) return null;
    if (typeof value !== "string") {
      this.fail(key, "shape.text", {
        nl: `"${key}" moet een tekst zijn.`,
        en: `"${key}" must be a text.`,
        fr: `« ${key} » doit être un texte.`,
      });
      return null;
    }
    const text = value.trim();
    return text === "" ? null : text;
  }

  text(key: string): string | null {
    const value = this.optionalText(key);
    if (value === null && (this.map[key] === undefined || typeof this.map[key] === "string")) this.missing(key);
    return value;
  }

  missing(key: string): void {
    this.fail(key, "field.missing", {
      nl: `"${key}" ontbreekt. Vul het in.`,
      en: `"${key}" is missing. Fill it in.`,
      fr: `« ${key} » manque. Complétez-le.`,
    });
  }

  /** One of a closed list of words. */
  oneOf<T extends string>(key: string, words: readonly T[]): T | null {
    const value = this.text(key);
    if (value === null) return null;
    if ((words as readonly string[]).includes(value)) return value as T;
    this.fail(key, "field.word", {
      nl: `"${key}" is "${value}", maar moet een van deze woorden zijn: ${words.join(", ")}.`,
      en: `"${key}" is "${value}", but must be one of these words: ${words.join(", ")}.`,
      fr: `« ${key} » vaut « ${value} », mais doit être l'un de ces mots : ${words.join(", ")}.`,
    });
    return null;
  }

  confidence(key = "confidence"): Confidence | null {
    return this.oneOf(key, CONFIDENCES as readonly Confidence[]);
  }

  /** `true` or `false`; absent is false. */
  flag(key: string): boolean {
    return this.has(key) && this.oneOf(key, ["true", "false"]) === "true";
  }

  /** A day, or null with an error. `before-records` stands for a first day that is unknown or older than every record. */
  date(key: string): PlainDate | null {
    const value = this.text(key);
    if (value === null) return null;
    if (value === "before-records") return BEFORE_RECORDS;
    const day = parsePlainDate(value);
    if (day.ok) return day.value;
    this.fail(key, "field.date", {
      nl: `"${key}" is "${value}", maar moet een dag zijn zoals 2023-07-01 (of before-records).`,
      en: `"${key}" is "${value}", but must be a day such as 2023-07-01 (or before-records).`,
      fr: `« ${key} » vaut « ${value} », mais doit être un jour comme 2023-07-01 (ou before-records).`,
    });
    return null;
  }

  optionalDate(key: string): PlainDate | null {
    return this.optionalText(key) === null ? null : this.date(key);
  }

  /** Words separated by spaces or commas, or a list of them. Absent is empty. */
  words(key: string): readonly string[] {
    const value = this.map[key];
    if (value === undefined) return [];
    if (typeof value === "string") return value.split(/[\s,]+/).filter((word) => word !== "");
    if (Array.isArray(value) && value.every((word) => typeof word === "string")) return value;
    this.fail(key, "shape.words", {
      nl: `"${key}" moet een rij van woorden zijn.`,
      en: `"${key}" must be a row of words.`,
      fr: `« ${key} » doit être une suite de mots.`,
    });
    return [];
  }

  /** Like `words`, but at least one. */
  someWords(key: string, rule = "field.missing"): readonly string[] {
    const words = this.words(key);
    if (words.length === 0) {
      this.fail(key, rule, {
        nl: `"${key}" moet er minstens één noemen.`,
        en: `"${key}" must name at least one.`,
        fr: `« ${key} » doit en nommer au moins un.`,
      });
    }
    return words;
  }

  /** A text in the three languages of the house. */
  localized(key: string): Localized {
    if (!this.has(key)) this.missing(key);
    return this.has(key) ? readLocalized(this.child(key)) : { nl: "", en: "", fr: "" };
  }

  optionalLocalized(key: string): Localized | null {
    return this.has(key) ? readLocalized(this.child(key)) : null;
  }

  child(key: string | number): Fields {
    return new Fields(this.source, [...this.place, key], this.map[key], this.errors);
  }

  /** The maps of a list. Absent is empty, unless it must be there. */
  children(key: string, mustExist = false): readonly Fields[] {
    const value = this.map[key];
    if (value === undefined) {
      if (mustExist) this.missing(key);
      return [];
    }
    if (!Array.isArray(value)) {
      this.fail(key, "shape.list", {
        nl: `"${key}" moet een lijst zijn.`,
        en: `"${key}" must be a list.`,
        fr: `« ${key} » doit être une liste.`,
      });
      return [];
    }
    return value.map((item, index) => new Fields(this.source, [...this.place, key, index], item, this.errors));
  }
}

/** The top map of a file; an unreadable file gives its error here, once. */
export function topFields(source: LawSource, errors: ErrorList): Fields | null {
  if (source.unreadable) {
    const { line, reason } = source.unreadable;
    errors.errors.push({
      file: source.file,
      line,
      rule: "file.unreadable",
      message: {
        nl: `Dit bestand is niet leesbaar: ${reason}`,
        en: `This file cannot be read: ${reason}`,
        fr: `Ce fichier n'est pas lisible : ${reason}`,
      },
    });
    return null;
  }
  return new Fields(source, [], source.data, errors);
}

function readLocalized(fields: Fields): Localized {
  fields.onlyKeys(["nl", "en", "fr"]);
  return { nl: fields.text("nl") ?? "", en: fields.text("en") ?? "", fr: fields.text("fr") ?? "" };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
