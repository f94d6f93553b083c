// Every public page, in every language and on both screens: accessible, no side scroll, well-formed frame.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens } from "./screens.ts";

const languages = [
  { language: "nl", prefix: "" },
  { language: "en", prefix: "/en" },
  { language: "fr", prefix: "/fr" },
] as const;

const filledIn = "pakket=P5&begeleiding=HIGH&tewerkstelling=80&loon=2.750,00&bijdragen=600&start=2025-Q1";

const pages = [
  "/",
  "/simulator",
  `/simulator?${filledIn}`,
  `/simulator?${filledIn}&kwartaal=2026-Q3&toon=begeleidingspremie&OPEN-01=5%2F4%2F11`,
  `/simulator?${filledIn}&wijzig=1`,
  "/simulator?loon=veel&tewerkstelling=200&bijdragen=-1",
  "/simulator?loon=2500",
  "/simulator/zelfstandige",
  "/simulator/zelfstandige?pakket=P5_PLUS&start=2026-Q1&toon=loonpremie",
  "/antwoorden/sv-170",
  "/antwoorden/sv-170?at=31/12/2024&knownAt=31/12/2025",
  "/antwoorden/sv-170?at=ooit",
  "/begrippen",
  "/api",
  "/over",
  "/over/bouwstenen",
  "/toegankelijkheid",
  "/privacy",
  "/wet",
  "/wet/regels/wageCap",
  "/wet/parameters/ggmmi",
  "/wet/open-punten/OPEN-01",
  "/wet/dekking",
  "/wet/criteria",
  "/beleid",
  "/bestaat-niet",
];

for (const { language, prefix } of languages) {
  test.describe(language, () => {
    // The longest pages hold thousands of elements, and a busy machine checks them slowly.
    test.describe.configure({ timeout: 120_000 });
    for (const path of pages) {
      const address = path === "/" && prefix !== "" ? prefix : `${prefix}${path}`;
      test(address, async ({ page }) => {
        await page.goto(address);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("h1")).toHaveCount(1);
        for (const { viewport } of screens) {
          await page.setViewportSize(viewport);
          await expectNoSideScroll(page);
        }
        // With everything unfolded, so that what is folded is checked too.
        await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true;");
        await expectNoSideScroll(page);
        // The words differ by language, the drawing on a phone does not.
        if (language === "nl") await expectAccessible(page);
        await page.setViewportSize(screens[0].viewport);
        await expectNoSideScroll(page);
        await expectAccessible(page);
      });
    }
  });
}
