// Axe in one pass over a page with everything unfolded: fast enough for every page of every role.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { settled } from "./measure.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param within - What is looked at; the whole page when left out. */
export async function unfoldedViolations(page: Page, within = "html"): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(source);
  const found = await page.evaluate<string[]>(`(async () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const { violations } = await axe.run(${JSON.stringify(within)}, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(", "));
  })()`);
  return found.map((one) => `${page.url()} at ${page.viewportSize()?.width} px: ${one}`);
}
