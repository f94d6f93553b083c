// What stands around every page: skip link, languages, marks, headers, the door of the API.
import { expect, test } from "@playwright/test";

test("the first tab stop leads to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("the language switch keeps the page and what was filled in", async ({ page }) => {
  await page.goto("/simulator?loon=2500&start=2025-Q1");
  await page
    .getByRole("navigation", { name: "Taal" })
    .getByRole("link", { name: /English/ })
    .click();
  await expect(page).toHaveURL(/\/en\/simulator\?loon=2500&start=2025-Q1$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your calculation");
});

test.describe("a French browser on a Dutch page", () => {
  test.use({ locale: "fr-BE" });
  test("is offered the French page", async ({ page }) => {
    await page.goto("/simulator");
    await page.getByRole("link", { name: "Cette page existe aussi en français" }).click();
    await expect(page).toHaveURL(/\/fr\/simulator$/);
  });
});

test("every page says that the records are synthetic", async ({ page }) => {
  for (const path of ["/", "/en/simulator", "/antwoorden/sv-170", "/bestaat-niet"]) {
    await page.goto(path);
    await expect(page.locator(".mw-demo")).toContainText(/SYNTHETISCHE GEGEVENS|SYNTHETIC DATA/);
  }
});

test("no page runs script or loads anything from elsewhere", async ({ page }) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(page.url() === "about:blank" ? request.url() : page.url()).origin) {
      foreign.push(request.url());
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  for (const path of ["/", "/simulator?loon=2500&bijdragen=500", "/antwoorden/sv-170", "/begrippen"]) {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator("[style]").count()).toBe(0);
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test("an address that does not exist is a 404 with a way on", async ({ page }) => {
  const response = await page.goto("/nergens");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Naar de simulator" }).click();
  await expect(page).toHaveURL(/\/simulator$/);
});

test("the API stands beside the pages and gives the same amount as the simulator", async ({ page, request }) => {
  await page.goto("/simulator?pakket=P5&tewerkstelling=100&loon=3000&bijdragen=600&per=maand&start=2025-Q2");
  const shown = ((await page.locator(".mw-hero__amount").textContent()) ?? "").replace(/[^\d]/g, "");
  const response = await request.post("/api/v1/calculations", {
    data: {
      scheme: "employer",
      package: "P5",
      startQuarter: "2025-Q2",
      quarter: "2025-Q2",
      employmentFraction: "1",
      grossWage: "9000.00",
      employerContributions: "1800.00",
      contributionReductions: "0.00",
    },
  });
  const { total } = await response.json();
  expect(total.replace(".", "")).toBe(shown);
});

test("a page can be printed: what only serves the screen is gone", async ({ page }) => {
  await page.goto("/simulator?loon=2500&bijdragen=500");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".mw-nav")).toBeHidden();
  await expect(page.locator(".mw-hero__amount")).toBeVisible();
  await expect(page.locator(".mw-demo")).toBeVisible();
});
