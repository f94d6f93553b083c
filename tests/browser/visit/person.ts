// What the pages of a person need: a request that is open, with a piece of evidence; of the own login or of a ward.
import { addressOf, follow, numberOf, type Prepare, pdf, press, today } from "./hands.ts";

/** A new request; one that is open already stays the only one. */
export const ownRequest: Prepare = async (page) => {
  await page.goto("/mijn-dossier");
  if ((await page.locator('main a[href$="/bewijs"]').count()) === 0) {
    await page.goto("/mijn-dossier/aanvraag");
    await page.getByLabel("Bij een gewone werkgever, of als zelfstandige").check();
    await page.getByLabel("Ja, bijvoorbeeld een attest van een arts").check();
    await page.getByLabel("Kies een bestand").setInputFiles(pdf("attest.pdf"));
    await press(page, "Aanvraag sturen");
  }
  return ["/mijn-dossier"];
};

/** A ward's first request, with a piece of evidence. */
export const firstRequest: Prepare = async (page) => {
  await page.goto("/mijn-dossier/eerste-aanvraag");
  const wards = page.locator('input[name="insz"]');
  if ((await wards.count()) === 0) return [];
  await wards.first().check();
  await page.getByLabel("Voornaam van deze persoon").fill("Nele");
  await page.getByLabel("Familienaam van deze persoon").fill("Synward");
  await page.getByLabel("Bij een gewone werkgever, of als zelfstandige").check();
  await page.getByLabel("Ja, bijvoorbeeld een attest van een arts").check();
  await page.getByLabel("Kies een bestand").setInputFiles(pdf("attest.pdf"));
  await press(page, "Aanvraag sturen");
  return [addressOf(page)];
};

/** A request for one's data that the data-protection officer handles. */
export const privacyRequest: Prepare = async (page) => {
  const insz = await numberOf(page, "Ayse Syneyckacker");
  await page.goto("/gegevensbescherming");
  await page.locator('[name="insz"]').fill(insz);
  const kind = page.locator('[name="kind"]').first();
  if ((await kind.getAttribute("type")) === "radio") await kind.check();
  else await kind.selectOption({ index: 1 });
  await page.locator('[name="receivedOn"]').fill(today());
  await follow(page.locator("main form:has([name=receivedOn]) button").first());
  return [addressOf(page)];
};
