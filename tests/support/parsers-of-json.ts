// Readers of JSON that programs and forms send, each with an example that it takes.
import { readAnswerQuery } from "../../src/api/answers.ts";
import { readChange } from "../../src/api/applicant/read-change.ts";
import { readReforms, readRunQuestion } from "../../src/api/lab/read-question.ts";
import { parseAnew } from "../../src/counter/application/input.ts";
import { parseApplication } from "../../src/counter/index.ts";
import { goodApplication, testInsz } from "../../src/counter/testing.ts";
import { parseAdvice } from "../../src/counter/vdab/advice.ts";
import { parseEvaluation } from "../../src/counter/vdab/evaluate.ts";
import { parseFinding } from "../../src/counter/vdab/finding-input.ts";
import { parseNewPerson, parseRequest } from "../../src/counter/vdab/request.ts";
import { parseReviewAdvice, parseReviewDecision, parseReviewRequest } from "../../src/counter/vdab/review.ts";
import { fixedClock } from "../../src/kernel/index.ts";
import { parseCalculation } from "../../src/law/calculation/parse.ts";
import { calculateJson } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { parseDefinition } from "../../src/statistics/index.ts";
import { file, type Parser } from "./parser.ts";

const law = openLaw();
const clock = fixedClock("2026-11-27T10:00:00.000Z");

const person = { insz: testInsz(1), givenName: "Noor", familyName: "Synbergmans", residence: "FLANDERS", province: "ANTWERP" };
const calculation = {
  scheme: "employer",
  package: "P5",
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
  inServiceFrom: "2024-01-01",
  switches: { "OPEN-25": "TRUNCATE" },
};
const finding = {
  decidedOn: "2026-09-01",
  evidencePath: "REGIONAL_MEDICAL_LIST",
  workDisability: true,
  productivityLossPct: "40",
  extraCostsPct: "0",
  guidanceRequired: true,
  guidanceNeed: "HIGH",
  needDuration: "LASTING",
  higherNeed: false,
  validFrom: "2026-09-01",
  criteria: { met: true, reason: "Gezien in het verslag" },
  collective: { percentage: "45", guidanceNeed: "HIGH" },
  departure: { package: "P5", guidanceNeed: "HIGH", reason: "Blijkt uit het bezoek" },
};
const review = {
  on: "2026-10-01",
  outcome: "CHANGED",
  reason: "Gegrond",
  change: { percentage: "40", guidanceNeed: "HIGH", package: "P5", validFrom: "2026-10-01" },
};
const contract = { kind: "FIXED_TERM", from: "2026-09-01", until: "2027-08-31", hours: { worker: "19", fullTime: "38" } };
const opened = { fileRef: "0b5f6f8e-3c1a-4a55-9f0c-2b6f7b1f5c11", state: { application: { employerRef: "x" } } } as never;
const reform = file("examples/reforms/cap-2.2.yaml");

const readers: readonly [name: string, read: (json: unknown) => unknown, ...examples: unknown[]][] = [
  ["parseApplication", parseApplication, goodApplication(testInsz(1))],
  ["parseAnew", parseAnew, { contract, employmentFraction: "0.8" }],
  ["parseFinding", parseFinding, finding],
  [
    "parseEvaluation",
    parseEvaluation,
    { visitedOn: "2026-09-01", decidedOn: "2026-09-03", outcome: "PACKAGE", percentage: "40", guidanceNeed: "HIGH", reason: "x" },
  ],
  ["parseReviewRequest", (json) => parseReviewRequest(json, clock.today()), { noticeOn: "2026-09-01", reason: "Niet akkoord" }],
  ["parseReviewAdvice", parseReviewAdvice, { on: "2026-09-20", advice: "Gunstig" }],
  ["parseReviewDecision", (json) => parseReviewDecision(json, "INDICATION"), review],
  ["parseReviewDecision of an evaluation", (json) => parseReviewDecision(json, "EVALUATION"), review],
  [
    "parseRequest",
    (json) => parseRequest(json, clock.today(), null),
    { measure: "IMW", path: "REGIONAL_MEDICAL_LIST", channel: "PHONE", note: "x", email: "noor@synmail.be" },
  ],
  ["parseNewPerson", parseNewPerson, person],
  ["parseAdvice", parseAdvice, { person, advisedOn: "2026-09-01", advice: "Een premie helpt" }],
  [
    "readChange",
    (json) => readChange(objectOr(json), opened),
    { kind: "HOURS", effectiveOn: "2026-09-01", employmentFraction: "0.5" },
  ],
  ["parseCalculation", parseCalculation, calculation],
  ["calculateJson", (json) => calculateJson(law, json), calculation],
  [
    "parseDefinition",
    (json) => parseDefinition(json),
    { id: "x", title: "x", subject: "ticket", stock: { at: "2024-12-31" }, by: ["province"] },
  ],
];

const slow: typeof readers = [
  ["readRunQuestion", readRunQuestion, { reform, quarters: 8, source: "synthetic", grants: 200, seed: 1, draws: 1 }],
  ["readReforms", (json) => readReforms(typeof json === "string" ? json : [JSON.stringify(json)]), reform, { id: "x", set: [] }],
];

/** The routes hand their readers an object or refuse first. */
const objectOr = (json: unknown) =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : {};

export const parsersOfJson: readonly Parser[] = [
  ...readers.map((one) => ofJson(one, false)),
  ...slow.map((one) => ofJson(one, true)),
  {
    name: "readAnswerQuery",
    examples: ["at=2024-12-31&knownAt=2025-03-01", "knownAt=2025-03-01T10:00:00.000Z"],
    read: (text) => readAnswerQuery("sv-170", new URLSearchParams(text), clock),
  },
];

function ofJson([name, read, ...examples]: (typeof readers)[number], isSlow: boolean): Parser {
  return {
    name,
    json: true,
    slow: isSlow,
    examples: examples.map((one) => JSON.stringify(one)),
    read: (text) => read(loosely(text)),
  };
}

/** JSON when it is JSON, else the text itself: a reader of parsed JSON must take both. */
function loosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
