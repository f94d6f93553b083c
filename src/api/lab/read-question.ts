// Reads what a program asks of the lab: the reform as text, over which people, how far ahead.
import { z } from "@hono/zod-openapi";
import { type Instant, localized, type Problem, parseKnownAt, parseQuarter, quarter } from "../../kernel/index.ts";
import { composed, defaultLoss, type LabQuestion, mostDimensions, type Reform, readReform } from "../../lab/index.ts";
import { yamlSource } from "../../law/files.ts";
import type { LawError } from "../../law/index.ts";

const reforms = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(10)])
  .openapi({ description: "A reform as the text of its YAML (or JSON) file, or several: put together in order." });

export const runQuestion = z
  .strictObject({
    reform: reforms,
    quarters: z.int().min(1).max(40).default(20),
    from: z.string().optional().openapi({ example: "2027-Q1", description: "First quarter; left out, the next one." }),
    source: z.enum(["synthetic", "records"]).default("synthetic"),
    grants: z.int().min(1).max(100_000).default(20_000).openapi({ description: "Invented grants at the start." }),
    seed: z.int().min(0).max(2_147_483_647).default(2023),
    draws: z.int().min(1).max(20).default(1),
    loss: z
      .number()
      .min(1)
      .max(100)
      .default(defaultLoss / 100)
      .openapi({ description: "Loss of productivity for the break-even wage, in percent." }),
    by: z.array(z.string().min(1).max(60)).max(mostDimensions).optional().openapi({
      description: "With records: dimensions of the statistics to divide winners and losers by; see /lab/dimensions.",
    }),
    knownAt: z.string().optional().openapi({ description: "With records: a day (its end in Brussels) or a moment in UTC." }),
  })
  .openapi("LabQuestion");

export const caseQuestion = z
  .strictObject({
    case: z.record(z.string(), z.unknown()).openapi({ description: "A Calculation, as for /api/v1/calculations." }),
    reform: reforms,
    quarters: z.int().min(1).max(40).default(8),
    loss: z
      .number()
      .min(1)
      .max(100)
      .default(defaultLoss / 100)
      .openapi({ description: "Loss of productivity for the break-even wage, in percent." }),
  })
  .openapi("LabCase");

export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly errors: readonly LawError[] };

/** The question, and the texts of the reform as they were sent. */
export function readRunQuestion(
  sent: unknown,
): Asked<{ readonly question: LabQuestion; readonly reformText: readonly string[] }> {
  const read = runQuestion.safeParse(sent);
  if (!read.success) return { ok: false, problems: problemsOf(read.error) };
  const { quarters, from, source, grants, seed, draws, knownAt, loss, by } = read.data;
  if (from !== undefined && !parseQuarter(from).ok) return wrong("from", "a quarter such as 2027-Q1");
  if (knownAt !== undefined && source === "synthetic") return wrong("knownAt", "nothing: only records are known since a moment");
  if (by !== undefined && source === "synthetic")
    return wrong("by", "nothing: only records have the dimensions of the statistics");
  const moment = knownAt === undefined ? null : momentOf(knownAt);
  if (knownAt !== undefined && moment === null) return wrong("knownAt", "a day such as 2026-06-30, or a moment in UTC");
  const reform = readReforms(read.data.reform);
  if (!reform.ok) return reform;
  const question = {
    reform: reform.value,
    quarters,
    draws,
    employerShare: true,
    cases: true,
    loss: Math.round(loss * 100),
    source:
      source === "synthetic"
        ? { kind: source, grants, seed }
        : { kind: source, ...(moment === null ? {} : { knownAt: moment }), ...(by === undefined ? {} : { by }) },
    ...(from === undefined ? {} : { from: quarter(from) }),
  };
  return { ok: true, value: { question, reformText: [read.data.reform].flat() } };
}

/** Errors name each text as `reform.yaml`, or `reform-2.yaml` when there are several. */
export function readReforms(sent: string | readonly string[]): Asked<Reform> {
  const texts = typeof sent === "string" ? [sent] : sent;
  const made: Reform[] = [];
  const errors: LawError[] = [];
  for (const [index, text] of texts.entries()) {
    const file = texts.length === 1 ? "reform.yaml" : `reform-${index + 1}.yaml`;
    const read = readOne(file, text);
    if (Array.isArray(read)) errors.push(...read);
    else made.push(read as Reform);
  }
  if (errors.length > 0) return { ok: false, errors };
  const [first] = made;
  if (made.length === 1) return { ok: true, value: first! };
  const title = (language: "nl" | "en" | "fr") => made.map((one) => one.title[language]).join(" + ");
  const together = composed(made.map(({ id }) => id).join("+"), { nl: title("nl"), en: title("en"), fr: title("fr") }, made);
  return { ok: true, value: together };
}

function readOne(file: string, text: string): Reform | readonly LawError[] {
  try {
    const read = readReform(yamlSource(file, text));
    return read.ok ? read.value : read.error;
  } catch (error) {
    const what = error instanceof Error ? error.message.split("\n")[0]! : "";
    const message = localized(`Geen leesbare YAML: ${what}.`, `No readable YAML: ${what}.`, `YAML illisible : ${what}.`);
    return [{ file, line: 1, rule: "reform.yaml", message }];
  }
}

export function momentOf(text: string): Instant | null {
  const read = parseKnownAt(text);
  return read.ok ? read.value : null;
}

export function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.flatMap(({ path, message }) => {
    const read = wrong(path.join(".") || "body", message);
    return read.problems;
  });
}

function wrong(field: string, expected: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  const message = localized(
    `Het veld ${field} is niet bruikbaar: verwacht wordt ${expected}.`,
    `The field ${field} cannot be used: expected ${expected}.`,
    `Le champ ${field} n’est pas utilisable : attendu ${expected}.`,
  );
  return { ok: false, problems: [{ id: "field", field, expected, message }] };
}
