import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate as d, newRef } from "../../kernel/index.ts";
import { type Block, evolveBlock } from "../block/state.ts";
import { at } from "../fixtures.ts";
import type { Recovery } from "../recovery/index.ts";
import { planPayout } from "./plan.ts";

const beneficiary = { kind: "EMPLOYER" as const, ref: newRef() };
const actor = { role: "paymentOfficer", ref: "anna" };
const day = d("2025-02-01");
const net = (cents: number) => ({ beneficiary, cents });
const NOTHING = { advances: [], recoveries: [], blocks: [] };

const owing = (cents: number, recoveryRef = newRef()): Recovery => ({
  recoveryRef,
  runRef: "r",
  beneficiary,
  proposedBy: actor,
  cents,
  how: { manner: "SET_OFF" },
  settledCents: 0,
  waivedCents: 0,
  seq: 2,
});
const block = (mostCents: number | null, held = 0, lastDay: string | null = null): Block => {
  const step = {
    step: "SET" as const,
    kind: "SEIZURE" as const,
    beneficiary,
    from: d("2025-01-01"),
    mostCents,
    payeeRef: null,
    reasonRef: "x",
  };
  const made = evolveBlock(null, { blockRef: newRef(), seq: 1, at: at("2025-01-01"), actor, step });
  const ended = lastDay === null ? {} : { stage: "LIFTED" as const, lastDay: d(lastDay) };
  return { ...made, heldCents: held, ...ended };
};

describe("what a beneficiary gets of a run", () => {
  it("is everything when nothing stands against it", () => {
    expect(planPayout(net(10_000), NOTHING, day)).toMatchObject({ payCents: 10_000, heldBack: [], held: [] });
  });

  it("settles advances first, then holds back recoveries, then lets blocks take their part", () => {
    const claims = { advances: [{ advanceRef: "a", openCents: 3_000 }], recoveries: [owing(2_000)], blocks: [block(1_000)] };
    expect(planPayout(net(10_000), claims, day)).toMatchObject({
      advances: [{ cents: 3_000 }],
      heldBack: [{ cents: 2_000 }],
      held: [{ cents: 1_000 }],
      payCents: 4_000,
    });
  });

  it("pays what waited under a block that ended, also when nothing is due, and after recoveries", () => {
    const claims = { ...NOTHING, recoveries: [owing(500)], blocks: [block(null, 2_000, "2025-01-20")] };
    expect(planPayout(net(-700), claims, day)).toMatchObject({
      dueCents: 0,
      released: [{ cents: 2_000 }],
      heldBack: [{ cents: 500 }],
      payCents: 1_500,
    });
  });

  it("notes an advance that no cent was left for, so that the months withhold it", () => {
    const claims = { ...NOTHING, advances: [{ advanceRef: "a", openCents: 100 }] };
    expect(planPayout(net(0), claims, day).advances).toEqual([{ advanceRef: "a", cents: 0 }]);
  });

  it("adds up to what is due, whatever stands against it", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), amounts, amounts, amounts, (due, advances, recoveries, blocks) => {
        const plan = planPayout(
          net(due),
          {
            advances: advances.map((openCents, n) => ({ advanceRef: `${n}`, openCents })),
            recoveries: recoveries.map((cents) => owing(cents)),
            blocks: blocks.map((cents, n) => (n % 2 === 0 ? block(cents) : block(null, cents, "2025-01-20"))),
          },
          day,
        );
        const sum = (parts: readonly { readonly cents: number }[]) => parts.reduce((total, one) => total + one.cents, 0);
        const out = sum(plan.advances) + sum(plan.heldBack) + sum(plan.redirected) + sum(plan.held) + plan.payCents;
        expect(out).toBe(plan.dueCents + sum(plan.released));
        expect(plan.payCents).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
