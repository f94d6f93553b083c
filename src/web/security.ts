// Headers of every page: nothing but our own stylesheet, fonts and pictures; no script at all; never inside another site's frame.
import type { MiddlewareHandler } from "hono";

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("content-security-policy", policy);
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "same-origin");
  c.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
  c.header("cross-origin-opener-policy", "same-origin");
};
