// Reads a reform file: its shape, and that every text is of its kind. Whether it fits the law is checked when it is applied.
import {
  fail,
  type Localized,
  localized,
  ok,
  type PlainDate,
  parsePlainDate,
  parseQuarter,
  plainDate,
  type Quarter,
  quarter,
  type Result,
} from "../../kernel/index.ts";
import type { LawError, LawSource } from "../../law/index.ts";
import type { AddedComponent, ParameterChange, Placed, Reform, RuleChange, SwitchChange } from "./reform.ts";

type Place = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

const known: Readonly<Record<string, readonly string[]>> = {
  "": ["id", "title", "parameters", "switches", "rules", "components"],
  parameters: ["id", "value", "from", "to"],
  switches: ["id", "option", "from"],
  rules: ["id", "formula", "from"],
  components: ["id", "title", "formula", "from"],
};

/** The reform of a parsed file, or everything wrong with it, each with its line. */
export function readReform(source: LawSource): Result<Reform, readonly LawError[]> {
  return new Reading(source).reform();
}

class Reading {
  private readonly source: LawSource;
  private readonly errors: LawError[] = [];

  constructor(source: LawSource) {
    this.source = source;
  }

  reform(): Result<Reform, readonly LawError[]> {
    const { unreadable, data } = this.source;
    if (unreadable !== undefined) {
      const { reason } = unreadable;
      const message = localized(
        `Dit bestand is niet leesbaar: ${reason}`,
        `This file cannot be read: ${reason}`,
        `Ce fichier est illisible : ${reason}`,
      );
      return fail([{ file: this.source.file, line: unreadable.line, rule: "file.unreadable", message }]);
    }
    if (!isMap(data)) {
      this.wrong([], "reform.shape", "een lijst van velden", "a list of fields", "une liste de champs");
      return fail(this.errors);
    }
    this.onlyKnown(data, "", []);
    const id = this.text(data, "id", []) ?? "";
    const title = this.localized(data.title, ["title"]) ?? localized(id, id, id);
    const parameters = this.each(data, "parameters", (one, place): ParameterChange | null => {
      const [name, value, from] = [this.text(one, "id", place), this.text(one, "value", place), this.day(one, "from", place)];
      const to = one.to === undefined ? null : this.day(one, "to", place);
      return name === null || value === null || from === null ? null : { ...this.at(place), id: name, value, from, to };
    });
    const switches = this.each(data, "switches", (one, place): SwitchChange | null => {
      const [name, option, from] = [this.text(one, "id", place), this.text(one, "option", place), this.quarter(one, place)];
      return name === null || option === null || from === null ? null : { ...this.at(place), id: name, option, from };
    });
    const rules = this.each(data, "rules", (one, place): RuleChange | null => {
      const [name, formula, from] = [this.text(one, "id", place), this.text(one, "formula", place), this.quarter(one, place)];
      const at = this.at([...place, "formula"]);
      return name === null || formula === null || from === null ? null : { ...at, id: name, formula, from };
    });
    const components = this.each(data, "components", (one, place): AddedComponent | null => {
      const [name, formula, from] = [this.text(one, "id", place), this.text(one, "formula", place), this.quarter(one, place)];
      if (name === null || formula === null || from === null) return null;
      const called = this.localized(one.title, [...place, "title"]) ?? localized(name, name, name);
      return { ...this.at([...place, "formula"]), id: name, title: called, formula, from };
    });
    if (this.errors.length > 0) return fail(this.errors);
    return ok({ id, title, parameters, switches, rules, components });
  }

  private each<T>(data: Fields, key: string, read: (one: Fields, place: Place) => T | null): readonly T[] {
    const list = data[key];
    if (list === undefined || list === null || list === "") return [];
    if (!Array.isArray(list)) {
      this.wrong([key], "reform.shape", "een lijst", "a list", "une liste");
      return [];
    }
    return list.flatMap((one: unknown, index) => {
      const place = [key, index];
      if (!isMap(one)) {
        this.wrong(place, "reform.shape", "velden", "fields", "des champs");
        return [];
      }
      this.onlyKnown(one, key, place);
      const made = read(one, place);
      return made === null ? [] : [made];
    });
  }

  private onlyKnown(data: Fields, kind: string, place: Place): void {
    for (const name of Object.keys(data)) {
      if (known[kind]!.includes(name)) continue;
      const list = known[kind]!.join(", ");
      this.errors.push({
        ...this.at([...place, name]),
        rule: "reform.field",
        message: localized(
          `Het veld “${name}” bestaat hier niet. Gebruik ${list}.`,
          `There is no field “${name}” here. Use ${list}.`,
          `Le champ « ${name} » n’existe pas ici. Utilisez ${list}.`,
        ),
      });
    }
  }

  private text(data: Fields, name: string, place: Place): string | null {
    const value = data[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    this.wrong([...place, name], "reform.missing", `een tekst bij “${name}”`, `a text at “${name}”`, `un texte à « ${name} »`);
    return null;
  }

  private day(data: Fields, name: string, place: Place): PlainDate | null {
    const text = this.text(data, name, place);
    if (text === null) return null;
    if (parsePlainDate(text).ok) return plainDate(text);
    this.wrong(
      [...place, name],
      "reform.date",
      "een dag zoals 2026-01-01",
      "a day such as 2026-01-01",
      "un jour comme 2026-01-01",
    );
    return null;
  }

  private quarter(data: Fields, place: Place): Quarter | null {
    const text = this.text(data, "from", place);
    if (text === null) return null;
    if (parseQuarter(text).ok) return quarter(text);
    this.wrong(
      [...place, "from"],
      "reform.quarter",
      "een kwartaal zoals 2026-Q1",
      "a quarter such as 2026-Q1",
      "un trimestre comme 2026-Q1",
    );
    return null;
  }

  private localized(value: unknown, place: Place): Localized | null {
    if (typeof value === "string" && value !== "") return localized(value, value, value);
    if (!isMap(value)) return null;
    const { nl, en, fr } = value;
    const any = [nl, en, fr].find((one) => typeof one === "string");
    if (any === undefined) {
      this.wrong(place, "reform.missing", "een titel", "a title", "un titre");
      return null;
    }
    const one = (text: unknown) => (typeof text === "string" ? text : (any as string));
    return localized(one(nl), one(en), one(fr));
  }

  private at(place: Place): Placed {
    return { file: this.source.file, line: this.source.lineOf(place) };
  }

  private wrong(place: Place, rule: string, nl: string, en: string, fr: string): void {
    const message = localized(`Hier hoort ${nl}.`, `Expected here: ${en}.`, `Attendu ici : ${fr}.`);
    this.errors.push({ ...this.at(place), rule, message });
  }
}

function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
