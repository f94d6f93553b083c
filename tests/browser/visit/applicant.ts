// What the pages of an applicant need: a draft, an application that waits for an answer, an evaluation that VDAB decided, a statement.
import type { Page } from "@playwright/test";
import { addressOf, as, follow, hrefs, type Prepare, pdf, press, saidOf, today } from "./hands.ts";

const firmIn = (page: Page): string => /\/loket\/\d{10}/.exec(page.url())?.[0] ?? "";

async function registerIfNeeded(page: Page): Promise<void> {
  const register = page.getByRole("link", { name: "Onderneming registreren" });
  if ((await register.count()) === 0) return;
  await follow(register);
  await press(page, "Onderneming registreren");
}

/** Somebody begins an application and leaves it. */
export const draft: Prepare = async (page) => {
  const firm = firmIn(page);
  await page.goto(`${firm}/nieuw`);
  const self = page.getByLabel("Premie voor uzelf");
  if ((await self.count()) > 0) await self.check();
  if ((await page.getByRole("button", { name: "Aanvraag beginnen" }).count()) === 0) return [];
  await press(page, "Aanvraag beginnen");
  const tasks = addressOf(page).replace(/\/$/, "");
  return [tasks, `${tasks}/nakijken`];
};

/** The department asks whatever stands first; nothing where it asked before. */
async function askCompletion(page: Page, file: string): Promise<void> {
  await as(page, "Fatima Synlaervelde", async (handler) => {
    await handler.goto(`/departement/dossier/${file.split("/dossier/")[1]}/aanvulling`);
    const missing = handler.locator('input[name="ontbreekt"]');
    if ((await missing.count()) === 0) return;
    await missing.first().check();
    await handler.getByLabel("Uw vraag aan de aanvrager").fill("Wilt u dit opsturen?");
    await press(handler, "Aanvulling vragen");
  });
}

/**
 * An application of a firm that nobody knew before, which the department asked to complete.
 *
 * @param nth - Which of the workers that are named with the ready-made person.
 */
export const completion =
  (who: string, nth: number): Prepare =>
  async (page) => {
    const insz = ((await saidOf(page, who)).match(/\d{11}/g) ?? [])[nth] ?? "";
    const heading = "insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail";
    const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
    const row = `${insz},Lies,Synaanvul,WAGE,${from},0.8,ja,${who},contact@example.be`;
    const file = await as(page, who, async (employer) => {
      await registerIfNeeded(employer);
      await employer.goto(`${firmIn(employer)}/programma`);
      const csv = { name: "een.csv", mimeType: "text/csv", buffer: Buffer.from(`${heading}\r\n${row}\r\n`) };
      await employer.locator('input[type="file"]').setInputFiles(csv);
      await follow(employer.locator("form:has(input[type=file]) button"));
      return (await hrefs(employer, 'main a[href*="/dossier/"]'))[0] ?? "";
    });
    await askCompletion(page, file);
    return [file];
  };

/** The application of a self-employed person for the own premium, which the department asked to complete. */
export const ownCompletion: Prepare = async (page) => {
  await registerIfNeeded(page);
  const firm = firmIn(page);
  await page.goto(`${firm}/nieuw`);
  await page.getByLabel("Premie voor uzelf").check();
  await press(page, "Aanvraag beginnen");
  const tasks = addressOf(page).replace(/\/$/, "");
  const next = () => press(page, "Bewaren en verder");
  await follow(page.getByRole("link", { name: "Uw gegevens" }));
  await next();
  await page.getByLabel("Hoofdberoep").check();
  await page.getByLabel("Begin van de activiteit").fill("1/2/2020");
  await next();
  await page.getByLabel("Uw laatste aanslagbiljet").check();
  await next();
  await page.getByLabel("Inkomstenjaar").fill("2024");
  await page.getByLabel("Belastbaar inkomen").fill("24.000,00");
  await next();
  await page.getByLabel("Ja", { exact: true }).check();
  await next();
  await page.getByLabel("Naam van de contactpersoon").fill("Contact");
  await page.getByLabel("E-mailadres").fill("contact@example.be");
  await next();
  await page.getByLabel("Kies een bestand").setInputFiles(pdf("attest.pdf"));
  await press(page, "Bestand toevoegen");
  await page.goto(`${tasks}/nakijken`);
  await press(page, "Aanvraag indienen");
  // Refused while an earlier one is open: that one stands with the files.
  if (!page.url().endsWith("/ingediend")) {
    await page.goto(firm);
    return hrefs(page, 'main table a[href*="/dossier/"]');
  }
  const file = addressOf(page).replace(/\/ingediend$/, "");
  await askCompletion(page, file);
  return [file];
};

/** An evaluation of a grant of somebody's enterprise, asked by the enterprise and decided by VDAB: a review can be asked now. */
export const evaluated =
  (who: string): Prepare =>
  async (page) => {
    const file = await as(page, who, askEvaluation);
    if (file === null) return [];
    const evaluation = await as(page, "Hilde Synbroeckhove", (adviser) => decideEvaluation(adviser, file));
    return [file, evaluation];
  };

/** Null when no file of the enterprise has its window open. */
async function askEvaluation(employer: Page): Promise<string | null> {
  for (const file of new Set(await hrefs(employer, 'main table a[href*="/dossier/"]'))) {
    await employer.goto(`${file}/aanpassing`);
    if (!employer.url().endsWith("/aanpassing")) continue;
    await employer.getByLabel("Waarom vraagt u dit?").fill("Het werk gaat trager dan vroeger");
    await press(employer, "Vraag versturen");
    return file;
  }
  return null;
}

async function decideEvaluation(adviser: Page, file: string): Promise<string> {
  await adviser.goto("/vdab?soort=EVALUATION");
  const waiting = adviser.locator(`main table a[href*="/evaluaties/${file.split("/dossier/")[1]}/"]`);
  while ((await waiting.count()) === 0) await follow(adviser.getByRole("link", { name: "Volgende", exact: true }));
  await follow(waiting.first());
  const evaluation = addressOf(adviser);
  await adviser.getByLabel("Dag van de beslissing").fill(today());
  await adviser.getByLabel("Nieuw pakket: ander percentage of niveau").check();
  const percentages = adviser.getByRole("combobox", { name: "Percentage" });
  await percentages.selectOption(await percentages.locator("option").last().getAttribute("value"));
  const levels = adviser.getByRole("combobox", { name: "Niveau van de begeleiding" });
  await levels.selectOption(await levels.locator("option").last().getAttribute("value"));
  await adviser.getByLabel("Motivering").fill("Bezoek op de werkvloer");
  await press(adviser, "Evaluatie vastleggen");
  return evaluation;
}

/** What the enterprise of the demonstration was paid, and the letters of its grant. */
export const statements: Prepare = async (page) =>
  as(page, "Annelies Synaertlinde", async (firm) => {
    const files = await hrefs(firm, 'main table a[href*="/dossier/"]');
    await firm.goto(`/documenten/afrekeningen/${/\d{10}/.exec(firm.url())?.[0]}`);
    const found = (await hrefs(firm, 'main a[href*="/documenten/afrekening/"]')).slice(0, 1);
    for (const file of files) {
      await firm.goto(file);
      found.push(...(await hrefs(firm, "#documenten a")).slice(0, 2));
    }
    return found;
  });
