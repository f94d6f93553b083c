// The login provider as the doors see it: leave for it, come back from it, log out there too.

/** What must be kept, on the server and for this visitor only, between leaving for the provider and coming back. */
export interface LoginAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Every call may fail, because the provider is elsewhere; that never stops anything but logging in. */
export interface LoginProvider {
  begin(): Promise<{ readonly url: string; readonly pending: LoginAttempt }>;
  /** Throws when the answer does not fit the attempt, was used before, or is not signed by the provider. */
  complete(
    callbackUrl: string,
    pending: LoginAttempt,
  ): Promise<{ readonly claims: Readonly<Record<string, unknown>>; readonly idToken: string }>;
  logoutUrl(idToken: string): Promise<string>;
}
