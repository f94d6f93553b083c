// What every preparation of a visit does: log in, look on as somebody else, press, and say where it stands.
import type { Locator, Page } from "@playwright/test";

/** Brings a page about where no link leads to it, and gives addresses from which it is found. */
export type Prepare = (page: Page) => Promise<readonly string[]>;

export async function logIn(page: Page, who: string): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
  // Past the provider and the way back from it.
  await page.waitForURL(({ pathname }) => !/^\/(choose|aanmelden|login|oidc)(\/|$)/.test(pathname));
}

async function inNewVisit<T>(page: Page, look: (other: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("There is no browser");
  const other = await browser.newPage();
  other.setDefaultTimeout(30_000);
  try {
    return await look(other);
  } finally {
    await other.close();
  }
}

/** What somebody else does or sees meanwhile, in a window of their own. */
export const as = <T>(page: Page, who: string, look: (other: Page) => Promise<T>): Promise<T> =>
  inNewVisit(page, async (other) => {
    await logIn(other, who);
    return look(other);
  });

/** Uses a link or a button that leads to another page, and waits for that page. */
export async function follow(target: Locator): Promise<void> {
  const page = target.page();
  const led = page.waitForEvent("framenavigated", { timeout: 30_000 });
  await target.click();
  await led;
  await page.waitForLoadState("load");
}

export const press = (page: Page, name: string): Promise<void> => follow(page.getByRole("button", { name, exact: true }));

export const addressOf = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search;

export const today = (): string => new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels" }).format(new Date());

export const hrefs = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

export const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 synthetic") });

/** What the page of the stand-in provider says of a ready-made person, with the numbers to try out. */
export const saidOf = (page: Page, who: string): Promise<string> =>
  inNewVisit(page, async (other) => {
    await other.goto("/aanmelden");
    return (await other.getByRole("listitem").filter({ hasText: who }).textContent()) ?? "";
  });

/** The number of somebody who is named there. */
export async function numberOf(page: Page, name: string): Promise<string> {
  return new RegExp(`${name}[^\\d]*(\\d{11})`).exec(await saidOf(page, name))?.[1] ?? "";
}
