// Declarations through the API: a file whole or not at all, what waits, and what became of it.
import { hashOf, isRef, Refusal } from "../../kernel/index.ts";
import { INTAKE_KINDS } from "../../payment/index.ts";
import { notFound, refused } from "../applicant/asker.ts";
import { bodyProblem, text, withJson } from "../applicant/request.ts";
import { readBody } from "../body.ts";
import { idIn, LISTED, type PaymentApi, PER_PAGE } from "./kit.ts";
import { actorOf, badField, once, PAYMENTS, replied } from "./request.ts";
import { intakeJson } from "./shapes.ts";

export function declarationRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
  get("/declarations", "ledger.see", async (c) => c.json({ items: (await counter.declarations.list(LISTED)).map(intakeJson) }));
  post("/declarations", "declaration.takeIn", async (c) => {
    const kind = INTAKE_KINDS.find((one) => one === c.req.query("kind"));
    if (kind === undefined) return badField(c, "kind", INTAKE_KINDS.join(", "));
    const body = await readBody(c.req.raw);
    if (body.kind !== "bytes") return bodyProblem(c, body.kind);
    const label = (c.req.query("label") ?? "").slice(0, 120);
    return once(c, counter, { kind, label, body: hashOf(Buffer.from(body.bytes).toString("base64")) }, async () => {
      try {
        const taken = await counter.declarations.take({ kind, label, chunks: oneChunk(body.bytes), actor: actorOf(c) });
        return {
          status: taken.before ? 200 : 201,
          body: { ...intakeJson(taken.intake), before: taken.before },
          location: `${PAYMENTS}/declarations/${taken.intake.intakeRef}`,
        };
      } catch (error) {
        if (error instanceof Refusal)
          return refused(
            c,
            error.problems.map((one) => ({ ...one, rule: "", remedy: one.message })),
            // Nothing is wrong with the file: the same one can be taken in once there is room.
            error.problems.some((one) => one.id === "store.diskFull") ? 503 : 422,
          );
        throw error;
      }
    });
  });
  get("/declarations/parked", "ledger.see", async (c) => {
    const after = c.req.query("after") ?? "";
    const items = await counter.declarations.parked(PER_PAGE + 1, isRef(after) ? after : undefined);
    const shown = items.slice(0, PER_PAGE);
    return c.json({ items: shown, next: items.length > PER_PAGE ? shown.at(-1)?.itemRef : null });
  });
  post("/declarations/retry", "declaration.takeIn", (c) =>
    once(c, counter, null, async () => {
      const intake = await counter.declarations.retry(actorOf(c));
      return { status: 200, body: { intake: intake === null ? null : intakeJson(intake) } };
    }),
  );
  post("/declarations/parked/:id/dismiss", "declaration.takeIn", (c) =>
    withJson(c, async (body) => {
      const item = idIn(c);
      if (item === null) return notFound(c);
      return once(c, counter, body, async () =>
        replied(c, await counter.declarations.dismiss(item, text(body.reason) ?? "", actorOf(c)), () => ({
          status: 200,
          body: { id: item },
        })),
      );
    }),
  );
  get("/declarations/:id", "ledger.see", async (c) => {
    const ref = idIn(c);
    const report = ref === null ? null : await counter.declarations.report(ref);
    return report === null ? notFound(c) : c.json({ ...intakeJson(report.intake), items: report.items });
  });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
