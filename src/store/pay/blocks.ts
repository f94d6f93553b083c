// The steps of payment blocks.
import type { BlockStep, BlockStore, StoredBlockStep } from "../../payment/index.ts";
import type { Pool } from "../connection.ts";
import { addSteps, readSteps } from "./step-table.ts";

const TABLE = {
  table: "block_step",
  ref: "block_ref",
  firstColumns: (step: BlockStep) => ({ beneficiary_ref: step.step === "SET" ? step.beneficiary.ref : null }),
};

export function blockStore(pool: Pool): BlockStore {
  const where = async (condition: string, values: unknown[]): Promise<StoredBlockStep[]> =>
    (await readSteps<BlockStep>(pool, TABLE, condition, values)).map(({ ref, ...one }) => ({ blockRef: ref, ...one }));
  const among = (choice: string) => `block_ref in (select block_ref from pay.block_step where step = 'SET' and ${choice})`;
  return {
    steps: (blockRef) => where("block_ref = $1", [blockRef]),
    ofBeneficiaries: (refs) => where(among("beneficiary_ref = any($1::uuid[])"), [refs]),
    latest: (limit) => where(among("true order by at desc, block_ref limit $1"), [limit]),
    add: (steps) =>
      addSteps(
        pool,
        TABLE,
        steps.map(({ blockRef, ...one }) => ({ ref: blockRef, ...one })),
      ),
  };
}
