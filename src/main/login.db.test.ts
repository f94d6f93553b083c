// The whole login against the stand-in provider, as a browser without script walks it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import { createWeb } from "../web/index.ts";
import { createLogin, type Login } from "./login.ts";

const ORIGIN = "http://localhost:3999";
const two = {
  id: "two-roles",
  label: "An Syntweerollen",
  description: "",
  claims: {
    given_name: "An",
    family_name: "Syntweerollen",
    vo_doelgroepcode: "GID",
    vo_orgcode: "OVO999001",
    vo_orgnaam: "Departement",
    maatwerk_rol_3d: ["caseHandler:OVO999001", "paymentOfficer:OVO999001"],
  },
};

let counter: TestCounter;
let login: Login;
let web: ReturnType<typeof createWeb>;

beforeAll(async () => {
  counter = await testCounter();
  const log = { warn: () => {} } as never;
  const made = createLogin(
    { store: counter.store, clock: counter.clock, demo: true, log },
    { login: null, publicUrl: null },
    async () => [two],
  );
  if (made === null) throw new Error("no login");
  login = made;
  await login.open(ORIGIN, 4990);
  const stylesheet = { css: "", hash: "x" } as never;
  const { law, clock } = counter;
  web = createWeb({
    law,
    clock,
    demo: true,
    stylesheet,
    answers: (() => Promise.reject(new Error("none"))) as never,
    bodyLimit: 1,
    counter,
    login,
  });
});
afterAll(async () => {
  await login.close();
  await counter.close();
});

/** Cookies of our pages and of the provider, kept apart as a browser does. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const url = new URL(address, ORIGIN);
    const jar = this.#jars.get(url.origin) ?? new Map<string, string>();
    this.#jars.set(url.origin, jar);
    const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (form !== undefined) headers.origin = url.origin;
    const init = {
      headers,
      redirect: "manual" as const,
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    };
    const response = url.origin === ORIGIN ? await web.request(url, init) : await fetch(url, init);
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const to = response.headers.get("location");
    return to === null ? response : this.go(new URL(to, url).href);
  }

  cookie = (): string | undefined => this.#jars.get(ORIGIN)?.get("maatwerk");
}

const keyIn = (page: string) => /name="sleutel" value="([^"]+)"/.exec(page)?.[1] ?? "";

async function logIn(): Promise<{ browser: Browser; page: string }> {
  const browser = new Browser();
  const choice = await (await browser.go("/aanmelden?terug=%2Fmijn")).text();
  const action = /action="(\/choose\/[^"]+)"/.exec(choice)?.[1] ?? "";
  const provider = login.providerOrigin() ?? "";
  return { browser, page: await (await browser.go(`${provider}${action}`, { account: "two-roles" })).text() };
}

test("several roles: one is chosen, and each choice gives a new token and ends the one before", async () => {
  const { browser, page } = await logIn();
  expect(page).toContain("In welke rol werkt u nu?");
  const before = browser.cookie();
  const after = await (await browser.go("/rol", { sleutel: keyIn(page), rol: "1", terug: "/mijn" })).text();
  expect(after).toContain("Betaalverantwoordelijke");
  expect(browser.cookie()).not.toBe(before);
  expect(await login.sessions.read(before as string)).toBeNull();
});

test("logging out ends the session here, and leads to the provider to end it there", async () => {
  const { browser, page } = await logIn();
  const token = browser.cookie() as string;
  const there = await (await browser.go("/afmelden", { sleutel: keyIn(page) })).text();
  expect(there).toContain("Ja, afmelden");
  expect(await login.sessions.read(token)).toBeNull();
  expect(browser.cookie()).toBeUndefined();
});

test("logging out everywhere ends every session of this login", async () => {
  const [one, other] = [await logIn(), await logIn()];
  await one.browser.go("/afmelden/overal", { sleutel: keyIn(one.page) });
  expect(await login.sessions.read(other.browser.cookie() as string)).toBeNull();
});

test("coming back without having left, or twice, gets nobody in", async () => {
  const browser = new Browser();
  const response = await browser.go("/aanmelden/terug?code=stolen&state=guessed");
  expect([response.status, (await response.text()).includes("De aanmelding is niet gelukt")]).toEqual([403, true]);
  expect(browser.cookie()).toBeUndefined();
});

test("an address from which too many logins fail, or start, waits and is told how long; another address does not", async () => {
  const guarded = createWeb({
    law: counter.law,
    clock: counter.clock,
    demo: true,
    stylesheet: { css: "", hash: "x" } as never,
    answers: (() => Promise.reject(new Error("none"))) as never,
    bodyLimit: 1,
    login: { ...login, limits: { starts: 4, failures: 3 } },
  });
  const ask = async (path: string, clientAddress: string) => guarded.request(`${ORIGIN}${path}`, {}, { clientAddress });
  const statuses = async (path: string, clientAddress: string, times: number) => {
    const found: number[] = [];
    for (let n = 0; n < times; n += 1) found.push((await ask(path, clientAddress)).status);
    return found;
  };
  expect(await statuses("/aanmelden/terug?code=guessed", "10.0.0.1", 4)).toEqual([403, 403, 403, 429]);
  const refused = await ask("/aanmelden", "10.0.0.1");
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await refused.text()).toContain("Te veel pogingen om aan te melden");
  expect(await statuses("/aanmelden", "10.0.0.2", 5)).toEqual([302, 302, 302, 302, 429]);
});

test("the cookie is out of reach of scripts and of other sites; behind TLS it is secure and bound to the host", async () => {
  const plain = await web.request(`${ORIGIN}/aanmelden`);
  expect(plain.headers.get("set-cookie")).toMatch(/^maatwerk=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  const behindTls = createWeb({
    law: counter.law,
    clock: counter.clock,
    demo: false,
    stylesheet: { css: "", hash: "x" } as never,
    answers: (() => Promise.reject(new Error("none"))) as never,
    bodyLimit: 1,
    login: { ...login, origin: () => "https://maatwerk.example" },
  });
  const secure = await behindTls.request("https://maatwerk.example/aanmelden");
  expect(secure.headers.get("set-cookie")).toMatch(/^__Host-maatwerk=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test("without synthetic records and without a configured provider nobody can log in: no stand-in comes by itself", () => {
  const parts = { store: counter.store, clock: counter.clock, demo: false, log: {} as never };
  expect(createLogin(parts, { login: null, publicUrl: null }, async () => [two])).toBeNull();
});
