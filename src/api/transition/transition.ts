// Older rights for the department's programs: files handed over, proof sheets, parked lines, and the trajectories that end.
// A signature is a person's own: it is given on the page, never with a program's token.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type ImportView, ROW_OUTCOMES, type RowOutcome } from "../../counter/index.ts";
import { type Cents, euro, isRef } from "../../kernel/index.ts";
import type { Transition } from "../../main/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused, unauthorized } from "../applicant/asker.ts";
import { readBody } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { byOf, fteOf } from "./import-parts.ts";
import { importRowRoutes } from "./import-rows.ts";
import { ENDING, IMPORTS } from "./paths.ts";
import { rightRoutes } from "./rights.ts";

const AT_ONCE = 500;

export function transitionRoutes(app: Hono<ApiEnv>, { imports, rights }: Transition): void {
  app.get(
    IMPORTS,
    allow("transition.import", async (c: ApiContext) => c.json({ items: (await imports.list()).map(headJson) })),
  );
  app.post(
    IMPORTS,
    allow("transition.import", async (c: ApiContext) => {
      const by = byOf(c);
      if (by === null) return unauthorized(c);
      const body = await readBody(c.req.raw);
      if (body.kind !== "bytes") return tooLarge(c);
      const uploaded = await imports.upload(body.bytes, c.req.query("list") ?? "", by);
      if (!uploaded.ok) return refused(c, uploaded.error, 422);
      const { importRef, known } = uploaded.value;
      const view = await imports.find(importRef);
      return view === null
        ? notFound(c)
        : c.json({ ...viewJson(view), known }, known ? 200 : 201, { location: `${IMPORTS}/${importRef}` });
    }),
  );
  app.get(
    `${IMPORTS}/:id`,
    allow("transition.import", async (c: ApiContext) => {
      const view = await viewOf(c);
      return view === null ? notFound(c) : c.json(viewJson(view));
    }),
  );
  app.get(
    `${IMPORTS}/:id/rows`,
    allow("transition.import", async (c: ApiContext) => {
      const view = await viewOf(c);
      if (view === null) return notFound(c);
      const outcome = (c.req.query("outcome") ?? "PARKED") as RowOutcome;
      const after = Number(c.req.query("after") ?? "0");
      if (!ROW_OUTCOMES.includes(outcome) || !Number.isSafeInteger(after) || after < 0) {
        return problemResponse(400, "query", "The query is wrong", {
          detail: `outcome is one of ${ROW_OUTCOMES.join(", ")}; after is the number of a line.`,
          requestId: requestIdOf(c),
        });
      }
      const reason = c.req.query("reason");
      const items = await imports.rows(view.head.importRef, {
        outcome,
        after,
        limit: AT_ONCE,
        ...(reason === undefined ? {} : { reason }),
      });
      return c.json({ items, next: items.length === AT_ONCE ? items.at(-1)?.line : null });
    }),
  );
  app.post(
    `${IMPORTS}/:id/recheck`,
    allow("transition.import", async (c: ApiContext) => {
      const by = byOf(c);
      if (by === null) return unauthorized(c);
      const view = await viewOf(c);
      if (view === null) return notFound(c);
      const checked = await imports.recheck(view.head.importRef, by);
      return checked.ok ? c.json(viewJson(checked.value)) : refused(c, checked.error, 409);
    }),
  );
  app.post(
    `${IMPORTS}/:id/cancel`,
    allow("transition.import", async (c: ApiContext) => {
      const by = byOf(c);
      if (by === null) return unauthorized(c);
      const view = await viewOf(c);
      if (view === null) return notFound(c);
      const cancelled = await imports.cancel(view.head.importRef, by);
      return cancelled.ok ? c.json(viewJson(cancelled.value)) : refused(c, cancelled.error, 409);
    }),
  );
  importRowRoutes(app, imports);
  app.get(
    ENDING,
    allow("transition.import", async (c: ApiContext) => {
      const employerRef = c.req.query("employerRef");
      if (employerRef !== undefined && !isRef(employerRef)) return notFound(c);
      const items = await rights.workList(AT_ONCE, employerRef === undefined ? {} : { employerRef });
      return c.json({ items: items.map(({ rightRef, ...one }) => ({ id: rightRef, ...one })) });
    }),
  );

  rightRoutes(app, rights);

  const viewOf = async (c: ApiContext): Promise<ImportView | null> => {
    const id = c.req.param("id") ?? "";
    return isRef(id) ? imports.find(id) : null;
  };
}

const headJson = ({ importRef, list, form, receivedAt, fileHash }: ImportView["head"]) => ({
  id: importRef,
  list,
  form,
  receivedAt,
  fileHash,
});

function viewJson({ head, stage, proof, parkedFor, signatures }: ImportView) {
  const sum = (one: { readonly count: number; readonly fte: number; readonly cents: number } | null) =>
    one === null ? null : { count: one.count, fte: fteOf(one.fte), amount: euro(one.cents as Cents) };
  return {
    ...headJson(head),
    stage,
    rows: proof.rows,
    outcomes: proof.outcomes,
    measures: proof.measures.map(({ measure, control, in: rows, outcomes }) => ({
      measure,
      control: sum(control),
      rows: sum(rows),
      outcomes: Object.fromEntries(Object.entries(outcomes).map(([outcome, one]) => [outcome, sum(one)])),
    })),
    parkedFor,
    controlProblems: proof.controlReasons.map(({ id, field, message }) => ({ id, field, message: message.en })),
    signatures: signatures.length,
  };
}

function tooLarge(c: ApiContext): Response {
  return problemResponse(413, "body", "The file is too large", {
    detail: "Send at most 10 MB, or use the command line: maatwerk transition import.",
    requestId: requestIdOf(c),
  });
}
