// The state of one evaluation: the case's facts, values already computed, open points leaned on, and the trace when one is asked for.
import type { Frame, ParameterCell } from "./frame.ts";
import type { Trace } from "./trace.ts";
import type { NoValue, Value } from "./value.ts";

/** A fact of the case as the engine holds it; undefined when the case does not give it. */
export type Fact = Value | undefined;

/**
 * Values of rules by place: three places per rule, so that a rule about a month keeps one value per month. One sheet serves all cases of a
 * program, one after the other: a place counts only when it carries the number of the case.
 */
export class Memo {
  readonly values: (Value | NoValue | undefined)[];
  readonly writtenIn: Uint32Array;
  private run = 0;

  constructor(ruleCount: number) {
    this.values = new Array(ruleCount * 3).fill(undefined);
    this.writtenIn = new Uint32Array(ruleCount * 3);
  }

  /** The number of the next case. */
  next(): number {
    if (this.run === 0xffff_ffff) {
      this.writtenIn.fill(0);
      this.run = 0;
    }
    this.run += 1;
    return this.run;
  }
}

export class Run {
  readonly frame: Frame;
  /** By input slot of the program. */
  readonly facts: readonly Fact[];
  readonly trace: Trace | null;
  readonly memo: Memo;
  /** Of this case in the memo. */
  readonly number: number;
  /** OPEN ids that were read, each once, in order of reading. */
  readonly openPoints: string[] = [];
  /** Parameters that were carried forward past what is known. */
  readonly carried: ParameterCell[] = [];
  /** 0, 1 or 2 inside a loop over the months of the quarter, else -1. */
  month = -1;

  constructor(frame: Frame, facts: readonly Fact[], memo: Memo, trace: Trace | null) {
    this.frame = frame;
    this.facts = facts;
    this.trace = trace;
    this.memo = memo;
    this.number = memo.next();
  }

  lean(openPoint: string): void {
    if (!this.openPoints.includes(openPoint)) this.openPoints.push(openPoint);
    if (this.trace !== null) this.trace.lean(openPoint);
  }

  readParameter(cell: ParameterCell): Value | NoValue {
    for (const openPoint of cell.openPoints) {
      if (!this.openPoints.includes(openPoint)) this.openPoints.push(openPoint);
    }
    if (cell.carriedForward && !this.carried.includes(cell)) this.carried.push(cell);
    if (this.trace !== null) this.trace.parameter(cell);
    return cell.value;
  }
}
