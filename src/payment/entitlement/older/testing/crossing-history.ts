// For tests: one history that crosses from a VOP to a grant, as commands record it, and what each of its quarters is due by the sources.
import {
  crossingCommand,
  decideTransition,
  evolveOldRight,
  LawReading,
  type OldRight,
  type OldRightFacts,
  type TransitionCommand,
} from "../../../../dossier/index.ts";
import {
  addDays,
  addQuarters,
  type EmployerRef,
  type FileRef,
  firstDay,
  fromQuarterNumber,
  type GrantRef,
  lastDay,
  newRef,
  type PersonRef,
  type PlainDate,
  plainDate,
  quarterIndexNumber,
  quarterOf,
  type RightRef,
  type SealedRef,
} from "../../../../kernel/index.ts";
import type { Law } from "../../../../law/index.ts";
import { aPosition } from "../../../fixtures.ts";
import type { Position } from "../../../ports.ts";
import { positionOfRight } from "../position-of-right.ts";

export interface Drawn {
  readonly measure: "VOP" | "TVOP";
  readonly self: boolean;
  readonly startedOn: PlainDate;
  readonly endsEarlier: number;
  readonly askedOn: PlainDate | null;
  readonly decidedOn: PlainDate;
  readonly term: number;
  readonly grossCents: number;
}

export interface Lived {
  readonly drawn: Drawn;
  readonly personRef: PersonRef;
  readonly employerRef: EmployerRef | null;
  readonly rightRef: RightRef;
  readonly right: OldRight;
  readonly grantRef: GrantRef;
  /** Foreseen last day of the VOP, as its source gives it. */
  readonly ownEnd: PlainDate;
  readonly grantsFrom: PlainDate;
  readonly startQuarter: number;
  readonly endQuarter: number;
  /** Asked while a grant could answer it and before the older road closed: it runs on until the decision (TRANS-05, S60). */
  readonly inTime: boolean;
}

const EMPLOYEE = [
  { throughQuarter: 5, percentage: 40 },
  { throughQuarter: 9, percentage: 30 },
  { throughQuarter: 20, percentage: 20 },
];
const SELF_EMPLOYED = [
  { throughQuarter: 5, percentage: 40 },
  { throughQuarter: 20, percentage: 20 },
];
const TEMPORARY = [{ throughQuarter: 8, percentage: 20 }];
const IN_TIME = ["2023-04-01", "2023-06-30"] as const;

/** By the commands that record it: asked or not, decided with a grant, the right ended or run on by the crossing. Null: it was over by 30 June 2023. */
export function lived(law: Law, drawn: Drawn, today: PlainDate): Lived | null {
  const { measure, self, startedOn, askedOn, decidedOn, term } = drawn;
  const quarters = measure === "TVOP" ? 8 : 20;
  const foreseen = lastDay(addQuarters(quarterOf(startedOn), quarters - 1));
  const shortened = addDays(foreseen, -drawn.endsEarlier);
  const ownEnd = shortened < startedOn ? foreseen : shortened;
  // TRANS-03: kept by who had it on the day.
  if (ownEnd < plainDate(IN_TIME[1])) return null;
  const rightRef = newRef<RightRef>();
  const personRef = newRef<PersonRef>();
  const employerRef = self ? null : newRef<EmployerRef>();
  const facts: OldRightFacts = {
    measure,
    personRef,
    employerRef,
    startedOn,
    startQuarter: quarterOf(startedOn),
    quarters,
    schedule: measure === "TVOP" ? TEMPORARY : self ? SELF_EMPLOYED : EMPLOYEE,
    endsOn: ownEnd,
    source: "vop-2023-06",
  };
  const grant = { fileRef: newRef<FileRef>(), grantRef: newRef<GrantRef>(), startQuarter: quarterOf(decidedOn) };
  let right: OldRight | null = null;
  const take = (command: TransitionCommand | null) => {
    if (command === null) return;
    const decision = decideTransition(law, right, command, { today });
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.map((one) => one.id).join()}`);
    right = decision.value.reduce<OldRight | null>(evolveOldRight, right);
  };
  take({ type: "RecordOldRight", rightRef, right: facts });
  const asks = askedOn !== null && askedOn >= startedOn && askedOn <= decidedOn && askedOn <= ownEnd;
  if (asks) take({ type: "RequestVopEvaluation", rightRef, on: askedOn });
  if (self && measure === "VOP") take(viable(rightRef, facts));
  take(crossingCommand(new LawReading(law, decidedOn), rightRef, right, grant, decidedOn));
  const startQuarter = quarterIndexNumber(grant.startQuarter);
  return {
    drawn,
    personRef,
    employerRef,
    rightRef,
    right: right as unknown as OldRight,
    grantRef: grant.grantRef,
    ownEnd,
    grantsFrom: firstDay(grant.startQuarter),
    startQuarter,
    endQuarter: startQuarter + term - 1,
    inTime: asks && askedOn >= IN_TIME[0] && askedOn <= IN_TIME[1],
  };
}

/** The second phase of a self-employed person asks it (TRANS-10). */
function viable(rightRef: RightRef, { startedOn, startQuarter }: OldRightFacts): TransitionCommand {
  const sealed = newRef<SealedRef>();
  const proof = "VIABILITY_ATTEST" as const;
  return {
    type: "JudgeVopActivity",
    rightRef,
    on: startedOn,
    fromQuarter: startQuarter,
    proof,
    income: null,
    viable: true,
    sealed,
  };
}

/** What a quarter is due, by what was drawn alone: a grant pays its term, the VOP all before it up to its end, or up to the grant in time. */
export function measureDue(one: Lived, quarter: number): "VOP" | "WAGE" | "SUPPORT" | "NONE" {
  if (quarter > one.endQuarter) return "NONE";
  if (quarter >= one.startQuarter) return one.drawn.self ? "SUPPORT" : "WAGE";
  return one.inTime || one.ownEnd >= firstDay(fromQuarterNumber(quarter)) ? "VOP" : "NONE";
}

/** The positions that the records give in the quarter: the right as it ended, and the grant; a right says when a grant is beside it. */
export function heldIn(one: Lived, quarter: number): readonly Position[] {
  const { personRef, employerRef, grantRef, startQuarter, endQuarter } = one;
  const granted = quarter >= startQuarter && quarter <= endQuarter;
  const right = positionOfRight(one.right, one.rightRef, quarter);
  const held: Position[] = [];
  if (right?.older !== undefined) held.push({ ...right, older: { ...right.older, besideGrant: granted } });
  if (!granted) return held;
  const validFrom = firstDay(fromQuarterNumber(startQuarter));
  const validTo = addDays(lastDay(fromQuarterNumber(endQuarter)), 1);
  const term = { grantRef, personRef, employerRef, startQuarter, endQuarter, validFrom, validTo };
  const kind = { package: endQuarter - startQuarter < 8 ? ("T2" as const) : ("P5" as const), guidanceNeed: "NONE" as const };
  const of =
    employerRef === null
      ? ({ applicant: "SELF_EMPLOYED", premiums: "SUPPORT" } as const)
      : ({ applicant: "EMPLOYER", premiums: "WAGE" } as const);
  held.push(aPosition({ ...term, ...kind, ...of }));
  return held;
}
