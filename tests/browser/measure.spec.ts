// The measure itself: it waits for a style that comes late, and names what sticks out.
import { expect, test } from "@playwright/test";
import { widthOverflow } from "./measure.ts";
import { expectAccessible, expectNoSideScroll, screens } from "./screens.ts";

test.use({ viewport: screens[1].viewport });

test("a page whose style comes late is measured with its style", async ({ page }) => {
  let held = 0;
  await page.route("**/*.css", async (route) => {
    held += 1;
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await page.goto("/cijfers", { waitUntil: "domcontentloaded" });
  // What a measure would find that does not wait.
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeGreaterThan(screens[1].viewport.width);
  expect(held).toBe(1);
  await expectNoSideScroll(page);
  await expectAccessible(page);
});

test("what sticks out is named with where it ends; what scrolls in its own frame is not", async ({ page }) => {
  await page.setContent(`<!doctype html><body style="margin: 0">
    <section><p id="wide" style="width: 400px">Too wide</p></section>
    <p class="word" style="width: 100px; white-space: nowrap; font: 40px monospace">Meerwaardeneconomie</p>
    <div style="overflow-x: auto"><p id="framed" style="width: 900px">Scrolls inside</p></div>
    <p id="fits">Fits</p></body>`);
  const [found, ...more] = await widthOverflow(page);
  expect(more).toEqual([]);
  expect(found).toMatch(/ px wide on a screen of 320 px: section > p#wide to 400 px \(Too wide\); p\.word to \d+ px/);
  expect(found).not.toContain("framed");
  expect(found).not.toContain("fits");
  await expect(expectNoSideScroll(page)).rejects.toThrow("p#wide");
  await page.setContent("<!doctype html><p>Fits</p>");
  await expectNoSideScroll(page);
});
