// POST /api/v1/lab/runs computes a reform over a population; /lab/results gives what was kept; POST /lab/cases lays one case under both laws.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import {
  applyReform,
  askLab,
  breakEvenWage,
  employerShares,
  explainBoth,
  type KeptFiles,
  type KeptResults,
  keepResult,
  type LabPorts,
} from "../../lab/index.ts";
import { type Explanation, type Facts, type Law, type LawError, parseCalculation, stepLines } from "../../law/index.ts";
import { type ApiContext, type ApiEnv, notFound } from "../applicant/asker.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { type Asked, caseQuestion, momentOf, problemsOf, readReforms, readRunQuestion } from "./read-question.ts";

export const LAB_RUNS = "/api/v1/lab/runs";
export const LAB_CASES = "/api/v1/lab/cases";
export const LAB_DIMENSIONS = "/api/v1/lab/dimensions";
export const LAB_RESULTS = "/api/v1/lab/results";

/** A reform is a page of text. */
const LONGEST = 200_000;

export function labApiRoutes(app: OpenAPIHono<ApiEnv>, lab: LabPorts): void {
  app.post(
    LAB_RUNS,
    allow("lab.run", (c: ApiContext) => postRun(c, lab)),
  );
  app.post(
    LAB_CASES,
    allow("lab.run", (c: ApiContext) => postCase(c, lab.law)),
  );
  app.get(
    LAB_DIMENSIONS,
    allow("lab.run", (c: ApiContext) => getDimensions(c, lab)),
  );
  if (lab.kept === undefined) return;
  const { results } = lab.kept;
  app.get(
    LAB_RESULTS,
    allow("lab.run", async (c: ApiContext) => c.json({ items: await results.list(1000) }, 200, { "cache-control": "no-store" })),
  );
  const files = [
    ["", "application/json; charset=utf-8", ({ json }: KeptFiles) => json],
    ["/figures.csv", "text/csv; charset=utf-8", ({ csv }: KeptFiles) => csv],
    ["/note.pdf", "application/pdf", ({ note }: KeptFiles) => note],
  ] as const;
  for (const [name, type, of] of files)
    app.get(
      `${LAB_RESULTS}/:ref${name}`,
      allow("lab.run", (c: ApiContext) => keptFile(c, results, type, of)),
    );
}

async function postRun(c: ApiContext, lab: LabPorts): Promise<Response> {
  const sent = await objectOf(c);
  if (sent instanceof Response) return sent;
  const read = readRunQuestion(sent);
  if (!read.ok) return refused(c, read);
  const { question, reformText } = read.value;
  const answer = await askLab(lab, question);
  if (!answer.ok) return refused(c, { ok: false, errors: answer.error });
  const acting = c.get("acting");
  if (question.source.kind === "synthetic" || lab.kept === undefined || acting === null)
    return c.json(answer.value, 200, { "cache-control": "no-store" });
  const by = { role: acting.role, ref: acting.actorRef };
  const { ref } = await keepResult(lab.kept, { at: lab.clock.now(), by, reformText, question, answer: answer.value });
  const kept = { ref, href: `${LAB_RESULTS}/${ref}` };
  return c.json({ ...answer.value, kept }, 200, { "cache-control": "no-store" });
}

/** What is kept does not change, but who may see it does: no shared cache holds it. */
const keptHeaders = { "cache-control": "private, max-age=31536000, immutable" };

async function keptFile(
  c: ApiContext,
  results: KeptResults,
  type: string,
  of: (kept: KeptFiles) => Uint8Array,
): Promise<Response> {
  const kept = await results.find(c.req.param("ref") ?? "");
  if (kept === null) return notFound(c);
  return new Response(of(kept) as Uint8Array<ArrayBuffer>, { headers: { ...keptHeaders, "content-type": type } });
}

async function getDimensions(c: ApiContext, lab: LabPorts): Promise<Response> {
  const asked = c.req.query("knownAt");
  const moment = asked === undefined ? lab.clock.now() : momentOf(asked);
  if (moment === null)
    return problemResponse(400, "query", "The query cannot be read", {
      detail: "knownAt: a day such as 2026-06-30, or a moment in UTC.",
      requestId: requestIdOf(c),
    });
  const items = (await lab.records?.offered(moment)) ?? [];
  return c.json({ knownAt: moment, items }, 200, { "cache-control": "no-store" });
}

async function postCase(c: ApiContext, law: Law): Promise<Response> {
  const sent = await objectOf(c);
  if (sent instanceof Response) return sent;
  const read = caseQuestion.safeParse(sent);
  if (!read.success) return refused(c, { ok: false, problems: problemsOf(read.error) });
  const reform = readReforms(read.data.reform);
  if (!reform.ok) return refused(c, reform);
  const applied = applyReform(law, reform.value);
  if (!applied.ok) return refused(c, { ok: false, errors: applied.error });
  const input = parseCalculation(read.data.case);
  if (!input.ok) return refused(c, { ok: false, problems: input.error });
  const { quarter } = input.value;
  if (quarter === null || quarter === undefined)
    return problemResponse(400, "quarter", "The case names no quarter", { requestId: requestIdOf(c) });
  const facts = input.value as unknown as Facts;
  const both = explainBoth(applied.value, facts, quarter);
  const side = (which: "before" | "after") => ({
    ...explained(law, both[which]),
    employerShares: employerShares(applied.value, facts, quarter, read.data.quarters, which),
    breakEvenWage: breakEvenWage(applied.value, facts, quarter, Math.round(read.data.loss * 100), which),
  });
  const body = { quarter, difference: both.difference, before: side("before"), after: side("after") };
  return c.json(body, 200, { "cache-control": "no-store" });
}

function explained(law: Law, one: Explanation) {
  const reasons = one.outcome === "refused" ? one.reasons : [];
  return { outcome: one.outcome, reasons, openPoints: one.openPoints, steps: stepLines(law, one.steps) };
}

async function objectOf(c: ApiContext): Promise<unknown> {
  const requestId = requestIdOf(c);
  const body = await readBody(c.req.raw, LONGEST);
  if (body.kind !== "bytes")
    return problemResponse(413, "size", "The question is too long", { detail: `At most ${LONGEST} bytes.`, requestId });
  try {
    return JSON.parse(utf8(body.bytes) ?? "");
  } catch {
    return problemResponse(400, "json", "The body is not JSON", {
      detail: 'Send {"reform": "id: ...", "quarters": 20}; the reform is the text of its file.',
      requestId,
    });
  }
}

/** A wrong field is the caller's (400); a reform that the law or the population does not bear is 422, with file, line and rule. */
function refused(c: ApiContext, asked: Exclude<Asked<unknown>, { readonly ok: true }>): Response {
  const requestId = requestIdOf(c);
  if ("problems" in asked) {
    const detail = asked.problems.map(({ message }) => message.en).join(" ");
    return problemResponse(400, "question", "The question cannot be read", { detail, problems: asked.problems, requestId });
  }
  const errors: readonly LawError[] = asked.errors;
  return problemResponse(422, "reform", "The reform is refused", {
    detail: errors.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message.en}`).join(" "),
    also: { errors },
    requestId,
  });
}
