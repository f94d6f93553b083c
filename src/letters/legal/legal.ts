// What letters say of the law besides the rules themselves: instruments, the text on contesting a decision, who sends. Data beside this file.
import { readFileSync } from "node:fs";
import { formatDate, isPlainDate, type PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Block, Party } from "../document/document.ts";
import { ISSUERS, type Issuer } from "../template/kinds.ts";
import { TemplateError } from "../template/template.ts";
import { childOf, readYaml, type YamlValue } from "../template/yaml.ts";

interface Remedy {
  readonly from: PlainDate;
  readonly title: string;
  readonly text: string;
  /** Parameter of the law that holds the term; null: the text names none. */
  readonly days: string | null;
  readonly rule: string | null;
  readonly openPoint: string | null;
}

interface Legal {
  readonly instruments: ReadonlyMap<string, readonly string[]>;
  readonly remedies: Readonly<Record<Issuer, readonly Remedy[]>>;
  readonly issuers: Readonly<Record<Issuer, Party>>;
}

let known: Legal | null = null;

/** @throws TemplateError naming file and line. */
function legal(): Legal {
  known ??= {
    instruments: readMap("instruments.yaml", (value, flaw) =>
      /^LAW-\d+( LAW-\d+)*$/.test(textOf(value)) ? textOf(value).split(" ") : flaw("name instruments as LAW-01 LAW-02"),
    ),
    remedies: byIssuer(readMap("remedies.yaml", readRemedies)),
    issuers: byIssuer(
      readMap("issuers.yaml", (value, flaw) => {
        const name = textOf(childOf(value, "name"));
        const lines = childOf(value, "lines");
        return name === "" || lines?.type !== "list"
          ? flaw("an issuer has name and lines")
          : { name, lines: lines.items.map(textOf) };
      }),
    ),
  };
  return known;
}

const textOf = (value: YamlValue | undefined) => (value?.type === "text" ? value.text : "");

type Flaw = (what: string) => never;

function readRemedies(value: YamlValue, flaw: Flaw): readonly Remedy[] {
  const rows = value.type === "list" ? value.items : flaw("a list of dated texts");
  return rows.map((row) => {
    const field = (name: string) => textOf(childOf(row, name));
    const from = field("from");
    if (!isPlainDate(from) || field("title") === "" || field("text") === "") return flaw("a dated text has from, title and text");
    const or = (name: string) => (field(name) === "" ? null : field(name));
    if (field("text").includes("{days}") !== (or("days") !== null))
      return flaw("{days} and the parameter in `days` belong together");
    return { from, title: field("title"), text: field("text"), days: or("days"), rule: or("rule"), openPoint: or("openPoint") };
  });
}

function readMap<T>(file: string, read: (value: YamlValue, flaw: Flaw) => T): ReadonlyMap<string, T> {
  const flaws: string[] = [];
  const root = readYaml(readFileSync(new URL(file, import.meta.url), "utf8"), (line, what) =>
    flaws.push(`${file}:${line} ${what}`),
  );
  if (flaws.length > 0 || root?.type !== "map")
    throw new TemplateError(flaws.length > 0 ? flaws : [`${file}:1 a map is expected`]);
  return new Map(
    root.entries.map((entry) => {
      const flaw: Flaw = (what) => {
        throw new TemplateError([`${file}:${entry.line} ${what}`]);
      };
      return [entry.key, read(entry.value, flaw)];
    }),
  );
}

function byIssuer<T>(map: ReadonlyMap<string, T>): Readonly<Record<Issuer, T>> {
  return Object.fromEntries(
    ISSUERS.map((issuer) => {
      const value = map.get(issuer);
      if (value === undefined) throw new TemplateError([`issuer ${issuer} is missing`]);
      return [issuer, value];
    }),
  ) as Record<Issuer, T>;
}

export const issuerParty = (issuer: Issuer): Party => legal().issuers[issuer];

/** Instruments behind rules, each once, in their own order. Throws when a rule has none: a letter names what it rests on. */
export function instrumentsOf(rules: readonly string[]): readonly string[] {
  const { instruments } = legal();
  const found = rules.flatMap((rule) => {
    const key = instruments.has(rule) ? rule : (rule.split("-")[0] as string);
    const named = instruments.get(key);
    if (named === undefined) throw new TemplateError([`instruments.yaml: no instrument for ${rule}`]);
    return named;
  });
  return [...new Set(found)].sort();
}

/** "besluit van de Vlaamse Regering (15 juli 2022; BS 19 augustus 2022; numac 2022033079)", as the rulebook names it. */
export function instrumentText(law: Law, id: string): string {
  const entry = law.rulebook.entries.get(id);
  if (entry === undefined) throw new TemplateError([`instruments.yaml: the rulebook has no ${id}`]);
  return entry.value === null ? entry.dutchTerm : `${entry.dutchTerm} (${inDutch(entry.value)})`;
}

/** The rulebook prints dates as 2022-07-15, and a few words in English. */
const inDutch = (value: string): string =>
  value
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isPlainDate(day) ? formatDate(day, "nl") : day))
    .replace("retroactive to", "werkt terug tot")
    .replace("reported", "bericht van")
    .replace("effect", "uitwerking")
    .replace("temporary", "tijdelijk")
    .replace("cited", "aangehaald");

/** How the reader can contest the decision, by the text in force on the day of the letter. */
export function remedyBlocks(law: Law, issuer: Issuer, on: PlainDate): readonly Block[] {
  const remedy = legal().remedies[issuer].findLast((one) => one.from <= on);
  if (remedy === undefined) throw new TemplateError([`remedies.yaml: no text of ${issuer} on ${on}`]);
  const text = remedy.text.replaceAll("{days}", () => String(termOf(law, remedy.days ?? "", on)));
  const rule = remedy.rule === null ? "" : ` (${remedy.rule})`;
  return [{ type: "notice", title: remedy.title, text: `${text}${rule}` }];
}

function termOf(law: Law, parameter: string, on: PlainDate): number {
  const read = law.parameterAt(parameter, on);
  if (!read.ok || typeof read.value.value !== "number")
    throw new TemplateError([`remedies.yaml: ${parameter} has no value on ${on}`]);
  return read.value.value;
}
