// The answer page: published beside computed, the same question at another moment, and the data behind it.
import { expect, test } from "@playwright/test";
import { expectNoSideScroll, screens } from "./screens.ts";

for (const { name, viewport } of screens) {
  test.describe(name, () => {
    test.use({ viewport });

    test("every published figure stands beside an equal computed one", async ({ page }) => {
      await page.goto("/antwoorden/sv-170");
      const verdicts = page.locator("table", { hasText: "Gepubliceerd en berekend" }).locator("tbody td:last-child");
      const texts = await verdicts.allInnerTexts();
      expect(texts.length).toBeGreaterThanOrEqual(10);
      expect(texts.map((text) => text.trim().split(/\s+/).at(-1))).toEqual(texts.map(() => "ja"));
    });

    test("unit, date and what was known stand above every table", async ({ page }) => {
      await page.goto("/antwoorden/sv-170");
      for (const figure of await page.locator(".mw-figure:has(.mw-facts)").all()) {
        await expect(figure.locator(".mw-facts")).toContainText("Teleenheid");
        await expect(figure.locator(".mw-facts")).toContainText("Zoals bekend op");
      }
    });

    test("a date that was not released is refused, with the dates that were", async ({ page }) => {
      await page.goto("/antwoorden/sv-170");
      await page.locator(".mw-aside .mw-more > summary").press("Enter");
      await page.locator("#knownAt").fill("01/10/2023");
      await page.locator("#knownAt").press("Enter");
      await expect(page).toHaveURL(/knownAt=01%2F10%2F2023/);
      await expect(page.getByRole("alert")).toContainText("geen cijfers vrijgegeven");
      await expect(page.getByRole("alert")).toContainText("31 december 2023");
      await expect(page.locator(".mw-question")).toHaveCount(0);
      await expectNoSideScroll(page);
    });

    test("who works with figures sees another moment, marked as not released", async ({ page }) => {
      await page.goto("/antwoorden/sv-170");
      const released = await page.locator(".mw-question").first().textContent();
      await page.goto("/aanmelden");
      await page.getByRole("listitem").filter({ hasText: "Luca Synmoerbrecht" }).getByRole("button").click();
      await page.goto("/antwoorden/sv-170?knownAt=01/10/2023");
      expect(await page.locator(".mw-question").first().textContent()).not.toBe(released);
      await expect(page.locator(".mw-watermark")).toContainText("niet vrijgegeven");
      await expectNoSideScroll(page);
    });

    test("a date that does not exist is named, and what was typed stays", async ({ page }) => {
      await page.goto("/antwoorden/sv-170?at=31/02/2024");
      await expect(page.getByRole("alert")).toContainText("31/02/2024");
      await expect(page.locator("#at")).toHaveValue("31/02/2024");
    });
  });
}

test("the link to the data gives the same figures as JSON", async ({ page, request }) => {
  await page.goto("/antwoorden/sv-170");
  const href = await page.getByRole("link", { name: "Hetzelfde als gegevens (JSON)" }).getAttribute("href");
  const response = await request.get(href ?? "");
  expect(response.ok()).toBe(true);
  const answer = await response.json();
  expect(answer.id).toBe("sv-170");
  expect(Object.keys(answer.questions)).toHaveLength(7);
});
