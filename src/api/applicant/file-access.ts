// One file of the enterprise that asks, read or changed. Another's file answers as if it did not exist.
import { type CounterPorts, type Following, follow, type OpenedFile, openFile, possibleWith } from "../../counter/index.ts";
import { type FileRef, isRef } from "../../kernel/index.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { type ApiContext, notFound, refused, type Within, withinFirm } from "./asker.ts";
import { commandKey, statusOf } from "./request.ts";
import { etagOf, fileJson } from "./shapes.ts";

export async function withinFile(
  c: ApiContext,
  counter: CounterPorts,
  then: (within: Within, file: OpenedFile) => Promise<Response>,
): Promise<Response> {
  return withinFirm(c, counter, c.req.query("enterpriseNumber"), async (within) => {
    const id = c.req.param("id") ?? "";
    const file = isRef(id) ? await openFile(counter, within.acting, within.firm, id as string as FileRef) : null;
    return file === null ? notFound(c) : then(within, file);
  });
}

/** A change of an existing file: says which version it builds on (If-Match) and under which key it is done once. */
export async function changing(
  c: ApiContext,
  counter: CounterPorts,
  then: (within: Within, file: OpenedFile, version: number, key: string) => Promise<Response>,
): Promise<Response> {
  const match = c.req.header("if-match");
  if (match === undefined) {
    return problemResponse(428, "ifMatch", "Say which version you change", {
      detail: "Send If-Match with the ETag of the application as you read it.",
      requestId: requestIdOf(c),
    });
  }
  return withinFile(c, counter, async (within, file) => {
    const key = commandKey(c, within.acting.actorRef);
    if (key instanceof Response) return key;
    const version = Number(/^"v(\d+)"$/.exec(match)?.[1] ?? "0");
    return then(within, file, version, key);
  });
}

export async function followed(
  c: ApiContext,
  counter: CounterPorts,
  { acting, firm }: Within,
  file: OpenedFile,
  following: Following,
): Promise<Response> {
  const done = await follow(counter, acting, firm, file, following);
  if (!done.ok) return refused(c, done.error, done.error.some((one) => one.id === "file.changed") ? 412 : statusOf(done.error));
  const after = await openFile(counter, acting, firm, file.fileRef);
  if (after === null) return notFound(c);
  return c.json(fileJson(after, possibleWith(counter.law, after, counter.clock.today())), 200, headersOf(after));
}

export const headersOf = (file: OpenedFile) => ({ etag: etagOf(file), "cache-control": "private, no-store" });
