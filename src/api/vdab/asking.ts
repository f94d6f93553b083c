// How a request to VDAB's counter or the person's page is read: who asks, which version, under which key, and what a refusal answers.
import type { Acting } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { type ApiContext, refused, unauthorized } from "../applicant/asker.ts";
import { commandKey } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

/** Nobody else keeps such an answer. */
export const closed = { "cache-control": "private, no-store" };

export async function asking(c: ApiContext, then: (acting: Acting) => Promise<Response>): Promise<Response> {
  const acting = c.get("acting");
  return acting === null ? unauthorized(c) : then(acting);
}

/** Without a version: a command on something new. */
export function keyed(
  c: ApiContext,
  acting: Acting,
  then: (meta: { readonly commandId: string }) => Promise<Response>,
): Promise<Response> {
  const key = commandKey(c, acting.actorRef);
  return key instanceof Response ? Promise.resolve(key) : then({ commandId: key });
}

/** If-Match says which version the command builds on, so that two people never overwrite each other. */
export function changing(
  c: ApiContext,
  acting: Acting,
  then: (meta: { readonly version: number; readonly commandId: string }) => Promise<Response>,
): Promise<Response> {
  const match = c.req.header("if-match");
  if (match === undefined) {
    return Promise.resolve(
      problemResponse(428, "ifMatch", "Say which version you change", {
        detail: "Send If-Match with the ETag as you read it.",
        requestId: requestIdOf(c),
      }),
    );
  }
  const version = Number(/^"v(\d+)"$/.exec(match)?.[1] ?? "0");
  return keyed(c, acting, ({ commandId }) => then({ version, commandId }));
}

export function refusedBy(c: ApiContext, reasons: readonly Reason[]): Response {
  if (reasons.some((one) => one.id === "file.changed")) return refused(c, reasons, 412);
  const conflict = reasons.some((one) => ["command.reused", "action.notAllowed", "indication.open"].includes(one.id));
  return refused(c, reasons, conflict ? 409 : 422);
}
