// A case handler's day: the work list, a decision with its letter, a completion and its answer, an adjustment after an evaluation.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { attach, choose, enter, pick, press, reach, type } from "./keyboard.ts";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(page: Page, who: string, baseURL: string | undefined): Promise<readonly string[]> {
  await page.goto(`${baseURL}/aanmelden`);
  const item = page.getByRole("listitem").filter({ hasText: who });
  const numbers = ((await item.textContent()) ?? "").match(/\d{11}/g) ?? [];
  await enter(item.getByRole("button"));
  await expect(page.locator("h1")).toHaveCount(1);
  return numbers;
}

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

/** A file that is ready and whose decision can be looked at: of some the employment ended before a grant could begin. */
async function decidable(page: Page, nth: number, baseURL: string | undefined): Promise<string> {
  for (let at = nth; at < nth + 12; at += 2) {
    const file = await firstOf(page, "READY", at, baseURL);
    await page.goto(`${baseURL}${file}/beslissen`);
    await press(page, "Beslissing bekijken");
    if ((await page.getByRole("heading", { level: 1 }).textContent()) === "De beslissing nakijken") return file;
  }
  throw new Error("No file is ready for a decision");
}

for (const visit of visits) {
  test.describe(`on a ${visit.name}, ${visit.script ? "with" : "without"} script`, () => {
    test("decide with a letter, and a second look where the amount asks it", async ({ browser, baseURL }) => {
      const page = await open(browser, visit);
      await logIn(page, "Koen Synhaegehof", baseURL);
      await expect(page).toHaveURL(/\/departement$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Werklijst");
      await look(page, visit.script);
      const file = await decidable(page, visit.nth, baseURL);
      await look(page, visit.script);
      await page.goto(`${baseURL}${file}`);
      await expect(page.getByText("Niets staat een toekenning in de weg")).toBeVisible();
      await look(page, visit.script);

      // Given to oneself, with a note that only the department reads.
      await pick(page.getByLabel("Geven aan"), { label: "Mezelf" });
      await press(page, "Toewijzen");
      await expect(page.getByText("Het dossier is toegewezen")).toBeVisible();
      await type(page.getByLabel("Nieuwe notitie"), "Alles nagekeken met de aanvrager.");
      await press(page, "Notitie bewaren");
      await expect(page.locator("#werk blockquote")).toContainText("Alles nagekeken");

      const decide = page.getByRole("link", { name: "Beslissing voorbereiden" });
      await enter(decide);
      await look(page, visit.script);
      const stale = await page.context().newPage();
      await stale.goto(page.url());
      await type(page.getByLabel("Motivering"), "De voorwaarden zijn vervuld.");
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
        await enter(second);
        await expect(page.getByText("De beslissing wacht op een tweede persoon")).toBeVisible();
        await enter(page.getByRole("link", { name: "Uw voorstel bekijken" }));
        await expect(page.getByText("Dit is uw eigen voorstel")).toBeVisible();
        await expect(page.getByRole("button", { name: "Bevestigen en beslissen" })).toHaveCount(0);
        await look(page, visit.script);
        const other = await open(browser, visit);
        await logIn(other, "Fatima Synlaervelde", baseURL);
        await other.goto(`${baseURL}${file}`);
        await enter(other.getByRole("link", { name: "Voorstel nakijken" }));
        await look(other, visit.script);
        await press(other, "Bevestigen en beslissen");
        await expect(other.getByText("De beslissing is genomen")).toBeVisible();
        await other.context().close();
      } else {
        await press(page, "Beslissing nemen");
        await expect(page.getByText("De beslissing is genomen")).toBeVisible();
      }

      // A form from before the decision: the file as it is now, and nothing decided twice.
      await type(stale.getByLabel("Motivering"), "Te laat");
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
      const employer = await open(browser, visit);
      const numbers = await logIn(employer, "Dirk Synoefen", baseURL);
      const register = employer.getByRole("link", { name: "Onderneming registreren" });
      if ((await register.count()) > 0) {
        await enter(register);
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
      await attach(employer.locator('input[type="file"]'), csv);
      await enter(employer.locator("form:has(input[type=file]) button"));
      const filed = employer.locator('main a[href*="/dossier/"]').first();
      const address = (await filed.getAttribute("href")) ?? "";
      const fileRef = address.split("/dossier/")[1] ?? "";

      const handler = await open(browser, visit);
      await logIn(handler, "Fatima Synlaervelde", baseURL);
      await handler.goto(`${baseURL}/departement/dossier/${fileRef}`);
      await expect(handler.getByRole("heading", { level: 1 })).toHaveText(`Mia ${family}`);
      await expect(handler.locator("#controles")).toContainText("Er is geen geldig individueel ticket");
      await look(handler, visit.script);
      await enter(handler.getByRole("link", { name: "Aanvulling vragen" }));
      await look(handler, visit.script);
      // What VDAB found or not is never asked of an employer.
      await expect(handler.locator("main form")).not.toContainText("ticket");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByRole("alert")).toContainText("Kies wat er ontbreekt");
      await choose(handler.getByLabel("Het contract (EMP-12)"));
      await type(handler.getByLabel("Uw vraag aan de aanvrager"), "Wilt u het getekende contract opsturen?");
      await type(handler.getByLabel(/Antwoord gevraagd tegen/), "1/1/2020");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByRole("alert")).toContainText("ligt voor");
      await expect(handler.getByLabel("Het contract (EMP-12)")).toBeChecked();
      await type(handler.getByLabel(/Antwoord gevraagd tegen/), "");
      await press(handler, "Aanvulling vragen");
      await expect(handler.getByText("De aanvulling is gevraagd")).toBeVisible();

      await employer.goto(`${baseURL}${firm}`);
      await enter(employer.getByRole("link", { name: new RegExp(`${family}`) }).first());
      await expect(employer.getByText("Wilt u het getekende contract opsturen?")).toBeVisible();
      await look(employer, visit.script);
      await press(employer, "Aanvulling versturen");
      await expect(employer.getByRole("alert")).toContainText("Schrijf een antwoord of voeg een bestand toe");
      await type(employer.getByLabel("Uw antwoord"), "Het staat hierbij.");
      const contract = { name: "contract.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 synthetic") };
      await attach(employer.getByLabel("Kies een bestand"), contract);
      await press(employer, "Aanvulling versturen");
      await expect(employer.getByText("Uw aanvulling is verstuurd")).toBeVisible();
      await look(employer, visit.script);

      await handler.goto(`${baseURL}/departement/dossier/${fileRef}`);
      await expect(handler.getByText("Het staat hierbij.")).toBeVisible();
      const download = handler.waitForEvent("download");
      await reach(handler.getByRole("link", { name: "Bewijsstuk 1" }));
      await handler.keyboard.press("Enter");
      expect((await download).suggestedFilename()).toBe("contract.pdf");

      // Withdrawn by the employer while the handler refuses: the handler is told.
      await enter(handler.getByRole("link", { name: "Weigeren" }));
      await look(handler, visit.script);
      await employer.goto(`${baseURL}${address}/intrekken`);
      await press(employer, "Aanvraag intrekken");
      await type(handler.getByLabel("Motivering in gewone woorden"), "Geen ticket.");
      await press(handler, "Aanvraag weigeren");
      await expect(handler.getByText("Iemand was u voor")).toBeVisible();
      await expect(handler.locator("#toestand")).toContainText("Ingetrokken");
      await employer.context().close();
      await handler.context().close();
    });

    test("an adjustment after a year: asked by the employer, evaluated by VDAB, decided, with its letter", async ({
      browser,
      baseURL,
    }) => {
      const employer = await open(browser, visit);
      await logIn(employer, "Bea Synveldman", baseURL);
      const file = await adjustable(employer, visit.nth);
      await employer.goto(`${baseURL}${file}`);
      await look(employer, visit.script);
      await enter(employer.getByRole("link", { name: "Een aanpassing vragen" }));
      await look(employer, visit.script);
      await press(employer, "Vraag versturen");
      await expect(employer.getByRole("alert")).toContainText("Schrijf kort waarom");
      await type(employer.getByLabel("Waarom vraagt u dit?"), "Het werk gaat trager dan vroeger");
      await press(employer, "Vraag versturen");
      await expect(employer.getByText("Uw vraag is verstuurd")).toBeVisible();
      await expect(employer.locator("#evaluaties")).toContainText("Er loopt een evaluatie door VDAB");
      await look(employer, visit.script);

      const fileRef = file.split("/dossier/")[1] ?? "";
      const adviser = await open(browser, visit);
      await logIn(adviser, "Hilde Synbroeckhove", baseURL);
      await adviser.goto(`${baseURL}/vdab?soort=EVALUATION`);
      const waiting = adviser.locator(`main table a[href*="/evaluaties/${fileRef}/"]`);
      while ((await waiting.count()) === 0) await enter(adviser.getByRole("link", { name: "Volgende", exact: true }));
      await enter(waiting);
      await expect(adviser.getByText("Het werk gaat trager dan vroeger")).toBeVisible();
      await look(adviser, visit.script);
      const evaluation = adviser.url();
      await type(adviser.getByLabel("Dag van de beslissing"), dayText(0));
      await choose(adviser.getByLabel("Nieuw pakket: ander percentage of niveau"));
      const choices = adviser.getByRole("combobox", { name: "Percentage" });
      await pick(choices, (await choices.locator("option").last().getAttribute("value")) ?? "");
      await pick(adviser.getByRole("combobox", { name: "Niveau van de begeleiding" }), "HIGH");
      await type(adviser.getByLabel("Motivering"), "Bezoek op de werkvloer");
      await press(adviser, "Evaluatie vastleggen");
      await expect(adviser.getByText("De evaluatie is vastgelegd")).toBeVisible();
      await look(adviser, visit.script);

      const page = await open(browser, visit);
      await logIn(page, "Koen Synhaegehof", baseURL);
      await page.goto(`${baseURL}/departement/dossier/${fileRef}`);
      await enter(page.getByRole("link", { name: "Beslissen na de evaluatie" }));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beslissen over de aanpassing");
      await look(page, visit.script);
      await press(page, "Beslissing bekijken");
      await expect(page.getByRole("heading", { name: "Berekening per kwartaal" })).toBeVisible();
      await look(page, visit.script);
      const second = page.getByRole("button", { name: "Voorleggen aan een collega" });
      if ((await second.count()) > 0) {
        await enter(second);
        const other = await open(browser, visit);
        await logIn(other, "Fatima Synlaervelde", baseURL);
        await other.goto(`${baseURL}/departement/dossier/${fileRef}/voorstel`);
        await press(other, "Bevestigen en beslissen");
        await other.context().close();
        await page.goto(`${baseURL}/departement/dossier/${fileRef}`);
      } else await press(page, "Beslissing nemen");
      await expect(page.locator("#geschiedenis")).toContainText("De premie werd aangepast");

      // The employer reads the letter, and asks VDAB to look at the evaluation again.
      await expect(async () => {
        await employer.goto(`${baseURL}${file}`);
        await expect(
          employer
            .locator("#documenten a")
            .filter({ hasText: /aanpassing/i })
            .first(),
        ).toBeVisible();
      }).toPass({ timeout: 60_000 });
      await look(employer, visit.script);
      await enter(
        employer
          .locator("#documenten a")
          .filter({ hasText: /aanpassing/i })
          .first(),
      );
      await look(employer, visit.script);
      await employer.goto(`${baseURL}${file}`);
      await enter(employer.getByRole("link", { name: "Een heroverweging vragen" }));
      await look(employer, visit.script);
      await press(employer, "Heroverweging vragen");
      await expect(employer.getByRole("alert")).toContainText("Schrijf kort waarom");
      await type(employer.getByLabel("Waarom bent u niet akkoord?"), "Het bezoek duurde te kort");
      await press(employer, "Heroverweging vragen");
      await expect(employer.getByText("Uw verzoek om heroverweging is bij VDAB")).toBeVisible();
      await expect(employer.locator("#evaluaties")).toContainText("loopt; het volgende antwoord komt uiterlijk op");
      await look(employer, visit.script);
      await adviser.goto(evaluation);
      await look(adviser, visit.script);
      for (const one of [employer, adviser, page]) await one.context().close();
    });
  });
}

/** A file of the employer of which an adjustment can be asked now; the two screens begin at either end. */
async function adjustable(employer: Page, nth: number): Promise<string> {
  const links = await employer
    .locator('main a[href*="/dossier/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const sorted = [...new Set(links)].sort();
  for (const link of nth === 0 ? sorted : sorted.reverse()) {
    const html = await (await employer.request.get(link)).text();
    if (html.includes(`${link}/aanpassing"`)) return link;
  }
  throw new Error("No file of this employer can be adjusted now");
}

/** The day it is in Brussels, as people type it; `ahead` days later. */
const dayText = (ahead: number): string =>
  new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels" }).format(new Date(Date.now() + ahead * 86_400_000));

test("a search says why, finds by file number, and a helpdesk sees no more than where it stands", async ({
  browser,
  baseURL,
}) => {
  const page = await open(browser, { ...visits[0], script: true });
  await logIn(page, "Koen Synhaegehof", baseURL);
  const file = await firstOf(page, "NEW", 3, baseURL);
  const number = (await page.locator("main table tbody tr").nth(3).locator("th a").textContent()) ?? "";
  await page.goto(`${baseURL}/departement/zoeken`);
  await type(page.getByLabel(/dossiernummer/), number);
  await press(page, "Zoeken");
  await expect(page.getByRole("alert")).toContainText("Zeg waarom u zoekt");
  await expect(page.getByLabel(/dossiernummer/)).toHaveValue(number);
  await expectAccessible(page);
  await choose(page.getByLabel("Een vraag beantwoorden"));
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
  await type(helpdesk.getByLabel(/dossiernummer/), number);
  await choose(helpdesk.getByLabel("Een vraag beantwoorden"));
  await press(helpdesk, "Zoeken");
  await expect(helpdesk.locator("main table")).toContainText(number);
  await expect(helpdesk.getByRole("link", { name: number })).toHaveCount(0);
  await expectAccessible(helpdesk);
  expect((await helpdesk.goto(`${baseURL}${file}`))?.status()).toBe(403);
  await helpdesk.context().close();
  await page.context().close();
});

test("an inspector and an auditor read a file and change nothing", async ({ browser, baseURL }) => {
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
  await logIn(page, "Koen Synhaegehof", baseURL);
  await firstOf(page, "NEW", 0, baseURL);
  await pick(page.getByLabel("Premie"), { label: "Loonpremie" });
  await press(page, "Tonen");
  await expect(page).toHaveURL(/soort=NEW/);
  await expect(page).toHaveURL(/premie=WAGE/);
  await enter(page.getByRole("link", { name: /^Volgende/ }));
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
