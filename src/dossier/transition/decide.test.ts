import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addQuarters,
  type Cents,
  cents,
  type FileRef,
  firstDay,
  type GrantRef,
  lastDay,
  newRef,
  type PlainDate,
  type Quarter,
  quarter,
  quarterOf,
  type RightRef,
  type SealedRef,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { LawReading } from "../law-reading.ts";
import { d, EMPLOYER, PERSON } from "../testing/builders.ts";
import { refused, taken } from "../testing/spec.ts";
import { RIGHT_ACTIONS, type RightStage } from "./actions.ts";
import type { TransitionCommand } from "./commands.ts";
import { crossingCommand } from "./crossing.ts";
import { decideTransition } from "./decide.ts";
import type { OldRightAmount, OldRightFacts, TransitionEvent } from "./events.ts";
import { evolveOldRight, lastDayOfRight, type OldRight } from "./state.ts";

const law = openLaw();
const rightRef = newRef<RightRef>();
const today = d("2026-11-23");
const onDay = new LawReading(law, d("2023-07-01"));
const reading = new LawReading(law, d("2024-08-15"));
const requestedFrom = onDay.date("vop.newCriteria.requestedFrom");
const decidedFrom = onDay.date("vop.newCriteria.decidedFrom");

const vop = (more: Partial<OldRightFacts> = {}): OldRightFacts => ({
  measure: "VOP",
  personRef: PERSON,
  employerRef: EMPLOYER,
  startedOn: d("2021-05-10"),
  startQuarter: quarter("2021-Q2"),
  quarters: 20,
  schedule: [
    { throughQuarter: 5, percentage: 40 },
    { throughQuarter: 9, percentage: 30 },
    { throughQuarter: 20, percentage: 20 },
  ],
  endsOn: d("2026-03-31"),
  source: "list",
  ...more,
});

const decide = (state: OldRight | null, command: TransitionCommand) => decideTransition(law, state, command, { today });
const after = (state: OldRight | null, command: TransitionCommand): OldRight =>
  taken(decide(state, command)).reduce<OldRight | null>(evolveOldRight, state) as OldRight;
const recorded = (more: Partial<OldRightFacts> = {}) => after(null, { type: "RecordOldRight", rightRef, right: vop(more) });
/** The last day of a VOP that begins on the day, by the law. */
const lastDayOfTerm = (startedOn: PlainDate): PlainDate => {
  const vopStartQuarter = quarterOf(startedOn);
  return lastDay(onDay.rule("vopLastQuarter", { vopKind: "EMPLOYEE", vopStartQuarter }, vopStartQuarter) as Quarter);
};
const asked = (on: PlainDate, more: Partial<OldRightFacts> = {}) =>
  after(recorded(more), { type: "RequestVopEvaluation", rightRef, on });

describe("carrying over an older right", () => {
  const lastEntry = onDay.date("olderSchemes.lastDay");

  it("takes what the source gives, to the last day of entry and not after it (TRANS-01)", () => {
    expect(recorded().facts).toEqual(vop());
    expect(recorded({ startedOn: lastEntry }).facts.startedOn).toBe(lastEntry);
    refused(
      decide(null, { type: "RecordOldRight", rightRef, right: vop({ startedOn: addDays(lastEntry, 1) }) }),
      "oldRight.newEntry",
    );
  });

  it("takes a local subsidy that began when the others closed, as long as the law gives a total, and not after it (TRANS-50)", () => {
    const until = law.timeline("ald.totalBudget").at(-1)?.until as PlainDate;
    const subsidy = (startedOn: PlainDate) =>
      decide(null, {
        type: "RecordOldRight",
        rightRef,
        right: vop({ measure: "ALD", personRef: null, schedule: [], quarters: null, startedOn, endsOn: null }),
      });
    // TRANS-01 names VOP, LDE, SINE and the maatwerkafdelingen only; the subsidy came in their place (TRANS-23).
    for (const day of [lastEntry, addDays(lastEntry, 1), addDays(until, -2), addDays(until, -1)]) taken(subsidy(day));
    refused(subsidy(until), "subsidy.over");
  });

  it("refuses an end before the start, a schedule out of order, and a right of nobody", () => {
    const take = (more: Partial<OldRightFacts>) => decide(null, { type: "RecordOldRight", rightRef, right: vop(more) });
    refused(take({ endsOn: d("2021-05-09") }), "oldRight.endBeforeStart");
    const backwards = vop().schedule.toReversed();
    refused(take({ schedule: backwards }), "oldRight.schedule");
    refused(take({ schedule: [{ throughQuarter: 5, percentage: 101 }] }), "oldRight.schedule");
    refused(take({ personRef: null }), "oldRight.person");
    expect(taken(take({ measure: "ALD", personRef: null, schedule: [], quarters: null }))).toHaveLength(1);
  });

  it("refuses a percentage below or above the schedule of the law, and a VOP without a schedule (TRANS-06)", () => {
    const take = (...schedule: OldRightFacts["schedule"]) =>
      decide(null, { type: "RecordOldRight", rightRef, right: vop({ schedule }) });
    const reading = new LawReading(law, d("2021-05-10"));
    const highest = reading.number("vop.increase.maxPct") / 100;
    const last = reading.numbers("vop.employee.phaseLastQuarters").at(-1)!;
    const [first] = vop().schedule;
    taken(take({ ...first!, percentage: highest }));
    refused(take({ ...first!, percentage: highest + 1 }), "oldRight.scheduleNotOfLaw");
    refused(take({ ...first!, percentage: first!.percentage - 1 }), "oldRight.scheduleNotOfLaw");
    taken(take({ throughQuarter: last, percentage: highest }));
    refused(take({ throughQuarter: last + 1, percentage: highest }), "oldRight.scheduleNotOfLaw");
    refused(take(), "oldRight.scheduleMissing");
  });

  it("ends a term of five years in the quarter that the law says (TV-21)", () => {
    expect(quarterOf(lastDayOfTerm(d("2023-04-01")))).toBe("2028-Q1");
  });
});

describe("the evaluation of a VOP (TRANS-04, TRANS-05)", () => {
  const grant = { fileRef: newRef<FileRef>(), grantRef: newRef<GrantRef>(), startQuarter: quarter("2023-Q4") };
  const decision = (state: OldRight, on: PlainDate, outcome: "IMW" | "NO_NEED" | "OLD_CRITERIA", withGrant = outcome === "IMW") =>
    decide(state, { type: "DecideVopEvaluation", rightRef, on, outcome, ...(withGrant && { grant }) });

  it("is decided on the criteria of its day of request (TV-43)", () => {
    refused(decision(asked(addDays(requestedFrom, -1)), d("2023-10-05"), "IMW"), "vopEvaluation.askedTooEarly");
    expect(taken(decision(asked(requestedFrom), d("2023-10-05"), "IMW"))).toHaveLength(2);
    expect(taken(decision(asked(addDays(requestedFrom, -1)), d("2023-10-05"), "OLD_CRITERIA"))).toHaveLength(1);
  });

  it("is not decided on the new criteria before their day, and only on them from it on", () => {
    refused(decision(asked(requestedFrom), addDays(decidedFrom, -1), "IMW"), "vopEvaluation.decidedTooEarly");
    expect(taken(decision(asked(requestedFrom), addDays(decidedFrom, -1), "OLD_CRITERIA"))).toHaveLength(1);
    refused(decision(asked(requestedFrom), decidedFrom, "OLD_CRITERIA"), "vopEvaluation.onlyNewCriteria");
  });

  it("with a grant lets the right run to the day before its first quarter", () => {
    const state = asked(requestedFrom);
    const events = taken(decision(state, d("2023-10-05"), "IMW"));
    const closed = events.reduce<OldRight | null>(evolveOldRight, state) as OldRight;
    expect(lastDayOfRight(closed)).toBe("2023-09-30");
    expect(closed.evaluation).toMatchObject({ outcome: "IMW", grantRef: grant.grantRef });
  });

  it("needs the grant that follows", () => {
    refused(decision(asked(requestedFrom), d("2023-10-05"), "IMW", false), "vopEvaluation.grantMissing");
  });

  it("that finds no need ends the right that day (IND-25)", () => {
    const state = asked(requestedFrom);
    const closed = taken(decision(state, d("2023-10-05"), "NO_NEED")).reduce<OldRight | null>(evolveOldRight, state) as OldRight;
    expect(closed.endedOn).toBe("2023-10-05");
  });

  it("can be asked while the right runs: on its last day, not after it", () => {
    const last = vop().endsOn!;
    expect(asked(last).evaluation).toMatchObject({ requestedOn: last });
    refused(decide(recorded(), { type: "RequestVopEvaluation", rightRef, on: addDays(last, 1) }), "action.notAllowed");
  });

  it("is still decided when the right ran out meanwhile, and ends nothing then", () => {
    const state = asked(d("2023-08-01"), { endsOn: d("2023-09-30") });
    expect(taken(decision(state, d("2023-10-05"), "IMW")).map((event) => event.type)).toEqual(["VopEvaluationDecided"]);
  });

  describe("asked in time and decided after the right’s own end", () => {
    const late = { ...grant, startQuarter: quarter("2024-Q1") };
    const on = d("2024-02-05");
    const lastDayAsked = onDay.date("olderSchemes.lastDay");
    const decided = (state: OldRight, outcome: "IMW" | "NO_NEED" = "IMW") =>
      taken(
        decide(state, {
          type: "DecideVopEvaluation",
          rightRef,
          on,
          outcome,
          ...(outcome === "IMW" && { grant: late }),
        }),
      ).reduce<OldRight | null>(evolveOldRight, state) as OldRight;
    const ends = { endsOn: d("2023-08-15") };

    it("lets the right run on to the day before the grant (TRANS-05)", () => {
      for (const day of [requestedFrom, lastDayAsked]) {
        const state = decided(asked(day, ends));
        expect([state.ranOnUntil, lastDayOfRight(state), state.facts.endsOn]).toEqual(["2023-12-31", "2023-12-31", ends.endsOn]);
      }
    });

    it("keeps the own end when it was asked a day later, or found no need", () => {
      expect(lastDayOfRight(decided(asked(addDays(lastDayAsked, 1), ends)))).toBe(ends.endsOn);
      expect(lastDayOfRight(decided(asked(lastDayAsked, ends), "NO_NEED"))).toBe(ends.endsOn);
    });

    it("does not run on past a contract that ended", () => {
      const ended = after(asked(lastDayAsked, ends), {
        type: "EndOldRight",
        rightRef,
        endedOn: d("2023-07-31"),
        reason: "CONTRACT_ENDED",
      });
      expect(lastDayOfRight(decided(ended))).toBe("2023-07-31");
    });

    it("can still be found to have ended while it ran on", () => {
      const state = decided(asked(lastDayAsked, ends));
      const ended = after(state, { type: "EndOldRight", rightRef, endedOn: d("2023-11-30"), reason: "CONTRACT_ENDED" });
      expect(lastDayOfRight(ended)).toBe("2023-11-30");
    });
  });
});

describe("crossing over to a grant", () => {
  const grant = { fileRef: newRef<FileRef>(), grantRef: newRef<GrantRef>(), startQuarter: quarter("2024-Q3") };
  const on = d("2024-08-15");

  it("decides the evaluation when one was asked", () => {
    expect(crossingCommand(reading, rightRef, asked(d("2023-05-01")), grant, on)).toMatchObject({
      type: "DecideVopEvaluation",
      outcome: "IMW",
      grant,
    });
  });

  it("else ends the right the day before the grant's first quarter", () => {
    expect(crossingCommand(reading, rightRef, recorded({ measure: "LDE_INDIVIDUAL" }), grant, on)).toMatchObject({
      type: "EndOldRight",
      endedOn: addDays(firstDay(grant.startQuarter), -1),
    });
  });

  it("does nothing when the right was over by then", () => {
    expect(crossingCommand(reading, rightRef, recorded({ endsOn: d("2024-06-30") }), grant, on)).toBeNull();
    expect(crossingCommand(reading, rightRef, null, grant, on)).toBeNull();
  });
});

describe("any VOP that crosses over", () => {
  it("leaves every quarter of its time with exactly one measure", () => {
    const history = fc.record({
      startedOn: fc.integer({ min: 0, max: 1600 }).map((days) => addDays(d("2019-01-01"), days)),
      askedAfter: fc.option(fc.integer({ min: 0, max: 1500 })),
      decidedOn: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(decidedFrom, days)),
    });
    fc.assert(
      fc.property(history, ({ startedOn, askedAfter, decidedOn }) => {
        const endsOn = lastDayOfTerm(startedOn);
        const right = recorded({ startedOn, startQuarter: quarterOf(startedOn), endsOn });
        const day = askedAfter === null ? null : addDays(requestedFrom, askedAfter);
        const asks = day !== null && day >= startedOn && day <= endsOn && day <= decidedOn;
        const before = asks ? after(right, { type: "RequestVopEvaluation", rightRef, on: day }) : right;
        const grant = { fileRef: newRef<FileRef>(), grantRef: newRef<GrantRef>(), startQuarter: quarterOf(decidedOn) };
        const command = crossingCommand(reading, rightRef, before, grant, decidedOn);
        const state = command === null ? before : after(before, command);
        const last = lastDayOfRight(state)!;
        for (let at = quarterOf(startedOn); at <= quarterOf(endsOn); at = addQuarters(at, 1)) {
          const old = firstDay(at) <= last;
          const granted = at >= grant.startQuarter;
          expect([at, old, granted]).toEqual([at, !granted, granted]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the choice for an LDE worker (TRANS-30)", () => {
  const lde = recorded({ measure: "LDE_INDIVIDUAL", schedule: [] });
  const choose = (state: OldRight, choice: "INDIVIDUAL" | "COLLECTIVE", chosenOn: PlainDate | null = d("2023-06-01")) =>
    decide(state, { type: "ChooseForLde", rightRef, choice, organisationRef: EMPLOYER, chosenOn });

  it("is made once, on a day that need not be known", () => {
    expect(taken(choose(lde, "INDIVIDUAL", null))).toMatchObject([{ type: "LdeChoiceMade", payload: { chosenOn: null } }]);
    const chosen = taken(choose(lde, "INDIVIDUAL")).reduce<OldRight | null>(evolveOldRight, lde) as OldRight;
    expect(taken(choose(chosen, "INDIVIDUAL"))).toEqual([]);
    refused(choose(chosen, "COLLECTIVE"), "lde.choiceMade");
  });

  it("says what the list said: the run pays by it", () => {
    refused(choose(lde, "COLLECTIVE"), "lde.choiceOther");
    expect(taken(choose(recorded({ measure: "LDE_COLLECTIVE", schedule: [] }), "COLLECTIVE"))).toHaveLength(1);
  });

  it("is not made for another measure", () => {
    refused(choose(recorded(), "INDIVIDUAL"), "action.notAllowed");
  });
});

describe("an amount that the law does not give (OPEN-44, TRANS-50)", () => {
  const on = d("2024-02-05");
  const amount = {
    cents: cents(123_456),
    per: "FTE_QUARTER",
    fromQuarter: quarter("2023-Q3"),
    throughQuarter: null,
    source: { list: "lde-2023-05" },
  } as const;
  const enter = (measure: OldRightFacts["measure"], more: Partial<OldRightAmount> = {}) =>
    decide(recorded({ measure, schedule: [] }), {
      type: "EnterOldRightAmount",
      rightRef,
      on,
      amount: { ...amount, ...more },
    });

  it("is entered for the temporary compensation and the local subsidy, each in its own form", () => {
    const entered = taken(enter("LDE_INDIVIDUAL")).reduce<OldRight | null>(
      evolveOldRight,
      recorded({ measure: "LDE_INDIVIDUAL" }),
    );
    expect(entered?.amounts).toEqual([amount]);
    taken(enter("ALD", { per: "YEAR" }));
    refused(enter("ALD"), "oldRight.amountPer");
    refused(enter("LDE_COLLECTIVE"), "oldRight.noAmountHere");
    refused(enter("LDE_INDIVIDUAL", { cents: cents(-1) }), "oldRight.amountNegative");
    refused(enter("LDE_INDIVIDUAL", { throughQuarter: quarter("2023-Q2") }), "date.order");
  });

  it("has no place in a VOP", () => {
    refused(decide(recorded(), { type: "EnterOldRightAmount", rightRef, on, amount }), "action.notAllowed");
  });
});

describe("the activity of a self-employed person (TRANS-10, TRANS-11)", () => {
  const self = recorded({
    employerRef: null,
    schedule: [
      { throughQuarter: 5, percentage: 40 },
      { throughQuarter: 20, percentage: 20 },
    ],
  });
  const on = d("2025-06-01");
  const sealed = newRef<SealedRef>();
  type Judged = Extract<TransitionCommand, { type: "JudgeVopActivity" }>;
  const judge = (state: OldRight, more: Partial<Judged>) =>
    decide(state, {
      type: "JudgeVopActivity",
      rightRef,
      on,
      fromQuarter: quarter("2022-Q3"),
      proof: "ASSESSMENT",
      income: null,
      viable: null,
      sealed,
      ...more,
    });
  const least = (year: number) =>
    Number(law.timeline("vop.self.minIncome").findLast((one) => one.from <= `${year}-12-31`)?.value);

  it.each([2020, 2021, 2023])("suffices at the least income of %i, and not below it", (year) => {
    const outcome = (cents: number) => {
      const [event] = taken(judge(self, { income: { year, netCents: cents as Cents } }));
      return event?.type === "VopActivityJudged" ? [event.payload.suffices, event.payload.incomeYear] : null;
    };
    expect(outcome(least(year) - 1)).toEqual([false, year]);
    expect(outcome(least(year))).toEqual([true, year]);
    expect(outcome(least(year) + 1)).toEqual([true, year]);
  });

  it("suffices with an attest that the activity is viable, and keeps no income in the event", () => {
    const proof = "VIABILITY_ATTEST" as const;
    const [event] = taken(judge(self, { proof, viable: true }));
    expect(event).toMatchObject({ payload: { suffices: true, incomeYear: null } });
    expect(taken(judge(self, { proof, viable: false }))).toMatchObject([{ payload: { suffices: false } }]);
    expect(JSON.stringify(taken(judge(self, { income: { year: 2023, netCents: 1_234_567 as Cents } })))).not.toContain("1234567");
  });

  it("is refused where it does not belong, without its figures, or for a year that is not over", () => {
    refused(judge(recorded(), { income: { year: 2023, netCents: 0 as Cents } }), "vopActivity.notHere");
    refused(judge(self, {}), "vopActivity.income");
    refused(judge(self, { proof: "VIABILITY_ATTEST" }), "vopActivity.viable");
    refused(judge(self, { income: { year: 2025, netCents: 0 as Cents } }), "vopActivity.yearNotOver");
    taken(judge(self, { income: { year: 2024, netCents: 0 as Cents } }));
    refused(judge(self, { fromQuarter: quarter("2021-Q1"), income: { year: 2023, netCents: 0 as Cents } }), "date.order");
  });
});

describe("the conversion into contingent (TRANS-22, TRANS-32, OPEN-45)", () => {
  const sealed = newRef<SealedRef>();
  type Converted = Extract<TransitionCommand, { type: "ConvertToContingent" }>;
  const convert = (state: OldRight, more: Partial<Converted>) =>
    decide(state, { type: "ConvertToContingent", rightRef, on: d("2024-02-01"), lde: null, sine: null, sealed, ...more });
  const lde = (endsOn: string) => recorded({ measure: "LDE_COLLECTIVE", schedule: [], endsOn: d(endsOn) });
  const contingentOf = (state: OldRight, more: Converted["lde"]) => {
    const [event] = taken(convert(state, { lde: more }));
    return event?.type === "ContingentConverted" ? event.payload.contingent : null;
  };

  it("of an LDE trajectory follows the ratio of the year of its end, with four decimals (TV-50)", () => {
    expect(contingentOf(lde("2023-12-31"), { fte: 500, ratioEntered: null })).toBe(35_000);
    expect(contingentOf(lde("2023-12-31"), { fte: 85, ratioEntered: null })).toBe(5_950);
    expect(contingentOf(lde("2024-01-31"), { fte: 500, ratioEntered: 7_500 })).toBe(37_500);
  });

  it("asks for the ratio of a year that the law does not know, and for a trajectory that ended", () => {
    expect(convert(lde("2024-01-01"), { lde: { fte: 500, ratioEntered: null } }).ok).toBe(false);
    taken(convert(lde("2024-02-01"), { lde: { fte: 500, ratioEntered: 7_500 } }));
    refused(convert(lde("2024-02-02"), { lde: { fte: 500, ratioEntered: 7_500 } }), "conversion.notEnded");
    refused(convert(lde("2023-12-31"), {}), "conversion.facts");
    refused(convert(lde("2023-12-31"), { lde: { fte: 0, ratioEntered: null } }), "conversion.facts");
    refused(convert(recorded({ measure: "LDE_INDIVIDUAL" }), { lde: { fte: 500, ratioEntered: null } }), "conversion.notHere");
  });

  it("is made once", () => {
    const state = lde("2023-12-31");
    const converted = taken(convert(state, { lde: { fte: 100, ratioEntered: null } })).reduce<OldRight | null>(
      evolveOldRight,
      state,
    );
    refused(convert(converted as OldRight, { lde: { fte: 100, ratioEntered: null } }), "conversion.done");
  });

  it("of SINE asks an indefinite right, quarters without a package, and kept employment", () => {
    const sine = (reductionCode: "3240" | "3250") =>
      recorded({ measure: "SINE_MWB_OUTSIDE", schedule: [], reductionCode, endsOn: d("2025-06-30") });
    const least = onDay.number("sine.noPackageQuarters");
    const kept = (quartersSincePackage: number | null, more = {}) => ({
      quartersSincePackage,
      keepsEmployment: true,
      viabilityAtRisk: false,
      ...more,
    });
    taken(convert(sine("3250"), { sine: kept(null) }));
    taken(convert(sine("3250"), { sine: kept(least) }));
    refused(convert(sine("3250"), { sine: kept(least - 1) }), "conversion.notConvertible");
    refused(convert(sine("3240"), { sine: kept(null) }), "conversion.notConvertible");
    refused(convert(sine("3250"), { sine: kept(null, { keepsEmployment: false }) }), "conversion.notConvertible");
    taken(convert(sine("3250"), { sine: kept(null, { keepsEmployment: false, viabilityAtRisk: true }) }));
    refused(convert(sine("3250"), {}), "conversion.facts");
  });
});

describe("the warning before the end (TRANS-31)", () => {
  const lde = recorded({ measure: "LDE_INDIVIDUAL", schedule: [] });
  const warn = (state: OldRight) => decide(state, { type: "WarnOfEnd", rightRef, on: d("2025-10-01") });

  it("is given once for an end", () => {
    const [event] = taken(warn(lde));
    expect(event).toMatchObject({
      type: "EndWarningGiven",
      payload: { endsOn: lde.facts.endsOn, lastUsefulOn: lde.facts.endsOn },
    });
    expect(taken(warn(evolveOldRight(lde, event as TransitionEvent)))).toEqual([]);
  });

  it("needs an end", () => {
    refused(warn(recorded({ measure: "MWA", schedule: [], endsOn: null })), "oldRight.noEnd");
  });
});

describe("what may happen next to an older right", () => {
  const states: Record<RightStage, OldRight | null> = {
    NONE: null,
    VOP: recorded(),
    VOP_ASKED: asked(d("2023-05-01")),
    LDE: recorded({ measure: "LDE_INDIVIDUAL" }),
    MWA: recorded({ measure: "MWA" }),
    SUBSIDY: recorded({ measure: "ALD" }),
    OTHER: recorded({ measure: "SINE_REGULAR" }),
    OVER: recorded({ endsOn: d("2022-12-31") }),
  };
  const on = d("2023-08-01");
  const commands: readonly TransitionCommand[] = [
    { type: "RecordOldRight", rightRef, right: vop() },
    { type: "RequestVopEvaluation", rightRef, on },
    { type: "DecideVopEvaluation", rightRef, on, outcome: "NO_NEED" },
    { type: "ChooseForLde", rightRef, choice: "INDIVIDUAL", organisationRef: EMPLOYER, chosenOn: on },
    { type: "WarnOfEnd", rightRef, on },
    { type: "EndOldRight", rightRef, endedOn: on, reason: "CONTRACT_ENDED" },
  ];

  it.each(
    Object.keys(states).flatMap((stage) => commands.map((command) => [stage as RightStage, command.type, command] as const)),
  )("%s: %s", (stage, type, command) => {
    const decision = decide(states[stage], command);
    // Over already: it may only turn out to have ended earlier, and that day lies in the right itself.
    if (stage === "OVER" && type === "EndOldRight") refused(decision, "oldRight.afterEnd");
    else if (RIGHT_ACTIONS[stage].includes(type)) expect(decision.ok).toBe(true);
    else refused(decision, "action.notAllowed");
  });
});
