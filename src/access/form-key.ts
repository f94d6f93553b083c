// Guards forms against being sent from elsewhere: each carries the session's own key, and the browser says where it came from.
import { timingSafeEqual } from "node:crypto";

/** True when a form's key is the session's. Takes as long for a wrong key as for a right one. */
export function isFormKey(given: unknown, expected: string): boolean {
  if (typeof given !== "string") return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** True when the browser says that the request came from a page of ours. Without either header the form key alone decides. */
export function isOwnOrigin(
  headers: { readonly origin?: string | undefined; readonly fetchSite?: string | undefined },
  host: string,
): boolean {
  if (headers.fetchSite !== undefined) return headers.fetchSite === "same-origin";
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === host;
}

/** A path of ours to return to after logging in; anything that a browser could read as another site becomes the home page. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes("\\") ? path : "/";
}
