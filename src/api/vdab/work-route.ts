// The work list of VDAB, for programs: page by page.
import { type Acting, VDAB_WORK_KINDS, type VdabPorts, type VdabWorkCursor, vdabWorkPage } from "../../counter/index.ts";
import { isPlainDate, isRef } from "../../kernel/index.ts";
import type { ApiContext } from "../applicant/asker.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { closed } from "./asking.ts";
import { workJson } from "./shapes.ts";

export async function workList(c: ApiContext, ports: VdabPorts, acting: Acting): Promise<Response> {
  const wished = c.req.query("limit") ?? "50";
  const limit = /^\d{1,3}$/.test(wished) ? Number(wished) : 0;
  const kind = c.req.query("kind") ?? null;
  const known = VDAB_WORK_KINDS.find((one) => one === kind) ?? null;
  const until = c.req.query("until") ?? null;
  const assignee = c.req.query("assignee") ?? null;
  const after = cursorIn(c.req.query("cursor"));
  const wrong =
    limit < 1 ||
    limit > 200 ||
    (kind !== null && known === null) ||
    (until !== null && !isPlainDate(until)) ||
    ![null, "me", "nobody"].includes(assignee) ||
    after === "wrong";
  if (wrong || (until !== null && !isPlainDate(until))) {
    return problemResponse(400, "query", "The question cannot be read", {
      detail: `limit is 1 to 200; kind is one of ${VDAB_WORK_KINDS.join(", ")}; until is a day; assignee is me or nobody; cursor is the nextCursor of the page before.`,
      requestId: requestIdOf(c),
    });
  }
  const page = await vdabWorkPage(ports, acting, {
    kind: known,
    until,
    assignee: assignee === null ? null : assignee === "me" ? { ref: acting.actorRef } : "NOBODY",
    after,
    limit,
  });
  const last = page.more ? page.lines.at(-1) : undefined;
  const nextCursor =
    last === undefined ? null : Buffer.from(`${last.deadline ?? ""}_${last.since}_${last.workRef}`).toString("base64url");
  return c.json({ items: page.lines.map(workJson), nextCursor }, 200, closed);
}

function cursorIn(cursor: string | undefined): VdabWorkCursor | null | "wrong" {
  if (cursor === undefined) return null;
  const [deadline = "", since, workRef] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  if (!isPlainDate(since) || !isRef(workRef)) return "wrong";
  return { deadline: isPlainDate(deadline) ? deadline : null, since, workRef };
}
