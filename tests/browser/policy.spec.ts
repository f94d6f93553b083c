// Trying a policy: by form without script, by keyboard with it, one case from near, and over the records as a policy analyst.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

const shots = process.env.MAATWERK_SHOTS;
const reform = "id: p\ntitle: Plafond\nparameters:\n  - id: referenceWage.capMultiplier\n    from: 2027-01-01\n    value: 2.6\n";

for (const { name: screen, viewport } of screens) {
  test(`on a ${screen} a policy is tried without script, down to one case`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport, locale: "nl-BE", javaScriptEnabled: false });
    const page = await context.newPage();
    const look = async (name: string) => {
      await expect(page.locator("h1")).toHaveCount(1);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${viewport.width}.png`, fullPage: true });
    };
    await page.goto(`${baseURL}/beleid?plafond=2.6&p5a=80`);
    await expect(page.locator("#p5a-regel")).toContainText("WP-02");
    await expect(page.locator("#uitkomst strong")).toContainText("meer");
    await expect(page.getByText("Uitgave per premie")).toBeVisible();
    await expect(page.getByText("Wat werkgevers zelf dragen van de loonkosten")).toBeVisible();
    await expect(page.getByText(/^Loonkost per kwartaal tot waar de steun 40 % verlies dekt/).first()).toBeVisible();
    await page.getByText("Pakket na evaluatie").click();
    await expect(page.getByText("75 %, kwartaal 1–5")).toBeVisible();
    await look("policy");
    const figures = await page.request.get((await page.getByRole("link", { name: "Alle cijfers (CSV)" }).getAttribute("href"))!);
    expect(await figures.text()).toMatch(/^breakEven,.*,P5 q1-5,total NONE,breakEvenWage loss 40 %,cents,\d+,\d+,/m);
    await page.getByRole("link", { name: /^Wie het meest wint/ }).click();
    await expect(page.getByText("Wat er anders is")).toBeVisible();
    for (const steps of ["Alle stappen nu", "Alle stappen met uw keuze"]) {
      await page.getByText(steps).click();
      await expect(page.locator("details[open]").filter({ hasText: steps }).locator(".mw-step").first()).toBeVisible();
    }
    await look("policy-case");
    await page.goto(`${baseURL}/beleid/geval?grossWage=veel&quarter=2027-Q1`);
    await expect(page.getByRole("alert")).toBeVisible();
    await page.goto(`${baseURL}/beleid?plafond=9`);
    await expect(page.locator("#plafond-regel")).toContainText("Geef een getal");
    await context.close();
  });

  test(`on a ${screen} the pages to try a policy are sound`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ viewport, locale: "nl-BE" })).newPage();
    for (const path of ["/beleid?plafond=2.2", "/beleid/geval?plafond=2.2", "/en/beleid/geval", "/fr/beleid"]) {
      await page.goto(`${baseURL}${path}`);
      await expectNoSideScroll(page);
      await expectAccessible(page);
    }
  });
}

test("figures follow a lever that is moved by keyboard, and the address keeps the choice", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/beleid`);
  await page.waitForSelector("form[data-ready]", { timeout: 60_000 });
  await page.waitForSelector("#uitkomst[data-answer]", { timeout: 60_000 });
  await tabTo(page, "#plafond");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#plafond")).toHaveAttribute("aria-valuetext", "2,2 keer");
  await expect(page.locator("#uitkomst strong")).toContainText("meer");
  await expect(page).toHaveURL(/plafond=2\.2/);
  await expect(page.getByRole("link", { name: /^Wie het meest wint/ })).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
});

test("a policy analyst computes over the records, and sees what a reform lacks", async ({ browser, baseURL }) => {
  for (const { viewport } of screens) {
    const context = await browser.newContext({ viewport, locale: "nl-BE" });
    const page = await context.newPage();
    await page.goto(`${baseURL}/aanmelden`);
    await page.getByRole("listitem").filter({ hasText: "Nele Synbergdrisse" }).getByRole("button").click();
    await expect(page).toHaveURL(/beleid\/register/);
    await expectAccessible(page);
    await page.getByLabel("Hervorming (YAML)").fill(reform.replace("2.6", "2.6 EUR"));
    await page.getByRole("button", { name: "Bereken" }).click();
    await expect(page.getByRole("alert")).toContainText("hervorming.yaml:4 law.override.value");
    await page.getByLabel("Hervorming (YAML)").fill(reform);
    await page.getByText("Welke indelingen kunnen nu niet?").click();
    await expect(page.getByText(/^onderwijsniveau: de jaarlijkse koppeling/)).toBeVisible();
    await page.getByRole("checkbox", { name: "leeftijdsklasse" }).check();
    await page.getByRole("checkbox", { name: "provincie van de woonplaats" }).uncheck();
    await page.getByLabel("Aantal kwartalen").fill("4");
    await page.getByLabel("Aantal trekkingen").fill("3");
    await page.getByRole("button", { name: "Bereken" }).click();
    await expect(page.locator(".mw-policy__headline")).toBeVisible({ timeout: 60_000 });
    await expect(page).toHaveURL(/beleid\/register\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Loonkost per kwartaal tot waar de steun 40 % verlies dekt").first()).toBeVisible();
    await expect(page.getByText("Over 3 trekkingen")).toBeVisible();
    await expect(page.getByText(/^leeftijdsklasse(: de groepen zijn te klein|$)/).first()).toBeVisible();
    await expect(page.getByText(/^provincie van de woonplaats/)).toHaveCount(0);
    await page.evaluate("document.fonts.ready");
    await expectNoSideScroll(page);
    await expectAccessible(page);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/policy-records-${viewport.width}.png`, fullPage: true });
    const link = page.url();
    const download = async (name: string) => (await page.request.get(`${link}/${name}`)).text();
    const [csv, json] = [await download("cijfers.csv"), await download("cijfers.json")];
    expect(csv).toContain("spending,");
    expect((JSON.parse(json) as { reformText: string[] }).reformText).toEqual([reform.replaceAll("\n", "\r\n")]);
    await page.goto(`${baseURL}/beleid/register`);
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await page
      .getByRole("table", { name: /Bewaarde resultaten/ })
      .getByRole("link", { name: "Plafond" })
      .first()
      .click();
    await expect(page).toHaveURL(link);
    await expect(page.getByText("Bewaard resultaat op het register")).toBeVisible();
    expect([await download("cijfers.csv"), await download("cijfers.json")]).toEqual([csv, json]);
    await context.close();
  }
});

test("who may not run the lab does not see the records", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/aanmelden`);
  await page.getByRole("listitem").filter({ hasText: "Luca Synmoerbrecht" }).getByRole("button").click();
  await page.goto(`${baseURL}/beleid`);
  await expect(page.getByRole("link", { name: "Op het register rekenen" })).toHaveCount(0);
  const answer = await page.goto(`${baseURL}/beleid/register`);
  expect(answer?.status()).toBe(403);
  const kept = await page.goto(`${baseURL}/beleid/register/00000000-0000-4000-8000-000000000000`);
  expect(kept?.status()).toBe(403);
});
