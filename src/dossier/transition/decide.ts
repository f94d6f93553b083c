// Decides on older rights: carried over as given, crossed over to a grant, or run out.
import { addDays, ok, type PlainDate, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import { RIGHT_ACTIONS, rightStage } from "./actions.ts";
import type { TransitionCommand } from "./commands.ts";
import { runsUntil } from "./crossing.ts";
import type { AmountPer, OldRightFacts, TransitionEvent } from "./events.ts";
import * as reasons from "./reasons.ts";
import { lastDayOfRight, type OldRight } from "./state.ts";
import { againstSubsidy, lastDayOfSubsidy } from "./subsidy.ts";

type Of<Type extends TransitionCommand["type"]> = Extract<TransitionCommand, { type: Type }>;

export function decideTransition(
  law: Law,
  state: OldRight | null,
  command: TransitionCommand,
  context: Context,
): Decision<TransitionEvent> {
  const day = dayOf(command);
  // First, since on a day that lies ahead the right may well be over.
  if (command.type !== "EndOldRight" && day > context.today) return refuse(inFuture("on", day, context.today));
  const stage = rightStage(state, day);
  const allowed = RIGHT_ACTIONS[stage];
  if (!allowed.includes(command.type)) return refuse(notNow(command.type, stage, allowed));
  return deciding(() => {
    const reading = new LawReading(law, day, context.switches);
    if (command.type === "RecordOldRight") return record(reading, command);
    const right = state as OldRight;
    switch (command.type) {
      case "RequestVopEvaluation":
        return requestVop(right, command);
      case "DecideVopEvaluation":
        return decideVop(reading, right, command);
      case "ChooseForLde": {
        if (right.ldeChoice !== null && right.ldeChoice !== command.choice) return refuse(reasons.choiceMade());
        if (right.ldeChoice === command.choice) return ok([]);
        if (right.facts.measure !== `LDE_${command.choice}`) return refuse(reasons.choiceOther());
        const { choice, organisationRef, chosenOn } = command;
        const effectiveOn = chosenOn ?? right.facts.startedOn;
        return ok([{ type: "LdeChoiceMade", effectiveOn, payload: { choice, organisationRef, chosenOn } }]);
      }
      case "EnterOldRightAmount":
        return enterAmount(reading, right, command, context);
      case "JudgeVopActivity":
        return judgeActivity(reading, right, command);
      case "ConvertToContingent":
        return convert(reading, right, command);
      case "WarnOfEnd": {
        const { on } = command;
        const endsOn = lastDayOfRight(right);
        if (endsOn === null) return refuse(reasons.noEnd());
        const lastUsefulOn = reading.rule("olderDecideBy", { olderEndsOn: endsOn }) as PlainDate;
        if (right.warnedOfEnd === endsOn) return ok([]);
        return ok([{ type: "EndWarningGiven", effectiveOn: on, payload: { warnedOn: on, endsOn, lastUsefulOn } }]);
      }
      case "EndOldRight":
        return end(right, command);
    }
  });
}

/** TRANS-01, TRANS-50: no new entries; the rest is taken as the source gives it (OPEN-53). */
function record(law: LawReading, command: Of<"RecordOldRight">): Decision<TransitionEvent> {
  const { right } = command;
  const found: Reason[] = [];
  const subsidy = right.measure === "ALD";
  const tooLate = !subsidy && !entryAllowed(law, right.startedOn);
  if (tooLate) found.push(reasons.newEntry(law.date("olderSchemes.lastDay")));
  const lastOfSubsidy = subsidy ? lastDayOfSubsidy(law) : null;
  if (lastOfSubsidy !== null && right.startedOn > lastOfSubsidy) found.push(reasons.afterSubsidy(lastOfSubsidy));
  if (right.endsOn !== null && right.endsOn < right.startedOn) found.push(reasons.endBeforeStart());
  if (right.personRef === null && right.measure !== "ALD") found.push(reasons.personMissing());
  if (!scheduleHolds(right)) found.push(reasons.scheduleOrder());
  // After the last day of entry there is no schedule to hold it against.
  else if (!tooLate) found.push(...outsideSchedule(law, right));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "OldRightRecorded", effectiveOn: right.startedOn, payload: right }]);
}

/** By law and day: a list has tens of thousands of rights that began on the same few days. */
const entries = new WeakMap<Law, Map<PlainDate, boolean>>();

function entryAllowed(reading: LawReading, olderStartedOn: PlainDate): boolean {
  const known = entries.get(reading.law) ?? new Map<PlainDate, boolean>();
  entries.set(reading.law, known);
  const held = known.get(olderStartedOn) ?? reading.rule("olderEntryAllowed", { olderStartedOn }) === true;
  known.set(olderStartedOn, held);
  return held;
}

function scheduleHolds(right: OldRightFacts): boolean {
  return right.schedule.every((phase, at) => {
    const before = right.schedule[at - 1]?.throughQuarter ?? 0;
    return phase.throughQuarter > before && phase.percentage >= 0 && phase.percentage <= 100;
  });
}

/** Basis points to whole percent. */
const whole = (basisPoints: number): number => basisPoints / 100;

/** TRANS-06, TRANS-10: a percentage is that of the schedule, or was increased up to the highest that was possible. */
function outsideSchedule(law: LawReading, right: OldRightFacts): Reason[] {
  if (right.measure !== "VOP" && right.measure !== "TVOP") return [];
  if (right.schedule.length === 0) return [reasons.scheduleMissing()];
  const self = right.employerRef === null;
  const temporary = right.measure === "TVOP";
  const ordinary = self ? "vop.self.pct" : "vop.employee.pct";
  const percentages = law.numbers(temporary ? (self ? "vop.self.temporaryPct" : "vop.temporary.pct") : ordinary).map(whole);
  const lasts = temporary
    ? [law.number("vop.temporary.quarters")]
    : law.numbers(self ? "vop.self.phaseLastQuarters" : "vop.employee.phaseLastQuarters");
  const highest = whole(law.number("vop.increase.maxPct"));
  const longest = lasts.at(-1) as number;
  const atQuarter = (index: number): number => percentages[lasts.findIndex((last) => index <= last)] ?? 0;
  const holds = right.schedule.every((phase, at) => {
    // The schedule only falls, so that the first quarter of a phase has its highest percentage.
    const first = (right.schedule[at - 1]?.throughQuarter ?? 0) + 1;
    return phase.throughQuarter <= longest && phase.percentage >= atQuarter(first) && phase.percentage <= highest;
  });
  return holds ? [] : [reasons.scheduleNotOfLaw(longest, highest)];
}

const AMOUNT_PER: Readonly<Partial<Record<OldRightFacts["measure"], AmountPer>>> = {
  LDE_INDIVIDUAL: "FTE_QUARTER",
  ALD: "YEAR",
};

/** OPEN-44, TRANS-50: an amount that the law does not give is entered by a person, with its source. */
function enterAmount(
  law: LawReading,
  right: OldRight,
  command: Of<"EnterOldRightAmount">,
  { subsidies: entered = [] }: Context,
): Decision<TransitionEvent> {
  const { on, rightRef, amount } = command;
  const found: Reason[] = [];
  const per = AMOUNT_PER[right.facts.measure];
  if (per === undefined) found.push(reasons.noAmountHere());
  else if (per !== amount.per) found.push(reasons.amountPer(per));
  if (amount.cents < 0) found.push(reasons.amountNegative());
  if (amount.throughQuarter !== null && amount.throughQuarter < amount.fromQuarter)
    found.push(wrongOrder("throughQuarter", amount.fromQuarter, amount.throughQuarter));
  if (found.length > 0) return refuse(...found);
  if (per === "YEAR") {
    // TRANS-50: all local governments together stay within the total of each year, and nothing comes after the last one.
    const against = againstSubsidy(law, { rightRef, right, amount, entered });
    if (against.length > 0) return refuse(...against);
  }
  return ok([{ type: "OldRightAmountEntered", effectiveOn: on, payload: amount }]);
}

/** TRANS-10, TRANS-11: the law says whether the proof suffices; what was proven stays with the person, sealed. */
function judgeActivity(law: LawReading, right: OldRight, command: Of<"JudgeVopActivity">): Decision<TransitionEvent> {
  const { on, proof, income, viable, fromQuarter, sealed } = command;
  const found: Reason[] = [];
  if (right.facts.employerRef !== null || right.facts.measure !== "VOP") found.push(reasons.noActivityHere());
  if (proof === "ASSESSMENT" && income === null) found.push(reasons.incomeMissing());
  if (income !== null && income.year >= Number(on.slice(0, 4))) found.push(reasons.incomeYearNotOver(income.year));
  if (proof === "VIABILITY_ATTEST" && viable === null) found.push(reasons.viabilityMissing());
  if (fromQuarter < right.facts.startQuarter) found.push(wrongOrder("fromQuarter", right.facts.startQuarter, fromQuarter));
  if (found.length > 0) return refuse(...found);
  const facts =
    proof === "ASSESSMENT" && income !== null
      ? { vopActivityProof: proof, vopNetIncome: income.netCents, vopIncomeYearEnd: `${income.year}-12-31` }
      : { vopActivityProof: proof, vopViable: viable };
  const suffices = law.rule("vopActivitySuffices", facts) === true;
  const incomeYear = proof === "ASSESSMENT" ? (income?.year ?? null) : null;
  const payload = { judgedOn: on, fromQuarter, proof, incomeYear, suffices, sealed };
  return ok([{ type: "VopActivityJudged", effectiveOn: on, payload }]);
}

/** TRANS-22, TRANS-32, TRANS-34: into the contingent of a maatwerkbedrijf, once; the law gives the ratio or asks for it (OPEN-45). */
function convert(law: LawReading, right: OldRight, command: Of<"ConvertToContingent">): Decision<TransitionEvent> {
  const { on, lde, sine, sealed } = command;
  const { measure } = right.facts;
  if (measure !== "LDE_COLLECTIVE" && measure !== "SINE_MWB_OUTSIDE") return refuse(reasons.noConversionHere());
  if (right.converted !== null) return refuse(reasons.convertedAlready(right.converted.convertedOn));
  const converted = (of: "LDE" | "SINE", fte: number | null, ratioEntered: number | null, contingent: number | null) =>
    ok([
      {
        type: "ContingentConverted" as const,
        effectiveOn: on,
        payload: { convertedOn: on, of, fte, ratioEntered, contingent, sealed },
      },
    ]);
  if (measure === "LDE_COLLECTIVE") {
    const last = lastDayOfRight(right);
    if (last === null || last > on) return refuse(reasons.trajectoryRuns(last));
    if (lde === null || lde.fte <= 0) return refuse(reasons.conversionFacts("fte"));
    // Asked for a hundred times as much: an answer in hundredths then holds the four decimals that count (OPEN-45).
    const facts = { ldeFte: lde.fte * 100, ldeEndsOn: last };
    const entered = lde.ratioEntered === null ? {} : { ldeEnteredRatio: lde.ratioEntered };
    const contingent = law.rule("ldeConversion", { ...facts, ...entered }) as number;
    return converted("LDE", lde.fte, lde.ratioEntered, contingent);
  }
  if (sine === null) return refuse(reasons.conversionFacts("keepsEmployment"));
  const facts = {
    sineCode: right.facts.reductionCode ?? null,
    ...(sine.quartersSincePackage === null ? {} : { quartersSincePackage: sine.quartersSincePackage }),
    keepsEmployment: sine.keepsEmployment,
    viabilityAtRisk: sine.viabilityAtRisk,
  };
  if (law.rule("sineConvertible", facts, quarterOf(on)) !== true) return refuse(reasons.notConvertible());
  return converted("SINE", null, null, null);
}

function requestVop(right: OldRight, command: Of<"RequestVopEvaluation">): Decision<TransitionEvent> {
  const { on } = command;
  const last = lastDayOfRight(right);
  const found: Reason[] = [];
  if (on < right.facts.startedOn) found.push(wrongOrder("on", right.facts.startedOn, on));
  if (last !== null && on > last) found.push(reasons.afterEnd(last));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "VopEvaluationRequested", effectiveOn: on, payload: { requestedOn: on } }]);
}

/** TRANS-04, TRANS-05: which criteria may decide follows from when it was asked and when it is decided. */
function decideVop(law: LawReading, right: OldRight, command: Of<"DecideVopEvaluation">): Decision<TransitionEvent> {
  const { on, outcome, grant } = command;
  const requestedOn = right.evaluation?.requestedOn ?? on;
  const found: Reason[] = [];
  if (on < requestedOn) found.push(wrongOrder("on", requestedOn, on));
  const newCriteria =
    law.rule("vopEvaluationCriteria", { vopRequestedOn: requestedOn, decidedOn: on }) === "IMW_CRITERIA_POSSIBLE";
  if (outcome === "IMW") {
    // The law says whether; the two days say why not.
    const requestedFrom = law.date("vop.newCriteria.requestedFrom");
    const decidedFrom = law.date("vop.newCriteria.decidedFrom");
    if (!newCriteria && requestedOn < requestedFrom) found.push(reasons.askedTooEarly(requestedFrom));
    if (!newCriteria && on < decidedFrom) found.push(reasons.decidedTooEarly(decidedFrom));
    if (grant === undefined) found.push(reasons.grantMissing());
  }
  if (outcome === "OLD_CRITERIA" && newCriteria) found.push(reasons.onlyNewCriteria());
  if (found.length > 0) return refuse(...found);
  const payload = { decidedOn: on, outcome, fileRef: grant?.fileRef ?? null, grantRef: grant?.grantRef ?? null };
  const decided: TransitionEvent = { type: "VopEvaluationDecided", effectiveOn: on, payload };
  if (outcome === "OLD_CRITERIA") return ok([decided]);
  // IND-25: no need stops support at the evaluation. A grant takes over whole quarters: the right runs to the day before its first.
  const grants = outcome === "IMW" && grant !== undefined;
  const endedOn = grants ? runsUntil(law, right, grant.startQuarter, requestedOn) : on;
  const last = lastDayOfRight(right);
  if (grants && last !== null && endedOn > last) {
    const from = addDays(last, 1);
    return ok([decided, { type: "OldRightRanOn", effectiveOn: from, payload: { from, until: endedOn } }]);
  }
  if (last !== null && last <= endedOn) return ok([decided]);
  const reason = outcome === "NO_NEED" ? ("NO_NEED_FOUND" as const) : ("IMW_GRANTED" as const);
  return ok([decided, { type: "OldRightEnded", effectiveOn: endedOn, payload: { endedOn, reason } }]);
}

function end(right: OldRight, command: Of<"EndOldRight">): Decision<TransitionEvent> {
  const { endedOn, reason } = command;
  const last = lastDayOfRight(right);
  const found: Reason[] = [];
  if (last !== null && endedOn > last) found.push(reasons.afterEnd(last));
  // A right may end the day before it began: it then never held.
  if (endedOn < addDays(right.facts.startedOn, -1)) found.push(wrongOrder("endedOn", right.facts.startedOn, endedOn));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "OldRightEnded", effectiveOn: endedOn, payload: { endedOn, reason } }]);
}

function dayOf(command: TransitionCommand): PlainDate {
  switch (command.type) {
    case "RecordOldRight":
      return command.right.startedOn;
    case "RequestVopEvaluation":
    case "DecideVopEvaluation":
      return command.on;
    case "ChooseForLde":
      return command.chosenOn ?? ("0001-01-01" as PlainDate);
    case "EnterOldRightAmount":
    case "JudgeVopActivity":
    case "ConvertToContingent":
    case "WarnOfEnd":
      return command.on;
    case "EndOldRight":
      return command.endedOn;
  }
}
