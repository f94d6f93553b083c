// Reads case files: every mistake names its file and line.
import { fail, ok, type Result } from "../../kernel/index.ts";
import type { LawData, LawError, ParameterOverride } from "../law-data.ts";
import { ErrorList } from "../loader/error-list.ts";
import { type Fields, topFields } from "../loader/fields.ts";
import type { LawSource } from "../loader/index.ts";
import type { Ask, FactsOfCase, LawCase } from "./law-case.ts";

/** All cases of all files, or everything wrong with them. Ids are unique; each cited id is in the rulebook. */
export function readCases(law: LawData, sources: readonly LawSource[]): Result<readonly LawCase[], readonly LawError[]> {
  const errors = new ErrorList();
  const cases: LawCase[] = [];
  const seen = new Map<string, string>();
  for (const source of sources) {
    const top = topFields(source, errors);
    if (top === null) continue;
    top.onlyKeys(["topic", "cases"]);
    top.text("topic");
    for (const fields of top.children("cases", true)) {
      for (const one of readCase(law, fields)) {
        const other = seen.get(one.id);
        if (other !== undefined) {
          fields.fail("id", "case.duplicate", {
            nl: `De naam ${one.id} staat ook in ${other}. Kies een andere naam.`,
            en: `The name ${one.id} is also in ${other}. Choose another name.`,
            fr: `Le nom ${one.id} figure aussi dans ${other}. Choisissez un autre nom.`,
          });
        }
        seen.set(one.id, one.file);
        cases.push(one);
      }
    }
  }
  return errors.errors.length > 0 ? fail(errors.errors) : ok(cases);
}

const keys = [
  "id",
  "ids",
  "origin",
  "intent",
  "parameters",
  "input",
  "term",
  "rules",
  "feeds",
  "when",
  "expected",
  "steps",
  "rows",
];

function readCase(law: LawData, fields: Fields): LawCase[] {
  fields.onlyKeys(keys);
  const id = fields.text("id") ?? "";
  const ids = fields.someWords("ids");
  for (const cited of ids) {
    if (!law.rulebook.entries.has(cited) && !/^TV-\d+$/.test(cited)) {
      fields.fail("ids", "case.id", {
        nl: `${cited} staat niet in het regelboek.`,
        en: `${cited} is not in the rulebook.`,
        fr: `${cited} n’est pas dans le recueil.`,
      });
    }
  }
  const intent = fields.child("intent");
  const shared = {
    ids,
    origin: fields.oneOf("origin", ["published", "constructed"] as const) ?? "constructed",
    intent: { nl: intent.text("nl") ?? "", en: intent.text("en") ?? "" },
    parameters: readOverrides(fields),
    file: fields.source.file,
    line: fields.source.lineOf(fields.place),
  };
  const kinds = (["input", "term", "rules"] as const).filter((kind) => fields.has(kind));
  const kind = kinds[0];
  if (kinds.length !== 1 || kind === undefined) {
    fields.fail(null, "case.ask", {
      nl: "Een geval heeft één van input (een kwartaal), term (een hele looptijd) of rules (losse regels).",
      en: "A case has one of input (a quarter), term (a whole term) or rules (single rules).",
      fr: "Un cas a l’un de input (un trimestre), term (une durée entière) ou rules (des règles séparées).",
    });
    return [];
  }
  const facts = textMap(fields, kind);
  const first = { feeds: flat(fields, "feeds"), when: fields.words("when") };
  const rows = fields.children("rows");
  if (rows.length === 0) {
    return [{ ...shared, id, ask: ask(kind, facts, first), expected: flat(fields, "expected"), steps: flat(fields, "steps") }];
  }
  return rows.map((row, index) => {
    row.onlyKeys(["with", "expected", "steps"]);
    const own = { ...facts, ...(row.has("with") ? textMap(row, "with") : {}) };
    const line = row.source.lineOf(row.place);
    return {
      ...shared,
      line,
      id: `${id}/${index + 1}`,
      ask: ask(kind, own, first),
      expected: { ...flat(fields, "expected"), ...flat(row, "expected") },
      steps: { ...flat(fields, "steps"), ...flat(row, "steps") },
    };
  });
}

interface First {
  readonly feeds: Readonly<Record<string, string>>;
  readonly when: readonly string[];
}

function ask(kind: "input" | "term" | "rules", facts: FactsOfCase, first: First): Ask {
  if (kind === "rules") return { kind: "rules", facts, ...first };
  return kind === "term" ? { kind: "term", input: facts } : { kind: "calculation", input: facts };
}

function readOverrides(fields: Fields): ParameterOverride[] {
  return fields.children("parameters").map((one) => {
    one.onlyKeys(["id", "value", "from", "to"]);
    const from = one.optionalDate("from");
    const to = one.optionalDate("to");
    return {
      id: one.text("id") ?? "",
      value: one.text("value") ?? "",
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    };
  });
}

/** Texts, and one level of maps for the readings of open points. */
function textMap(fields: Fields, key: string): FactsOfCase {
  const map = fields.child(key);
  const facts: Record<string, string | Record<string, string>> = {};
  for (const name of map.keys()) facts[name] = name === "switches" ? flatOf(map.child(name)) : (map.text(name) ?? "");
  return facts;
}

function flat(fields: Fields, key: string): Record<string, string> {
  return fields.has(key) ? flatOf(fields.child(key)) : {};
}

function flatOf(map: Fields): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of map.keys()) texts[name] = map.text(name) ?? "";
  return texts;
}
