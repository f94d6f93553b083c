// The JSON in which payments leave the API: amounts as decimal text, quarters as 2026-Q3.
import type { OpenedLine, WorkState } from "../../counter/index.ts";
import { cents, euro, fromQuarterNumber, type PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { stepLines } from "../../law/index.ts";
import {
  type AccountLine,
  type ActivitySeen,
  type Advance,
  type AttestParts,
  type Block,
  type Bundle,
  type CorrectionProposal,
  type DryRun,
  type Forecast,
  type ForecastQuarter,
  type LedgerLine,
  overdueCents,
  type Payment,
  type Recovery,
  type Replay,
  type Run,
  recoveryStage,
  type Sample,
  type StateAid,
  type StatementHead,
  type StoredBatch,
  type StoredIntake,
} from "../../payment/index.ts";
import { decimalText } from "../decimal-text.ts";

const money = (amount: number): string => euro(cents(amount));
const quarter = (number: number): string => fromQuarterNumber(number);

/** The run that would correct what was paid before the law or the facts changed. */
export const correctionJson = ({ quarter: of, correctFrom, law, facts }: CorrectionProposal) => ({
  quarter: quarter(of),
  correctFrom: quarter(correctFrom),
  law: law.map((one) => ({ ...one, quarters: one.quarters.map(quarter) })),
  facts: facts.map(({ kind, title, quarters }) => ({
    kind,
    title,
    quarters: quarters.map((one) => ({ quarter: quarter(one.quarter), count: one.count })),
  })),
});

export const runJson = (run: Run, work: WorkState | null = null) => ({
  id: run.runRef,
  stage: run.stage,
  quarter: quarter(run.start.quarter),
  correctFrom: quarter(run.start.correctFrom),
  knownAt: run.start.knownAt,
  law: { version: run.start.lawVersion, graph: run.start.graphHash, parameters: run.start.parametersHash },
  result:
    run.result === null
      ? null
      : {
          fingerprint: run.result.fingerprint,
          withheld: run.result.withheld,
          totals: run.result.totals.map((one) => ({
            quarter: quarter(one.quarter),
            component: one.component,
            lines: one.lines,
            amount: money(one.cents),
          })),
        },
  work,
  version: run.seq,
});

const forecastQuarterJson = (one: ForecastQuarter) => ({
  quarter: quarter(one.quarter),
  amount: money(one.cents),
  withheld: one.withheld,
  components: one.components.map((part) => ({
    component: part.component,
    grants: part.grants,
    amount: money(part.cents),
    estimatedGrants: part.estimatedGrants,
    estimatedAmount: money(part.estimatedCents),
  })),
});

export const forecastJson = (forecast: Forecast) => ({
  madeAt: forecast.madeAt,
  lawVersion: forecast.lawVersion,
  wagesUpTo: forecast.wagesUpTo === null ? null : quarter(forecast.wagesUpTo),
  expectedWages: forecast.expectedWages,
  quarters: forecast.quarters.map(forecastQuarterJson),
});

const activityJson = ({ grantRef, answer, stoppedOn, insolvency, grantUntil }: ActivitySeen) => ({
  grant: grantRef,
  answer,
  stoppedOn,
  insolvency,
  grantUntil,
});

export const dryRunJson = (report: DryRun) => ({
  quarter: quarter(report.quarter),
  compared: report.compared.map((one) => ({
    component: one.component,
    grants: one.grants,
    amount: money(one.cents),
    grantsBefore: one.grantsBefore,
    amountBefore: money(one.centsBefore),
    foreseen: one.centsForeseen === null ? null : money(one.centsForeseen),
  })),
  counts: report.counts,
  outliers: report.outliers.map((one) => ({
    grant: one.grantRef,
    component: one.component,
    amount: money(one.cents),
    amountBefore: money(one.centsBefore),
  })),
  undeclared: report.undeclared,
  several: report.several,
  withheld: report.withheld.map((one) => ({ grant: one.grantRef, reasons: one.reasons })),
  companyRegister: { askedAt: report.askedAt, asked: report.asked },
  signalled: report.signalled.map(activityJson),
  unchecked: report.unchecked.map(activityJson),
  first: report.first,
  last: report.last,
  endingSoon: report.endingSoon,
});

export const lineJson = (line: LedgerLine) => ({
  grant: line.grantRef,
  quarter: quarter(line.quarter),
  component: line.component,
  sequence: line.seq,
  employer: line.employerRef,
  amount: money(line.cents),
  origin: line.origin,
  run: line.runRef,
  attest: line.attestNo === null ? null : { number: line.attestNo, version: line.attestVersion },
  law: { graph: line.graphHash, parameters: line.parametersHash },
  bookedAt: line.bookedAt,
});

const replayJson = (law: Law, replay: Replay) =>
  replay.outcome === "replayed"
    ? {
        outcome: replay.outcome,
        due: money(replay.dueCents),
        earlier: money(replay.earlierCents),
        amount: money(replay.cents),
        agrees: replay.agrees,
        openPoints: replay.entitlement?.openPoints ?? [],
        steps: replay.explanation === null ? [] : stepLines(law, replay.explanation.steps),
      }
    : { outcome: replay.outcome, missing: replay.missing };

export const openedLineJson = (law: Law, { line, state, replay, correction, declared, owner }: OpenedLine) => ({
  ...lineJson(line),
  file: owner?.fileRef ?? null,
  state,
  declared: declared === null ? null : declaredJson(declared),
  replay: replayJson(law, replay),
  causes:
    correction?.outcome === "explained"
      ? correction.causes.map((one) => ({ kind: one.kind, name: one.name, amount: money(one.cents) }))
      : null,
});

export const statementJson = (one: StatementHead) => ({
  id: one.statementRef,
  run: one.runRef,
  quarter: quarter(one.quarter),
  beneficiary: one.beneficiary,
  amount: money(one.cents),
  lineCount: one.lines,
  linesHash: one.linesHash,
  frozenAt: one.frozenAt,
});

/** Hours per week and shares as decimal text, amounts as everywhere. */
const declaredJson = ({ occupations, contributions, reductions }: AttestParts) => {
  const coded = (lines: readonly { readonly code: string; readonly amount: number }[]) =>
    lines.map(({ code, amount }) => ({ code, amount: money(amount) }));
  return {
    occupations: occupations.map((one) => ({
      sequence: one.sequence,
      jointCommittee: one.jointCommittee,
      startedOn: one.startedOn,
      endedOn: one.endedOn,
      weeklyHours: decimalText(one.weeklyHours, 2),
      fullTimeWeeklyHours: decimalText(one.fullTimeWeeklyHours, 2),
      performedFraction: decimalText(one.performedFraction, 4),
      remunerations: coded(one.remunerations),
    })),
    contributions: coded(contributions),
    reductions: coded(reductions),
  };
};

/** Without name and account: those are in the file alone. */
export const paymentJson = (one: Payment) => ({
  id: one.paymentRef,
  beneficiary: one.beneficiary,
  amount: money(one.cents),
  redirected: one.payeeRef !== null,
  state: one.state,
  waits: one.waits,
  attempt: one.attempt,
  endToEndId: one.endToEndId,
  batch: one.batchRef,
  bankReason: one.bankReason,
});

export const batchJson = (one: StoredBatch) => ({
  id: one.batchRef,
  run: one.runRef,
  number: one.batchNo,
  messageId: one.messageId,
  executeOn: one.executeOn,
  payments: one.payments,
  controlSum: money(one.cents),
  fileHash: one.fileHash,
  sentAt: one.sentAt,
});

export const recoveryJson = (one: Recovery, today: PlainDate) => ({
  id: one.recoveryRef,
  stage: recoveryStage(one),
  run: one.runRef,
  beneficiary: one.beneficiary,
  amount: money(one.cents),
  settled: money(one.settledCents),
  waived: money(one.waivedCents),
  open: money(one.cents - one.settledCents - one.waivedCents),
  overdue: money(overdueCents(one, today)),
  how:
    one.how === null
      ? null
      : one.how.manner === "INSTALMENTS"
        ? { manner: one.how.manner, plan: one.how.plan.map((part) => ({ dueOn: part.dueOn, amount: money(part.cents) })) }
        : one.how,
  version: one.seq,
});

/** Without payee and reason: those are sealed, and shown on the page only. */
export const blockJson = (one: Block) => ({
  id: one.blockRef,
  stage: one.stage,
  kind: one.kind,
  beneficiary: one.beneficiary,
  from: one.from,
  lastDay: one.lastDay,
  most: one.mostCents === null ? null : money(one.mostCents),
  redirects: one.payeeRef !== null,
  held: money(one.heldCents),
  redirected: money(one.redirectedCents),
  version: one.seq,
});

export const advanceJson = (one: Advance) => ({
  id: one.advanceRef,
  stage: one.stage,
  grant: one.grantRef,
  fromMonth: one.fromMonth.slice(0, 7),
  monthly: money(one.monthlyCents),
  paid: one.paid.map((part) => ({
    month: part.month.slice(0, 7),
    amount: money(part.cents),
    withheld: money(part.withheldCents),
  })),
  settled: money(one.settledCents),
  version: one.seq,
});

export const accountJson = (one: AccountLine) => ({
  year: one.year,
  article: one.article,
  title: one.title,
  components: one.components,
  credit: one.creditCents === null ? null : money(one.creditCents),
  committed: money(one.committedCents),
  settled: money(one.settledCents),
  paid: money(one.paidCents),
});

export const stateAidJson = (one: StateAid) => ({
  employer: one.employerRef,
  year: one.year,
  wage: money(one.wageCents),
  guidance: money(one.guidanceCents),
  older: money(one.olderCents),
  total: money(one.totalCents),
});

export const sampleJson = (one: Sample) => ({
  id: one.sampleRef,
  seed: one.seed,
  size: one.size,
  fromQuarter: quarter(one.fromQuarter),
  untilQuarter: quarter(one.untilQuarter),
  component: one.component,
  knownAt: one.knownAt,
  frame: { lines: one.frameLines, amount: money(one.frameCents) },
  drawnAt: one.drawnAt,
  lines: one.lines.map((line) => ({
    grant: line.grantRef,
    quarter: quarter(line.quarter),
    component: line.component,
    sequence: line.seq,
  })),
});

export const bundleJson = (law: Law, { line, replay, origin, overrides }: Bundle) => ({
  line: lineJson(line),
  replay: replayJson(law, replay),
  origin,
  overrides,
});

export const intakeJson = (one: StoredIntake) => {
  const { quarters, ...report } = one.report;
  return {
    id: one.intakeRef,
    kind: one.kind,
    label: one.label,
    receivedAt: one.receivedAt,
    report: {
      ...report,
      quarters: Object.fromEntries(Object.entries(quarters).map(([number, n]) => [quarter(Number(number)), n])),
    },
  };
};
