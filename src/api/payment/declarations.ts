// Declarations through the API: a file whole or not at all, what waits, and what became of it.
import { ARRIVAL_LIMIT, type Arrival, type Arrivals } from "../../counter/index.ts";
import { isRef, Refusal } from "../../kernel/index.ts";
import { INTAKE_KINDS } from "../../payment/index.ts";
import { type ApiContext, notFound, refused } from "../applicant/asker.ts";
import { bodyProblem, text, withJson } from "../applicant/request.ts";
import { idIn, LISTED, type PaymentApi, PER_PAGE } from "./kit.ts";
import { actorOf, badField, once, PAYMENTS, replied } from "./request.ts";
import { intakeJson } from "./shapes.ts";

export function declarationRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
  get("/declarations", "ledger.see", async (c) => c.json({ items: (await counter.declarations.list(LISTED)).map(intakeJson) }));
  post("/declarations", "declaration.takeIn", async (c) => {
    const kind = INTAKE_KINDS.find((one) => one === c.req.query("kind"));
    if (kind === undefined) return badField(c, "kind", INTAKE_KINDS.join(", "));
    const label = (c.req.query("label") ?? "").slice(0, 120);
    const file = await received(c, counter.arrivals);
    if (file instanceof Response) return file;
    try {
      return await once(c, counter, { kind, label, file: file.hash }, async () => {
        const taken = await counter.declarations.take({ kind, label, chunks: file.chunks(), actor: actorOf(c) });
        return {
          status: taken.before ? 200 : 201,
          body: { ...intakeJson(taken.intake), before: taken.before },
          location: `${PAYMENTS}/declarations/${taken.intake.intakeRef}`,
        };
      });
    } catch (error) {
      return fileRefused(c, error);
    } finally {
      await file.release();
    }
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

/** The body as a file kept aside; or the answer when it cannot be. */
async function received(c: ApiContext, arrivals: Arrivals): Promise<Arrival | Response> {
  if (Number(c.req.header("content-length") ?? "0") > ARRIVAL_LIMIT) return bodyProblem(c, "tooLarge", ARRIVAL_LIMIT);
  try {
    return await arrivals.receive(c.req.raw.body ?? new Blob([]).stream(), ARRIVAL_LIMIT);
  } catch (error) {
    const id = error instanceof Refusal ? error.problems[0]?.id : undefined;
    if (id === "arrival.tooLarge") return bodyProblem(c, "tooLarge", ARRIVAL_LIMIT);
    if (id === "arrival.cutOff") return bodyProblem(c, "cutOff");
    return fileRefused(c, error);
  }
}

/** Where nothing is wrong with the file, the same one can be taken in once there is room. */
const NO_ROOM: ReadonlySet<string> = new Set(["store.diskFull", "arrival.diskFull"]);

function fileRefused(c: ApiContext, error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  return refused(
    c,
    error.problems.map((one) => ({ ...one, rule: "", remedy: one.message })),
    error.problems.some((one) => NO_ROOM.has(one.id)) ? 503 : 422,
  );
}
