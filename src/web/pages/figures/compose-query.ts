// The form of a question as it came, and the YAML that it writes: whoever cannot write YAML picks, and sees what was picked.
import { stringify } from "yaml";
import { parseKnownAt } from "../../../kernel/index.ts";
import { events, findAttribute, subjectOf } from "../../../statistics/index.ts";

export const CONDITIONS = 3;

export interface ComposeForm {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly subject: string;
  readonly event: string;
  readonly until: string;
  readonly unit: string;
  readonly at: string;
  readonly knownAt: string;
  readonly conditions: readonly { readonly attribute: string; readonly not: boolean; readonly values: string }[];
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  readonly by: readonly string[];
  readonly statistic: string;
  readonly attribute: string;
  readonly per: string;
  readonly share: boolean;
  readonly growth: boolean;
  readonly totals: boolean;
  readonly zeros: boolean;
}

export function readForm(query: URLSearchParams): ComposeForm {
  const one = (name: string): string => query.get(name)?.trim() ?? "";
  return {
    id: one("id"),
    title: one("title"),
    kind: one("kind") || "stock",
    subject: one("subject") || "ticket",
    event: one("event") || "application.filed",
    until: one("until") || "application.decided",
    unit: one("unit") || "ticket",
    at: one("at"),
    knownAt: one("knownAt"),
    conditions: Array.from({ length: CONDITIONS }, (_, index) => ({
      attribute: one(`waar${index}`),
      not: one(`niet${index}`) === "ja",
      values: one(`waarde${index}`),
    })),
    has: query.getAll("has"),
    hasNot: query.getAll("hasNot"),
    by: [one("by0"), one("by1")].filter((value) => value !== ""),
    statistic: one("statistic"),
    attribute: one("attribute"),
    per: one("per"),
    share: one("share") === "ja",
    growth: one("growth") === "ja",
    totals: one("ingevuld") === "" || one("totals") === "ja",
    zeros: one("zeros") === "ja",
  };
}

/** "2023-12-31, 2024-12-31", "2024 2025" or "2023-07-01 tot 2023-12-31". */
function windowsOf(text: string): unknown {
  const parts = text.split(/[,;\n]+/).map((part) => part.trim());
  const found = parts
    .filter((part) => part !== "")
    .map((part) => {
      const pair = /^(\S+)\s+(?:tot|t\/m|tot en met|-|–)\s+(\S+)$/.exec(part);
      return pair === null ? part : { from: pair[1], until: pair[2] };
    });
  return found.length === 1 ? found[0] : found;
}

/** Numbers and dates are ranges, written "18 tot 30", "vanaf 18" or "tot 30"; all else is a list of codes. */
function conditionOf(attribute: string, text: string, not: boolean): unknown {
  const domain = findAttribute(attribute)?.domain.kind;
  const plain = (value: string): string | number => (domain === "number" && /^-?\d+$/.test(value) ? Number(value) : value);
  if (domain === "number" || domain === "date") {
    const both = /^(\S+)\s+(?:tot|-|–)\s+(\S+)$/.exec(text);
    const [low, high] = domain === "number" ? ["atLeast", "atMost"] : ["from", "until"];
    if (both !== null) return { [low!]: plain(both[1]!), [high!]: plain(both[2]!) };
    const end = /^(vanaf|tot)\s+(\S+)$/.exec(text);
    if (end !== null) return { [end[1] === "vanaf" ? low! : high!]: plain(end[2]!) };
  }
  const codes = text
    .split(/[,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const values = codes.length === 1 ? codes[0] : codes;
  return not ? { not: values } : values;
}

/** What cannot be read stays as typed, so that the question is refused at its line. */
function momentOf(typed: string): string {
  const read = parseKnownAt(typed);
  return read.ok ? read.value : typed;
}

/** The question as YAML; what was left open is left out. */
export function yamlOf(form: ComposeForm): string {
  const known = events.includes(form.event as (typeof events)[number]);
  const measure =
    form.kind === "stock" || form.kind === "ever"
      ? { [form.kind]: form.subject }
      : form.kind === "cohort"
        ? { cohort: form.event, until: known && !form.until.startsWith(subjectOf(form.event as never)) ? "" : form.until }
        : { [form.kind]: form.event };
  const population: Record<string, unknown> = {};
  for (const { attribute, not, values } of form.conditions)
    if (attribute !== "" && values !== "") population[attribute] = conditionOf(attribute, values, not);
  if (form.has.length > 0 || form.hasNot.length > 0)
    population.tickets = {
      ...(form.has.length > 0 ? { has: form.has } : {}),
      ...(form.hasNot.length > 0 ? { hasNot: form.hasNot } : {}),
    };
  const value =
    form.statistic === "" ? null : { [form.statistic]: form.attribute, ...(form.per === "" ? {} : { per: form.per }) };
  const data = {
    id: form.id === "" ? "vraag" : form.id,
    ...(form.title === "" ? {} : { title: { nl: form.title, en: form.title, fr: form.title } }),
    unit: form.unit,
    measure,
    at: windowsOf(form.at),
    ...(form.knownAt === "" ? {} : { knownAt: momentOf(form.knownAt) }),
    ...(Object.keys(population).length === 0 ? {} : { population }),
    ...(form.by.length === 0 ? {} : { by: form.by }),
    ...(value === null ? {} : { value }),
    ...(form.share ? { share: true } : {}),
    ...(form.growth ? { growth: true } : {}),
    ...(form.totals ? {} : { totals: false }),
    ...(form.zeros ? { zeros: true } : {}),
  };
  return stringify(data, { lineWidth: 0 });
}
