// The shapes of the API as the OpenAPI description prints them. Reading itself is the law's: one parser for every door.
import { z } from "@hono/zod-openapi";
import { guidanceNeeds, startPackages } from "../law/index.ts";

const money = z.string().openapi({ description: "Euro as decimal text, at most two decimals.", example: "9000.00" });
const percent = z.string().openapi({ description: "Percent as decimal text.", example: "40" });
const fraction = z.string().openapi({ description: "Share of one as decimal text, at most four decimals.", example: "0.8" });
const quarter = z.string().openapi({ description: "Calendar quarter.", example: "2024-Q1", pattern: "^\\d{4}-Q[1-4]$" });
const day = z.string().openapi({ format: "date", example: "2024-01-01" });
const localized = z.object({ nl: z.string(), en: z.string(), fr: z.string() }).openapi("Localized");

const readings = z.record(z.string(), z.string()).openapi({
  description: "Readings of open points of the law; what is left out takes the default.",
  example: { "OPEN-01": "5/4/11" },
});

const startPackage = z.enum(startPackages).openapi({ description: "Start package; AFTER_EVALUATION needs `percentage`." });

const employer = z
  .object({
    scheme: z.literal("employer"),
    package: startPackage,
    percentage: percent.nullish(),
    collectivePercentage: percent
      .nullish()
      .openapi({ description: "Percentage of a collective advice, when a maatwerkbedrijf hires." }),
    guidanceNeed: z.enum(guidanceNeeds).nullish(),
    startQuarter: quarter,
    quarter,
    employmentFraction: fraction,
    performedFraction: fraction
      .nullish()
      .openapi({ description: "Work really performed; the employment fraction when left out." }),
    grossWage: money,
    employerContributions: money,
    contributionReductions: money,
    inServiceFrom: day.nullish(),
    inServiceUntil: day.nullish().openapi({ description: "Last day, included." }),
    switches: readings.nullish(),
  })
  .openapi("EmployerCalculation");

const selfEmployed = z
  .object({
    scheme: z.literal("selfEmployed"),
    package: startPackage,
    percentage: percent.nullish(),
    startQuarter: quarter,
    quarter,
    switches: readings.nullish(),
  })
  .openapi("SelfEmployedCalculation");

export const calculation = z.union([employer, selfEmployed]).openapi("Calculation");

const reason = z
  .object({ id: z.string(), field: z.string().optional(), message: localized })
  .openapi("Reason", { description: "Why there is no amount: rulebook id, open point or name of a check." });

const lawStamp = z
  .object({
    version: z.string(),
    parameters: z.string().openapi({ description: "SHA-256 of the parameters." }),
    rules: z.string().openapi({ description: "SHA-256 of the rule graph." }),
  })
  .openapi("LawStamp");

const parameterLine = z
  .object({
    id: z.string(),
    title: localized,
    value: z.string(),
    unit: z.string(),
    since: day,
    until: day.nullable(),
    confidence: z.enum(["A", "B", "C", "D", "O"]),
    sources: z.array(z.string()),
    openPoints: z.array(z.string()),
  })
  .openapi("ParameterLine");

const step = z
  .object({
    rule: z.string(),
    key: z.string().openapi({ description: "The rule, and the month for a rule about one month; `from` lists keys." }),
    ids: z.array(z.string()),
    title: localized,
    dutchTerm: z.string(),
    sentence: localized,
    value: z.string().nullable(),
    unit: z.string(),
    from: z.array(z.string()),
    facts: z.array(z.object({ name: z.string(), value: z.string().nullable(), unit: z.string() })),
    parameters: z.array(parameterLine),
    switches: z.record(z.string(), z.string()),
    openPoints: z.array(z.string()),
  })
  .openapi("Step");

const result = {
  outcome: z.literal("value"),
  quarterIndex: z.int().openapi({ description: "1 in the start quarter." }),
  percentage: percent,
  total: money,
  steps: z.array(step).optional().openapi({ description: "In the single form only." }),
  openPoints: z.array(z.string()).openapi({ description: "Every open point that was read." }),
  notes: z.array(z.object({ id: z.string(), message: localized })).optional(),
  law: lawStamp,
};

const employerResult = z
  .object({
    ...result,
    referenceWage: money,
    wageCap: z.string().openapi({ description: "Not rounded; at most eight decimals are printed." }),
    wagePremium: money,
    guidancePremium: money,
  })
  .openapi("EmployerResult");

const selfEmployedResult = z.object({ ...result, supportBase: money, supportPremium: money }).openapi("SelfEmployedResult");

const noResult = z
  .object({
    outcome: z.enum(["refused", "incomplete", "judgement", "invalid"]),
    reasons: z.array(reason),
    steps: z.array(step).optional(),
    law: lawStamp.optional(),
  })
  .openapi("NoResult");

export const calculationResult = z.union([employerResult, selfEmployedResult, noResult]).openapi("CalculationResult");

export const problemDocument = z
  .object({
    type: z.string().openapi({ example: "urn:maatwerk:problem:json" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z
      .array(z.object({ id: z.string(), field: z.string().optional(), expected: z.string().optional(), message: localized }))
      .optional(),
  })
  .openapi("Problem", { description: "RFC 9457." });

export const answerDocument = z
  .object({
    schema: z.literal("maatwerk.answer/1"),
    id: z.string(),
    reference: day,
    knownAt: z.string().openapi({ format: "date-time" }),
    openPoints: z.array(z.string()),
    questions: z.record(z.string(), z.unknown()),
    bounds: z.unknown(),
    caveats: z.array(z.unknown()),
  })
  .loose()
  .openapi("Answer", { description: "Every figure with its unit, population, dates, outcome type and caveats." });

export const healthDocument = z
  .object({ status: z.enum(["ok", "unavailable"]), missing: z.string().optional() })
  .openapi("Health");
