// Every page that a role may open, opened on a real file and checked by axe on both screens. What the records offer nothing for is told beside the result.
import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { type DeclaredRoute, type Role, reachOf, roles } from "../../src/access/index.ts";
import { unfoldedViolations } from "./axe.ts";
import { widthOverflow } from "./measure.ts";
import { screens } from "./screens.ts";
import { logIn } from "./visit/hands.ts";
import { beyond, LEADS_ON, visits } from "./visits.ts";

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
const MOST_READ = 40;

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
      read.set(path, (read.get(path) ?? 0) + 1);
      const answer = await page.request.get(address);
      if (answer.status() >= 500) this.wrong.push(`${address}: ${answer.status()}`);
      const led = pageAt(new URL(answer.url()).pathname);
      // What leads elsewhere now may be a page once something was prepared.
      if (led === path) seen.add(address);
      if (answer.status() !== 200) continue;
      const isPage = (answer.headers()["content-type"] ?? "").startsWith("text/html");
      if (isPage) waiting.push(...linksIn(await answer.text()), ...this.#below(path, address));
      if (this.found.has(path) || led !== path) continue;
      this.found.set(path, address);
      if (isPage && process.env.EVERY_PAGE !== "found") await this.#look(page, address);
    }
  }

  /** Pages of the same file that are still wanted and need no other reference: not every file links to each, and the server says which it has. */
  #below(path: string, address: string): readonly string[] {
    const [place = "", query] = address.split("?");
    return this.missed()
      .filter((one) => one.startsWith(`${path}/`) && !one.slice(path.length).includes(":"))
      .map((one) => place + one.slice(path.length) + (query === undefined ? "" : `?${query}`));
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
    const { who, from = [], none = {} } = visits[role];
    const wanted = pages()
      .filter(({ path, access }) => mayOpen(role, access) && !beyond(role, path) && !LEADS_ON.has(path))
      .map(({ path }) => path);
    // A reason for a page that is not there any more, or not for this role, is no reason.
    expect(Object.keys(none).filter((path) => !wanted.includes(path))).toEqual([]);
    const walk = new Walk(new Set(wanted.filter((path) => none[path] === undefined)));
    for (const { name, prepare = [] } of who) {
      if (walk.missed().length === 0) break;
      const page = await browser.newPage({ viewport: screens[0].viewport, locale: "nl-BE" });
      page.setDefaultTimeout(30_000);
      await logIn(page, name);
      const seen = new Set<string>();
      const start = new URL(page.url()).pathname;
      await walk.from(page, [start, "/mijn/aanmelding", "/rol", ...from], seen);
      for (const bring of prepare) {
        if (walk.missed().length === 0) break;
        await page.goto(start);
        const addresses = await bring(page);
        for (const address of addresses) seen.delete(address);
        await walk.from(page, addresses, seen);
      }
      await page.close();
    }
    console.log(`${role}: ${walk.found.size} pages opened, ${walk.missed().length} not`);
    expect(walk.wrong).toEqual([]);
    expect(walk.missed(), "pages that no visitor came to").toEqual([]);
  });
}
