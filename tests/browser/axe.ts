// Axe in one pass over a page with everything unfolded: fast enough for every page of every role.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param within - What is looked at; the whole page when left out. */
export async function unfoldedViolations(page: Page, within = "html"): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(source);
  const found = await page.evaluate<string[]>(`(async () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const { violations } = await axe.run(${JSON.stringify(within)}, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(", "));
  })()`);
  return found.map((one) => `${page.url()} at ${page.viewportSize()?.width} px: ${one}`);
}

/** What sticks out to the right, so that the reader would have to scroll sideways. */
export async function widthOverflow(page: Page): Promise<string[]> {
  const [inner = 0, scroll = 0] = await page.evaluate<number[]>(
    "[document.documentElement.clientWidth, document.documentElement.scrollWidth]",
  );
  return scroll > inner ? [`${page.url()} is ${scroll} px wide on a screen of ${inner} px`] : [];
}
