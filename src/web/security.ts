// Headers of every page: nothing but our own stylesheet, fonts and pictures; no script at all; never inside another site's frame.
import type { MiddlewareHandler } from "hono";

const policyWith = (formTarget: string | null) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    formTarget === null ? "form-action 'self'" : `form-action 'self' ${formTarget}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** @param formTarget - Where a form of ours may lead by redirection besides ourselves: the login provider, when logging out there. */
export const securityHeaders =
  (formTarget: () => string | null): MiddlewareHandler =>
  async (c, next) => {
    await next();
    c.header("content-security-policy", policyWith(formTarget()));
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "same-origin");
    c.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
    c.header("cross-origin-opener-policy", "same-origin");
  };
