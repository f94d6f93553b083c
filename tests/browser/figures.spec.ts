// From a question to a publication: compose without code, see table, chart and caveats, draft, release as another person, download, verify.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

const shots = process.env.MAATWERK_SHOTS;

async function logIn(browser: Browser, who: string, base: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-BE", acceptDownloads: true, ...options });
  const page = await context.newPage();
  await page.goto(`${base}/aanmelden`);
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
  await expect(page.locator("h1")).toHaveCount(1);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAccessible(page);
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()?.width}.png`, fullPage: true });
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

for (const { name: screen, viewport } of screens) {
  test(`on a ${screen} the public pages are open to everybody and say what each figure is`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ viewport, locale: "nl-BE" })).newPage();
    await page.goto(`${baseURL}/cijfers`);
    await look(page, "dashboard");
    await expect(page.locator(".mw-tilemap__tile")).not.toHaveCount(0);
    await page
      .getByRole("link", { name: /^Tabel en definitie/ })
      .first()
      .click();
    await expect(page).toHaveURL(/publicatie\/kerncijfers#cijfer-/);
    for (const figure of await page.locator(".mw-figure").all()) {
      await expect(figure.locator(".mw-facts")).toContainText("Teleenheid");
      await expect(figure.locator(".mw-facts")).toContainText("Zoals bekend op");
      await expect(figure.locator("table")).toHaveCount(1);
    }
    await look(page, "release");
    await page.goto(`${baseURL}/cijfers/open-data`);
    await look(page, "open-data");
    await expect(page.getByRole("link", { name: /Individueel maatwerk - Stand van zaken/ }).first()).toBeVisible();
    await page.goto(`${baseURL}/en/cijfers`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Figures");
    await page.goto(`${baseURL}/cijfers/vraag`);
    await expect(page).toHaveURL(/choose|aanmelden/);
  });

  test(`on a ${screen} everybody can read what each attribute means`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ viewport, locale: "nl-BE" })).newPage();
    await page.goto(`${baseURL}/cijfers`);
    await page.getByRole("link", { name: "Wat elk kenmerk betekent" }).click();
    await expect(page.locator("#kenmerk-education")).toContainText("jaarlijkse koppeling");
    await look(page, "attributes");
  });
}

test("compose without script, draft, release as another person, download and verify", async ({ browser, baseURL }) => {
  const base = baseURL ?? "";
  const luca = await logIn(browser, "Luca Synmoerbrecht", base, { javaScriptEnabled: false });
  await expect(luca).toHaveURL(/cijfers\/werk/);
  await luca.getByRole("link", { name: "Vraag stellen" }).click();

  // A date that is none, a dimension that does not fit: told at the field, and nothing typed is lost.
  await luca.getByLabel("Wanneer?").fill("2023-13-45");
  await luca.locator("#by0").selectOption("channel");
  await press(luca, "Toon cijfers");
  await expect(luca.getByRole("alert")).toContainText("2023-13-45");
  await expect(luca.getByLabel("Wanneer?")).toHaveValue("2023-13-45");
  await luca.getByLabel("Wanneer?").fill("2023-12-31, 2024-12-31, 2025-12-31");
  await press(luca, "Toon cijfers");
  await expect(luca.getByRole("alert")).toContainText("province");

  await luca.locator("#by0").selectOption("ticketMeasure");
  await luca.getByLabel("Kenmerk 1").selectOption("workStatus");
  await luca.getByLabel("Waarden 1").fill("JOB_SEEKER_WITHOUT_WORK");
  await luca.getByLabel("Titel").fill("Tickets op drie jaareinden");
  await luca.getByLabel("Korte naam").fill("drie-jaareinden");
  await press(luca, "Toon cijfers");
  const result = luca.locator(".mw-watermark");
  await expect(result).toContainText("niet verspreiden");
  await expect(result.locator("table")).not.toContainText("10.894");
  await expect(result.locator("svg").first()).toBeVisible();
  await expect(result).toContainText("geen unieke personen");
  const text = (await result.textContent()) ?? "";
  const table = text.indexOf("maatregel van het ticket31 december");
  expect(table).toBeGreaterThan(0);
  expect(text.indexOf("Teleenheid")).toBeLessThan(table);
  expect(text.indexOf("geen unieke personen")).toBeLessThan(table);

  // As it was known when the minister answered, the published number comes back.
  await luca.getByLabel("Zoals bekend op (mag leeg blijven)").fill("2024-01-15");
  await press(luca, "Toon cijfers");
  await expect(result.locator("table")).toContainText("10.894");
  await luca.getByLabel("Zoals bekend op (mag leeg blijven)").fill("");
  await press(luca, "Toon cijfers");

  const name = `drie-jaareinden-${Date.now().toString(36)}`;
  await luca.getByLabel("Naam", { exact: true }).fill(name);
  await press(luca, "Vraag bewaren");
  await expect(luca.getByRole("status")).toContainText(`Bewaard als “${name}”, versie 1`);
  await press(luca, "Ontwerp maken om vrij te geven");
  await expect(luca.getByRole("heading", { level: 1 })).toHaveText(`Ontwerp: ${name}`);
  await expect(luca.getByText("een tweede persoon geeft het vrij")).toBeVisible();
  await expect(luca.getByRole("button", { name: "Vrijgeven" })).toHaveCount(0);
  const draft = luca.url();

  const mira = await logIn(browser, "Mira Synveldhove", base, { viewport: screens[0].viewport });
  await mira.goto(draft);
  await look(mira, "draft");
  await tabTo(mira, "button[value=vrijgeven]");
  await mira.keyboard.press("Enter");
  await expect(mira.getByRole("heading", { name: "Vrijgegeven" })).toBeVisible();
  await mira.getByRole("link", { name: "Bekijk de publicatie" }).click();
  await expect(mira.getByRole("heading", { level: 1 })).toHaveText("Tickets op drie jaareinden");

  // Every file is what its hash says.
  for (const ending of [".pdf", ".odt", ".xlsx"]) {
    const row = mira.getByRole("row").filter({ hasText: `${name}${ending}` });
    const [download] = await Promise.all([mira.waitForEvent("download"), row.getByRole("link").click()]);
    const bytes = readFileSync(await download.path());
    expect(bytes.byteLength).toBeGreaterThan(1000);
    await expect(row.locator(".mw-hash")).toHaveText(createHash("sha256").update(bytes).digest("hex"));
  }
  await mira.goto(`${base}/cijfers/nazicht`);
  await expect(mira.getByRole("row").filter({ hasText: name })).toContainText("gelijk");
  await look(mira, "verify");
});

test("a cabinet adviser drafts an answer; the statistician compares and releases it", async ({ browser, baseURL }) => {
  const base = baseURL ?? "";
  const ruben = await logIn(browser, "Ruben Synlindenaar", base, { viewport: screens[1].viewport });
  await ruben.goto(`${base}/cijfers/antwoord`);
  await look(ruben, "answer-form");
  await ruben.getByLabel("Soort antwoord (1)").selectOption("partial");
  await ruben.getByText("Wat bij het soort antwoord hoort (1)").click();
  await ruben.getByLabel("Wat ontbreekt (1)").fill("de leeftijd");
  await look(ruben, "answer-form-partial");
  await ruben.goto(`${base}/cijfers/vraag?sjabloon=parlementaire-vraag`);
  await expect(ruben.getByText("Welke plannen heeft de minister?", { exact: true })).toBeVisible();
  await look(ruben, "answer");
  const number = `sv-proef-${Date.now().toString(36)}`;
  await ruben.getByLabel("Naam", { exact: true }).fill(number);
  await press(ruben, "Ontwerp maken om vrij te geven");
  await expect(ruben.getByText("Een statisticus geeft dit ontwerp vrij")).toBeVisible();
  const draft = ruben.url();

  const mira = await logIn(browser, "Mira Synveldhove", base, { viewport: screens[1].viewport });
  await mira.goto(draft);
  await mira.getByLabel("Vergelijk met een eerdere publicatie").selectOption({ label: "kerncijfers, herziening 1" });
  await press(mira, "Vergelijk");
  await expect(mira.getByRole("heading", { level: 1 })).toContainText("naast kerncijfers");
  await expect(mira.getByRole("columnheader", { name: "Later geregistreerd" })).toBeVisible();
  await look(mira, "compare");
  await mira.goto(draft);
  await mira.getByText("Niet vrijgeven, of anders afschermen").click();
  await mira.getByLabel("Reden").fill("Alleen een proef");
  await press(mira, "Afwijzen");
  await expect(mira.getByRole("heading", { name: "Afgewezen" })).toBeVisible();
});

test("a mistake in the YAML is told at its line, with what exists", async ({ browser, baseURL }) => {
  const page = await logIn(browser, "Nele Synbergdrisse", baseURL ?? "", { viewport: screens[1].viewport });
  const yaml = "unit: persons\nmeasure: { stock: ticket }\nat: 2023-12-31\nby: [provinse]\n";
  await page.goto(`${baseURL}/cijfers/vraag?${new URLSearchParams({ yaml })}`);
  await expect(page.getByRole("alert")).toContainText("Regel 1");
  await expect(page.getByRole("alert")).toContainText("Bedoelde u “person”?");
  await look(page, "mistake");
  await page.goto(`${baseURL}/cijfers/intern`);
  await expect(page.locator(".mw-watermark__words")).toContainText("INTERN");
  await look(page, "inside");
  await page.goto(`${baseURL}/cijfers/vraag`);
  await look(page, "compose");
});
