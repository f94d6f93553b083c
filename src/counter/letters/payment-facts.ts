// What the letters that follow from payment tell: a correction from the lines that a run booked, a recovery from what was decided.
import { fromQuarterNumber, type Iban } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { stepLines } from "../../law/index.ts";
import {
  explainCorrection,
  explainLine,
  type LedgerLine,
  type PaymentPorts,
  type Recoveries,
  type Run,
  recoveryCommunication,
  type Statement,
  type StatementHead,
} from "../../payment/index.ts";
import type { PaymentLetterFacts } from "./payment-letters.ts";
import { causeText, statementNumber } from "./statements.ts";

/** In the transaction that books a run or records a decision, one of these is put in the queue; the letter is made later. */
export const PAYMENT_LETTER_QUEUE = "payment-letter";

export type PaymentLetterJob =
  | { readonly about: "CORRECTION"; readonly runRef: string; readonly grantRef: string }
  | { readonly about: "RECOVERY"; readonly recoveryRef: string };

export interface PaymentFactSources {
  readonly law: Law;
  readonly payment: PaymentPorts;
  readonly findRun: (runRef: string) => Promise<Run | null>;
  readonly recoveries: Pick<Recoveries, "find" | "history">;
  readonly statements: {
    ofBeneficiary(ref: string): Promise<readonly StatementHead[]>;
    read(statementRef: string): Promise<Statement | null>;
  };
  readonly filesOfGrants: (grantRefs: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Where money is paid back to; null: not configured. */
  readonly account: { readonly name: string; readonly iban: Iban } | null;
}

/** Null when there is nothing to write about: no corrected line, or a right of an older scheme, which has no file. */
export function paymentFacts(sources: PaymentFactSources, job: PaymentLetterJob): Promise<PaymentLetterFacts | null> {
  return job.about === "CORRECTION" ? correctionFacts(sources, job) : recoveryFacts(sources, job.recoveryRef);
}

async function correctionFacts(
  sources: PaymentFactSources,
  { runRef, grantRef }: Extract<PaymentLetterJob, { about: "CORRECTION" }>,
): Promise<PaymentLetterFacts | null> {
  const fileRef = (await sources.filesOfGrants([grantRef])).get(grantRef);
  const lines = await sources.payment.ledger.lines({ grantRef });
  const corrected = lines.filter((one) => one.runRef === runRef && one.origin === "correction");
  const [first] = corrected;
  const run = await sources.findRun(runRef);
  if (fileRef === undefined || first === undefined || run === null) return null;
  return {
    source: `correction ${runRef} ${grantRef}`,
    kind: "correction",
    fileRef,
    at: first.bookedAt,
    quarter: fromQuarterNumber(run.start.quarter),
    lines: corrected.map((line) => ({
      quarter: fromQuarterNumber(line.quarter),
      component: line.component,
      cents: line.cents,
      earlierCents: earlierOf(line, lines),
    })),
    ...(await groundsOf(sources, corrected)),
  };
}

const earlierOf = (line: LedgerLine, lines: readonly LedgerLine[]): number =>
  lines
    .filter((one) => one.quarter === line.quarter && one.component === line.component && one.seq < line.seq)
    .reduce((sum, one) => sum + one.cents, 0);

/** Lines whose causes a letter sums up; of more, the statement says it line by line. */
const EXPLAINED = 200;

async function recoveryFacts(sources: PaymentFactSources, recoveryRef: string): Promise<PaymentLetterFacts | null> {
  const steps = await sources.recoveries.history(recoveryRef);
  const recovery = await sources.recoveries.find(recoveryRef);
  const decided = steps.find(({ step }) => step.step === "DECIDED");
  if (recovery === null || decided?.step.step !== "DECIDED") return null;
  const heads = await sources.statements.ofBeneficiary(recovery.beneficiary.ref);
  const head = heads.find((one) => one.runRef === recovery.runRef);
  const statement = head === undefined ? null : await sources.statements.read(head.statementRef);
  if (statement === null) return null;
  const files = await sources.filesOfGrants([...new Set(statement.of.map((line) => line.grantRef))]);
  const [fileRef, ...others] = new Set(files.values());
  const corrected = statement.of.filter((line) => line.origin === "correction");
  const { how, reason } = decided.step;
  return {
    source: `recovery ${recoveryRef}`,
    kind: "recovery",
    fileRef: others.length === 0 ? (fileRef ?? null) : null,
    beneficiary: recovery.beneficiary,
    number: statementNumber(statement),
    at: decided.at,
    quarter: fromQuarterNumber(statement.quarter),
    lines: summed(statement.of),
    terms: { how, reason, account: sources.account, communication: recoveryCommunication(recoveryRef) },
    ...(await groundsOf(sources, corrected.slice(0, EXPLAINED))),
  };
}

/** Per quarter and component; who of them, the statement says. */
function summed(lines: readonly LedgerLine[]): PaymentLetterFacts["lines"] {
  const sums = new Map<string, { quarter: number; component: string; cents: number }>();
  for (const { quarter, component, cents } of lines) {
    const key = `${quarter} ${component}`;
    const held = sums.get(key) ?? { quarter, component, cents: 0 };
    held.cents += cents;
    sums.set(key, held);
  }
  return [...sums.values()]
    .sort((a, b) => a.quarter - b.quarter || (a.component < b.component ? -1 : 1))
    .map(({ quarter, component, cents }) => ({ quarter: fromQuarterNumber(quarter), component, cents, earlierCents: null }));
}

/** Causes that several lines share are named once, with what they come to together. */
async function groundsOf(
  { law, payment }: PaymentFactSources,
  lines: readonly LedgerLine[],
): Promise<Pick<PaymentLetterFacts, "causes" | "rules" | "openPoints">> {
  const causes = new Map<string, number>();
  const [rules, openPoints] = [new Set<string>(), new Set<string>()];
  for (const line of lines) {
    const why = await explainCorrection(law, payment, line);
    for (const cause of why.outcome === "explained" ? why.causes : []) {
      const text = causeText(law, cause);
      causes.set(text, (causes.get(text) ?? 0) + cause.cents);
    }
    const replay = await explainLine(law, payment, line);
    if (replay.outcome !== "replayed") continue;
    for (const one of replay.entitlement?.openPoints ?? []) openPoints.add(one);
    for (const step of replay.explanation === null ? [] : stepLines(law, replay.explanation.steps))
      for (const id of step.ids) rules.add(id);
  }
  return {
    causes: [...causes].map(([text, cents]) => ({ text, cents })),
    rules: [...rules],
    openPoints: [...openPoints],
  };
}
