// What the routes of payment share: who may come in, whom a program stands for, and finding what a path names.
import type { Hono } from "hono";
import { allow, type Permission } from "../../access/index.ts";
import type { Acting, PaymentCounter } from "../../counter/index.ts";
import { isRef } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Run } from "../../payment/index.ts";
import { type ApiContext, type ApiEnv, notFound } from "../applicant/asker.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { PAYMENTS } from "./request.ts";

export const PER_PAGE = 100;
export const LISTED = 200;

type Handler = (c: ApiContext) => Promise<Response> | Response;

export interface PaymentApi {
  readonly app: Hono<ApiEnv>;
  readonly counter: PaymentCounter;
  readonly law: Law;
  readonly get: (path: string, access: Permission, handler: Handler) => void;
  readonly post: (path: string, access: Permission, handler: Handler) => void;
}

export function paymentApi(app: Hono<ApiEnv>, counter: PaymentCounter, law: Law): PaymentApi {
  return {
    app,
    counter,
    law,
    get: (path, access, handler) => {
      app.get(`${PAYMENTS}${path}`, allow(access, handler));
    },
    post: (path, access, handler) => {
      const guarded = (c: ApiContext) =>
        TWO_PERSONS.has(access) && c.get("acting")?.program === true ? noPerson(c) : handler(c);
      app.post(`${PAYMENTS}${path}`, allow(access, guarded));
    },
  };
}

/** The reference in the path; null when it is none. */
export function idIn(c: ApiContext): string | null {
  const given = c.req.param("id") ?? "";
  return isRef(given) ? given : null;
}

export const actingIn = (c: ApiContext): Acting => c.get("acting") as Acting;

export async function withRun({ counter }: PaymentApi, c: ApiContext, then: (run: Run) => Promise<Response>): Promise<Response> {
  const ref = idIn(c);
  const run = ref === null ? null : await counter.runs.find(ref);
  return run === null ? notFound(c) : then(run);
}

/** Work where who did it is held against who judges it: a program that stands for nobody can be on both sides. */
const TWO_PERSONS: ReadonlySet<Permission> = new Set<Permission>([
  "run.prepare",
  "run.approve",
  "recovery.decide",
  "block.propose",
  "block.confirm",
  "bank.reconcile",
]);

const noPerson = (c: ApiContext): Response =>
  problemResponse(403, "program.noPerson", "Two persons are needed here", {
    detail: "Use a key that a member of staff made in person, so that it is known who acts.",
    requestId: requestIdOf(c),
  });
