// The steps of monthly advances.
import type { AdvanceStep, AdvanceStore, StoredAdvanceStep } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { addSteps, readSteps } from "./step-table.ts";

const TABLE = {
  table: "advance_step",
  ref: "advance_ref",
  firstColumns: (step: AdvanceStep) => ({
    grant_ref: step.step === "REQUESTED" ? step.grantRef : null,
    employer_ref: step.step === "REQUESTED" ? step.employerRef : null,
  }),
};

export function advanceStore(pool: Pool): AdvanceStore {
  const where = async (condition: string, values: unknown[]): Promise<StoredAdvanceStep[]> =>
    (await readSteps<AdvanceStep>(pool, TABLE, condition, values)).map(({ ref, ...one }) => ({ advanceRef: ref, ...one }));
  const among = (choice: string) =>
    `advance_ref in (select advance_ref from pay.advance_step where step = 'REQUESTED' and ${choice})`;
  return {
    steps: (advanceRef) => where("advance_ref = $1", [advanceRef]),
    ofGrant: (grantRef) => where(among("grant_ref = $1"), [grantRef]),
    ofEmployers: (refs) => where(among("employer_ref = any($1::uuid[])"), [refs]),
    granted: () => where("advance_ref in (select advance_ref from pay.advance_step where step = 'GRANTED')", []),
    paidUnder: (groupRef) =>
      where("advance_ref in (select advance_ref from pay.advance_step where step = 'PAID' and body->>'batchRef' = $1)", [
        groupRef,
      ]),
    latest: (limit) => where(among("true order by at desc, advance_ref limit $1"), [limit]),
    add: (steps) =>
      addSteps(
        pool,
        TABLE,
        steps.map(({ advanceRef, ...one }) => ({ ref: advanceRef, ...one })),
      ),
  };
}
