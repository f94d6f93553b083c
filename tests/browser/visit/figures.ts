// What the pages of figures and of the lab need: a result that is kept, a draft that waits for its second person, and that draft beside what was published before.
import { addressOf, as, type Prepare, press } from "./hands.ts";

export const figuresDraft: Prepare = async (page) =>
  as(page, "Luca Synmoerbrecht", async (statistician) => {
    await statistician.goto("/cijfers/vraag?sjabloon=parlementaire-vraag");
    await statistician.getByLabel("Naam", { exact: true }).fill(`bezoek-${Date.now().toString(36)}`);
    await press(statistician, "Ontwerp maken om vrij te geven");
    const draft = addressOf(statistician);
    const earlier = await statistician
      .locator('select[name="met"] option')
      .evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? "").filter((one) => one !== ""));
    return [draft, ...earlier.slice(0, 1).map((one) => `${draft}/vergelijking?met=${one}`)];
  });

/** A result of the lab over the records, which is kept. */
export const labResult: Prepare = async (page) => {
  await page.goto("/beleid/register");
  await press(page, "Bereken en bewaar");
  await page.waitForURL(/register\/[0-9a-f-]{36}$/);
  return [addressOf(page)];
};
