// Every route declares who may use it, beside its handler; one middleware reads the declaration and refuses. Undeclared is refused.
import type { Context, Hono, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { findTargetHandler } from "hono/utils/handler";
import { type Permission, reachOf } from "./permissions.ts";
import type { Role } from "./roles.ts";

/** `everyone`: also without logging in. `loggedIn`: whoever has logged in, in any role. Else the permission that is needed. */
export type RouteAccess = "everyone" | "loggedIn" | Permission;

/** Any function that a router takes as handler. */
// biome-ignore lint/suspicious/noExplicitAny: Hono's handlers differ in their parameters per route; only the function itself counts here
type AnyHandler = (...values: any[]) => unknown;

const declared = new WeakMap<AnyHandler, RouteAccess>();

/** Declares who may use a route; wraps nothing, so that types and validators of the route stay as they are. */
export function allow<H extends AnyHandler>(access: RouteAccess, handler: H): H {
  declared.set(handler, access);
  return handler;
}

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  /** Null: nobody said who may use it, so nobody may. */
  readonly access: RouteAccess | null;
}

const accessOf = (handler: unknown): RouteAccess | null =>
  declared.get(findTargetHandler(handler as MiddlewareHandler) as AnyHandler) ?? null;

/** Every route of an application once. Middleware (method ALL) is no route. */
// biome-ignore lint/suspicious/noExplicitAny: an application of any environment
export function declaredRoutes(app: Hono<any>): DeclaredRoute[] {
  const found = new Map<string, DeclaredRoute>();
  for (const { method, path, handler } of app.routes) {
    if (method === "ALL") continue;
    const key = `${method} ${path}`;
    const access = found.get(key)?.access ?? accessOf(handler);
    found.set(key, { method, path, access });
  }
  return [...found.values()];
}

/** Who asks, as far as access goes; null: somebody who has not logged in. */
export type Asker = { readonly role: Role } | null;

export type Verdict = "allowed" | "login" | "forbidden";

/** The one place where a route's declaration meets the table. Reach (own, organisation) is the handler's to keep to. */
export function judge(access: RouteAccess, asker: Asker): Verdict {
  if (access === "everyone") return "allowed";
  if (access === "loggedIn") return asker === null ? "login" : "allowed";
  if (reachOf(asker?.role ?? null, access) !== null) return "allowed";
  return asker === null ? "login" : "forbidden";
}

/**
 * To be used before all routes. Refuses what the declaration does not allow; a route without one is refused to all and reported, because
 * it is a mistake of ours.
 */
export function enforceAccess(
  askerOf: (c: Context) => Asker,
  refused: (c: Context, verdict: "login" | "forbidden") => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const routes = matchedRoutes(c).filter((route) => route.method !== "ALL");
    if (routes.length === 0) return next();
    const access = routes.map((route) => accessOf(route.handler)).find((one) => one !== null);
    if (access === undefined) throw new Error(`The route ${c.req.method} ${routes[0]?.path} does not declare who may use it`);
    const verdict = judge(access, askerOf(c));
    return verdict === "allowed" ? next() : refused(c, verdict);
  };
}
