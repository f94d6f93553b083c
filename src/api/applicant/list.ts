// A page of the enterprise's files, with a cursor to the next.
import { type CounterPorts, listFiles } from "../../counter/index.ts";
import { APPLICATION_STATES } from "../../dossier/index.ts";
import { type FileRef, isPlainDate, isRef, type PlainDate } from "../../kernel/index.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import type { ApiContext, Within } from "./asker.ts";
import { listedJson } from "./shapes.ts";

export async function list(c: ApiContext, counter: CounterPorts, { acting, firm }: Within, granted: boolean): Promise<Response> {
  const wished = c.req.query("limit") ?? "50";
  const limit = /^\d{1,3}$/.test(wished) ? Number(wished) : 0;
  const after = cursorIn(c.req.query("cursor"));
  const status = c.req.query("status");
  const states = granted
    ? (["GRANTED"] as const)
    : status === undefined
      ? undefined
      : APPLICATION_STATES.filter((one) => one === status);
  if (limit < 1 || limit > 200 || after === "wrong" || states?.length === 0) {
    return problemResponse(400, "query", "The question cannot be read", {
      detail: `limit is 1 to 200; cursor is the nextCursor of the page before; status is one of ${APPLICATION_STATES.join(", ")}.`,
      requestId: requestIdOf(c),
    });
  }
  const files = await listFiles(counter, acting, firm, {
    limit: limit + 1,
    ...(after === null ? {} : { after }),
    ...(states === undefined ? {} : { states }),
  });
  const items = files.slice(0, limit);
  const last = files.length > limit ? items.at(-1) : undefined;
  return c.json(
    {
      items: items.map(listedJson),
      nextCursor: last === undefined ? null : Buffer.from(`${last.filedOn}_${last.fileRef}`).toString("base64url"),
    },
    200,
    { "cache-control": "private, no-store" },
  );
}

function cursorIn(cursor: string | undefined): { filedOn: PlainDate; fileRef: FileRef } | null | "wrong" {
  if (cursor === undefined) return null;
  const [filedOn, fileRef] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  return isPlainDate(filedOn) && isRef(fileRef) ? { filedOn, fileRef: fileRef as string as FileRef } : "wrong";
}
