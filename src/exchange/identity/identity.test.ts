import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoginClient, loginClient, type StandIn, type StandInAccount, startStandIn } from "./index.ts";

const redirectUri = "http://localhost:3999/login/callback";
const account: StandInAccount = {
  id: "employer-1",
  label: "An <Voorbeeld>",
  description: "Werkgever",
  claims: { given_name: "An", vo_doelgroepcode: "EA", vo_orgcode: "0403019261", maatwerk_rol_3d: ["employer:0403019261"] },
};
let standIn: StandIn;
let client: LoginClient;

beforeAll(async () => {
  standIn = await startStandIn({
    port: 0,
    accounts: async () => [account],
    client: { id: "maatwerk", secret: "test-only", redirectUris: [redirectUri], afterLogout: ["http://localhost:3999/"] },
  });
  client = loginClient({
    issuer: standIn.issuer,
    clientId: "maatwerk",
    clientSecret: "test-only",
    redirectUri,
    afterLogout: "http://localhost:3999/",
  });
});
afterAll(() => standIn.close());

/** Plays the browser: follows redirects with cookies until the address leaves the provider. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<{ url: string; status: number; html: string }> => {
    for (let hop = 0, at = url, request = init; hop < 10; hop += 1, request = {}) {
      if (!at.startsWith(standIn.issuer)) return { url: at, status: 302, html: "" };
      const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join("; ");
      const response = await fetch(at, { ...request, redirect: "manual", headers: { ...(request.headers as object), cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ""] = set.split(";");
        jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
      }
      const next = response.headers.get("location");
      if (next === null) return { url: at, status: response.status, html: await response.text() };
      at = new URL(next, at).href;
    }
    throw new Error("too many redirects");
  };
}

async function logIn(go = browser()) {
  const { url, pending } = await client.begin();
  const page = await go(url);
  const chosen = await go(page.url, {
    method: "POST",
    body: "account=employer-1",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return { pending, page, callback: chosen.url };
}

describe("logging in through the stand-in provider", () => {
  it("shows who one can be, says that nobody is real, and writes names as text", async () => {
    const { page } = await logIn();
    expect(page.html).toContain("Niemand op deze pagina bestaat echt");
    expect(page.html).toContain("An &#60;Voorbeeld&#62;");
  });

  it("comes back with the chosen account's claims", async () => {
    const { pending, callback } = await logIn();
    expect(callback.startsWith(`${redirectUri}?`)).toBe(true);
    const done = await client.complete(callback, pending);
    expect(done.claims).toMatchObject({ sub: "employer-1", vo_orgcode: "0403019261", maatwerk_rol_3d: ["employer:0403019261"] });
    expect(await client.logoutUrl(done.idToken)).toContain(`${standIn.issuer}/session/end?`);
  });

  it("takes a code once, and only with its own state and verifier", async () => {
    const { pending, callback } = await logIn();
    await expect(client.complete(callback, { ...pending, state: "other" })).rejects.toThrow();
    const second = await logIn();
    await expect(client.complete(second.callback, { ...second.pending, codeVerifier: "x".repeat(43) })).rejects.toThrow();
    await client.complete(callback, pending);
    await expect(client.complete(callback, pending)).rejects.toThrow();
  });

  it("asks again when the choice is not one of the accounts", async () => {
    const go = browser();
    const { url } = await client.begin();
    const page = await go(url);
    const again = await go(page.url, {
      method: "POST",
      body: "account=nobody",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(again.html).toContain("Kies wie u bent");
  });
});
