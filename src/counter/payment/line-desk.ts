// One ledger line, explained: what was due then, what was booked before, why it moved, and every step.
import type { Law } from "../../law/index.ts";
import {
  type AttestParts,
  type CorrectionReasons,
  explainCorrection,
  explainLine,
  type LedgerLine,
  type LineKey,
  type LineState,
  type Replay,
} from "../../payment/index.ts";
import type { GrantOwner, PaymentCounter } from "./ports.ts";

export interface OpenedLine {
  readonly line: LedgerLine;
  /** Null: on no statement, which the balance tells. */
  readonly state: LineState | null;
  readonly replay: Replay;
  readonly correction: CorrectionReasons | null;
  /** What the attest said beside its sums; null: no attest, or it came before that was kept. */
  readonly declared: AttestParts | null;
  readonly owner: GrantOwner | null;
  /** All lines of the grant and quarter, in order. */
  readonly lines: readonly LedgerLine[];
}

export async function openLine(counter: PaymentCounter, law: Law, key: LineKey): Promise<OpenedLine | null> {
  const { payment, queries } = counter;
  const lines = await payment.ledger.lines({ grantRef: key.grantRef, quarter: key.quarter });
  const line = lines.find((one) => one.component === key.component && one.seq === key.seq);
  if (line === undefined) return null;
  const [state, replay, correction, declared, owners] = await Promise.all([
    payment.ledger.state(line),
    explainLine(law, payment, line),
    line.seq === 0 ? null : explainCorrection(law, payment, line),
    line.attestNo === null ? null : queries.partsOf(line.attestNo, line.attestVersion ?? 0),
    queries.ownersOf([line.grantRef]),
  ]);
  return { line, state, replay, correction, declared, owner: owners[0] ?? null, lines };
}
