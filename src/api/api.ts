// The API: its routes, their OpenAPI 3.1 description, and errors as problem+json.
import { OpenAPIHono } from "@hono/zod-openapi";
import { allow, enforceAccess } from "../access/index.ts";
import type { CounterPorts, DepartmentPorts, FiguresPorts, PaymentCounter, VdabPorts } from "../counter/index.ts";
import { type Clock, isOutage } from "../kernel/index.ts";
import type { LabPorts } from "../lab/index.ts";
import type { Law } from "../law/index.ts";
import type { Transition, Watch } from "../main/index.ts";
import { type Answers, getAnswer } from "./answers.ts";
import { applicationRoutes } from "./applicant/applications.ts";
import { type ApiContext, type ApiEnv, forbidden, readToken, unauthorized } from "./applicant/asker.ts";
import { webhookRoutes } from "./applicant/webhooks.ts";
import { CALCULATIONS_PATH, postCalculations } from "./calculations.ts";
import { setOnAnswer } from "./connection.ts";
import { departmentRoutes } from "./department/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { statementDocumentRoutes } from "./documents/statements.ts";
import { figureApiRoutes } from "./figures/routes.ts";
import { healthRoutes } from "./health.ts";
import { labApiRoutes } from "./lab/routes.ts";
import { CHANGES_PATH, COMPARE_PATH, getChanges, getParameter, postCompare } from "./law.ts";
import { describeApi } from "./openapi.ts";
import { paymentRoutes } from "./payment/routes.ts";
import { problemResponse } from "./problem.ts";
import { limitRate, type RateLimits } from "./rate-limit.ts";
import { requestIdOf } from "./request-id.ts";
import { systemRoutes } from "./system/status.ts";
import { transitionRoutes } from "./transition/transition.ts";
import { personApiRoutes } from "./vdab/person-routes.ts";
import { vdabApiRoutes } from "./vdab/routes.ts";

/** On every answer: no browser runs it, or takes it for something else. */
const safeHeaders = [
  ["x-content-type-options", "nosniff"],
  ["content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'"],
] as const;

export interface ApiOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly answers: Answers;
  /** Null when all is well, else the name of what is missing. */
  readonly ready: () => Promise<string | null>;
  /** Left out: the calculator and the answers only. */
  readonly counter?: CounterPorts;
  /** Left out: no figures beside the answers. */
  readonly figures?: FiguresPorts;
  /** Left out: no counter of older rights. */
  readonly transition?: Transition;
  /** Left out: no counter of the department. */
  readonly department?: DepartmentPorts;
  /** Left out: no lab. */
  readonly lab?: LabPorts;
  /** Left out: nobody is held back. */
  readonly limits?: RateLimits;
  /** Left out: without VDAB's counter and the person's page. */
  readonly vdab?: VdabPorts;
  /** Left out: nobody watches the system from here. */
  readonly watch?: Watch;
  /** Left out: no payments. */
  readonly payment?: PaymentCounter;
  readonly onFailure?: (error: Error, requestId: string | null) => void;
}

export function createApi({
  law,
  clock,
  answers,
  ready,
  onFailure,
  counter,
  vdab,
  department,
  figures,
  limits,
  watch,
  transition,
  payment,
  lab,
}: ApiOptions): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>();
  app.use("*", async (c, next) => {
    if (setOnAnswer(c.env, safeHeaders)) return next();
    await next();
    // On the answer as it stands: a copy of it would be streamed.
    for (const [name, value] of safeHeaders) c.res.headers.set(name, value);
  });
  app.use("*", readToken(counter));
  if (limits !== undefined) app.use("*", limitRate(limits));
  app.use(
    "*",
    enforceAccess(
      (c) => (c as ApiContext).get("acting"),
      (c, verdict) => (verdict === "login" ? unauthorized(c) : forbidden(c)),
    ),
  );
  app.route("/", healthRoutes(ready));
  app.post(
    CALCULATIONS_PATH,
    allow("simulate", (c: ApiContext) => postCalculations(c, law)),
  );
  app.all(CALCULATIONS_PATH, (c) => methodNotAllowed(requestIdOf(c), "POST"));
  app.get(
    "/api/v1/answers/:id",
    allow("everyone", (c: ApiContext) => getAnswer(c, answers, clock)),
  );
  app.all("/api/v1/answers/:id", (c) => methodNotAllowed(requestIdOf(c), "GET"));
  app.post(
    COMPARE_PATH,
    allow("simulate", (c: ApiContext) => postCompare(c, law)),
  );
  app.all(COMPARE_PATH, (c) => methodNotAllowed(requestIdOf(c), "POST"));
  app.get(
    "/api/v1/law/parameters/:id",
    allow("everyone", (c: ApiContext) => getParameter(c, law)),
  );
  app.all("/api/v1/law/parameters/:id", (c) => methodNotAllowed(requestIdOf(c), "GET"));
  app.get(
    CHANGES_PATH,
    allow("everyone", (c: ApiContext) => getChanges(c, law)),
  );
  app.all(CHANGES_PATH, (c) => methodNotAllowed(requestIdOf(c), "GET"));
  const description = describeApi(app, law.version);
  app.get(
    "/api/v1/openapi.json",
    allow("everyone", (c: ApiContext) => c.json(description(), 200, { "cache-control": "no-cache" })),
  );
  if (counter !== undefined) {
    applicationRoutes(app, counter);
    webhookRoutes(app, counter);
    documentRoutes(app, counter, vdab);
    statementDocumentRoutes(app, counter);
  }
  if (figures !== undefined) figureApiRoutes(app, figures);
  if (lab !== undefined) labApiRoutes(app, lab);
  if (transition !== undefined) transitionRoutes(app, transition);
  if (department !== undefined) departmentRoutes(app, department);
  if (watch !== undefined) systemRoutes(app, watch);
  if (payment !== undefined) paymentRoutes(app, payment, law);
  if (vdab !== undefined) {
    vdabApiRoutes(app, vdab);
    personApiRoutes(app, vdab);
  }
  app.all("/api/v1/*", (c) =>
    problemResponse(404, "notFound", "There is nothing at this address", {
      detail: "The description of the API is at /api/v1/openapi.json.",
      requestId: requestIdOf(c),
    }),
  );
  app.onError((error, c) => {
    const requestId = requestIdOf(c) ?? null;
    onFailure?.(error, requestId);
    if (isOutage(error)) {
      return problemResponse(503, "outage", "The records cannot be read just now", {
        detail: "Try again in a minute. Calculations do not need the records and go on.",
        requestId: requestId ?? undefined,
        headers: { "retry-after": "60" },
      });
    }
    return problemResponse(500, "failure", "Something went wrong on our side", {
      detail: "Nothing was stored by half. Try again later; quote the instance when you report it.",
      requestId: requestId ?? undefined,
    });
  });
  return app;
}

function methodNotAllowed(requestId: string | undefined, allow: string): Response {
  return problemResponse(405, "method", "This method is not supported here", {
    detail: `Use ${allow}.`,
    requestId,
    headers: { allow },
  });
}
