// The `population` of a question: attributes with the values, ranges or tickets that are counted.
import { localized, type PlainDate } from "../../kernel/index.ts";
import { type Attribute, attributesOf, findAttribute, type SubjectId, subjectFacts, UNKNOWN } from "../catalogue/index.ts";
import { type Condition, type TicketName, ticketNames } from "./definition.ts";
import type { Issues, PathStep } from "./issue.ts";
import { readDate } from "./parse-windows.ts";
import { isObject } from "./plain-data.ts";

type NamedDates = Readonly<Record<string, PlainDate>>;

export function parsePopulation(data: unknown, subject: SubjectId, dates: NamedDates, issues: Issues): readonly Condition[] {
  if (data === undefined || data === null) return [];
  if (!isObject(data)) {
    issues.add(
      ["population"],
      "population",
      localized(
        "Geef kenmerken met hun waarden.",
        "Give attributes with their values.",
        "Donnez des attributs avec leurs valeurs.",
      ),
      "{ workStatus: JOB_SEEKER_WITHOUT_WORK }",
    );
    return [];
  }
  const names = [
    ...attributesOf(subject).map((attribute) => attribute.id),
    ...(subjectFacts[subject].hasPerson ? ["tickets"] : []),
  ];
  return Object.entries(data).flatMap(([name, test]) => {
    const path: PathStep[] = ["population", name];
    if (name === "tickets" && subjectFacts[subject].hasPerson) return parseTickets(test, path, issues);
    const attribute = findAttribute(name);
    if (attribute === undefined || !names.includes(name)) {
      issues.unknown(path, localized("kenmerk hiervan", "attribute of this", "un attribut de ceci"), name, names);
      return [];
    }
    const condition = parseTest(attribute, test, path, dates, issues);
    return condition === null ? [] : [condition];
  });
}

function parseTest(
  attribute: Attribute,
  test: unknown,
  path: readonly PathStep[],
  dates: NamedDates,
  issues: Issues,
): Condition | null {
  if (attribute.domain.kind === "date" || attribute.domain.kind === "number")
    return parseRange(attribute, test, path, dates, issues);
  const negated = isObject(test) && "not" in test;
  const given = negated ? test.not : test;
  const list = Array.isArray(given) ? given : [given];
  const values: string[] = [];
  for (const [index, entry] of list.entries()) {
    const at = [...path, ...(negated ? ["not"] : []), ...(Array.isArray(given) ? [index] : [])];
    const value = typeof entry === "boolean" ? (entry ? "YES" : "NO") : typeof entry === "number" ? String(entry) : entry;
    const known = attribute.domain.kind === "codes" ? [...attribute.domain.values, UNKNOWN] : null;
    if (typeof value !== "string" || value === "" || (known !== null && !known.includes(value))) {
      issues.unknown(
        at,
        localized(`waarde van ${attribute.id}`, `value of ${attribute.id}`, `une valeur de ${attribute.id}`),
        entry,
        known ?? ["…"],
      );
      return null;
    }
    values.push(value);
  }
  if (values.length === 0) {
    issues.add(
      path,
      "noValue",
      localized("Geef minstens één waarde.", "Give at least one value.", "Donnez au moins une valeur."),
    );
    return null;
  }
  return { kind: "values", attribute: attribute.id, values, negated };
}

function parseRange(
  attribute: Attribute,
  test: unknown,
  path: readonly PathStep[],
  dates: NamedDates,
  issues: Issues,
): Condition | null {
  const dated = attribute.domain.kind === "date";
  const [low, high] = dated ? ["from", "until"] : ["atLeast", "atMost"];
  const keys = isObject(test) ? Object.keys(test) : [];
  if (!isObject(test) || keys.length === 0 || keys.some((key) => key !== low && key !== high)) {
    issues.add(
      path,
      "range",
      localized(
        "Geef een ondergrens, een bovengrens of beide.",
        "Give a lower bound, an upper bound or both.",
        "Donnez une borne inférieure, supérieure ou les deux.",
      ),
      `{ ${low}: ..., ${high}: ... }`,
    );
    return null;
  }
  const end = (key: string): string | null => {
    const value = test[key];
    if (value === undefined) return null;
    if (dated) return readDate(value, dates, [...path, key], issues);
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    issues.add(
      [...path, key],
      "integer",
      localized("Schrijf een geheel getal.", "Write a whole number.", "Écrivez un nombre entier."),
      "0, 1, 2, ...",
    );
    return null;
  };
  return { kind: "range", attribute: attribute.id, from: end(low!), until: end(high!) };
}

function parseTickets(test: unknown, path: readonly PathStep[], issues: Issues): Condition[] {
  const keys = isObject(test) ? Object.keys(test) : [];
  if (!isObject(test) || keys.length === 0 || keys.some((key) => key !== "has" && key !== "hasNot")) {
    issues.add(
      path,
      "tickets",
      localized(
        "Zeg welke tickets iemand heeft (has) en niet heeft (hasNot).",
        "Say which tickets someone has and has not (hasNot).",
        "Dites quels tickets la personne a (has) et n'a pas (hasNot).",
      ),
      "{ has: [COLLECTIVE], hasNot: [INDIVIDUAL] }",
    );
    return [];
  }
  const read = (key: "has" | "hasNot"): TicketName[] => {
    const value = test[key];
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return list.flatMap((entry, index) => {
      if (typeof entry === "string" && (ticketNames as readonly string[]).includes(entry)) return [entry as TicketName];
      issues.unknown(
        [...path, key, ...(Array.isArray(value) ? [index] : [])],
        localized("ticket", "ticket", "un ticket"),
        entry,
        ticketNames,
      );
      return [];
    });
  };
  const [has, hasNot] = [read("has"), read("hasNot")];
  const both = has.find((ticket) => hasNot.includes(ticket));
  if (both !== undefined) {
    issues.add(
      path,
      "hasAndHasNot",
      localized(
        `Niemand kan ${both} tegelijk wel en niet hebben.`,
        `Nobody can have and not have ${both} at once.`,
        `Personne ne peut avoir et ne pas avoir ${both} à la fois.`,
      ),
    );
  }
  return [{ kind: "tickets", has, hasNot }];
}
