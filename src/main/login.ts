// Logging in: the government's provider by configuration, or the stand-in of a demonstration on a port of its own.

import { type LoginClient, loginClient, type StandIn, type StandInAccount, startStandIn } from "../exchange/index.ts";
import { type SessionLifetimes, sessionStore } from "../store/index.ts";
import { LOGGED_OUT_PATH, LOGIN_CALLBACK_PATH, type WebLogin } from "../web/index.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

export interface Login extends WebLogin {
  /** To be called once the pages listen: the provider must know where to send visitors back. */
  open(origin: string, nextPort: number): Promise<{ readonly standInUrl: string | null }>;
  close(): Promise<void>;
}

const LIFETIMES: SessionLifetimes = { pendingMs: 15 * 60_000, idleMs: 60 * 60_000, totalMs: 10 * 60 * 60_000 };

/** Ports tried for the stand-in before any free one. */
const neighbours = 20;

/**
 * Null where nobody can log in: no provider is configured and the records are not synthetic. A stand-in never comes beside real records.
 *
 * @param accounts - Who can log in at the stand-in.
 */
export function createLogin(
  system: Pick<System, "store" | "clock" | "demo" | "log">,
  settings: Pick<Settings, "login" | "publicUrl">,
  accounts: () => Promise<readonly StandInAccount[]>,
): Login | null {
  const configured = settings.login;
  if (configured === null && !system.demo) return null;
  let origin = settings.publicUrl ?? "";
  let client: LoginClient | null = null;
  let standIn: StandIn | null = null;
  const provider = (): LoginClient => {
    if (client === null) throw new Error("The login provider is not there yet");
    return client;
  };
  return {
    sessions: sessionStore(system.store.database.pool, system.clock, LIFETIMES),
    provider: {
      begin: async () => provider().begin(),
      complete: async (url, pending) => provider().complete(url, pending),
      logoutUrl: async (idToken) => provider().logoutUrl(idToken),
    },
    origin: () => origin,
    standIn: configured === null,
    providerOrigin: () => (configured !== null ? new URL(configured.issuer).origin : (standIn?.issuer ?? null)),
    onFailure: (error) => system.log.warn({ reason: error.message }, "login failed"),
    async open(listening, nextPort) {
      if (origin === "") origin = listening;
      const redirectUri = `${origin}${LOGIN_CALLBACK_PATH}`;
      const afterLogout = `${origin}${LOGGED_OUT_PATH}`;
      if (configured !== null) {
        client = loginClient({ ...configured, redirectUri, afterLogout });
        return { standInUrl: null };
      }
      const own = { id: "maatwerk", secret: crypto.randomUUID(), redirectUris: [redirectUri], afterLogout: [afterLogout] };
      standIn = await onFreePort(nextPort, (port) => startStandIn({ port, accounts, client: own }));
      client = loginClient({ issuer: standIn.issuer, clientId: own.id, clientSecret: own.secret, redirectUri, afterLogout });
      return { standInUrl: standIn.issuer };
    },
    close: async () => standIn?.close(),
  };
}

async function onFreePort<T>(wished: number, start: (port: number) => Promise<T>): Promise<T> {
  for (let port = wished; port < wished + neighbours && port <= 65_535; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  return start(0);
}
