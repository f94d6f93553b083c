// Sessions live on the server: the browser holds a random token, the store a hash of it and a body that only the token can open.
import type { Principal, RoleInContext } from "./principal.ts";

/** Between leaving for the login provider and coming back. */
export interface PendingSession {
  readonly kind: "pending";
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The page to return to; always a path of ours. */
  readonly returnTo: string;
}

export interface LoggedInSession {
  readonly kind: "session";
  readonly principal: Principal;
  /** The role in which the visitor acts now; one of the principal's. */
  readonly active: RoleInContext;
  /** Needed to log out at the provider too. */
  readonly idToken: string;
  /** Must come back with every form; see csrf.ts. */
  readonly formKey: string;
}

export type SessionContent = PendingSession | LoggedInSession;

export interface SessionStore {
  /** A new session; the returned token is the only key to it. `subject` lets every session of one login be ended at once. */
  create(content: SessionContent, subject: string | null): Promise<string>;
  /** Null when the token is unknown, has expired, or its session was ended. Reading keeps a session alive up to its last moment. */
  read(token: string): Promise<SessionContent | null>;
  /** Same session, new content, new token: done at login and at every change of role. The old token ends. */
  rotate(token: string, content: SessionContent, subject: string | null): Promise<string>;
  end(token: string): Promise<void>;
  /** Every session of one login, on whatever device. Gives how many. */
  endAll(subject: string): Promise<number>;
}
