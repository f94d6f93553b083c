// Measures a page, and never before its style is there; what is too wide is named.
import { expect, type Page } from "@playwright/test";

/** A text, because it runs in the page. */
const STYLED = `document.readyState === "complete"
  && [...document.querySelectorAll('link[rel="stylesheet"]')].every((link) => link.sheet !== null)
  && document.fonts.status === "loaded"`;

/**
 * Waits for the style and the fonts. A page can be read and measured as soon as its text is there, and the sheet comes after that, also from the
 * browser's own store: whoever measures then, measures a page that no reader sees.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await expect.poll(() => page.evaluate<boolean>(STYLED), { message: `${page.url()} has its style`, timeout: 15_000 }).toBe(true);
}

/**
 * The innermost elements that reach beyond the right edge and are not in a frame that scrolls or hides what is too wide; what an element shows
 * beyond its own box counts too. A text, because it runs in the page.
 */
const STICKING_OUT = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const edge = clientWidth - window.scrollX;
  const rightOf = (one) => {
    const { left, right } = one.getBoundingClientRect();
    return Math.max(right, getComputedStyle(one).overflowX === "visible" ? left + one.scrollWidth : right);
  };
  const framed = (one) => {
    for (let up = one.parentElement; up !== null && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter((one) => rightOf(one) > edge + 0.5 && one.checkVisibility() && !framed(one));
  const innermost = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
  const nameOf = (one) => one.tagName.toLowerCase() + (one.id === "" ? "" : "#" + one.id) + [...one.classList].map((name) => "." + name).join("");
  return {
    clientWidth,
    scrollWidth,
    elements: innermost.slice(0, 8).map((one) => {
      const inside = one.parentElement === null || one.parentElement === document.body ? "" : nameOf(one.parentElement) + " > ";
      const text = one.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
      return inside + nameOf(one) + " to " + Math.ceil(rightOf(one)) + " px" + (text === "" ? "" : " (" + text + ")");
    }),
  };
})()`;

interface SticksOut {
  readonly clientWidth: number;
  readonly scrollWidth: number;
  readonly elements: readonly string[];
}

/** What sticks out to the right, so that the reader would have to scroll sideways: one line for the page, which names the elements. */
export async function widthOverflow(page: Page): Promise<string[]> {
  await settled(page);
  const found = await page.evaluate<SticksOut | null>(STICKING_OUT);
  if (found === null) return [];
  const { clientWidth, scrollWidth, elements } = found;
  return [
    `${page.url()} is ${scrollWidth} px wide on a screen of ${clientWidth} px: ${elements.join("; ") || "no element by itself"}`,
  ];
}
