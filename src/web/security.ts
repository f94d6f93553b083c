// Headers of every page: nothing but our own stylesheet, fonts and pictures; never inside another site's frame. No script at all, but for the
// pages that compute in the browser (their own built files, and WebAssembly) and for the keys of a work list.
import type { Context, MiddlewareHandler } from "hono";

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

/** Whoever makes a browser show a download after all sees it without scripts, forms, or anything of this site. */
const DOWNLOAD = "default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'";

/** @param formTarget - Where a form of ours may lead by redirection besides ourselves: the login provider, when logging out there. */
export const securityHeaders =
  (formTarget: () => string | null): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const isDownload = c.res.headers.get("content-disposition")?.startsWith("attachment") === true;
    const policy = isDownload ? DOWNLOAD : policyWith(formTarget(), computing.test(c.req.path), withKeys.test(c.req.path));
    for (const [name, value] of [["content-security-policy", policy], ...ofEveryPage] as const) setOnAnswer(c, name, value);
  };

const ofEveryPage = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
  ["cross-origin-opener-policy", "same-origin"],
] as const;

/** On the answer as it stands, where its headers can still be set: a copy of it would be streamed, which takes longer than most answers. */
export function setOnAnswer(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value);
  } catch {
    c.header(name, value);
  }
}
