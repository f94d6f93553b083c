// Who is looking at a page: the session behind the cookie, and what the frame says of it.

import { createHash } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { LoggedInSession, LoginProvider, SessionStore } from "../access/index.ts";
import type { Acting } from "../counter/index.ts";

export interface WebLogin {
  readonly sessions: SessionStore;
  readonly provider: LoginProvider;
  /** The one address at which the provider sends visitors back, for example "https://maatwerk.example". */
  readonly origin: () => string;
  /** True when the provider is the stand-in of demonstrations. */
  readonly standIn: boolean;
  /** Where the provider may be reached by a form of ours that leads to it, for the content policy. */
  readonly providerOrigin: () => string | null;
  readonly onFailure?: (error: Error) => void;
  /** Per address and minute; left out: the usual. */
  readonly limits?: { readonly starts: number; readonly failures: number };
}

export interface Visitor {
  readonly token: string;
  readonly session: LoggedInSession;
}

export interface WebEnv {
  Variables: { visitor: Visitor | null };
}

/** Behind TLS the name itself makes browsers insist on it. */
const nameOf = (secure: boolean) => (secure ? "__Host-maatwerk" : "maatwerk");
const isSecure = (login: WebLogin) => login.origin().startsWith("https:");

export function giveToken(c: Context, login: WebLogin, token: string): void {
  const secure = isSecure(login);
  setCookie(c, nameOf(secure), token, { httpOnly: true, sameSite: "Lax", path: "/", secure });
}

export function takeToken(c: Context, login: WebLogin): void {
  const secure = isSecure(login);
  deleteCookie(c, nameOf(secure), { path: "/", secure });
}

export const tokenOf = (c: Context, login: WebLogin): string | undefined => getCookie(c, nameOf(isSecure(login)));

/** Null also when sessions cannot be read just now: the public pages go on. */
export async function visitorOf(c: Context, login: WebLogin | null): Promise<Visitor | null> {
  const token = login === null ? undefined : tokenOf(c, login);
  if (login === null || token === undefined) return null;
  try {
    const session = await login.sessions.read(token);
    return session?.kind === "session" ? { token, session } : null;
  } catch (error) {
    login.onFailure?.(error instanceof Error ? error : new Error(String(error)));
    return null;
  }
}

/** How the visitor stands in the log: without name or number. */
export function actingOf({ session }: Visitor): Acting {
  const { principal, active } = session;
  return {
    role: active.role,
    actorRef: actorRefOf(principal.subject),
    organisation: active.organisation ?? "",
    insz: principal.insz,
  };
}

/** The provider's own key for a login, not readable back. */
export const actorRefOf = (subject: string): string => createHash("sha256").update(`actor|${subject}`).digest("hex").slice(0, 32);
