// Frozen statements through the API: read, downloaded, and never changed.
import { isRef } from "../../kernel/index.ts";
import { linesHashOf } from "../../payment/index.ts";
import { notFound } from "../applicant/asker.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { idIn, type PaymentApi, PER_PAGE, withRun } from "./kit.ts";
import { PAYMENTS } from "./request.ts";
import { lineJson, statementJson } from "./shapes.ts";

export function statementRoutes(api: PaymentApi): void {
  const { app, counter, get } = api;
  get("/runs/:id/statements", "ledger.see", (c) =>
    withRun(api, c, async (run) => {
      const after = c.req.query("after") ?? "";
      const heads = await counter.statements.ofRun(run.runRef, PER_PAGE + 1, isRef(after) ? after : undefined);
      const shown = heads.slice(0, PER_PAGE);
      return c.json({ items: shown.map(statementJson), next: heads.length > PER_PAGE ? shown.at(-1)?.beneficiary.ref : null });
    }),
  );
  get("/statements/:id", "ledger.see", async (c) => {
    const ref = idIn(c);
    const one = ref === null ? null : await counter.statements.read(ref);
    if (one === null) return notFound(c);
    return c.json({ ...statementJson(one), intact: linesHashOf(one.of) === one.linesHash, lines: one.of.map(lineJson) });
  });
  app.all(`${PAYMENTS}/statements/:id`, (c) =>
    problemResponse(405, "frozen", "A statement is frozen", {
      detail: "It was frozen when it was booked. A correction comes on a later statement.",
      requestId: requestIdOf(c),
      headers: { allow: "GET" },
    }),
  );
}
