// Axe in one pass within the page, so without the second page that its own builder opens for each: fast enough for every page of every role.
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { settled } from "./measure.ts";

/** What axe objects to on the page as it stands, a line each. @param within - What is looked at; the whole page when left out. */
export async function violationsOn(page: Page, within = "html"): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const found = await page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run(${JSON.stringify(within)}, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(", "));
  })()`);
  return found.map((one) => `${page.url()} at ${page.viewportSize()?.width} px: ${one}`);
}

/** The same with everything unfolded. */
export async function unfoldedViolations(page: Page, within?: string): Promise<string[]> {
  await settled(page);
  await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true');
  return violationsOn(page, within);
}
