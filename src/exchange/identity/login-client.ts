// Our side of the login: authorization code with PKCE, state and nonce, against any OpenID Connect provider.
import * as oidc from "openid-client";

export interface LoginSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly afterLogout: string;
}

/** What must be kept, on the server and for this visitor only, between leaving for the provider and coming back. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface CompletedLogin {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Needed to log out at the provider too. */
  readonly idToken: string;
}

export interface LoginClient {
  begin(): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** Throws when the answer does not fit `pending`, was used before, or is not signed by the provider. */
  complete(callbackUrl: string, pending: PendingLogin): Promise<CompletedLogin>;
  logoutUrl(idToken: string): Promise<string>;
}

const scope = "openid profile vo rrn maatwerk_rol_3d";

/** Discovers the provider at the first login, not at the start: a provider that is down for a while stops nothing else. */
export function loginClient(settings: LoginSettings): LoginClient {
  let discovered: Promise<oidc.Configuration> | null = null;
  const configuration = () => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };
  return {
    async begin() {
      const config = await configuration();
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, pending };
    },
    async complete(callbackUrl, pending) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, new URL(callbackUrl), {
        pkceCodeVerifier: pending.codeVerifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      return { claims: { ...tokens.claims() }, idToken: tokens.id_token as string };
    },
    async logoutUrl(idToken) {
      const config = await configuration();
      return oidc.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: settings.afterLogout }).href;
    },
  };
}

/** Plain HTTP is accepted for a provider on this machine only. */
function discover(settings: LoginSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const onThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(issuer.hostname);
  const execute = issuer.protocol === "http:" && onThisMachine ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute });
}
