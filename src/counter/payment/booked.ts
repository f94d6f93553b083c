// First and last quarter for which anything was booked, asked again only when a run may have booked more: the whole ledger is read for it.
import type { Run } from "../../payment/index.ts";
import type { PaymentCounter } from "./ports.ts";

type Booked = Awaited<ReturnType<PaymentCounter["queries"]["bookedQuarters"]>>;

/** Lines also come without a run, as when records are first taken in: those are seen after at most this long. */
const FOR_MS = 60_000;

const held = new WeakMap<
  PaymentCounter["queries"],
  { readonly key: string; readonly at: number; readonly booked: Promise<Booked> }
>();

/** @param newest - The run that was started last, as it stands; null: none. */
export function bookedOnce(
  { queries }: Pick<PaymentCounter, "queries">,
  newest: Run | null,
  now = performance.now(),
): Promise<Booked> {
  const key = newest === null ? "" : `${newest.runRef} ${newest.seq}`;
  const before = held.get(queries);
  if (before !== undefined && before.key === key && now - before.at < FOR_MS) return before.booked;
  const booked = queries.bookedQuarters();
  const made = { key, at: now, booked };
  held.set(queries, made);
  // A question that failed is asked again.
  booked.catch(() => {
    if (held.get(queries) === made) held.delete(queries);
  });
  return booked;
}
