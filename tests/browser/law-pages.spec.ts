// Every page about the law: each rule, parameter and open point, checked by axe on a phone. One page of the browser takes them all in, one
// after the other, because there are hundreds with the same frame.
import { expect, type Page, test } from "@playwright/test";
import { unfoldedViolations } from "./axe.ts";
import { widthOverflow } from "./measure.ts";
import { screens } from "./screens.ts";

const kinds = [
  { kind: "rule", list: "/wet", link: /^\/wet\/regels\/[^/?#]+$/, least: 50 },
  { kind: "parameter", list: "/wet/parameters", link: /^\/wet\/parameters\/[^/?#]+$/, least: 50 },
  { kind: "open point", list: "/wet/open-punten", link: /^\/wet\/open-punten\/[^/?#]+$/, least: 20 },
] as const;

async function linksOn(page: Page, list: string, link: RegExp): Promise<readonly string[]> {
  const html = await (await page.request.get(list)).text();
  const all = [...html.matchAll(/href="(\/wet\/[^"]+)"/g)].map(([, href = ""]) => href.replace(/[?#].*/, ""));
  return [...new Set(all)].filter((href) => link.test(href));
}

for (const { kind, list, link, least } of kinds) {
  test(`every ${kind} of the law`, async ({ page }) => {
    await page.setViewportSize(screens[1].viewport);
    const paths = await linksOn(page, list, link);
    expect(paths.length).toBeGreaterThan(least);
    await page.goto(paths[0] as string);
    const wrong: string[] = [];
    for (const path of paths) {
      const answer = await page.request.get(path);
      const html = await answer.text();
      if (answer.status() !== 200 || !/<h1[ >]/.test(html)) wrong.push(`${path}: ${answer.status()}`);
      await page.evaluate(
        `document.querySelector("main").replaceWith(new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html").querySelector("main"))`,
      );
      const found = [...(await widthOverflow(page)), ...(await unfoldedViolations(page, "main"))];
      wrong.push(...found.map((one) => `${path}: ${one}`));
    }
    expect(wrong).toEqual([]);
  });
}
