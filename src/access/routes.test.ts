import { Hono } from "hono";
import { expect, test } from "vitest";
import { type Asker, allow, declaredRoutes, enforceAccess, judge } from "./routes.ts";

function application(asker: Asker) {
  const inner = new Hono();
  inner.get(
    "/files/:id",
    allow("application.follow", (c) => c.text("file")),
  );
  inner.onError((_, c) => c.text("inner", 500));
  const app = new Hono();
  app.use(
    "*",
    enforceAccess(
      () => asker,
      (c, verdict) => c.text(verdict, verdict === "login" ? 401 : 403),
    ),
  );
  app.get(
    "/",
    allow("everyone", (c) => c.text("home")),
  );
  app.get(
    "/me",
    allow("loggedIn", (c) => c.text("me")),
  );
  app.get("/forgotten", (c) => c.text("secret"));
  app.post("/me", (c) => c.text("secret"));
  app.route("/", inner);
  app.onError((error, c) => c.text(error.message, 500));
  return app;
}

const ask = async (asker: Asker, path: string, method = "GET") => (await application(asker).request(path, { method })).status;

test("a declared route is open to whom it names, also inside a mounted application", async () => {
  expect(await ask(null, "/")).toBe(200);
  expect(await ask(null, "/me")).toBe(401);
  expect(await ask({ role: "person" }, "/me")).toBe(200);
  expect(await ask(null, "/files/1")).toBe(401);
  expect(await ask({ role: "person" }, "/files/1")).toBe(403);
  expect(await ask({ role: "employer" }, "/files/1")).toBe(200);
});

test("a route that declares nothing is refused to everybody, and listed as such", async () => {
  expect(await ask({ role: "administrator" }, "/forgotten")).toBe(500);
  expect(await ask({ role: "administrator" }, "/me", "POST")).toBe(500);
  expect(await ask(null, "/nowhere")).toBe(404);
  const undeclared = declaredRoutes(application(null)).filter((route) => route.access === null);
  expect(undeclared.map((route) => `${route.method} ${route.path}`)).toEqual(["GET /forgotten", "POST /me"]);
});

test("what the public may do needs no login", () => {
  expect(judge("simulate", null)).toBe("allowed");
  expect(judge("finding.see", null)).toBe("login");
  expect(judge("finding.see", { role: "employer" })).toBe("forbidden");
});
