// One file at the department's API: read by who may see every file, changed on the version that was read.
import { reachOf } from "../../access/index.ts";
import { type Acting, type At, type DepartmentPorts, type DeskFile, openDeskFile, type Sent } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { type FileRef, isRef, type Result } from "../../kernel/index.ts";
import { type ApiContext, notFound, refused, unauthorized } from "../applicant/asker.ts";
import { commandKey, type Json, statusOf, withJson } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { deskFileJson } from "./shapes.ts";

export const tagOf = (file: Pick<DeskFile, "version">): string => `"v${file.version}"`;
const headersOf = (file: DeskFile) => ({ etag: tagOf(file), "cache-control": "private, no-store" });

export async function withinDeskFile(
  c: ApiContext,
  ports: DepartmentPorts,
  then: (acting: Acting, file: DeskFile) => Promise<Response>,
): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const id = c.req.param("file") ?? "";
  // Who may follow only the own organisation's files is told what everybody is told of a file that is not there.
  if (reachOf(acting.role, "application.follow") !== "all" || !isRef(id)) return notFound(c);
  const file = await openDeskFile(ports, acting, id as string as FileRef, "Via de API geopend:");
  return file === null ? notFound(c) : then(acting, file);
}

/** A step that builds on the version that the program read (If-Match) and is done once under its key. */
export function step(
  c: ApiContext,
  ports: DepartmentPorts,
  take: (body: Json, at: At) => Promise<Result<unknown, readonly Reason[]>> | Response,
): Promise<Response> {
  return withJson(c, async (body) => {
    const match = c.req.header("if-match");
    if (match === undefined) {
      return problemResponse(428, "ifMatch", "Say which version you change", {
        detail: "Send If-Match with the ETag of the file as you read it.",
        requestId: requestIdOf(c),
      });
    }
    return withinDeskFile(c, ports, async (acting, file) => {
      const key = commandKey(c, acting.actorRef);
      if (key instanceof Response) return key;
      const sent: Sent = { version: Number(/^"v(\d+)"$/.exec(match)?.[1] ?? "0"), commandId: key };
      const taken = take(body, { ports, acting, file, sent });
      if (taken instanceof Response) return taken;
      const done = await taken;
      if (!done.ok) return refused(c, done.error, statusOfStep(done.error));
      return shown(c, ports, acting, file.fileRef, done.value === "PROPOSED" ? 202 : 200);
    });
  });
}

/** The file as it is after a step. */
async function shown(c: ApiContext, ports: DepartmentPorts, acting: Acting, fileRef: FileRef, status: 200 | 202) {
  const after = await openDeskFile(ports, acting, fileRef, "Via de API geopend:");
  return after === null ? notFound(c) : c.json(deskFileJson(after), status, headersOf(after));
}

export const fileAnswer = (c: ApiContext, file: DeskFile): Response =>
  c.req.header("if-none-match") === tagOf(file)
    ? new Response(null, { status: 304, headers: { etag: tagOf(file) } })
    : c.json(deskFileJson(file), 200, headersOf(file));

function statusOfStep(reasons: readonly Reason[]): 409 | 412 | 422 {
  if (reasons.some((one) => one.id === "file.changed")) return 412;
  return reasons.some((one) => one.id.startsWith("handling.")) ? 409 : statusOf(reasons);
}
