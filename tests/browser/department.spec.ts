// A case handler's day: the work list, a decision with its letter, a completion and its answer, an adjustment after an evaluation.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(page: Page, who: string, baseURL: string | undefined): Promise<readonly string[]> {
  await page.goto(`${baseURL}/aanmelden`);
  const item = page.getByRole("listitem").filter({ hasText: who });
  const numbers = ((await item.textContent()) ?? "").match(/\d{11}/g) ?? [];
  await item.getByRole("button").click();
  await expect(page.locator("h1")).toHaveCount(1);
  return numbers;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Each page of a journey is looked at once: one heading, nothing beside the screen, nothing that axe objects to. */
async function look(page: Page, script: boolean): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  if (!script) return;
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

const visits = [
  { ...screens[0], script: false, nth: 0 },
  { ...screens[1], script: true, nth: 1 },
] as const;
type Visit = (typeof visits)[number];

async function open(browser: Browser, visit: Pick<Visit, "viewport"> & { readonly script: boolean }): Promise<Page> {
  const context = await browser.newContext({ viewport: visit.viewport, javaScriptEnabled: visit.script, locale: "nl-BE" });
  return context.newPage();
}

/** The list is made by itself after the start; a first visit may be early. */
async function firstOf(page: Page, kind: string, nth: number, baseURL: string | undefined): Promise<string> {
  const rows = page.locator("main table tbody tr");
  await expect(async () => {
    await page.goto(`${baseURL}/departement?soort=${kind}`);
    expect(await rows.count()).toBeGreaterThan(nth);
  }).toPass({ timeout: 60_000 });
  return (await rows.nth(nth).locator("th a").getAttribute("href")) ?? "";
}

for (const visit of visits) {
  test.describe(`on a ${visit.name}, ${visit.script ? "with" : "without"} script`, () => {
    test("decide with a letter, and a second look where the amount asks it", async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const page = await open(browser, visit);
      await logIn(page, "Koen Synhaegehof", baseURL);
      await expect(page).toHaveURL(/\/departement$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Werklijst");
      await look(page, visit.script);
      const file = await firstOf(page, "READY", visit.nth, baseURL);
      await look(page, visit.script);
      await page.goto(`${baseURL}${file}`);
      await expect(page.getByText("Niets staat een toekenning in de weg")).toBeVisible();
      await look(page, visit.script);

      // Given to oneself, with a note that only the department reads.
      await page.getByLabel("Geven aan").selectOption({ label: "Mezelf" });
      await press(page, "Toewijzen");
      await expect(page.getByText("Het dossier is toegewezen")).toBeVisible();
      await page.getByLabel("Nieuwe notitie").fill("Alles nagekeken met de aanvrager.");
      await press(page, "Notitie bewaren");
      await expect(page.locator("#werk blockquote")).toContainText("Alles nagekeken");

      const decide = page.getByRole("link", { name: "Beslissing voorbereiden" });
      await decide.click();
      await look(page, visit.script);
      const stale = await page.context().newPage();
      await stale.goto(page.url());
      await page.getByLabel("Motivering").fill("De voorwaarden zijn vervuld.");
      await press(page, "Beslissing bekijken");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("De beslissing nakijken");
      await expect(page.getByRole("heading", { name: "Berekening per kwartaal" })).toBeVisible();
      await look(page, visit.script);
      // Going back keeps what was written.
      await press(page, "Iets veranderen");
      await expect(page.getByLabel("Motivering")).toHaveValue("De voorwaarden zijn vervuld.");
      await press(page, "Beslissing bekijken");
      const second = page.getByRole("button", { name: "Voorleggen aan een collega" });
      if ((await second.count()) > 0) {
        await second.click();
        await expect(page.getByText("De beslissing wacht op een tweede persoon")).toBeVisible();
        await page.getByRole("link", { name: "Uw voorstel bekijken" }).click();
        await expect(page.getByText("Dit is uw eigen voorstel")).toBeVisible();
        await expect(page.getByRole("button", { name: "Bevestigen en beslissen" })).toHaveCount(0);
        await look(page, visit.script);
        const other = await open(browser, visit);
        await logIn(other, "Fatima Synlaervelde", baseURL);
        await other.goto(`${baseURL}${file}`);
        await other.getByRole("link", { name: "Voorstel nakijken" }).click();
        await look(other, visit.script);
        await press(other, "Bevestigen en beslissen");
        await expect(other.getByText("De beslissing is genomen")).toBeVisible();
        await other.context().close();
      } else {
        await press(page, "Beslissing nemen");
        await expect(page.getByText("De beslissing is genomen")).toBeVisible();
      }

      // A form from before the decision: the file as it is now, and nothing decided twice.
      await stale.getByLabel("Motivering").fill("Te laat");
      await press(stale, "Beslissing bekijken");
      await expect(stale.getByText("Iemand was u voor")).toBeVisible();
      await look(stale, visit.script);
      await stale.close();

      await page.goto(`${baseURL}${file}`);
      await expect(page.locator("#toestand")).toContainText("Toegekend vanaf");
      await expect(page.locator("#geschiedenis")).toContainText("De premie werd toegekend");
      // The letter follows from the decision by itself.
      await expect(async () => {
        await page.reload();
        await expect(page.locator("#documenten a").first()).toBeVisible();
      }).toPass({ timeout: 60_000 });
      await look(page, visit.script);
      await page.context().close();
    });

    test("a completion is asked, answered by the employer, and read", async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const employer = await open(browser, visit);
      const numbers = await logIn(employer, "Dirk Synoefen", baseURL);
      const register = employer.getByRole("link", { name: "Onderneming registreren" });
      if ((await register.count()) > 0) {
        await register.click();
        await press(employer, "Onderneming registreren");
      }
      const firm = new URL(employer.url()).pathname;
      const insz = numbers[2 + visit.nth] as string;
      // Filed from a file of one row; the contract began some months ago.
      const heading =
        "insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail";
      const months = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
      const family = visit.nth === 0 ? "Synantwoord" : "Synvraag";
      const row = `${insz},Mia,${family},WAGE,${months},0.8,ja,Dirk Synoefen,dirk@synoefen.be`;
      await employer.goto(`${baseURL}${firm}/programma`);
      const csv = { name: "een.csv", mimeType: "text/csv", buffer: Buffer.from(`${heading}\r\n${row}\r\n`) };
      await employer.locator('input[type="file"]').setInputFiles(csv);
      await employer.locator("form:has(input[type=file]) button").click();
      const filed = employer.locator('main a[href*="/dossier/"]').first();
      const address = (await filed.getAttribute("href")) ?? "";
      const fileRef = address.split("/dossier/")[1] ?? "";

      const handler = await open(browser, visit);
      await logIn(handler, "Fatima Synlaervelde", baseURL);
      await handler.goto(`${baseURL}/departement/dossier/${fileRef}`);
      await expect(handler.getByRole("heading", { level: 1 })).toHaveText(`Mia ${family}`);
      await expect(handler.locator("#controles")).toContainText("Er is geen geldig individueel ticket");
      await look(handler, visit.script);
      await handler.getByRole("link", { name: "Aanvulling vragen" }).click();
      await look(handler, visit.script);
      // What VDAB found or not is never asked of an employer.
      await expect(handler.locator("main form")).not.toContainText("ticket");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByRole("alert")).toContainText("Kies wat er ontbreekt");
      await handler.getByLabel("Het contract (EMP-12)").check();
      await handler.getByLabel("Uw vraag aan de aanvrager").fill("Wilt u het getekende contract opsturen?");
      await handler.getByLabel(/Antwoord gevraagd tegen/).fill("1/1/2020");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByRole("alert")).toContainText("ligt voor");
      await expect(handler.getByLabel("Het contract (EMP-12)")).toBeChecked();
      await handler.getByLabel(/Antwoord gevraagd tegen/).fill("");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByText("De aanvulling is gevraagd")).toBeVisible();

      await employer.goto(`${baseURL}${firm}`);
      await employer
        .getByRole("link", { name: new RegExp(`${family}`) })
        .first()
        .click();
      await expect(employer.getByText("Wilt u het getekende contract opsturen?")).toBeVisible();
      await look(employer, visit.script);
      await press(employer, "Aanvulling versturen");
      await expect(employer.getByRole("alert")).toContainText("Schrijf een antwoord of voeg een bestand toe");
      await employer.getByLabel("Uw antwoord").fill("Het staat hierbij.");
      const contract = { name: "contract.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 synthetic") };
      await employer.getByLabel("Kies een bestand").setInputFiles(contract);
      await press(employer, "Aanvulling versturen");
      await expect(employer.getByText("Uw aanvulling is verstuurd")).toBeVisible();
      await look(employer, visit.script);

      await handler.goto(`${baseURL}/departement/dossier/${fileRef}`);
      await expect(handler.getByText("Het staat hierbij.")).toBeVisible();
      const download = handler.waitForEvent("download");
      await handler.getByRole("link", { name: "Bewijsstuk 1" }).click();
      expect((await download).suggestedFilename()).toBe("contract.pdf");

      // Withdrawn by the employer while the handler refuses: the handler is told.
      await handler.getByRole("link", { name: "Weigeren" }).click();
      await look(handler, visit.script);
      await employer.goto(`${baseURL}${address}/intrekken`);
      await press(employer, "Aanvraag intrekken");
      await handler.getByLabel("Motivering in gewone woorden").fill("Geen ticket.");
      await press(handler, "Aanvraag weigeren");
      await expect(handler.getByText("Iemand was u voor")).toBeVisible();
      await expect(handler.locator("#toestand")).toContainText("Ingetrokken");
      await employer.context().close();
      await handler.context().close();
    });

    test("an adjustment after a year is decided on VDAB's evaluation", async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const page = await open(browser, visit);
      await logIn(page, "Koen Synhaegehof", baseURL);
      const file = await firstOf(page, "EVALUATION_READY", visit.nth, baseURL);
      await page.goto(`${baseURL}${file}`);
      await page.getByRole("link", { name: "Beslissen na de evaluatie" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beslissen over de aanpassing");
      await look(page, visit.script);
      await press(page, "Beslissing bekijken");
      await expect(page.getByRole("heading", { name: "Berekening per kwartaal" })).toBeVisible();
      await look(page, visit.script);
      const second = page.getByRole("button", { name: "Voorleggen aan een collega" });
      if ((await second.count()) > 0) {
        await second.click();
        const other = await open(browser, visit);
        await logIn(other, "Fatima Synlaervelde", baseURL);
        await other.goto(`${baseURL}${file}/voorstel`);
        await press(other, "Bevestigen en beslissen");
        await other.context().close();
        await page.goto(`${baseURL}${file}`);
      } else await press(page, "Beslissing nemen");
      await expect(page.locator("#geschiedenis")).toContainText("De premie werd aangepast");
      await page.context().close();
    });
  });
}

test("a search says why, finds by file number, and a helpdesk sees no more than where it stands", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const page = await open(browser, { ...visits[0], script: true });
  await logIn(page, "Koen Synhaegehof", baseURL);
  const file = await firstOf(page, "NEW", 3, baseURL);
  const number = (await page.locator("main table tbody tr").nth(3).locator("th a").textContent()) ?? "";
  await page.goto(`${baseURL}/departement/zoeken`);
  await page.getByLabel(/dossiernummer/).fill(number);
  await press(page, "Zoeken");
  await expect(page.getByRole("alert")).toContainText("Zeg waarom u zoekt");
  await expect(page.getByLabel(/dossiernummer/)).toHaveValue(number);
  await expectAccessible(page);
  await page.getByLabel("Een vraag beantwoorden").check();
  await press(page, "Zoeken");
  await expect(page.getByRole("link", { name: number })).toHaveAttribute("href", file);
  for (const { viewport } of screens) {
    await page.setViewportSize(viewport);
    await expectNoSideScroll(page);
  }
  await expectAccessible(page);
  expect(page.url()).not.toContain(number);
  const helpdesk = await open(browser, { ...visits[0], script: true });
  await logIn(helpdesk, "Yasmina Syngaelmans", baseURL);
  await expect(helpdesk).toHaveURL(/\/departement\/zoeken$/);
  await helpdesk.getByLabel(/dossiernummer/).fill(number);
  await helpdesk.getByLabel("Een vraag beantwoorden").check();
  await press(helpdesk, "Zoeken");
  await expect(helpdesk.locator("main table")).toContainText(number);
  await expect(helpdesk.getByRole("link", { name: number })).toHaveCount(0);
  await expectAccessible(helpdesk);
  expect((await helpdesk.goto(`${baseURL}${file}`))?.status()).toBe(403);
  await helpdesk.context().close();
  await page.context().close();
});

test("an inspector and an auditor read a file and change nothing", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  for (const who of ["Tom Synmuntlinde", "Marc Synhofkerke"]) {
    const page = await open(browser, visits[0]);
    const handler = await open(browser, visits[0]);
    await logIn(handler, "Koen Synhaegehof", baseURL);
    const file = await firstOf(handler, "NEW", 4, baseURL);
    await handler.context().close();
    await logIn(page, who, baseURL);
    await page.goto(`${baseURL}${file}`);
    await expect(page.getByRole("heading", { name: "Waar het staat" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Wat u kunt doen" })).toHaveCount(0);
    await expect(page.locator("main form")).toHaveCount(0);
    expect((await page.goto(`${baseURL}${file}/beslissen`))?.status()).toBe(403);
    await page.context().close();
  }
});

test("the filters stand in the address, and the list is walked by keyboard", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await logIn(page, "Koen Synhaegehof", baseURL);
  await firstOf(page, "NEW", 0, baseURL);
  await page.getByLabel("Premie").selectOption({ label: "Loonpremie" });
  await press(page, "Tonen");
  await expect(page).toHaveURL(/soort=NEW/);
  await expect(page).toHaveURL(/premie=WAGE/);
  await page.getByRole("link", { name: /^Volgende/ }).click();
  await expect(page).toHaveURL(/na=/);
  await expect(page).toHaveURL(/soort=NEW/);
  await page.goto(`${baseURL}/departement?soort=GEEN&wie=niemand&na=onzin`);
  await expect(page.locator("main table")).toBeVisible();
  // Keys of the list are said on "?".
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Toetsen" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.locator("main table tbody tr:nth-child(2) th a")).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator("main table tbody tr:nth-child(1) th a")).toBeFocused();
  await tabTo(page, "main table tbody tr:nth-child(1) th a");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/departement\/dossier\//);
});
