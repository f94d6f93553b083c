// The people (or files, or tickets) that a cell is about, named so that cells of different tables about the same ones have one name.
import { attributeOf, labelOf, municipalityProvince } from "../catalogue/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";

export interface Group {
  /** What is counted, without the unit in which it is. */
  readonly subject: string;
  readonly from: string;
  readonly until: string;
  /** By title of the attribute, the words for its values. */
  readonly of: ReadonlyMap<string, string>;
}

/** Null: the cell lies outside the population of its own table, so that nobody can be in it. */
export function groupOf(figure: Figure, cell: Pick<FigureCell, "key" | "window">): Group | null {
  const window = figure.windows.find((one) => one.name === cell.window)!;
  let days = { from: window.from, until: window.until };
  const of = new Map(conditionsOf(figure));
  for (const [index, code] of cell.key.entries()) {
    if (code === null) continue;
    const dimension = figure.dimensions[index]!;
    const inside = daysOfPart(dimension.id, code);
    if (inside !== null) {
      days = inside;
      continue;
    }
    const label = dimension.values.find((value) => value.code === code)?.title.en ?? code;
    const condition = of.get(dimension.title.en);
    if (condition !== undefined && !allows(condition, label)) return null;
    of.set(dimension.title.en, label);
  }
  for (const [fine, coarse, above] of within) if (above(of.get(fine) ?? "") === of.get(coarse)) of.delete(coarse);
  return { subject: subjectOf(figure), ...days, of };
}

export function nameOfGroup({ subject, from, until, of }: Group): string {
  return JSON.stringify([subject, from, until, [...of].sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** "grants: grant decided, in the period" and its running total count the same events. */
function subjectOf(figure: Figure): string {
  const unit = `${figure.unit.title.en}: `;
  const counted = figure.counted.en.startsWith(unit) ? figure.counted.en.slice(unit.length) : figure.counted.en;
  if (!happens(figure)) return counted;
  return counted.replace(/, (in the period|cumulative since the first day|followed until .*)$/, ", events");
}

/** Whether events are counted, of which each falls on one day. */
export function happens(figure: Pick<Figure, "measure">): boolean {
  return figure.measure === "flow" || figure.measure === "cumulative" || figure.measure === "cohort";
}

function conditionsOf(figure: Figure): [string, string][] {
  if (figure.population.en === "all") return [];
  return figure.population.en.split("; ").map((part) => {
    const at = part.indexOf(": ");
    return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 2)];
  });
}

/** Whether a value can meet a condition; where its words do not tell, it can. */
export function allows(condition: string, value: string): boolean {
  const asked = readCondition(condition);
  if (asked.kind === "other") return true;
  return asked.values.includes(value) === (asked.kind === "in");
}

export interface ReadCondition {
  readonly kind: "in" | "notIn" | "other";
  readonly values: readonly string[];
}

export function readCondition(words: string): ReadCondition {
  if (/^(from|up to|has) /.test(words) || words === "") return { kind: "other", values: [] };
  if (words.startsWith("not ")) return { kind: "notIn", values: words.slice(4).split(", ") };
  return { kind: "in", values: words.split(", ") };
}

function daysOfPart(dimension: string, code: string): { from: string; until: string } | null {
  if (dimension === "year" && /^\d{4}$/.test(code)) return { from: `${code}-01-01`, until: `${code}-12-31` };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  if (dimension !== "quarter" || quarter === null) return null;
  const at = Number(quarter[2]) - 1;
  return {
    from: `${quarter[1]}-${["01-01", "04-01", "07-01", "10-01"][at]}`,
    until: `${quarter[1]}-${["03-31", "06-30", "09-30", "12-31"][at]}`,
  };
}

export const titleOf = (attribute: string): string => attributeOf(attribute).title.en;

const regionOf = (province: string): string | undefined => {
  if (["ANT", "LIM", "OVL", "VBR", "WVL"].includes(province)) return "FLANDERS";
  if (province === "BRU") return "BRUSSELS";
  return ["HAI", "LIE", "LUX", "NAM", "WBR"].includes(province) ? "WALLONIA" : undefined;
};
const wordsFor = (attribute: string, code: string | undefined): string | undefined =>
  code === undefined ? undefined : labelOf(attribute, code).en;
const provinceWords = (municipality: string): string | undefined => wordsFor("province", municipalityProvince(municipality));
const codesByWords = new Map(
  ["ANT", "LIM", "OVL", "VBR", "WVL", "BRU", "HAI", "LIE", "LUX", "NAM", "WBR"].map((code) => [
    labelOf("province", code).en,
    code,
  ]),
);

/** Attributes of which the one follows from the other: titles of the finer and the coarser, and the coarser's words for the finer's. */
export const within: readonly (readonly [fine: string, coarse: string, above: (words: string) => string | undefined])[] = [
  [titleOf("municipality"), titleOf("province"), provinceWords],
  [titleOf("employerMunicipality"), titleOf("employerProvince"), provinceWords],
  [titleOf("province"), titleOf("residence"), (words) => wordsFor("residence", regionOf(codesByWords.get(words) ?? ""))],
  [titleOf("municipality"), titleOf("residence"), (words) => wordsFor("residence", regionOf(municipalityProvince(words) ?? ""))],
];
