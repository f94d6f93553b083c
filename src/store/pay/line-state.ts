// What became of a ledger line, from the view that holds lines against statements, payments and recoveries.
import type { LedgerLine, LineState } from "../../payment/index.ts";
import type { Queryable } from "../connection.ts";

export async function lineState(
  db: Queryable,
  { grantRef, quarter, component, seq }: Pick<LedgerLine, "grantRef" | "quarter" | "component" | "seq">,
): Promise<LineState | null> {
  const { rows } = await db.query<{ state: LineState | null }>(
    "select state from pay.line_state where grant_ref = $1 and quarter = $2 and component = $3 and seq = $4",
    [grantRef, quarter, component, seq],
  );
  return rows[0]?.state ?? null;
}
