// The department's counter for programs: work list, search, files, and every step of a handler.
import type { z } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  askCompletion,
  assessFile,
  assignFile,
  confirmProposal,
  type DepartmentPorts,
  decide,
  declareInadmissible,
  noteFile,
  previewOutcome,
  refuseApplication,
  searchFiles,
  seeChanges,
  sendBack,
  stopGrant,
  viewDecision,
  WORK_KINDS,
  type WorkCursor,
  workPage,
} from "../../counter/index.ts";
import { PREMIUMS } from "../../dossier/index.ts";
import { euro, isPlainDate, isRef, newRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, refused, unauthorized } from "../applicant/asker.ts";
import { withJson } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { choiceOf, choiceSchema } from "./choice.ts";
import * as paths from "./paths.ts";
import { assessmentJson, previewJson, workLineJson } from "./shapes.ts";
import { assignment, completionRequest, note, refusal, sendingBack, stopping } from "./steps.ts";
import { fileAnswer, step, withinDeskFile } from "./within-file.ts";

export function departmentRoutes(app: Hono<ApiEnv>, ports: DepartmentPorts): void {
  app.get(
    paths.WORK_LIST,
    allow("application.decide", (c: ApiContext) => workList(c, ports)),
  );
  app.post(
    paths.SEARCH,
    allow("application.search", (c: ApiContext) =>
      withJson(c, async (body) => {
        const acting = c.get("acting");
        if (acting === null) return unauthorized(c);
        const asked = { text: String(body.text ?? "").slice(0, 200), purpose: String(body.purpose ?? "") };
        const found = await searchFiles(ports, acting, asked);
        if (!found.ok) return refused(c, found.error, 400);
        const items = found.value.map(({ fileRef, number, state, filedOn, premiums, firmName, person }) => ({
          id: fileRef,
          number,
          status: state,
          filedOn,
          premiums,
          employer: firmName,
          person,
        }));
        return c.json({ items }, 200, { "cache-control": "private, no-store" });
      }),
    ),
  );
  app.get(
    paths.FILE,
    allow("application.follow", (c: ApiContext) => withinDeskFile(c, ports, async (_acting, file) => fileAnswer(c, file))),
  );
  app.get(
    `${paths.FILE}/assessment`,
    allow("application.follow", (c: ApiContext) =>
      withinDeskFile(c, ports, async (_acting, file) => {
        const assessed = await assessFile(ports, file.fileRef, file.state);
        if (assessed === null) return c.json(null, 200);
        const preview = await previewOutcome(ports, file.state, assessed, ports.clock.today());
        return c.json({ ...assessmentJson(assessed), preview: preview === null ? null : previewJson(preview) }, 200, {
          "cache-control": "private, no-store",
        });
      }),
    ),
  );
  app.post(
    `${paths.FILE}/decisions/preview`,
    allow("application.decide", (c: ApiContext) =>
      withJson(c, (body) =>
        withinDeskFile(c, ports, async (_acting, file) => {
          const sent = choiceSchema.safeParse(body);
          if (!sent.success) return unreadable(c, sent.error);
          const viewed = await viewDecision(ports, file, choiceOf(sent.data), newRef());
          if (!viewed.ok) return refused(c, viewed.error, 422);
          const { preview, secondLook, overBudget } = viewed.value;
          return c.json({
            secondLook,
            overBudget: overBudget === null ? null : euro(overBudget),
            preview: preview === null ? null : previewJson(preview),
          });
        }),
      ),
    ),
  );
  app.post(
    `${paths.FILE}/decisions`,
    allow("application.decide", (c: ApiContext) =>
      step(c, ports, (body, { acting, file, sent }) => {
        const choice = choiceSchema.safeParse(body);
        return choice.success ? decide(ports, acting, file, sent, choiceOf(choice.data)) : unreadable(c, choice.error);
      }),
    ),
  );
  app.post(
    `${paths.FILE}/proposals/:proposal/confirmation`,
    allow("application.decide", (c: ApiContext) =>
      step(c, ports, (_body, { acting, file, sent }) =>
        confirmProposal(ports, acting, file, sent, c.req.param("proposal") ?? ""),
      ),
    ),
  );
  /** A step whose body has a schema of its own. */
  const stepRoute = <T>(
    path: string,
    access: Parameters<typeof allow>[0],
    schema: z.ZodType<T>,
    take: (c: ApiContext, given: T, at: Parameters<typeof noteFile>[0]) => ReturnType<typeof noteFile>,
  ) =>
    app.post(
      `${paths.FILE}/${path}`,
      allow(access, (c: ApiContext) =>
        step(c, ports, (body, at) => {
          const given = schema.safeParse(body);
          return given.success ? take(c, given.data, at) : unreadable(c, given.error);
        }),
      ),
    );
  stepRoute("proposals/:proposal/return", "application.decide", sendingBack, (c, { reason }, at) =>
    sendBack(at, c.req.param("proposal") ?? "", reason),
  );
  stepRoute("completion-requests", "application.decide", completionRequest, (_c, { missing, question, answerBy }, at) =>
    askCompletion(at, { missing, question, answerBy: answerBy ?? null }),
  );
  stepRoute("refusals", "application.decide", refusal, (_c, given, at) => refuseApplication(at, given));
  stepRoute("inadmissibilities", "application.decide", refusal, (_c, given, at) => declareInadmissible(at, given));
  stepRoute("stops", "grant.change", stopping, (_c, given, at) => stopGrant(at, given));
  stepRoute("assignments", "application.reassign", assignment, (_c, { handler }, at) => assignFile(at, handler));
  stepRoute("notes", "application.decide", note, (_c, { text }, at) => noteFile(at, text));
  app.post(
    `${paths.FILE}/changes/seen`,
    allow("application.decide", (c: ApiContext) => step(c, ports, (_body, at) => seeChanges(at))),
  );
}

async function workList(c: ApiContext, ports: DepartmentPorts): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const query = new URL(c.req.url).searchParams;
  const kind = query.get("kind");
  const premiums = query.get("premiums");
  const handler = query.get("handler");
  const wished = query.get("limit") ?? "50";
  const limit = /^\d{1,3}$/.test(wished) ? Number(wished) : 0;
  const cursor = query.get("cursor");
  const after = cursor === null ? undefined : cursorIn(cursor);
  const knownKind = WORK_KINDS.find((one) => one === kind);
  const knownPremiums = PREMIUMS.find((one) => one === premiums);
  const wrong = limit < 1 || limit > 200 || after === null;
  if (wrong || (kind !== null && knownKind === undefined) || (premiums !== null && knownPremiums === undefined)) {
    return problemResponse(400, "query", "The question cannot be read", {
      detail: `limit is 1 to 200; cursor is the nextCursor of the page before; kind is one of ${WORK_KINDS.join(", ")}.`,
      requestId: requestIdOf(c),
    });
  }
  const filter = {
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(knownPremiums === undefined ? {} : { premiums: knownPremiums }),
    ...(handler === null ? {} : { handler: handler === "nobody" ? null : handler === "me" ? acting.actorRef : handler }),
  };
  const { lines, total, kinds, next } = await workPage(ports, acting, filter, limit, after);
  const nextCursor =
    next === null ? null : Buffer.from(`${next.deadline ?? ""}_${next.filedOn}_${next.fileRef}`).toString("base64url");
  return c.json({ items: lines.map(workLineJson), total, kinds, nextCursor }, 200, { "cache-control": "private, no-store" });
}

function cursorIn(cursor: string): WorkCursor | null {
  const [deadline, filedOn, fileRef] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  if (!isPlainDate(filedOn) || !isRef(fileRef)) return null;
  return { deadline: isPlainDate(deadline) ? deadline : null, filedOn, fileRef: fileRef as string as WorkCursor["fileRef"] };
}

/** Names every field that cannot be read. */
function unreadable(c: ApiContext, error: z.ZodError): Response {
  const wrong = error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  return problemResponse(400, "body", "The body cannot be read", { detail: wrong.join(". "), requestId: requestIdOf(c) });
}
