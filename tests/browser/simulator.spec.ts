// The simulator as people use it: by keyboard, on a wide and a narrow screen, with and without JavaScript, wrong input first.
import { expect, type Page, test } from "@playwright/test";
import { expectNoSideScroll, screens, tabTo } from "./screens.ts";

/** Fills the form by keyboard alone, starting at the top of the page. */
async function fillByKeyboard(page: Page, answers: { readonly fraction: string; readonly wage: string }): Promise<void> {
  await tabTo(page, "#begeleiding");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "#tewerkstelling");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(answers.fraction);
  await page.keyboard.press("Tab");
  await page.keyboard.type(answers.wage);
  await page.keyboard.press("Tab");
  await page.keyboard.type("600");
  await page.keyboard.press("Enter");
}

for (const { name, viewport } of screens) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${name}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ viewport, javaScriptEnabled });

      test("an employer mistypes, mends it, and gets twenty quarters with their steps", async ({ page }) => {
        await page.goto("/simulator");
        await fillByKeyboard(page, { fraction: "tachtig", wage: "2.750,123" });

        const summary = page.getByRole("alert");
        await expect(summary).toContainText("Er is een probleem");
        await expect(page).toHaveTitle(/^Fout: /);
        // What was typed is still there, and each mistake leads to its field.
        await expect(page.locator("#loon")).toHaveValue("2.750,123");
        await expect(page.locator("#tewerkstelling")).toHaveValue("tachtig");
        await summary.getByRole("link", { name: /Brutoloon/ }).press("Enter");
        await expect(page).toHaveURL(/#loon$/);
        await expect(page.locator("#loon")).toHaveAttribute("aria-invalid", "true");
        await expectNoSideScroll(page);

        await page.locator("#tewerkstelling").fill("80");
        await page.locator("#loon").fill("2.750,00");
        await page.locator("#loon").press("Enter");
        await expect(page.getByRole("heading", { level: 1, name: "Uw berekening" })).toBeVisible();
        await expect(page.locator("#kwartalen tbody tr")).toHaveCount(21);
        await expect(page.locator(".mw-hero__amount")).toContainText("€");
        await expectNoSideScroll(page);

        // Any amount of the table unfolds into its steps.
        await page.locator("#kwartalen tbody tr").nth(8).getByRole("link").first().press("Enter");
        await expect(page).toHaveURL(/kwartaal=\d{4}-Q\d.*#berekening$/);
        const steps = page.locator(".mw-unfold[open] .mw-step");
        await expect(steps.last()).toContainText("Loonpremie");
        await expect(steps.filter({ hasText: "Uit de regels" }).first()).toContainText("sinds");
        await expect(steps.filter({ hasText: "open punt" }).first()).toBeVisible();
        await expectNoSideScroll(page);
      });

      test("the amounts of the quarters add up to the total that is shown", async ({ page }) => {
        await page.goto("/simulator?pakket=P5_PLUS&begeleiding=LOW&tewerkstelling=4/5&loon=2500&bijdragen=500&start=2024-Q1");
        const cents = (text: string) => Number(text.replace(/[^\d]/g, ""));
        const totals = (await page.locator("#kwartalen tbody tr td:last-child").allInnerTexts()).map(cents);
        const sum = totals.pop();
        expect(totals).toHaveLength(20);
        expect(totals.reduce((a, b) => a + b, 0)).toBe(sum);
      });

      test("a self-employed person gets an amount and the condition on income", async ({ page }) => {
        await page.goto("/simulator");
        await page.getByRole("navigation", { name: "Voor wie" }).getByRole("link", { name: "Zelfstandige" }).press("Enter");
        await page.getByRole("button", { name: "Bereken de premie" }).press("Enter");
        await expect(page.locator(".mw-hero")).toContainText("belastbaar inkomen");
        await expect(page.locator("#kwartalen tbody tr")).toHaveCount(21);
      });

      test("another reading of an open point changes the amounts and says so", async ({ page }) => {
        await page.goto("/simulator?loon=2500&bijdragen=500&start=2025-Q1");
        const before = await page.locator("#kwartalen tbody tr").last().textContent();
        await page.locator(".mw-unsure > summary").press("Enter");
        const point = page.locator("#punt-OPEN-01");
        await expect(point).toContainText(/[+−].*over de hele looptijd/);
        await point
          .getByRole("link", { name: /Reken hiermee/ })
          .first()
          .press("Enter");
        await expect(page.locator(".mw-aside")).toContainText("U koos OPEN-01");
        expect(await page.locator("#kwartalen tbody tr").last().textContent()).not.toBe(before);
      });

      test("changing the details keeps what was filled in", async ({ page }) => {
        await page.goto("/simulator?pakket=T2&begeleiding=MEDIUM&tewerkstelling=50&loon=1.500,50&start=2025-Q3");
        await page.getByRole("link", { name: "Gegevens wijzigen" }).press("Enter");
        await expect(page.locator("#loon")).toHaveValue("1.500,50");
        await expect(page.locator("#pakket-T2")).toBeChecked();
        await expect(page.locator("#begeleiding-MEDIUM")).toBeChecked();
        await expect(page.locator("#start")).toHaveValue("2025-Q3");
        await expect(page.getByRole("alert")).toHaveCount(0);
      });
    });
  }
}

test("the meaning of a term opens by keyboard and closes with Escape", async ({ page }) => {
  await page.goto("/simulator");
  await tabTo(page, ".mw-term");
  await page.keyboard.press("Enter");
  const meaning = page.locator(".mw-meaning:popover-open");
  await expect(meaning).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(meaning).toHaveCount(0);
});
