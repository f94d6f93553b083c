import { describe, expect, it } from "vitest";
import {
  addDays,
  addQuarters,
  type EvaluationRef,
  firstDay,
  lastDay,
  newRef,
  type PlainDate,
  quarterOf,
  type SealedRef,
} from "../../kernel/index.ts";
import type { SwitchChoice } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { evolveFile, type FileState, NO_FILE } from "../file.ts";
import type { GrantFacts } from "../grant/events.ts";
import { isRunning, termsIn } from "../grant/state.ts";
import { LawReading } from "../law-reading.ts";
import { anApplication, DAY, EMPLOYER, FILE, GRANT, PERSON } from "../testing/builders.ts";
import { refused, taken } from "../testing/spec.ts";
import type { EvaluationCommand } from "./commands.ts";
import { decideEvaluation } from "./decide.ts";

const law = openLaw();
const onDay = new LawReading(law, DAY);
const evaluationRef = newRef<EvaluationRef>();
const motivation = newRef<SealedRef>();
const start = quarterOf(DAY);
const lasting = onDay.number("term.quarters.lasting");
const first = (index: number) => firstDay(addQuarters(start, index - 1));

function granted(more: Partial<GrantFacts> = {}): FileState {
  const payload: GrantFacts = {
    grantRef: GRANT,
    decidedOn: DAY,
    applicant: "EMPLOYER",
    employerRef: EMPLOYER,
    personRef: PERSON,
    premiums: "WAGE_AND_GUIDANCE",
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "LOW",
    startQuarter: start,
    quarters: lasting,
    endQuarter: addQuarters(start, lasting - 1),
    switches: {},
    openPoints: [],
    lawVersion: law.version,
    parametersHash: law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
    ...more,
  };
  const filed = evolveFile(NO_FILE, { type: "ApplicationFiled", effectiveOn: DAY, payload: anApplication() });
  return evolveFile(filed, { type: "GrantDecided", effectiveOn: DAY, payload });
}

const decide = (state: FileState, command: EvaluationCommand, today: PlainDate, switches: SwitchChoice = {}) =>
  decideEvaluation(law, state, command, { today, switches });
const after = (state: FileState, command: EvaluationCommand, today: PlainDate, switches: SwitchChoice = {}) =>
  taken(decide(state, command, today, switches)).reduce(evolveFile, state);

const ask = (type: "RequestAdjustment" | "RequestExtension", on: PlainDate): EvaluationCommand => ({
  type,
  fileRef: FILE,
  evaluationRef,
  on,
  reason: null,
});
const found = (
  decidedOn: PlainDate,
  more: Partial<Extract<EvaluationCommand, { type: "RecordEvaluation" }>> = {},
): EvaluationCommand => ({
  type: "RecordEvaluation",
  fileRef: FILE,
  evaluationRef,
  decidedOn,
  visitedOn: null,
  outcome: "PACKAGE",
  percentage: 60,
  guidanceNeed: "HIGH",
  motivation: null,
  ...more,
});
const apply = (
  on: PlainDate,
  more: Partial<Extract<EvaluationCommand, { type: "ApplyEvaluation" }>> = {},
): EvaluationCommand => ({
  type: "ApplyEvaluation",
  fileRef: FILE,
  evaluationRef,
  on,
  ...more,
});

describe("the window for an adjustment", () => {
  const opens = first(onDay.number("adjustment.fromQuarter"));

  it("opens on the first day of its quarter and not a day before", () => {
    refused(decide(granted(), ask("RequestAdjustment", addDays(opens, -1)), opens), "evaluation.windowClosed");
    expect(taken(decide(granted(), ask("RequestAdjustment", opens), opens))).toMatchObject([{ type: "AdjustmentRequested" }]);
  });

  it("opens a quarter later when the law is read so (OPEN-05)", () => {
    const later = { "OPEN-05": "6" };
    refused(decide(granted(), ask("RequestAdjustment", opens), opens, later), "evaluation.windowClosed");
    expect(taken(decide(granted(), ask("RequestAdjustment", first(6)), first(6), later))).toHaveLength(1);
  });

  it("never opens for a temporary need (PROC-21)", () => {
    const quarters = onDay.number("term.quarters.temporary");
    const short = granted({ package: "T2", quarters, endQuarter: addQuarters(start, quarters - 1) });
    refused(decide(short, ask("RequestAdjustment", first(6)), first(6)), "evaluation.temporaryGrant");
    refused(decide(short, ask("RequestExtension", first(6)), first(6)), "evaluation.temporaryGrant");
  });

  it("is closed when the grant is over or stopped", () => {
    const over = firstDay(addQuarters(start, lasting));
    refused(decide(granted(), ask("RequestAdjustment", over), over), "action.notAllowed");
  });

  it("takes one evaluation at a time", () => {
    const asked = after(granted(), ask("RequestAdjustment", opens), opens);
    const second: EvaluationCommand = { ...ask("RequestAdjustment", opens), evaluationRef: newRef<EvaluationRef>() };
    refused(decide(asked, second, opens), "evaluation.open");
  });
});

describe("the window for an extension (OPEN-02)", () => {
  it.each([
    ["13", 13],
    ["17", 17],
    ["19", 19],
  ])("read as q%s", (option, index) => {
    const reading = { "OPEN-02": option };
    refused(
      decide(granted(), ask("RequestExtension", addDays(first(index), -1)), first(index), reading),
      "evaluation.windowClosed",
    );
    expect(taken(decide(granted(), ask("RequestExtension", first(index)), first(index), reading))).toHaveLength(1);
  });
});

describe("an evaluation of an adjustment", () => {
  const asked = first(6);
  const state = after(granted(), ask("RequestAdjustment", asked), asked);
  const decidedOn = addDays(first(7), 20);

  it("with a package needs percentage and level, on the grid", () => {
    const { percentage: _, ...without } = found(decidedOn) as Extract<EvaluationCommand, { type: "RecordEvaluation" }>;
    refused(decide(state, without, decidedOn), "evaluation.package");
    refused(decide(state, found(decidedOn, { percentage: 61 }), decidedOn), "grant.percentage");
  });

  it("changes the grant from the quarter of the department's decision on, flat, and leaves what was before", () => {
    const recorded = after(state, found(decidedOn), decidedOn);
    const on = addDays(first(8), 3);
    const adjusted = after(recorded, apply(on), on).grant!;
    expect(termsIn(adjusted, quarterOf(first(7)))).toMatchObject({ package: "P5", percentage: null, guidanceNeed: "LOW" });
    expect(termsIn(adjusted, quarterOf(first(8)))).toMatchObject({
      package: "AFTER_EVALUATION",
      percentage: 60,
      guidanceNeed: "HIGH",
    });
    expect(termsIn(adjusted, adjusted.endQuarter)).toMatchObject({ percentage: 60 });
  });

  it("changes it from the quarter of the request when the law is read so (OPEN-15)", () => {
    const reading = { "OPEN-15": "FROM_REQUEST" };
    const adjusted = after(after(state, found(decidedOn), decidedOn), apply(decidedOn), decidedOn, reading).grant!;
    expect(termsIn(adjusted, quarterOf(asked))?.percentage).toBe(60);
  });

  it("may lower the percentage, unless the law is read otherwise (OPEN-15)", () => {
    const recorded = after(state, found(decidedOn, { percentage: 20 }), decidedOn);
    expect(termsIn(after(recorded, apply(decidedOn), decidedOn).grant!, quarterOf(decidedOn))?.percentage).toBe(20);
    const kept = after(recorded, apply(decidedOn), decidedOn, { "OPEN-15": "NEVER_LOWER" }).grant!;
    const before = new LawReading(law, decidedOn).rule(
      "packagePercentage",
      { package: "P5", startQuarter: start },
      quarterOf(decidedOn),
    );
    expect(termsIn(kept, quarterOf(decidedOn))?.percentage).toBe((before as number) / 100);
  });

  it("refuses a reading without a formula by name", () => {
    const recorded = after(state, found(decidedOn), decidedOn);
    const degressive = decide(recorded, apply(decidedOn), decidedOn, { "OPEN-15": "DEGRESSIVE" });
    expect(degressive.ok).toBe(law.switches.get("OPEN-15")!.options.some((one) => one.value === "DEGRESSIVE" && one.computable));
  });

  it("gives no guidance level to a grant without guidance premium", () => {
    const wageOnly = granted({ premiums: "WAGE", guidanceNeed: "NONE" });
    const recorded = after(after(wageOnly, ask("RequestAdjustment", asked), asked), found(decidedOn), decidedOn);
    expect(termsIn(after(recorded, apply(decidedOn), decidedOn).grant!, quarterOf(decidedOn))?.guidanceNeed).toBe("NONE");
  });

  it("that leaves all unchanged closes the request, and a new one may come", () => {
    const unchanged = after(state, found(decidedOn, { outcome: "UNCHANGED" }), decidedOn);
    refused(decide(unchanged, apply(decidedOn), decidedOn), "action.notAllowed");
    const again: EvaluationCommand = { ...ask("RequestAdjustment", decidedOn), evaluationRef: newRef<EvaluationRef>() };
    expect(taken(decide(unchanged, again, decidedOn))).toHaveLength(1);
  });

  it("that finds no need stops support on the day of the evaluation (IND-25)", () => {
    const recorded = after(state, found(decidedOn, { outcome: "NO_NEED" }), decidedOn);
    const stopped = after(recorded, apply(addDays(decidedOn, 30)), addDays(decidedOn, 30)).grant!;
    expect(isRunning(stopped, decidedOn)).toBe(true);
    expect(isRunning(stopped, addDays(decidedOn, 1))).toBe(false);
  });

  it("is not applied twice, nor before it was recorded", () => {
    refused(decide(state, apply(decidedOn), decidedOn), "action.notAllowed");
    const applied = after(after(state, found(decidedOn), decidedOn), apply(decidedOn), decidedOn);
    refused(decide(applied, apply(decidedOn), decidedOn), "action.notAllowed");
  });

  it("keeps days in order", () => {
    refused(decide(state, found(addDays(asked, -1)), decidedOn), "date.order");
    refused(decide(state, found(decidedOn, { visitedOn: addDays(decidedOn, 1) }), decidedOn), "date.order");
    const recorded = after(state, found(decidedOn), decidedOn);
    refused(decide(recorded, apply(addDays(decidedOn, -1)), decidedOn), "date.order");
  });
});

describe("an extension (OPEN-16)", () => {
  const asked = first(18);
  const decidedOn = first(19);
  const state = after(after(granted(), ask("RequestExtension", asked), asked), found(decidedOn), decidedOn);

  it("has its terms entered by a person, with a reason", () => {
    refused(decide(state, apply(decidedOn), decidedOn), "evaluation.extensionTerms");
    refused(decide(state, apply(decidedOn, { quarters: 8 }), decidedOn), "evaluation.extensionTerms");
    const extended = after(state, apply(decidedOn, { quarters: 8, motivation }), decidedOn).grant!;
    expect(extended).toMatchObject({ endQuarter: addQuarters(start, lasting + 7), extensions: 1 });
    expect(termsIn(extended, addQuarters(start, lasting - 1))).toMatchObject({ package: "P5" });
    expect(termsIn(extended, addQuarters(start, lasting))).toMatchObject({
      package: "AFTER_EVALUATION",
      percentage: 60,
      guidanceNeed: "HIGH",
    });
    expect(isRunning(extended, lastDay(addQuarters(start, lasting + 7)))).toBe(true);
  });

  it("repeats the last phase for a whole term when the law is read so", () => {
    const reading = { "OPEN-16": "LAST_PHASE_AGAIN" };
    const extended = after(state, apply(decidedOn), decidedOn, reading).grant!;
    const last = new LawReading(law, decidedOn).rule(
      "packagePercentage",
      { package: "P5", startQuarter: start },
      addQuarters(start, lasting - 1),
    );
    expect(extended.endQuarter).toBe(addQuarters(start, 2 * lasting - 1));
    expect(termsIn(extended, extended.endQuarter)?.percentage).toBe((last as number) / 100);
  });
});

it("an evaluation needs a grant", () => {
  refused(decide(NO_FILE, ask("RequestAdjustment", DAY), DAY), "action.notAllowed");
});
