// The one-off registration of an enterprise through the API (PROC-02).
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type CounterPorts, registerFirm } from "../../counter/index.ts";
import { type ApiContext, type ApiEnv, refused, withinFirm } from "./asker.ts";
import { REGISTRATIONS } from "./paths.ts";
import { commandKey, text, withJson } from "./request.ts";

export function registrationRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.post(
    REGISTRATIONS,
    allow("employer.register", (c: ApiContext) =>
      withJson(c, async (body) =>
        withinFirm(c, counter, text(body.enterpriseNumber), async ({ acting, firm }) => {
          const key = commandKey(c, acting.actorRef);
          if (key instanceof Response) return key;
          const registered = await registerFirm(counter, acting, firm, { measure: "IMW", commandId: key });
          if (!registered.ok) return refused(c, registered.error, 422);
          return c.json(
            { enterpriseNumber: firm.kbo, measure: "IMW", registeredOn: firm.registeredOn ?? counter.clock.today() },
            201,
          );
        }),
      ),
    ),
  );
  app.get(
    REGISTRATIONS,
    allow("employer.register", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ firm }) =>
        c.json({
          items:
            firm.registeredOn === null ? [] : [{ enterpriseNumber: firm.kbo, measure: "IMW", registeredOn: firm.registeredOn }],
        }),
      ),
    ),
  );
}
