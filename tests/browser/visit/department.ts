// What the department's pages need: files by what they ask, a proposal that waits for a second person, evidence of an applicant.
import { as, follow, hrefs, type Prepare, press } from "./hands.ts";

/** Files of the work list, by what they ask. */
export const files =
  (...kinds: readonly string[]): Prepare =>
  async (page) =>
    as(page, "Koen Synhaegehof", async (handler) => {
      const found: string[] = [];
      for (const kind of kinds) {
        await handler.goto(`/departement?soort=${kind}`);
        found.push(...(await hrefs(handler, "main table tbody th a")).slice(0, 3));
      }
      return found;
    });

/** How many of the dearest files are tried before one asks a second look. */
const MOST_TRIED = 15;

/** A decision above the amount that asks a second person, proposed by somebody else: found among the files that cost most. */
export const proposal: Prepare = async (page) =>
  as(page, "Fatima Synlaervelde", async (handler) => {
    await handler.goto("/departement?soort=SECOND_LOOK");
    const waiting = await hrefs(handler, "main table tbody th a");
    if (waiting.length > 0) return waiting.slice(0, 3);
    await handler.goto("/departement?soort=READY&premie=WAGE_AND_GUIDANCE");
    const rows = await handler
      .locator("main table tbody tr")
      .evaluateAll((all) => all.map((row) => [row.querySelector("th a")?.getAttribute("href") ?? "", row.textContent ?? ""]));
    const costOf = (text = "") => Number((/€\s*([\d.]+),/.exec(text)?.[1] ?? "0").replaceAll(".", ""));
    const dearest = [...rows].sort(([, a], [, b]) => costOf(b) - costOf(a)).slice(0, MOST_TRIED);
    for (const [file] of dearest) {
      await handler.goto(`${file}/beslissen`);
      const look = handler.getByRole("button", { name: "Beslissing bekijken" });
      if ((await look.count()) === 0) continue;
      await follow(look);
      const second = handler.getByRole("button", { name: "Voorleggen aan een collega" });
      if ((await second.count()) === 0) continue;
      await follow(second);
      return [`${file}`];
    }
    return [];
  });

/** Looked up by the name of a worker for whom a contract was sent in. */
export const evidence =
  (name: string): Prepare =>
  async (page) => {
    await page.goto("/departement/zoeken");
    await page.getByLabel(/dossiernummer/).fill(name);
    await page.getByLabel("Een vraag beantwoorden").check();
    await press(page, "Zoeken");
    return hrefs(page, 'main table a[href*="/departement/dossier/"]');
  };
