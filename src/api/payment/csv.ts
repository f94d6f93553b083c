// The accounting export as a file that leaves while it is read.
import { accountsCsv } from "../../counter/index.ts";
import type { Accounts } from "../../payment/index.ts";

export function csvBody(accounts: Accounts, year: number): Response {
  const rows = accountsCsv(accounts, year);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await rows.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" } });
}
