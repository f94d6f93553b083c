// When the ledger is asked again which quarters were booked.
import { describe, expect, it } from "vitest";
import type { Run } from "../../payment/index.ts";
import { bookedOnce } from "./booked.ts";
import type { PaymentCounter } from "./ports.ts";

function ledger(fails = 0) {
  let asked = 0;
  const bookedQuarters = async () => {
    asked += 1;
    if (asked <= fails) throw new Error("out of reach");
    return { first: 1, last: asked };
  };
  return { queries: { bookedQuarters } } as unknown as Pick<PaymentCounter, "queries">;
}

const run = (seq: number) => ({ runRef: "r", seq }) as Run;

describe("the booked quarters", () => {
  it("are asked once while no run moves", async () => {
    const counter = ledger();
    for (const now of [0, 1, 59_999]) expect(await bookedOnce(counter, run(1), now)).toEqual({ first: 1, last: 1 });
  });

  it("are asked again when a run moved, when another was started, and after a minute", async () => {
    const counter = ledger();
    expect((await bookedOnce(counter, null, 0))?.last).toBe(1);
    expect((await bookedOnce(counter, run(1), 0))?.last).toBe(2);
    expect((await bookedOnce(counter, run(2), 0))?.last).toBe(3);
    expect((await bookedOnce(counter, run(2), 60_000))?.last).toBe(4);
  });

  it("are asked again after a failure", async () => {
    const counter = ledger(1);
    await expect(bookedOnce(counter, run(1), 0)).rejects.toThrow("out of reach");
    expect(await bookedOnce(counter, run(1), 0)).toEqual({ first: 1, last: 2 });
  });
});
