// Every page that a role may open, opened on a real file and checked by axe on both screens. What the records offer nothing for is told beside the result.
import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { type DeclaredRoute, type Role, reachOf, roles } from "../../src/access/index.ts";
import { unfoldedViolations } from "./axe.ts";
import { widthOverflow } from "./measure.ts";
import { screens } from "./screens.ts";
import { beyond, LEADS_ON, logIn, visits } from "./visits.ts";

interface Declared {
  readonly path: string;
  readonly access: DeclaredRoute["access"];
  readonly parts: readonly string[];
}

let known: readonly Declared[] | null = null;

/** The pages in Dutch, as the program itself declares them. */
function pages(): readonly Declared[] {
  const print = () => execFileSync("node", ["--import", "tsx", "tests/support/print-routes.ts"], { encoding: "utf8" });
  known ??= (JSON.parse(print()) as DeclaredRoute[])
    .filter(({ method, path }) => method === "GET" && !/^\/(en|fr)(\/|$)/.test(path))
    .map(({ path, access }) => ({ path, access, parts: path.split("/") }));
  return known;
}

/** The declared page that an address belongs to: the one with the fewest gaps. */
function pageAt(address: string): string | null {
  const parts = (address.split(/[?#]/)[0] ?? "").split("/");
  const gaps = (page: Declared) => page.parts.filter((part) => part.startsWith(":")).length;
  return (
    pages()
      .filter(
        (page) =>
          page.parts.length === parts.length && page.parts.every((part, at) => part.startsWith(":") || part === parts[at]),
      )
      .sort((a, b) => gaps(a) - gaps(b))[0]?.path ?? null
  );
}

const mayOpen = (role: Role, access: DeclaredRoute["access"]) =>
  access === "loggedIn" || (access !== null && access !== "everyone" && reachOf(role, access) !== null);

const linksIn = (html: string) =>
  [...html.matchAll(/<(?:a|script) [^>]*?(?:href|src)="(\/[^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&").replace(/#.*/, ""),
  );

/** How many addresses of one page are read in search of links to others. */
const MOST_READ = 12;

/** Walks from address to address, and looks at each page that is wanted once. */
class Walk {
  readonly found = new Map<string, string>();
  readonly wrong: string[] = [];
  readonly #wanted: ReadonlySet<string>;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  missed(): string[] {
    return [...this.#wanted].filter((path) => !this.found.has(path));
  }

  async from(page: Page, begin: readonly string[], seen: Set<string>): Promise<void> {
    const read = new Map<string, number>();
    const waiting = [...begin];
    for (let address = waiting.shift(); address !== undefined && this.missed().length > 0; address = waiting.shift()) {
      const path = pageAt(address);
      if (path === null || !this.#wanted.has(path) || seen.has(address) || (read.get(path) ?? 0) >= MOST_READ) continue;
      seen.add(address);
      read.set(path, (read.get(path) ?? 0) + 1);
      const answer = await page.request.get(address);
      if (answer.status() >= 500) this.wrong.push(`${address}: ${answer.status()}`);
      if (answer.status() !== 200) continue;
      const isPage = (answer.headers()["content-type"] ?? "").startsWith("text/html");
      if (isPage) waiting.push(...linksIn(await answer.text()));
      if (this.found.has(path) || pageAt(new URL(answer.url()).pathname) !== path) continue;
      this.found.set(path, address);
      if (isPage) await this.#look(page, address);
    }
  }

  async #look(page: Page, address: string): Promise<void> {
    await page.goto(address);
    for (const { viewport } of screens) {
      await page.setViewportSize(viewport);
      this.wrong.push(...(await widthOverflow(page)), ...(await unfoldedViolations(page)));
    }
  }
}

for (const role of roles) {
  test(`every page of the ${role}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const { who, from = [], prepare = [], none = {} } = visits[role];
    const wanted = pages()
      .filter(({ path, access }) => mayOpen(role, access) && !beyond(role, path) && !LEADS_ON.has(path))
      .map(({ path }) => path);
    const walk = new Walk(new Set(wanted.filter((path) => none[path] === undefined)));
    for (const name of who) {
      if (walk.missed().length === 0) break;
      const page = await browser.newPage({ viewport: screens[0].viewport, locale: "nl-BE" });
      page.setDefaultTimeout(30_000);
      await logIn(page, name);
      const seen = new Set<string>();
      const start = new URL(page.url()).pathname;
      await walk.from(page, [start, "/mijn/aanmelding", "/rol", ...from], seen);
      for (const bring of prepare) {
        if (walk.missed().length === 0) break;
        if (start.startsWith("/loket")) await page.goto(start);
        await walk.from(page, await bring(page), seen);
      }
      await page.close();
    }
    for (const path of walk.missed()) test.info().annotations.push({ type: "not opened", description: path });
    console.log(`${role}: ${walk.found.size} pages opened, ${walk.missed().length} not: ${walk.missed().join(" ")}`);
    expect(walk.wrong).toEqual([]);
    expect(walk.found.size).toBeGreaterThan(walk.missed().length);
  });
}
