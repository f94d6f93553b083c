// A new index after the quarter was paid: the operator is told, the payment counter proposes the run, and two people bring it to the books.
// On a server of its own, because its law is another than that of the other journeys.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type OtherPackage, packageWithIndex } from "../support/new-index-package.ts";
import { expectAccessible, expectNoSideScroll, screens } from "./screens.ts";

const port = String(Number(process.env.MAATWERK_BROWSER_PORT ?? "4610") + 40);
const base = `http://localhost:${port}`;
const own = join(import.meta.dirname, "..", "..", "bin", "maatwerk.mjs");
const data = mkdtempSync(join(tmpdir(), "maatwerk-moved-"));
const env = { ...process.env, MAATWERK_DATA: data, DATABASE_URL: "", NODE_ENV: "", LC_ALL: "en", HOST: "127.0.0.1", PORT: port };
let other: OtherPackage;
let server: ChildProcess;

// The last quarter that is over, and a new amount from its second month on.
const now = new Date();
const inQuarter = Math.floor(now.getMonth() / 3);
const month = (back: number) => new Date(Date.UTC(now.getFullYear(), inQuarter * 3 - back, 1)).toISOString().slice(0, 10);
const quarter = `${month(3).slice(0, 4)}-Q${Math.ceil(Number(month(3).slice(5, 7)) / 3)}`;

function command(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [own, ...args], { encoding: "utf8", env });
  if (status !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${stderr}`);
  return stdout;
}

test.beforeAll(async () => {
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(data, 0o755);
  command("synthetic", "--scale", "0.02");
  // Paid by people, under the old law; the demonstration's own work is then left out.
  const { runRef } = JSON.parse(command("run", "start", "--quarter", quarter, "--as", "carl", "--json")) as { runRef: string };
  command("run", "calculate", runRef, "--as", "carl");
  command("run", "approve", runRef, "--as", "dora");
  command("run", "book", runRef, "--as", "carl");
  other = packageWithIndex(month(2), now.toISOString().slice(0, 10));
  server = spawn(process.execPath, [other.bin, "start"], { env, stdio: "ignore" });
  await expect(async () => expect((await fetch(`${base}/readyz`)).status).toBe(200)).toPass({ timeout: 120_000 });
});
test.afterAll(async () => {
  if (server !== undefined && server.exitCode === null) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  other?.remove();
  rmSync(data, { recursive: true, force: true });
});

async function logIn(browser: Browser, who: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: screens[0].viewport, locale: "nl-BE" })).newPage();
  await page.goto(`${base}/aanmelden`);
  await page.getByRole("listitem").filter({ hasText: who }).first().getByRole("button").click();
  return page;
}

const title = "De wet is veranderd voor kwartalen die al betaald zijn";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function until(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000, intervals: [1_000] });
}

test("is told, proposed, made by two people, and then gone", async ({ browser }) => {
  const operator = await logIn(browser, "Bart Synboschman");
  await operator.goto(`${base}/beheer`);
  await expect(operator.getByText(title)).toBeVisible();
  await expect(operator.getByText(/te corrigeren vanaf het .*GGMMI/)).toBeVisible();
  await expectAccessible(operator);

  const wim = await logIn(browser, "Wim Syndonckrode");
  await wim.goto(`${base}/betalingen`);
  await expect(wim.getByText(title)).toBeVisible();
  for (const screen of screens) {
    await wim.setViewportSize(screen.viewport);
    await expectNoSideScroll(wim);
    await expectAccessible(wim);
  }
  await wim.setViewportSize(screens[0].viewport);
  await wim.getByRole("link", { name: "Correctie voorbereiden" }).click();
  await expect(wim.getByLabel("Kwartaal", { exact: true })).toHaveValue(quarter.replace("Q", "K"));
  await press(wim, "Starten en gegevens bevriezen");
  await press(wim, "Proefberekening maken");
  await until(wim, "Vergeleken");
  const run = wim.url();

  const ellen = await logIn(browser, "Ellen Synbeeksteen");
  await ellen.goto(run);
  await press(ellen, "Goedkeuren");
  await expect(ellen.getByText("Goedgekeurd, nog te boeken").first()).toBeVisible();
  await wim.reload();
  await press(wim, "Boeken");
  await until(wim, "Afrekeningen per werkgever en zelfstandige");
  await wim.getByRole("link", { name: "Correcties met hun oorzaak" }).click();
  await wim.locator("main table a").first().click();
  await expect(wim.getByRole("heading", { name: "Waarom deze correctie" })).toBeVisible();

  await wim.goto(`${base}/betalingen`);
  await expect(wim.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(wim.getByText(title)).toHaveCount(0);
  await operator.reload();
  await expect(operator.getByText("berekend met de wet zoals ze nu is")).toBeVisible();
  await expect(operator.getByText(title)).toHaveCount(0);
});
