// Headers of every page: nothing but our own stylesheet, fonts and pictures; never inside another site's frame. No script at all, but for the
// pages that compute in the browser (their own built files, and WebAssembly) and for the keys of a work list.
import type { MiddlewareHandler } from "hono";

/** Pages and files under these addresses may compute. */
const computing = /^\/(?:en\/|fr\/|nl\/)?beleid(?:\/|$)/;

/** Work lists, with keys of their own: one small file of ours. */
const withKeys = /^\/(?:departement|vdab)\/?$/;

const policyWith = (formTarget: string | null, computes: boolean, keys: boolean) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    formTarget === null ? "form-action 'self'" : `form-action 'self' ${formTarget}`,
    ...(computes ? ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'"] : []),
    ...(keys ? ["script-src 'self'"] : []),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** @param formTarget - Where a form of ours may lead by redirection besides ourselves: the login provider, when logging out there. */
export const securityHeaders =
  (formTarget: () => string | null): MiddlewareHandler =>
  async (c, next) => {
    await next();
    c.header("content-security-policy", policyWith(formTarget(), computing.test(c.req.path), withKeys.test(c.req.path)));
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "same-origin");
    c.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
    c.header("cross-origin-opener-policy", "same-origin");
  };
