// The yearly linkage (DATA-07): pseudonyms go out, values come back, and what came back is taken whole or not at all.
import { createHash, createHmac, randomBytes } from "node:crypto";
import { parse } from "csv-parse/sync";
import { fail, localized, newRef, ok, type PlainDate, type Problem, problem, type Result } from "../../kernel/index.ts";
import { findAttribute, type LinkageLine } from "../../statistics/index.ts";
import type { FiguresActor, FiguresPorts } from "./ports.ts";

export const LINKED_DIMENSIONS = ["education", "origin"] as const;
export type LinkedDimension = (typeof LINKED_DIMENSIONS)[number];

/** The pseudonym of a person in one linkage: it says nothing without that linkage's key. */
export function pseudonymOf(key: Uint8Array, personRef: string): string {
  return createHmac("sha256", key).update(personRef).digest("hex");
}

export interface Requested {
  readonly linkageRef: string;
  readonly persons: number;
  /** One pseudonym a line, under the heading `pseudonym`, in no order that tells anything. */
  readonly csv: string;
}

/** Asks for a dimension of everybody with an application, grant, payment or older right up to a day. */
export async function requestLinkage(
  ports: FiguresPorts,
  actor: FiguresActor,
  asked: { readonly dimension: string; readonly coversUntil: PlainDate; readonly expectedOn: PlainDate | null },
): Promise<Result<Requested, readonly Problem[]>> {
  const problems: Problem[] = [];
  const dimension = LINKED_DIMENSIONS.find((one) => one === asked.dimension);
  if (dimension === undefined)
    problems.push(problem("linkage.dimension", words.dimension, "dimension", LINKED_DIMENSIONS.join(", ")));
  if (asked.coversUntil > ports.clock.today()) problems.push(problem("linkage.future", words.future, "coversUntil"));
  if (problems.length > 0 || dimension === undefined) return fail(problems);
  const persons = await ports.linkage.persons(asked.coversUntil);
  const key = new Uint8Array(randomBytes(32));
  const linkageRef = newRef();
  const { coversUntil, expectedOn } = asked;
  await ports.linkage.request({
    linkageRef,
    dimension,
    coversUntil,
    expectedOn,
    key,
    persons: persons.length,
    at: ports.clock.now(),
    actor,
  });
  const pseudonyms = persons.map((ref) => pseudonymOf(key, ref)).sort();
  return ok({ linkageRef, persons: persons.length, csv: `pseudonym\n${pseudonyms.map((one) => `${one}\n`).join("")}` });
}

export interface Taken {
  readonly rows: number;
  readonly matched: number;
  /** Persons that were asked about. */
  readonly persons: number;
  /** Percent with one decimal. */
  readonly coverage: string;
}

/** Most mistakes that are named one by one. */
const MOST_NAMED = 20;

/** Takes the file that came back. Unknown and double pseudonyms and unknown values are refused with their lines, and nothing is kept. */
export async function takeLinkage(
  ports: FiguresPorts,
  actor: FiguresActor,
  linkageRef: string,
  text: string,
): Promise<Result<Taken, readonly Problem[]>> {
  const found = /^[0-9a-f-]{36}$/.test(linkageRef) ? await ports.linkage.find(linkageRef) : null;
  if (found === null) return fail([problem("linkage.unknown", words.unknown, "linkage")]);
  if (found.arrivedAt !== null) return fail([problem("linkage.twice", words.twice, "linkage")]);
  let rows: readonly Record<string, string>[];
  try {
    rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true }) as Record<string, string>[];
  } catch {
    return fail([problem("linkage.csv", words.csv, "file", "pseudonym,value")]);
  }
  const head = Object.keys(rows[0] ?? {})
    .sort()
    .join();
  if (head !== "pseudonym,value") return fail([problem("linkage.columns", words.csv, "file", "pseudonym,value")]);
  const domain = findAttribute(found.dimension)?.domain;
  const codes = domain?.kind === "codes" ? domain.values : [];
  const byPseudonym = new Map((await ports.linkage.persons(found.coversUntil)).map((ref) => [pseudonymOf(found.key, ref), ref]));
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const personRef = byPseudonym.get(row.pseudonym ?? "");
    if (personRef === undefined) problems.push(problem("linkage.unknownKey", words.unknownKey(line), `${line}`));
    else if (values.has(personRef)) problems.push(problem("linkage.doubleKey", words.doubleKey(line), `${line}`));
    else if (!codes.includes(row.value ?? ""))
      problems.push(problem("linkage.value", words.value(line), `${line}`, codes.join(", ")));
    else values.set(personRef, row.value!);
  }
  if (problems.length > MOST_NAMED)
    return fail([...problems.slice(0, MOST_NAMED), problem("linkage.more", words.more(problems.length - MOST_NAMED), "file")]);
  if (problems.length > 0) return fail(problems);
  const hash = createHash("sha256").update(text).digest("hex");
  await ports.linkage.arrive({ linkageRef, fileHash: hash, rows: rows.length, at: ports.clock.now(), actor }, values);
  return ok({
    rows: rows.length,
    matched: values.size,
    persons: found.persons,
    coverage: coverageOf(values.size, found.persons),
  });
}

/** Percent with one decimal, rounded down: coverage is never made better than it is. */
export function coverageOf(matched: number, persons: number): string {
  if (persons === 0) return "0.0";
  const tenths = Math.floor((matched * 1000) / persons);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** The availability calendar: every linkage that was asked for, and what came of it. */
export function linkageCalendar(ports: FiguresPorts): Promise<readonly LinkageLine[]> {
  return ports.linkage.list();
}

const words = {
  dimension: localized(
    "Kies een kenmerk dat uit de koppeling komt.",
    "Choose an attribute of the linkage.",
    "Choisissez un attribut du couplage.",
  ),
  future: localized("Die dag moet nog komen.", "That day is yet to come.", "Ce jour est encore à venir."),
  unknown: localized("Deze koppeling is niet gevraagd.", "This linkage was not asked for.", "Ce couplage n'a pas été demandé."),
  twice: localized("Deze koppeling is al binnen.", "This linkage has arrived already.", "Ce couplage est déjà arrivé."),
  csv: localized(
    "Geef een CSV met de kolommen pseudonym en value.",
    "Give a CSV with the columns pseudonym and value.",
    "Donnez un CSV avec les colonnes pseudonym et value.",
  ),
  unknownKey: (line: number) =>
    localized(
      `Regel ${line}: dit pseudoniem hoort niet bij deze koppeling.`,
      `Line ${line}: this pseudonym does not belong to this linkage.`,
      `Ligne ${line} : ce pseudonyme n'appartient pas à ce couplage.`,
    ),
  doubleKey: (line: number) =>
    localized(
      `Regel ${line}: dit pseudoniem staat er al eens in.`,
      `Line ${line}: this pseudonym was there before.`,
      `Ligne ${line} : ce pseudonyme y figure déjà.`,
    ),
  value: (line: number) =>
    localized(
      `Regel ${line}: deze waarde bestaat niet voor dit kenmerk.`,
      `Line ${line}: this value does not exist for this attribute.`,
      `Ligne ${line} : cette valeur n'existe pas pour cet attribut.`,
    ),
  more: (count: number) => localized(`En nog ${count} andere regels.`, `And ${count} other lines.`, `Et ${count} autres lignes.`),
};
