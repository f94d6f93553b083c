// Older schemes at the department: a file carried over with its proof sheet and two signatures, a VOP that crosses over, an LDE work list.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens } from "./screens.ts";

async function logIn(page: Page, who: string, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
  await page.goto(path);
}

async function open(browser: Browser, screen: (typeof screens)[number], script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: screen.viewport, javaScriptEnabled: script, locale: "nl-BE" });
  return context.newPage();
}

async function look(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

/** A synthetic list of a source, with mistakes in it, about people of its own: also when the journey is made again on the same records. */
function sample(nth: number, encoding: "utf8" | "xlsx") {
  const out = join(mkdtempSync(join(tmpdir(), "maatwerk-list-")), encoding === "xlsx" ? "lijst.xlsx" : "lijst.csv");
  const flags = [
    "--rows",
    "60",
    "--dirt",
    "300",
    "--seed",
    `browser-${nth}`,
    "--from",
    String((Math.floor(Date.now() / 1000) % 5_000) * 120 + nth * 60),
    "--encoding",
    encoding,
    "--out",
    out,
  ];
  const told = execFileSync("node", ["bin/maatwerk.mjs", "transition", "sample", ...flags], { encoding: "utf8" });
  const { rights, clean } = JSON.parse(told) as { rights: number; clean: number };
  const mimeType = encoding === "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
  return { rights, clean, file: { name: `lijst.${encoding}`, mimeType, buffer: readFileSync(out) } };
}

for (const [nth, screen] of screens.entries()) {
  test(`a file is carried over with its proof sheet and a second signature, on a ${screen.name}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const list = sample(nth, nth === 0 ? "xlsx" : "utf8");
    const koen = await open(browser, screen);
    await logIn(koen, "Koen Synhaegehof", `${baseURL}/overgang`);
    await look(koen);

    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByRole("alert")).toContainText("Kies een bestand");
    await koen.getByLabel("Naam van de bronlijst").fill("VOP juni");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByRole("alert")).toContainText("kleine letters, cijfers en streepjes");
    await koen.getByLabel("Naam van de bronlijst").fill("lijst-van-de-bron");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();

    await expect(koen.getByRole("heading", { level: 1 })).toHaveText("Controleblad lijst-van-de-bron");
    await expect(koen.getByRole("row", { name: /Alle lijnen/ })).toContainText(String(list.rights));
    await expect(koen.getByRole("row", { name: /^Geparkeerd/ })).toContainText(String(list.rights - list.clean));
    await look(koen);

    await koen.getByRole("link", { name: "Alle geparkeerde lijnen" }).click();
    await look(koen);
    await koen
      .getByRole("link", { name: /^Lijn / })
      .first()
      .click();
    await look(koen);
    await koen.getByRole("button", { name: "Lijn laten vallen" }).click();
    await expect(koen.getByRole("alert")).toContainText("Schrijf waarom");
    await koen.getByLabel("Waarom is dit geen recht?").fill("Fout van de bron");
    await koen.getByRole("button", { name: "Lijn laten vallen" }).click();
    await expect(koen.getByText("Toestand: Laten vallen.")).toBeVisible();
    await koen.getByRole("link", { name: "Controleblad lijst-van-de-bron" }).click();

    // Dropping one of two lines that speak of the same right sets the other one free.
    const row = (await koen.getByRole("row", { name: /^Op te nemen/ }).textContent()) ?? "";
    const toTake = Number(/\d+/.exec(row)?.[0]);
    expect(toTake).toBeGreaterThanOrEqual(list.clean);
    await koen.getByRole("button", { name: "Controleblad tekenen" }).click();
    await expect(koen.getByText("U tekende. Een andere persoon moet nog tekenen.")).toBeVisible();
    await expect(koen.getByRole("button", { name: "Als tweede tekenen en opnemen" })).toHaveCount(0);
    const sheet = koen.url().split("?")[0] as string;

    const fatima = await open(browser, screen, false);
    await logIn(fatima, "Fatima Synlaervelde", sheet);
    await fatima.getByRole("button", { name: "Als tweede tekenen en opnemen" }).click();
    await expect(async () => {
      await fatima.goto(sheet);
      await expect(fatima.getByText("De rechten staan in de dossiers.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(fatima.getByRole("row", { name: /^Opgenomen/ })).toContainText(String(toTake));

    await koen.goto(`${baseURL}/overgang`);
    await koen.getByLabel("Naam van de bronlijst").fill("nog-een-keer");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByText("Dit bestand was er al: er is niets veranderd")).toBeVisible();
  });

  test(`the work list of an LDE organisation says until when a decision is in time, on a ${screen.name}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const page = await open(browser, screen);
    await logIn(page, "Koen Synhaegehof", `${baseURL}/overgang/werklijst`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trajecten die aflopen");
    await look(page);
    const row = page.getByRole("row").filter({ hasText: "LDE, keuze individueel" }).first();
    await row.getByRole("link").nth(1).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Trajecten van /);
    await expect(page.getByRole("row").nth(1)).toContainText(/\d{4}/);
    await look(page);
    await page.getByRole("row").filter({ hasText: "LDE, keuze individueel" }).first().getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^LDE, keuze individueel van /);
    await look(page);
  });

  test(`a VOP file crosses over: asked, and what each quarter is paid by, on a ${screen.name}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const page = await open(browser, screen);
    await logIn(page, "Koen Synhaegehof", `${baseURL}/overgang/rechten?maatregel=VOP`);
    await look(page);
    // Far down the list, so that the two screens take two rights.
    await page
      .getByRole("row")
      .nth(20 + nth)
      .getByRole("link")
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^VOP van /);
    await look(page);
    const asking = page.getByRole("button", { name: "Vraag opnemen" });
    if ((await asking.count()) > 0) {
      await page.getByLabel("Dag van de vraag").fill("31/02/2026");
      await asking.click();
      await expect(page.getByRole("alert")).toBeVisible();
      await page.getByLabel("Dag van de vraag").fill("02/11/2026");
      await page.getByRole("button", { name: "Vraag opnemen" }).click();
      await expect(page.getByText("De vraag om een evaluatie staat in het dossier")).toBeVisible();
    }
    await expect(page.getByText(/gevraagd op .*nog niet beslist/)).toBeVisible();
    await expect(page.getByText("dit recht loopt dan vanzelf over")).toBeVisible();
    await look(page);
  });
}
