// An employer opens a file, finds its letters, reads the decision as a page and takes it along as PDF.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens } from "./screens.ts";

async function logIn(page: Page, who: string): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
}

for (const [nth, screen] of screens.slice(0, 2).entries()) {
  const script = nth === 1;
  test(`a decision letter on a ${screen.name}, ${script ? "with" : "without"} script`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: screen.viewport, javaScriptEnabled: script, locale: "nl-BE" });
    const page = await context.newPage();
    await logIn(page, "Annelies Synaertlinde");
    const files = await page
      .locator('a[href*="/dossier/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") as string));
    // Letters are made by the worker, some seconds after the system is up.
    const grant = page.getByRole("link", { name: "Toekenning" });
    await expect(async () => {
      for (const file of files) {
        await page.goto(file);
        if ((await grant.count()) > 0) return;
      }
      throw new Error("no letter yet");
    }).toPass({ timeout: 90_000, intervals: [2_000] });
    await grant.first().press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("U krijgt de premie");
    await expect(page.getByRole("table", { name: "Bedrag per kwartaal" })).toBeVisible();
    await expect(page.locator(".mw-letter__mark")).toBeVisible();
    await expectNoSideScroll(page);
    if (script) await expectAccessible(page);
    const fingerprint = await page.locator(".mw-hash").textContent();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download als pdf" }).press("Enter"),
    ]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(fingerprint);
    await context.close();
  });
}

test("staff find the letters for the post, and another firm's documents do not exist", async ({ page }) => {
  await logIn(page, "Koen Synhaegehof");
  await page.goto("/documenten/post");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brieven voor de post");
  await expectNoSideScroll(page);
  await expectAccessible(page);
  expect((await page.goto("/documenten/6f0f6a52-3a0c-4b34-8b65-0d7f5c0f5b11"))?.status()).toBe(404);
});

test("an employer without statements is told when they come", async ({ page }) => {
  await logIn(page, "Annelies Synaertlinde");
  const firm = /\/loket\/(\d+)/.exec(page.url())?.[1] ?? "";
  await page.goto(`/documenten/afrekeningen/${firm}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Afrekeningen");
  await expectAccessible(page);
});
