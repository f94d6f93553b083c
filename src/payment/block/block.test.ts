import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate as d, newRef } from "../../kernel/index.ts";
import { at } from "../fixtures.ts";
import { BLOCK_ACTIONS } from "./actions.ts";
import { type BlockCommand, decideBlock } from "./decide.ts";
import { countsOn, divide, releasable } from "./divide.ts";
import { type Block, type BlockStage, blockStage, evolveBlock } from "./state.ts";
import type { BlockTerms } from "./steps.ts";

const setter = { role: "paymentOfficer", ref: "anna" };
const other = { role: "paymentApprover", ref: "bram" };
const terms = (more: Partial<BlockTerms> = {}): BlockTerms => ({
  kind: "SEIZURE",
  beneficiary: { kind: "EMPLOYER", ref: newRef() },
  from: d("2025-01-01"),
  mostCents: null,
  payeeRef: null,
  ...more,
});
const payeeRef = newRef();

const after = (block: Block | null, command: BlockCommand, actor = other, blockRef = "b"): Block => {
  const decided = decideBlock(block, command, actor);
  if (!decided.ok) throw new Error(decided.error.map((one) => one.id).join());
  return decided.value.reduce<Block | null>(
    (held, step) => evolveBlock(held, { blockRef, seq: (held?.seq ?? 0) + 1, at: at("2025-01-10"), actor, step }),
    block,
  ) as Block;
};
const refusal = (block: Block | null, command: BlockCommand, actor = other) => {
  const decided = decideBlock(block, command, actor);
  return decided.ok ? [] : decided.error.map((one) => one.id);
};
const set = (more: Partial<BlockTerms> = {}, blockRef = "b") =>
  after(null, { type: "SET", terms: terms(more), reasonRef: newRef() }, setter, blockRef);
const lift = (lastDay: string): BlockCommand => ({ type: "LIFT", lastDay: d(lastDay), reasonRef: newRef() });

describe("a payment block", () => {
  it("is in force at once when the money only waits", () => {
    expect(blockStage(set())).toBe("IN_FORCE");
  });

  it("waits for a second, other person when money goes to somebody else", () => {
    const proposed = set({ payeeRef });
    expect(blockStage(proposed)).toBe("PROPOSED");
    expect(refusal(proposed, { type: "CONFIRM" }, setter)).toEqual(["block.samePerson"]);
    expect(blockStage(after(proposed, { type: "CONFIRM" }))).toBe("IN_FORCE");
  });

  it("is lifted by one person when the money waits, and by two when it went elsewhere", () => {
    expect(blockStage(after(set(), lift("2025-03-01"), setter))).toBe("LIFTED");
    const asked = after(after(set({ payeeRef }), { type: "CONFIRM" }), lift("2025-03-01"), setter);
    expect(blockStage(asked)).toBe("LIFT_PROPOSED");
    expect(refusal(asked, { type: "CONFIRM_LIFT" }, setter)).toEqual(["block.samePerson"]);
    expect(blockStage(after(asked, { type: "CONFIRM_LIFT" }))).toBe("LIFTED");
    expect(blockStage(after(asked, { type: "KEEP" }))).toBe("IN_FORCE");
  });

  it("refuses terms that cannot be: no amount, an assignment to nobody, a firm that dies, an end before the start", () => {
    const wrong = (more: Partial<BlockTerms>) => refusal(null, { type: "SET", terms: terms(more), reasonRef: "r" }, setter);
    expect(wrong({ mostCents: 0 })).toEqual(["block.amount"]);
    expect(wrong({ mostCents: 1 })).toEqual([]);
    expect(wrong({ kind: "ASSIGNMENT" })).toEqual(["block.payee"]);
    expect(wrong({ kind: "DEATH" })).toEqual(["block.noPerson"]);
    expect(refusal(set(), lift("2024-12-31"))).toEqual(["block.lastDay"]);
    expect(refusal(set(), lift("2025-01-01"))).toEqual([]);
  });

  it("allows in each stage exactly what the table says", () => {
    const stages: Record<Exclude<BlockStage, "NONE">, Block> = {
      PROPOSED: set({ payeeRef }),
      IN_FORCE: set(),
      LIFT_PROPOSED: after(after(set({ payeeRef }), { type: "CONFIRM" }), lift("2025-03-01"), setter),
      LIFTED: after(set(), lift("2025-03-01")),
      REFUSED: after(set({ payeeRef }), { type: "REFUSE", reasonRef: "r" }),
    };
    const commands: BlockCommand[] = [
      { type: "SET", terms: terms(), reasonRef: "r" },
      { type: "CONFIRM" },
      { type: "REFUSE", reasonRef: "r" },
      lift("2025-03-01"),
      { type: "CONFIRM_LIFT" },
      { type: "KEEP" },
      { type: "USE", how: "HELD", cents: 1, runRef: "r" },
    ];
    for (const [stage, block] of Object.entries(stages))
      for (const command of commands)
        expect([stage, command.type, !refusal(block, command).includes("action.notAllowed")]).toEqual([
          stage,
          command.type,
          BLOCK_ACTIONS[stage as BlockStage].includes(command.type),
        ]);
  });
});

describe("what a block does to a payment", () => {
  const day = d("2025-02-01");

  it("starts on its first day and ends after its last", () => {
    const block = after(set(), lift("2025-03-01"));
    expect(["2024-12-31", "2025-01-01", "2025-03-01", "2025-03-02"].map((on) => countsOn(block, d(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("holds everything, up to an amount, or sends it on", () => {
    expect(divide(10_000, [set()], day)).toMatchObject({ freeCents: 0, held: [{ cents: 10_000 }] });
    expect(divide(10_000, [set({ mostCents: 4_000 })], day)).toMatchObject({ freeCents: 6_000, held: [{ cents: 4_000 }] });
    const sent = after(set({ payeeRef, mostCents: 4_000 }), { type: "CONFIRM" });
    expect(divide(10_000, [sent], day)).toMatchObject({ freeCents: 6_000, redirected: [{ payeeRef, cents: 4_000 }], held: [] });
  });

  it("holds what is not confirmed yet: what left cannot be held any more", () => {
    expect(divide(10_000, [set({ payeeRef })], day)).toMatchObject({ freeCents: 0, redirected: [], held: [{ cents: 10_000 }] });
  });

  it("remembers what earlier runs took, and gives free what waited once it is lifted", () => {
    const used = after(set({ mostCents: 4_000 }), { type: "USE", how: "HELD", cents: 3_000, runRef: "r1" });
    expect(divide(10_000, [used], day).held).toEqual([{ blockRef: "b", cents: 1_000 }]);
    const lifted = after(used, lift("2025-01-15"));
    expect([releasable(used, day), releasable(lifted, day)]).toEqual([0, 3_000]);
    expect(releasable(after(lifted, { type: "USE", how: "RELEASED", cents: 3_000, runRef: "r2" }), day)).toBe(0);
  });

  it("neither makes nor loses a cent", () => {
    const anyBlock = fc
      .record({
        most: fc.option(fc.integer({ min: 1, max: 20_000 })),
        sent: fc.boolean(),
        confirmed: fc.boolean(),
        from: fc.constantFrom("2024-12-01", "2025-01-01", "2025-02-02"),
      })
      .map(({ most, sent, confirmed, from }) => {
        const block = set({ mostCents: most, from: d(from), payeeRef: sent ? payeeRef : null }, newRef());
        return sent && confirmed ? after(block, { type: "CONFIRM" }) : block;
      });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.array(anyBlock, { maxLength: 5 }), (due, blocks) => {
        const { freeCents, redirected, held } = divide(due, blocks, day);
        const taken = [...redirected, ...held].map((one) => one.cents);
        expect(taken.every((cents) => cents > 0)).toBe(true);
        expect(freeCents).toBeGreaterThanOrEqual(0);
        expect(freeCents + taken.reduce((sum, cents) => sum + cents, 0)).toBe(due);
      }),
    );
  });
});
