// Applications through the API: file one, or many at once from a CSV file; then read them and follow them up.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type CounterPorts,
  csvOfReport,
  fileApplication,
  fileCsv,
  fileNumber,
  parseApplication,
  readCsv,
} from "../../counter/index.ts";
import { isLanguage } from "../../kernel/index.ts";
import { readBody } from "../body.ts";
import { type ApiContext, type ApiEnv, refused, withinFirm } from "./asker.ts";
import { evidenceIn } from "./evidence.ts";
import { followUpRoutes } from "./follow-up.ts";
import { grantStepRoutes } from "./grant-steps.ts";
import { APPLICATIONS } from "./paths.ts";
import { readingRoutes } from "./reading.ts";
import { registrationRoutes } from "./registrations.ts";
import { bodyProblem, commandKey, statusOf, text, withJson } from "./request.ts";

export function applicationRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  registrationRoutes(app, counter);
  app.post(
    APPLICATIONS,
    allow("application.file", (c: ApiContext) =>
      withJson(c, async (body) =>
        withinFirm(c, counter, text(body.enterpriseNumber), async ({ acting, firm }) => {
          const key = commandKey(c, acting.actorRef);
          if (key instanceof Response) return key;
          const input = parseApplication(body);
          const evidence = evidenceIn(body.evidence);
          const wrong = [...(input.ok ? [] : input.error), ...evidence.wrong];
          if (wrong.length > 0 || !input.ok) return refused(c, wrong, 400);
          const filed = await fileApplication(counter, acting, firm, {
            input: input.value,
            evidence: evidence.taken,
            channel: "API",
            commandId: key,
          });
          if (!filed.ok) return refused(c, filed.error, statusOf(filed.error));
          const { fileRef, filedOn, repeated } = filed.value;
          return c.json({ id: fileRef, number: fileNumber(fileRef), status: "PENDING", filedOn }, 201, {
            location: `${APPLICATIONS}/${fileRef}`,
            ...(repeated ? { "idempotent-replayed": "true" } : {}),
          });
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/csv`,
    allow("application.file", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ acting, firm }) => {
        const body = await readBody(c.req.raw);
        if (body.kind !== "bytes") return bodyProblem(c, body.kind);
        const rows = readCsv(body.bytes);
        if (!rows.ok) return refused(c, rows.error, 400);
        const report = await fileCsv(counter, acting, firm, rows.value);
        if ((c.req.header("accept") ?? "").includes("text/csv")) {
          const language = c.req.query("lang");
          return new Response(csvOfReport(report, isLanguage(language) ? language : "en"), {
            headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" },
          });
        }
        return c.json(report);
      }),
    ),
  );
  readingRoutes(app, counter);
  followUpRoutes(app, counter);
  grantStepRoutes(app, counter);
}
