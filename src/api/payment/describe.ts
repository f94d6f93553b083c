// What programs can ask about payments, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { BLOCK_KINDS, COMPONENTS, INTAKE_KINDS } from "../../payment/index.ts";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { PAYMENTS } from "./request.ts";

const money = z.string().openapi({ description: "Euro as decimal text; negative in a correction.", example: "1052.50" });
const quarter = z.string().openapi({ example: "2026-Q3", pattern: "^\\d{4}-Q[1-4]$" });
const day = z.string().openapi({ format: "date", example: "2026-12-01" });
const moment = z.string().openapi({ format: "date-time", example: "2026-11-26T10:00:00.000Z" });
const ref = z.string().openapi({ format: "uuid" });
const component = z.enum(COMPONENTS);
const version = z.number().int().openapi({ description: "Also the ETag." });
const reason = z.string().openapi({ description: "Why; plain text." });

const run = z
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
const line = z
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
const openedLine = line
  .extend({
    file: ref.nullable(),
    replay: z.object({
      outcome: z.enum(["replayed", "lawNotFound"]),
      amount: money.optional(),
      agrees: z.boolean().optional(),
      steps: z.array(z.record(z.string(), z.unknown())).optional(),
    }),
    causes: z.array(z.object({ kind: z.string(), name: z.string(), amount: money })).nullable(),
  })
  .openapi("ExplainedLine");
const statement = z
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
const payment = z
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
const batch = z
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
const bankReport = z
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
const xml = { "application/xml": { schema: z.string() } };
const recovery = z
  .object({
    id: ref,
    stage: z.enum(["PROPOSED", "RUNNING", "CLOSED"]),
    run: ref,
    beneficiary: z.object({ kind: z.enum(["EMPLOYER", "PERSON"]), ref }),
    amount: money,
    settled: money,
    waived: money,
    open: money,
    how: z.object({ manner: z.enum(["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"]) }).nullable(),
    version,
  })
  .openapi("Recovery");
const block = z
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
const advance = z
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
const account = z
  .object({
    year: z.number().int(),
    article: z.string().nullable().openapi({ description: "Null: what no article carries." }),
    title: z.string(),
    components: z.array(component),
    credit: money.nullable(),
    committed: money,
    paid: money,
  })
  .openapi("BudgetLine");
const forecast = z
  .object({
    madeAt: moment,
    lawVersion: z.string(),
    wagesUpTo: quarter.nullable(),
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
const sample = z
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
const bundle = z
  .object({
    line,
    replay: z.record(z.string(), z.unknown()),
    origin: z.record(z.string(), z.unknown()),
    overrides: z.array(z.object({ kind: z.string(), detail: z.string() })),
  })
  .openapi("AuditBundle");
const intake = z
  .object({
    id: ref,
    kind: z.enum([...INTAKE_KINDS, "RETRY"]),
    label: z.string(),
    receivedAt: moment,
    report: z.record(z.string(), z.unknown()),
  })
  .openapi("Intake");

const items = <T extends z.ZodType>(schema: T) => z.object({ items: z.array(schema) });
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const refusals = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this, or it is one's own work that another person must judge."),
  404: problem("There is no such thing."),
};
const commandRefusals = {
  ...refusals,
  400: problem("The body or a header cannot be read: names field and expectation."),
  409: problem("The state does not allow it, or the Idempotency-Key was used for something else."),
  422: problem("The rules do not allow it: every reason."),
};
const versioned = { 412: problem("It changed since it was read."), 428: problem("If-Match is missing.") };
const key = z.object({
  "Idempotency-Key": z.string().openapi({ description: "8 to 100 visible characters; the same key does the same command once." }),
});
const keyAndVersion = key.extend({ "If-Match": z.string().openapi({ description: "ETag as it was read.", example: '"v1"' }) });

const path = (end: string) => `${PAYMENTS}${end}`.replace(/:(\w+)/g, "{$1}");
const params = (end: string) => {
  const names = [...end.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  return names.length === 0 ? {} : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) };
};
const content = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

function read<T extends z.ZodType>(end: string, operationId: string, summary: string, schema: T, query?: z.ZodObject) {
  return createRoute({
    method: "get",
    path: path(end),
    operationId,
    summary,
    tags: ["payments"],
    security: [{ token: [] }],
    request: { ...params(end), ...(query === undefined ? {} : { query }) },
    responses: { 200: { description: "As it stands.", content: content(schema) }, ...refusals },
  });
}

interface Command<T extends z.ZodType> {
  readonly body?: z.ZodType;
  readonly gives: T;
  readonly status?: 200 | 201 | 202;
  /** Needs If-Match. */
  readonly versioned?: boolean;
  readonly query?: z.ZodObject;
}

function command<T extends z.ZodType>(end: string, operationId: string, summary: string, of: Command<T>) {
  return createRoute({
    method: "post",
    path: path(end),
    operationId,
    summary,
    tags: ["payments"],
    security: [{ token: [] }],
    request: {
      ...params(end),
      headers: of.versioned === true ? keyAndVersion : key,
      ...(of.query === undefined ? {} : { query: of.query }),
      ...(of.body === undefined ? {} : { body: { required: true, content: content(of.body) } }),
    },
    responses: {
      [of.status ?? 200]: { description: "Done.", content: content(of.gives) },
      ...commandRefusals,
      ...(of.versioned === true ? versioned : {}),
    },
  });
}

const none = z.object({});
const why = z.object({ reason });
const year = z.object({ year: z.string().openapi({ example: "2026" }) });

const correction = z
  .object({
    quarter: z.string().openapi({ example: "2026-Q3" }),
    correctFrom: z.string().openapi({ example: "2026-Q1" }),
    moved: z.array(z.object({ parameter: z.string(), title: z.record(z.string(), z.string()), quarters: z.array(z.string()) })),
  })
  .openapi("CorrectionProposal", {
    description: "The law changed after these quarters were paid; a run with this quarter and correctFrom books the differences.",
  });

export const paymentDescriptions = [
  read(
    "/overview",
    "paymentOverview",
    "What waits for a person",
    z.object({ run: run.nullable(), correction: correction.nullable() }),
  ),
  read("/declarations", "listIntakes", "Files of declarations, newest first", items(intake)),
  createRoute({
    method: "post",
    path: path("/declarations"),
    operationId: "takeInDeclarations",
    summary: "Take in a file of declarations, whole or not at all",
    tags: ["payments"],
    security: [{ token: [] }],
    request: {
      headers: key,
      query: z.object({ kind: z.enum(INTAKE_KINDS), label: z.string().optional() }),
      body: { required: true, content: { "application/xml": { schema: z.string() }, "text/csv": { schema: z.string() } } },
    },
    responses: {
      201: { description: "Taken in.", content: content(intake) },
      200: { description: "The same file was taken in before; nothing was done.", content: content(intake) },
      413: problem("The file is larger than 10 MB: use the command line."),
      ...commandRefusals,
    },
  }),
  read(
    "/declarations/parked",
    "listParked",
    "Declarations that wait for a person",
    items(z.record(z.string(), z.unknown())),
    z.object({ after: ref.optional() }),
  ),
  command("/declarations/retry", "retryParked", "Try all waiting declarations again", {
    gives: z.object({ intake: intake.nullable() }),
  }),
  command("/declarations/parked/:id/dismiss", "dismissParked", "Put a waiting declaration aside for good", {
    body: why,
    gives: z.object({ id: ref }),
  }),
  read("/declarations/:id", "readIntake", "What became of a file", intake),
  read("/runs", "listRuns", "Quarterly runs, newest first", items(run)),
  command("/runs", "startRun", "Start a run and freeze its inputs", {
    body: z.object({ quarter, correctFrom: quarter.nullish() }),
    gives: run,
    status: 201,
  }),
  read("/runs/:id", "readRun", "One run, with the work that goes on", run),
  read(
    "/runs/:id/dry-run",
    "readDryRun",
    "Totals against the quarter before and the forecast, outliers, what is missing",
    z.record(z.string(), z.unknown()),
  ),
  read(
    "/runs/:id/lines",
    "listLines",
    "Ledger lines of a run",
    items(line).extend({ next: z.string().nullable() }),
    z.object({ origin: z.enum(["initial", "correction", "migration", "recovery"]).optional(), after: z.string().optional() }),
  ),
  command("/runs/:id/calculate", "calculateRun", "Ask for the dry run; the work goes on by itself", {
    gives: run,
    status: 202,
    versioned: true,
  }),
  command("/runs/:id/approve", "approveRun", "Approve what was calculated; not by who started it", {
    body: none,
    gives: run,
    versioned: true,
  }),
  command("/runs/:id/reject", "rejectRun", "Reject what was calculated", { body: why, gives: run, versioned: true }),
  command("/runs/:id/cancel", "cancelRun", "End a run without effect", { body: why, gives: run, versioned: true }),
  command("/runs/:id/book", "bookRun", "Ask for booking what was approved; the work goes on by itself", {
    gives: run,
    status: 202,
    versioned: true,
  }),
  read(
    "/runs/:id/statements",
    "listStatements",
    "Statements of a booked run",
    items(statement).extend({ next: z.string().nullable() }),
    z.object({ after: ref.optional() }),
  ),
  read(
    "/statements/:id",
    "readStatement",
    "One frozen statement with its lines",
    statement.extend({ intact: z.boolean(), lines: z.array(line) }),
  ),
  read("/lines/:grant/:quarter/:component/:sequence", "explainLine", "One ledger line, recomputed with every step", openedLine),
  read(
    "/runs/:id/payments",
    "listPayments",
    "Payments of a run as they stand, and its batches",
    items(payment).extend({ batches: z.array(batch) }),
  ),
  command("/runs/:id/batches", "makeBatch", "Make the bank file of what can go", {
    body: z.object({ executeOn: day.nullish() }),
    gives: batch,
    status: 201,
  }),
  createRoute({
    method: "post",
    path: path("/batches/:id/send"),
    operationId: "sendBatch",
    summary: "The bank file (pain.001), once: a second time is refused",
    tags: ["payments"],
    security: [{ token: [] }],
    request: params("/batches/:id/send"),
    responses: {
      200: { description: "The file; it counts as sent from now on.", content: xml },
      409: problem("It was sent before."),
      ...refusals,
    },
  }),
  createRoute({
    method: "post",
    path: path("/bank/files"),
    operationId: "takeBankFile",
    summary: "Take in an answer (pain.002) or an account statement (camt.053), whole or not at all",
    tags: ["payments"],
    security: [{ token: [] }],
    request: { body: { required: true, content: xml } },
    responses: {
      200: { description: "Taken in, or known already.", content: content(bankReport) },
      413: problem("The file is larger than 10 MB."),
      422: problem("The file is not one of ours: a foreign batch, transfer or account."),
      ...refusals,
    },
  }),
  read("/bank/unmatched", "listUnmatched", "Movements that nobody could place", items(z.record(z.string(), z.unknown()))),
  command(
    "/bank/unmatched/:entry/resolve",
    "resolveEntry",
    "Say what a movement is: a recovery, or something else with a reason",
    {
      body: z.object({ recovery: ref.optional(), reason: reason.optional() }),
      gives: z.object({ entry: z.string() }),
    },
  ),
  command("/runs/:id/payments/:payment/check-account", "checkAccount", "One of two persons looks at a changed account", {
    gives: z.object({ payment: ref }),
  }),
  read("/recoveries", "listRecoveries", "Recoveries, newest first", items(recovery)),
  read("/recoveries/:id", "readRecovery", "One recovery", recovery),
  command("/recoveries/:id/decide", "decideRecovery", "Decide how it comes back; not by who proposed it", {
    body: z.object({
      manner: z.enum(["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"]),
      months: z.number().int().optional(),
      firstOn: day.optional(),
      reason,
    }),
    gives: recovery,
    versioned: true,
  }),
  command("/recoveries/:id/settle", "settleRecovery", "Note money that came back", {
    body: z.object({ amount: money, reference: z.string() }),
    gives: recovery,
    versioned: true,
  }),
  command("/recoveries/:id/waive", "waiveRecovery", "Give up a part of what is open", {
    body: z.object({ amount: money, reason }),
    gives: recovery,
    versioned: true,
  }),
  read("/blocks", "listBlocks", "Payment blocks, newest first", items(block)),
  command("/blocks", "setBlock", "Hold payments, or send them elsewhere after a second person confirms", {
    body: z.object({
      number: z.string().openapi({ description: "Enterprise number, or national number of a self-employed person." }),
      kind: z.enum(BLOCK_KINDS),
      from: day,
      most: money.nullish(),
      payee: z.object({ name: z.string(), iban: z.string() }).nullish(),
      reason,
    }),
    gives: block,
    status: 201,
  }),
  read("/blocks/:id", "readBlock", "One payment block", block),
  command("/blocks/:id/confirm", "confirmBlock", "Confirm that money goes elsewhere; not by who set it", {
    body: none,
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/refuse", "refuseBlock", "Refuse a block", { body: why, gives: block, versioned: true }),
  command("/blocks/:id/lift", "liftBlock", "End a block, or ask for it where money goes elsewhere", {
    body: why.extend({ lastDay: day }),
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/confirm-lift", "confirmLift", "Confirm the end of a block; not by who asked", {
    body: none,
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/keep", "keepBlock", "Keep a block whose end was asked", { body: none, gives: block, versioned: true }),
  read("/accounts", "listAccounts", "Commitments and payments per article and year", items(account)),
  command("/accounts/articles", "recordArticle", "Record a budget article for a year", {
    body: z.object({
      article: z.string(),
      year: z.number().int(),
      title: z.string(),
      components: z.array(component),
      credit: money.nullish(),
    }),
    gives: z.object({ article: z.string(), year: z.number().int(), recordedAt: moment, version }),
    status: 201,
  }),
  command("/accounts/commit", "commitGrants", "Engage every grant on its present terms, once", {
    gives: z.object({ written: z.number().int() }),
  }),
  createRoute({
    method: "get",
    path: path("/accounts/export"),
    operationId: "exportAccounts",
    summary: "Every commitment and payment of a year, as CSV with semicolons",
    tags: ["payments"],
    security: [{ token: [] }],
    request: { query: year },
    responses: {
      200: { description: "The file.", content: { "text/csv": { schema: z.string() } } },
      400: problem("The year cannot be read."),
      ...refusals,
    },
  }),
  read(
    "/state-aid",
    "listStateAid",
    "What each undertaking received in a year, largest first",
    items(z.object({ employer: ref, year: z.number().int(), wage: money, guidance: money, total: money })),
    year.extend({ employer: ref.optional() }),
  ),
  read(
    "/advances",
    "listAdvances",
    "Monthly advances, and whether they are possible",
    items(advance).extend({ on: z.boolean() }),
  ),
  command("/advances/:id/grant", "grantAdvance", "Grant an advance at the amount of the law", {
    body: none,
    gives: advance,
    versioned: true,
  }),
  command("/advances/:id/refuse", "refuseAdvance", "Refuse an advance", { body: why, gives: advance, versioned: true }),
  command("/advances/:id/stop", "stopAdvance", "Stop an advance from this month on", {
    body: none,
    gives: advance,
    versioned: true,
  }),
  read(
    "/forecast",
    "readForecast",
    "Running grants over the next eight quarters, on the last wages",
    forecast,
    z.object({ fresh: z.enum(["true"]).optional() }),
  ),
  read("/samples", "listSamples", "Samples drawn, newest first", items(sample)),
  command("/samples", "drawSample", "Draw payments at random under a seed", {
    body: z.object({
      seed: z.string(),
      size: z.number().int(),
      fromQuarter: quarter,
      untilQuarter: quarter,
      component: component.nullish(),
      knownAt: moment.nullish(),
    }),
    gives: sample,
    status: 201,
  }),
  read("/samples/:id", "readSample", "One sample", sample),
  read("/samples/:id/:number", "openBundle", "Everything behind one payment of a sample", bundle),
];
