// What the payment API answers with, as OpenAPI schemas.
import { z } from "@hono/zod-openapi";
import { BLOCK_KINDS, INTAKE_KINDS, LINE_STATES, MOVED_KINDS } from "../../../payment/index.ts";
import { component, day, moment, money, quarter, ref, version } from "./parts.ts";

export const run = z
  .object({
    id: ref,
    stage: z.enum(["STARTED", "CALCULATED", "APPROVED", "BOOKED", "REJECTED", "CANCELLED"]),
    quarter,
    correctFrom: quarter,
    knownAt: moment,
    law: z.object({ version: z.string(), graph: z.string(), parameters: z.string() }),
    result: z
      .object({
        fingerprint: z.string(),
        withheld: z.number().int(),
        totals: z.array(z.object({ quarter, component, lines: z.number().int(), amount: money })),
      })
      .nullable(),
    work: z
      .object({
        action: z.enum(["CALCULATE", "BOOK"]),
        since: moment,
        progress: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
        failed: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: "Work that goes on now; null: none." }),
    version,
  })
  .openapi("PaymentRun");
export const line = z
  .object({
    grant: ref,
    quarter,
    component,
    sequence: z.number().int(),
    employer: ref.nullable(),
    amount: money,
    origin: z.enum(["initial", "correction", "migration", "recovery"]),
    run: ref,
    attest: z.object({ number: z.string(), version: z.number().int() }).nullable(),
    law: z.object({ graph: z.string(), parameters: z.string() }),
    bookedAt: moment,
  })
  .openapi("LedgerLine");
const coded = z.array(z.object({ code: z.string(), amount: money }));
const declared = z.object({
  occupations: z.array(
    z.object({
      sequence: z.number().int(),
      jointCommittee: z.string(),
      startedOn: day,
      endedOn: day.nullable(),
      weeklyHours: z.string(),
      fullTimeWeeklyHours: z.string(),
      performedFraction: z.string(),
      remunerations: coded,
    }),
  ),
  contributions: coded,
  reductions: coded,
});
export const openedLine = line
  .extend({
    file: ref.nullable(),
    state: z
      .enum(LINE_STATES)
      .nullable()
      .openapi({ description: "What became of the line; null: on no statement, see the balance." }),
    declared: declared
      .nullable()
      .openapi({ description: "What the attest said beside its sums; null: none, or it came before that was kept." }),
    replay: z.object({
      outcome: z.enum(["replayed", "lawNotFound"]),
      amount: money.optional(),
      agrees: z.boolean().optional(),
      steps: z.array(z.record(z.string(), z.unknown())).optional(),
    }),
    causes: z.array(z.object({ kind: z.string(), name: z.string(), amount: money })).nullable(),
  })
  .openapi("ExplainedLine");
export const statement = z
  .object({
    id: ref,
    run: ref,
    quarter,
    beneficiary: z.object({ kind: z.enum(["EMPLOYER", "PERSON"]), ref }),
    amount: money,
    lineCount: z.number().int(),
    linesHash: z.string(),
    frozenAt: moment,
  })
  .openapi("PaymentStatement");
export const payment = z
  .object({
    id: ref,
    beneficiary: z.object({ kind: z.enum(["EMPLOYER", "PERSON"]), ref }),
    amount: money,
    redirected: z.boolean(),
    state: z.enum(["READY", "WAITING", "BATCHED", "SENT", "ACCEPTED", "EXECUTED"]),
    waits: z.enum(["NO_ACCOUNT", "NO_NAME", "ACCOUNT_CHANGED", "ACCOUNT_FAILED"]).nullable(),
    attempt: z.number().int(),
    endToEndId: z.string().nullable(),
    batch: ref.nullable(),
    bankReason: z.string().nullable(),
  })
  .openapi("Payment");
export const batch = z
  .object({
    id: ref,
    run: ref,
    number: z.number().int(),
    messageId: z.string(),
    executeOn: day,
    payments: z.number().int(),
    controlSum: money,
    fileHash: z.string(),
    sentAt: moment.nullable(),
  })
  .openapi("PaymentBatch");
export const bankReport = z
  .object({
    before: z.boolean(),
    kind: z.enum(["ANSWER", "STATEMENT"]),
    accepted: z.number().int(),
    rejected: z.number().int(),
    executed: z.number().int(),
    returned: z.number().int(),
    recovered: z.number().int(),
    unmatched: z.number().int(),
    known: z.number().int(),
  })
  .openapi("BankFileReport");
export const xml = { "application/xml": { schema: z.string() } };
export const recovery = z
  .object({
    id: ref,
    stage: z.enum(["PROPOSED", "RUNNING", "CLOSED"]),
    run: ref,
    beneficiary: z.object({ kind: z.enum(["EMPLOYER", "PERSON"]), ref }),
    amount: money,
    settled: money,
    waived: money,
    open: money,
    overdue: money.openapi({ description: "Should have come back by now." }),
    how: z.object({ manner: z.enum(["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"]) }).nullable(),
    version,
  })
  .openapi("Recovery");
export const block = z
  .object({
    id: ref,
    stage: z.enum(["PROPOSED", "IN_FORCE", "LIFT_PROPOSED", "LIFTED", "REFUSED"]),
    kind: z.enum(BLOCK_KINDS),
    beneficiary: z.object({ kind: z.enum(["EMPLOYER", "PERSON"]), ref }),
    from: day,
    lastDay: day.nullable(),
    most: money.nullable(),
    redirects: z.boolean(),
    held: money,
    redirected: money,
    version,
  })
  .openapi("PaymentBlock");
export const advance = z
  .object({
    id: ref,
    stage: z.enum(["REQUESTED", "RUNNING", "REFUSED", "STOPPED"]),
    grant: ref,
    fromMonth: z.string(),
    monthly: money,
    settled: money,
    version,
  })
  .openapi("Advance");
export const account = z
  .object({
    year: z.number().int(),
    article: z.string().nullable().openapi({ description: "Null: what no article carries." }),
    title: z.string(),
    components: z.array(component),
    credit: money.nullable(),
    committed: money,
    settled: money.openapi({ description: "Vereffend: what runs booked." }),
    paid: money,
  })
  .openapi("BudgetLine");
export const forecast = z
  .object({
    madeAt: moment,
    lawVersion: z.string(),
    wagesUpTo: quarter.nullable(),
    expectedWages: z.number().int().openapi({ description: "Relations counted on what a payroll office expects." }),
    quarters: z.array(
      z.object({
        quarter,
        amount: money,
        withheld: z.number().int(),
        components: z.array(
          z.object({
            component,
            grants: z.number().int(),
            amount: money,
            estimatedGrants: z.number().int(),
            estimatedAmount: money,
          }),
        ),
      }),
    ),
  })
  .openapi("Forecast");
export const sample = z
  .object({
    id: ref,
    seed: z.string(),
    size: z.number().int(),
    fromQuarter: quarter,
    untilQuarter: quarter,
    component: component.nullable(),
    knownAt: moment,
    frame: z.object({ lines: z.number().int(), amount: money }),
    drawnAt: moment,
    lines: z.array(z.object({ grant: ref, quarter, component, sequence: z.number().int() })),
  })
  .openapi("AuditSample");
export const bundle = z
  .object({
    line,
    replay: z.record(z.string(), z.unknown()),
    origin: z.record(z.string(), z.unknown()),
    overrides: z.array(z.object({ kind: z.string(), detail: z.string() })),
  })
  .openapi("AuditBundle");
export const intake = z
  .object({
    id: ref,
    kind: z.enum([...INTAKE_KINDS, "RETRY"]),
    label: z.string(),
    receivedAt: moment,
    report: z.record(z.string(), z.unknown()),
  })
  .openapi("Intake");
export const correction = z
  .object({
    quarter: z.string().openapi({ example: "2026-Q3" }),
    correctFrom: z.string().openapi({ example: "2026-Q1" }),
    law: z.array(
      z.object({
        kind: z.enum(["PARAMETER", "SWITCH", "RULE"]),
        id: z.string(),
        title: z.record(z.string(), z.string()),
        quarters: z.array(z.string()),
      }),
    ),
    facts: z.array(
      z.object({
        kind: z.enum(MOVED_KINDS),
        title: z.record(z.string(), z.string()),
        quarters: z.array(z.object({ quarter: z.string(), count: z.int() })),
      }),
    ),
  })
  .openapi("CorrectionProposal", {
    description:
      "The law changed, or declarations, grants or older rights came to be known, after these quarters were paid; a run with this quarter and correctFrom books the differences.",
  });
