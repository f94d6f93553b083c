// Which groups are made of which others, whatever tables show them: values of an attribute, places within places, days within periods,
// tickets and the combinations that hold them.
import { addDays, plainDate } from "../../kernel/index.ts";
import { labelOf } from "../catalogue/index.ts";
import { type Group, nameOfGroup, readCondition, titleOf, within } from "./group.ts";

/** Names of groups: the parts lie within the total. */
export interface Kinship {
  readonly total: string;
  readonly parts: readonly string[];
  /** True where one and the same can be in several parts, so that they need not add up. */
  readonly overlap: boolean;
}

/** All kinships among the groups, which are given by name. `several`: titles of attributes of which one can have several values. */
export function kinshipsOf(groups: ReadonlyMap<string, Group>, several: ReadonlySet<string>): readonly Kinship[] {
  return [...byValue(groups, several), ...byPlace(groups), ...byTime(groups), ...byTicket(groups)];
}

function byValue(groups: ReadonlyMap<string, Group>, several: ReadonlySet<string>): Kinship[] {
  const families = new Map<string, { readonly parent: Group; readonly title: string; readonly words: string[] }>();
  for (const group of groups.values())
    for (const [title, words] of group.of) {
      const parent = changed(group, title, null);
      const key = `${nameOfGroup(parent)} ${title}`;
      const family = families.get(key) ?? { parent, title, words: [] };
      family.words.push(words);
      families.set(key, family);
    }
  return [...families.values()].flatMap(({ parent, title, words }): Kinship[] => {
    const read = words.map((own) => ({ ...readCondition(own), name: nameOfGroup(changed(parent, title, own)) }));
    const single = read.filter(({ kind, values }) => kind === "in" && values.length === 1);
    const wide = read.filter((one) => !single.includes(one));
    const all = { kind: "notIn" as const, values: [] as string[], name: nameOfGroup(parent) };
    const totals = [...(groups.has(all.name) ? [all] : []), ...wide.filter(({ kind }) => kind !== "other")];
    const overlap = several.has(title);
    return totals.flatMap((total): Kinship[] => {
      const inside = single.filter(({ values }) => holds(total, values[0]!));
      const alone = inside.length === 0 ? [] : [{ total: total.name, parts: inside.map(({ name }) => name), overlap }];
      const nested = wide.filter((one) => one !== total && isWithin(one, total));
      return [
        ...alone,
        ...nested.map((one): Kinship => {
          const beside = one.kind === "other" ? [] : inside.filter(({ values }) => !holds(one, values[0]!));
          return { total: total.name, parts: [one.name, ...beside.map(({ name }) => name)], overlap };
        }),
      ];
    });
  });
}

type Values = Pick<ReturnType<typeof readCondition>, "kind" | "values">;

function holds({ kind, values }: Values, value: string): boolean {
  return values.includes(value) === (kind === "in");
}

function isWithin(one: Values, total: Values): boolean {
  if (one.kind === "in") return one.values.every((value) => holds(total, value));
  if (one.kind === "notIn") return total.kind === "notIn" && total.values.every((value) => one.values.includes(value));
  return total.kind === "notIn" && total.values.length === 0;
}

function byPlace(groups: ReadonlyMap<string, Group>): Kinship[] {
  return within.flatMap(([fine, coarse, above]): Kinship[] => {
    const parts = new Map<string, string[]>();
    for (const [name, group] of groups) {
      const words = group.of.get(fine);
      const over = words === undefined ? undefined : above(words);
      if (over === undefined) continue;
      const total = nameOfGroup(changed(changed(group, fine, null), coarse, over));
      if (groups.has(total)) parts.set(total, [...(parts.get(total) ?? []), name]);
    }
    return [...parts].map(([total, own]) => ({ total, parts: own, overlap: false }));
  });
}

/** Periods that lie within another one without touching the same day twice. */
function byTime(groups: ReadonlyMap<string, Group>): Kinship[] {
  const series = new Map<string, Group[]>();
  for (const group of groups.values()) {
    if (group.from === group.until) continue;
    const key = nameOfGroup({ ...group, from: "", until: "" });
    series.set(key, [...(series.get(key) ?? []), group]);
  }
  return [...series.values()].flatMap((own) =>
    own.flatMap((total) => {
      const inside = own.filter((one) => one !== total && one.from >= total.from && one.until <= total.until);
      // Either the longest or the shortest periods at each day.
      const [long, short] = [1, -1].map((order) => fill(inside, order));
      return [...new Map([long!, short!].map((parts) => [parts.map(nameOfGroup).join(), parts])).values()]
        .filter((parts) => parts.length > 0)
        .map((parts) => ({
          total: nameOfGroup(total),
          parts: parts.map(nameOfGroup),
          overlap: !total.subject.endsWith(", events"),
        }));
    }),
  );
}

function fill(periods: readonly Group[], order: number): Group[] {
  const sorted = [...periods].sort((a, b) =>
    a.from === b.from ? (a.until < b.until ? order : -order) : a.from < b.from ? -1 : 1,
  );
  const found: Group[] = [];
  let next = "";
  for (const period of sorted) {
    if (period.from < next) continue;
    found.push(period);
    next = addDays(plainDate(period.until), 1);
  }
  return found;
}

const measureTitles = [titleOf("ticketMeasure"), titleOf("ticketType")];
const combination = titleOf("ticketCombination");
const abbreviations = { COLLECTIVE: "CMW", INDIVIDUAL: "IMW", AMA: "AMA", AMA_SOCIAL_ECONOMY: "AMA" } as const;
const combinations = ["CMW", "IMW", "AMA", "CMW+IMW", "CMW+AMA", "IMW+AMA", "CMW+IMW+AMA"];
const holders = "persons with at least one ticket, stock at the date";
const registered = "registered persons, stock at the date";

/** Who has a ticket of a measure is in one of the combinations that hold it. */
function byTicket(groups: ReadonlyMap<string, Group>): Kinship[] {
  return [...groups].flatMap(([name, group]): Kinship[] => {
    const named = (subject: string, own: Group, words: string): string =>
      nameOfGroup({ ...changed(own, combination, words), subject });
    const held = group.of.get(combination);
    // A combination is the same whether all who are registered are counted or only who holds a ticket.
    if (held !== undefined && group.subject === registered) {
      const same = named(holders, group, held);
      return groups.has(same) ? [{ total: name, parts: [same], overlap: true }] : [];
    }
    const asked = askedTicket(group);
    if (asked === null) return [];
    const parts = combinations
      .filter((code) => code.split("+").includes(asked.ticket))
      .map((code) => named(holders, asked.rest, labelOf("ticketCombination", code).en))
      .filter((part) => groups.has(part));
    return parts.length === 0 ? [] : [{ total: name, parts, overlap: true }];
  });
}

/** The measure that a group of tickets, or of their holders, is about. */
function askedTicket(group: Group): { readonly ticket: string; readonly rest: Group } | null {
  for (const [code, ticket] of Object.entries(abbreviations)) {
    const words = labelOf("ticketType", code).en;
    if (group.of.get("tickets") === `has ${words}`) return { ticket, rest: changed(group, "tickets", null) };
    for (const title of measureTitles) if (group.of.get(title) === words) return { ticket, rest: changed(group, title, null) };
  }
  return null;
}

function changed(group: Group, title: string, words: string | null): Group {
  const of = new Map(group.of);
  if (words === null) of.delete(title);
  else of.set(title, words);
  return { ...group, of };
}
