import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertOk, plainDate as d, newRef } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { at } from "../fixtures.ts";
import type { LedgerLine } from "../ports.ts";
import { RECOVERY_ACTIONS } from "./actions.ts";
import { decideRecovery, type RecoveryCommand } from "./decide.ts";
import { netPerBeneficiary } from "./net.ts";
import { overdueCents } from "./overdue.ts";
import { instalments, setOff } from "./plan.ts";
import { evolveRecovery, openCents, type Recovery, type RecoveryStage, recoveryStage } from "./state.ts";
import type { RecoveryManner } from "./steps.ts";
import { type RecoveryTerms, recoveryTerms } from "./terms.ts";

const proposer = { role: "payment officer", ref: "anna" };
const decider = { role: "payment approver", ref: "bram" };
const beneficiary = { kind: "EMPLOYER" as const, ref: newRef() };

const OPEN = { maxInstalments: null };
const after = (state: Recovery | null, command: RecoveryCommand, actor = decider): Recovery => {
  const decided = decideRecovery(state, command, actor, OPEN);
  if (!decided.ok) throw new Error(decided.error.map((one) => one.id).join());
  return decided.value.reduce<Recovery | null>(
    (held, step) => evolveRecovery(held, { recoveryRef: "r", seq: (held?.seq ?? 0) + 1, at: at("2025-01-10"), actor, step }),
    state,
  ) as Recovery;
};
const refusal = (
  state: Recovery | null,
  command: RecoveryCommand,
  actor = decider,
  terms: Pick<RecoveryTerms, "maxInstalments"> = OPEN,
) => {
  const decided = decideRecovery(state, command, actor, terms);
  return decided.ok ? [] : decided.error.map((one) => one.id);
};

const proposed = (cents = 10_000) => after(null, { type: "PROPOSE", runRef: newRef(), beneficiary, cents }, proposer);
const decide = (how: RecoveryManner, reason = "agreed"): RecoveryCommand => ({ type: "DECIDE", how, reason });
const running = (how: RecoveryManner = { manner: "SET_OFF" }, cents = 10_000) => after(proposed(cents), decide(how));

describe("what is overdue", () => {
  const parts = { manner: "INSTALMENTS", plan: instalments(10_000, 4, d("2025-02-01")) } as const;

  it("is what should have come back before today, less what did; its own day is not late", () => {
    const late = (day: string, state = running(parts)) => overdueCents(state, d(day));
    expect([late("2025-02-01"), late("2025-02-02"), late("2025-03-02")]).toEqual([0, 2_500, 5_000]);
    const some = after(running(parts), { type: "SETTLE", cents: 3_000, by: "PAYMENT", ref: "x" });
    expect([late("2025-02-02", some), late("2025-03-02", some), late("2026-01-01", some)]).toEqual([0, 2_000, 7_000]);
  });

  it("is all that is open of one payment, and nothing of what is held back, waived or not decided", () => {
    const once = running({ manner: "PAYMENT", dueOn: d("2025-02-01") });
    expect([overdueCents(once, d("2025-02-01")), overdueCents(once, d("2025-02-02"))]).toEqual([0, 10_000]);
    for (const state of [running(), running({ manner: "WAIVER" }), proposed()])
      expect(overdueCents(state, d("2030-01-01"))).toBe(0);
  });
});

describe("the law's terms of a recovery", () => {
  const law = openLaw();

  it("are unknown, and stand in nobody's way", () => {
    expect(recoveryTerms(law, d("2025-01-10"))).toEqual({ maxInstalments: null, interest: null, limitationYears: null });
  });

  it("bound the number of instalments once they are known: at it, and one above", () => {
    const known = assertOk(law.withParameters([{ id: "recovery.maxInstalments", value: "12" }]));
    const terms = recoveryTerms(known, d("2025-01-10"));
    expect(terms.maxInstalments).toBe(12);
    const plan = (count: number) => decide({ manner: "INSTALMENTS", plan: instalments(10_000, count, d("2025-02-01")) });
    expect(refusal(proposed(), plan(12), decider, terms)).toEqual([]);
    expect(refusal(proposed(), plan(13), decider, terms)).toEqual(["recovery.instalments"]);
    expect(refusal(proposed(), plan(13))).toEqual([]);
  });
});

describe("a recovery", () => {
  it("is an amount above zero", () => {
    expect(refusal(null, { type: "PROPOSE", runRef: "x", beneficiary, cents: 0 })).toEqual(["recovery.amount"]);
    expect(openCents(proposed(1))).toBe(1);
  });

  it("is decided by another person, with a reason", () => {
    expect(refusal(proposed(), decide({ manner: "SET_OFF" }), proposer)).toEqual(["recovery.ownProposal"]);
    expect(refusal(proposed(), decide({ manner: "SET_OFF" }, " "))).toEqual(["recovery.reason"]);
    expect(recoveryStage(running())).toBe("RUNNING");
  });

  it("closes when the last cent came back, and takes no cent more", () => {
    const settle = (cents: number): RecoveryCommand => ({ type: "SETTLE", cents, by: "PAYMENT", ref: "b-1" });
    const almost = after(running(), settle(9_999));
    expect([recoveryStage(almost), openCents(almost)]).toEqual(["RUNNING", 1]);
    expect(refusal(almost, settle(2))).toEqual(["recovery.amount"]);
    expect(recoveryStage(after(almost, settle(1)))).toBe("CLOSED");
  });

  it("can be waived whole by its decision, or in part later", () => {
    expect(recoveryStage(after(proposed(), decide({ manner: "WAIVER" })))).toBe("CLOSED");
    const rest = after(running(), { type: "WAIVE", cents: 4_000, reason: "hardship" });
    expect(openCents(rest)).toBe(6_000);
    expect(refusal(rest, { type: "WAIVE", cents: 6_001, reason: "x" })).toEqual(["recovery.amount"]);
  });

  it("in instalments has a plan that adds up, in order", () => {
    const plan = instalments(10_000, 3, d("2025-02-01"));
    expect(plan.map((part) => [part.dueOn, part.cents])).toEqual([
      ["2025-02-01", 3_334],
      ["2025-03-01", 3_333],
      ["2025-04-01", 3_333],
    ]);
    expect(refusal(proposed(), decide({ manner: "INSTALMENTS", plan }))).toEqual([]);
    expect(refusal(proposed(), decide({ manner: "INSTALMENTS", plan: plan.slice(1) }))).toEqual(["recovery.plan"]);
    expect(refusal(proposed(), decide({ manner: "INSTALMENTS", plan: plan.toReversed() }))).toEqual(["recovery.plan"]);
    expect(refusal(proposed(), decide({ manner: "INSTALMENTS", plan: [] }))).toEqual(["recovery.plan"]);
  });

  it("follows the table in every stage", () => {
    const stages: Record<RecoveryStage, Recovery | null> = {
      NONE: null,
      PROPOSED: proposed(),
      RUNNING: running(),
      CLOSED: after(proposed(), decide({ manner: "WAIVER" })),
    };
    const commands: RecoveryCommand[] = [
      { type: "PROPOSE", runRef: "x", beneficiary, cents: 1 },
      decide({ manner: "SET_OFF" }),
      { type: "SETTLE", cents: 1, by: "PAYMENT", ref: "x" },
      { type: "WAIVE", cents: 1, reason: "x" },
    ];
    for (const [stage, state] of Object.entries(stages)) {
      for (const command of commands) {
        const allowed = RECOVERY_ACTIONS[stage as RecoveryStage].includes(command.type);
        expect([stage, command.type, refusal(state, command)]).toEqual([
          stage,
          command.type,
          allowed ? [] : ["action.notAllowed"],
        ]);
      }
    }
  });
});

describe("instalments", () => {
  it("of any amount over any number of months add up to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 10_000_000 }), fc.integer({ min: 1, max: 60 }), (cents, count) => {
        const plan = instalments(cents, count, d("2025-01-31"));
        expect(plan.reduce((sum, part) => sum + part.cents, 0)).toBe(cents);
        expect(plan).toHaveLength(count);
        expect(Math.max(...plan.map((part) => part.cents)) - Math.min(...plan.map((part) => part.cents))).toBeLessThan(count);
      }),
    );
  });
});

describe("set-off against a payment", () => {
  it("moves cents and makes or loses none, never more than is open, oldest first", () => {
    const recovery = fc.record({ cents: fc.integer({ min: 1, max: 100_000 }), setOff: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 300_000 }), fc.array(recovery, { maxLength: 5 }), (due, drawn) => {
        const recoveries = drawn.map((one, i) => ({
          ...running(one.setOff ? { manner: "SET_OFF" } : { manner: "PAYMENT", dueOn: d("2025-03-01") }, one.cents),
          recoveryRef: `r${i}`,
        }));
        const { payCents, heldBack } = setOff(due, recoveries);
        const held = heldBack.reduce((sum, one) => sum + one.cents, 0);
        expect(payCents + held).toBe(Math.max(0, due));
        for (const { recoveryRef, cents } of heldBack) {
          const of = recoveries.find((one) => one.recoveryRef === recoveryRef)!;
          expect(of.how?.manner).toBe("SET_OFF");
          expect(cents).toBeGreaterThan(0);
          expect(cents).toBeLessThanOrEqual(openCents(of));
        }
        const open = recoveries.filter((one) => one.how?.manner === "SET_OFF").reduce((sum, one) => sum + openCents(one), 0);
        if (payCents > 0) expect(held).toBe(open);
      }),
    );
  });
});

describe("the net of a run", () => {
  const line = (more: Partial<LedgerLine>): LedgerLine => ({
    grantRef: "g",
    quarter: 8098,
    component: "WAGE",
    seq: 0,
    employerRef: "e",
    cents: 100,
    origin: "initial",
    runRef: "r",
    attestNo: null,
    attestVersion: null,
    graphHash: "",
    parametersHash: "",
    bookedAt: at("2024-11-20"),
    ...more,
  });

  it("adds an employer's lines over workers and quarters, and knows a self-employed person by the grant", () => {
    const lines = [
      line({}),
      line({ grantRef: "h", cents: -250 }),
      line({ grantRef: "s", employerRef: null, component: "SUPPORT", cents: 70 }),
    ];
    expect(netPerBeneficiary(lines, (grantRef) => `person of ${grantRef}`)).toEqual([
      { beneficiary: { kind: "EMPLOYER", ref: "e" }, cents: -150 },
      { beneficiary: { kind: "PERSON", ref: "person of s" }, cents: 70 },
    ]);
  });
});
