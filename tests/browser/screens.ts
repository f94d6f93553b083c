// The two screens that every journey is made on, and what holds for any page on them.
import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { widthOverflow } from "./measure.ts";

export const screens = [
  { name: "desktop", viewport: { width: 1280, height: 900 } },
  { name: "phone of 320 px", viewport: { width: 320, height: 640 } },
] as const;

/** Nothing sticks out to the right: the reader never has to scroll sideways. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await widthOverflow(page)).toEqual([]);
}

/** No violation that axe knows, best practices included; each is named with the elements it is about. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

/** Moves on by Tab until the element that the selector names has the focus. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} was not reached in ${most} tabs on ${page.url()}`);
}
