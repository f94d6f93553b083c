// From "could I get this?" to a filed application and its follow-up: employer, self-employed person and payroll office.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

/** The stand-in provider shows everybody who can log in; newcomers' workers are named there. */
async function logIn(page: Page, who: string, from = "/aanmelden"): Promise<readonly string[]> {
  await page.goto(from);
  const item = page.getByRole("listitem").filter({ hasText: who });
  const numbers = ((await item.textContent()) ?? "").match(/\d{11}/g) ?? [];
  await item.getByRole("button").click();
  return numbers;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const next = (page: Page) => press(page, "Bewaren en verder");

async function registerIfNeeded(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Onderneming registreren" });
  if ((await link.count()) === 0) return;
  await link.click();
  await press(page, "Onderneming registreren");
  await expect(page.getByText("Uw onderneming is geregistreerd")).toBeVisible();
}

/** Each page of a journey is looked at once: one heading, nothing beside the screen, nothing that axe objects to. */
async function look(page: Page, script: boolean): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  if (!script) return;
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

const pdf = (name: string, content = "%PDF-1.7 synthetic") => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(content),
});

const visits = [
  { ...screens[0], script: false, nth: 0 },
  { ...screens[1], script: true, nth: 1 },
] as const;

async function open(browser: Browser, visit: (typeof visits)[number]): Promise<Page> {
  const context = await browser.newContext({ viewport: visit.viewport, javaScriptEnabled: visit.script, locale: "nl-BE" });
  return context.newPage();
}

for (const visit of visits) {
  test.describe(`on a ${visit.name}, ${visit.script ? "with" : "without"} script`, () => {
    test("simulate, register and apply for wage and guidance; follow, change and withdraw", async ({ browser, baseURL }) => {
      test.setTimeout(90_000);
      const page = await open(browser, visit);
      await page.goto(
        `${baseURL}/simulator?pakket=P5&begeleiding=HIGH&tewerkstelling=80&loon=2.750,00&bijdragen=600&start=2026-Q1`,
      );
      await page.getByRole("link", { name: "Aanvragen met deze gegevens" }).click();
      const item = page.getByRole("listitem").filter({ hasText: "Joke Synproef" });
      const insz = (((await item.textContent()) ?? "").match(/\d{11}/g) ?? [])[visit.nth] as string;
      await item.getByRole("button").click();
      if (page.url().includes("/registratie")) {
        await look(page, visit.script);
        await press(page, "Onderneming registreren");
        await page.goto(`${baseURL}/loket?doe=nieuw&tewerkstelling=0.8&begeleiding=HIGH`);
      }
      await look(page, visit.script);
      await press(page, "Aanvraag beginnen");
      await look(page, visit.script);
      await page.getByRole("link", { name: "De situatie" }).click();
      await look(page, visit.script);

      // Nothing chosen: the page says so and leads to the field.
      await next(page);
      await expect(page.getByRole("alert")).toContainText("Er is een probleem");
      await look(page, visit.script);
      await page.getByLabel("Begint nieuw bij u").check();
      await next(page);

      // A wrong check digit is named; what was typed is still there.
      await page.getByLabel("Rijksregisternummer").fill(`${insz.slice(0, 10)}${(Number(insz[10]) + 1) % 10}`);
      await page.getByLabel("Voornaam").fill("Noor");
      await page.getByLabel("Familienaam").fill("Synbergmans");
      await next(page);
      await expect(page.getByRole("alert")).toContainText("controlegetal");
      await expect(page.getByLabel("Voornaam")).toHaveValue("Noor");
      await page.getByLabel("Rijksregisternummer").fill(insz);
      await next(page);

      // The contract comes from the employment register.
      await expect(page.getByText("Ingevuld uit de gegevens van de RSZ")).toBeVisible();
      await expect(page.getByLabel("Eerste dag")).toHaveValue(/\d{2}\/\d{2}\/\d{4}/);
      await look(page, visit.script);
      await next(page);
      // The share and the premiums come from the simulator.
      await expect(page.getByLabel("Tewerkstelling")).toHaveValue("0.8");
      await page.getByLabel("Ja", { exact: true }).check();
      await next(page);
      await expect(page.getByLabel("Loonpremie en begeleidingspremie")).toBeChecked();
      await next(page);
      await page.getByLabel("Ja", { exact: true }).check();
      await look(page, visit.script);
      await next(page);
      await page.getByLabel("Rekeningnummer").fill("BE68 5390 0754 7035");
      await page.getByLabel("Naam van de contactpersoon").fill("Joke Synproef");
      await page.getByLabel("E-mailadres").fill("joke");
      await next(page);
      await expect(page.getByRole("alert")).toContainText("Rekeningnummer");
      await expect(page.getByRole("alert")).toContainText("e-mailadres");
      await page.getByLabel("Rekeningnummer").fill("BE68 5390 0754 7034");
      await page.getByLabel("E-mailadres").fill("joke@synproef.be");
      await next(page);

      // A file that is not what it says is refused; a real one is taken.
      await page.getByLabel("Kies een bestand").setInputFiles(pdf("contract.pdf", "<html>no pdf</html>"));
      await press(page, "Bestand toevoegen");
      await expect(page.getByRole("alert")).toContainText("geen pdf, jpg of png");
      await page.getByLabel("Kies een bestand").setInputFiles(pdf("contract.pdf"));
      await press(page, "Bestand toevoegen");
      await expect(page.getByText("contract.pdf").first()).toBeVisible();
      await look(page, visit.script);
      await press(page, "Verder");

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kijk uw antwoorden na");
      await look(page, visit.script);
      const review = page.url();
      await press(page, "Aanvraag indienen");
      await expect(page.getByText(/Uw dossiernummer is IMW-/)).toBeVisible();
      await look(page, visit.script);
      const filed = page.url();

      // Going back to the draft leads to the same file; nothing is filed twice.
      await page.goto(review);
      expect(page.url()).toBe(filed);
      await page.getByRole("link", { name: "Dit dossier volgen" }).click();
      await expect(page.getByText("Het departement behandelt uw aanvraag")).toBeVisible();
      await look(page, visit.script);

      // A change, then a form that was opened before it: stale.
      const file = page.url();
      await page.getByRole("link", { name: "Aanvraag intrekken" }).click();
      await look(page, visit.script);
      const other = await page.context().newPage();
      await other.goto(`${file}/wijziging`);
      await look(other, visit.script);
      await other.getByLabel("De uren").check();
      await other.getByLabel("Vanaf welke dag?").fill("1/10/2026");
      await other.getByLabel("Nieuwe tewerkstelling").fill("50");
      await press(other, "Wijziging melden");
      await expect(other.getByText("Uw melding is verstuurd")).toBeVisible();
      await other.close();
      await press(page, "Aanvraag intrekken");
      await expect(page.getByRole("alert")).toContainText("intussen veranderd");
      await page.goto(`${file}/intrekken`);
      await press(page, "Aanvraag intrekken");
      await expect(page.getByText("Uw aanvraag is ingetrokken").first()).toBeVisible();
      await look(page, visit.script);
      await page.context().close();
    });

    test("a self-employed person applies with each proof", async ({ browser, baseURL }) => {
      test.setTimeout(90_000);
      const page = await open(browser, visit);
      await logIn(page, visit.nth === 0 ? "Sofie Synatelier" : "Rik Synstarter", `${baseURL}/aanmelden`);
      await registerIfNeeded(page);
      await page.getByRole("link", { name: "Nieuwe aanvraag" }).click();
      await page.getByLabel("Premie voor uzelf").check();
      await press(page, "Aanvraag beginnen");
      const tasks = page.url();
      await page.getByRole("link", { name: "Uw gegevens" }).click();
      await expect(page.getByLabel("Familienaam")).toHaveValue(/Syn/);
      await look(page, visit.script);
      await next(page);
      await page.getByLabel("Hoofdberoep").check();
      await page.getByLabel("Begin van de activiteit").fill("1/2/2020");
      await look(page, visit.script);
      await next(page);

      for (const proof of ["fund", "tax", "prognosis"] as const) {
        await page.goto(`${tasks}/stap/bewijs`);
        const label = {
          fund: "Attest van uw sociaal verzekeringsfonds",
          tax: "Uw laatste aanslagbiljet",
          prognosis: "Prognoseattest van VLAIO",
        };
        await page.getByLabel(label[proof]).check();
        await look(page, visit.script);
        await next(page);
        await look(page, visit.script);
        if (proof === "fund") {
          const amounts = page.getByLabel(/^Betaald voor het/);
          await expect(amounts).toHaveCount(4);
          for (let at = 0; at < 4; at += 1) await amounts.nth(at).fill("1.052,50");
        } else if (proof === "tax") {
          await page.getByLabel("Inkomstenjaar").fill("2024");
          await page.getByLabel("Belastbaar inkomen").fill("veel");
          await next(page);
          await expect(page.getByRole("alert")).toContainText("Belastbaar inkomen");
          await page.getByLabel("Belastbaar inkomen").fill("24.000,00");
        } else {
          await page.getByLabel("Datum van het attest").fill("1/9/2026");
          await page.getByLabel("Ja", { exact: true }).check();
        }
        await next(page);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waar werkt u, en krijgt u andere steun?");
      }
      await page.getByLabel("Ja", { exact: true }).check();
      await next(page);
      await page.getByLabel("Naam van de contactpersoon").fill("Sofie");
      await page.getByLabel("E-mailadres").fill("sofie@synatelier.be");
      await next(page);
      await page.getByLabel("Kies een bestand").setInputFiles(pdf("attest.pdf"));
      await press(page, "Bestand toevoegen");
      await press(page, "Verder");
      await look(page, visit.script);
      await press(page, "Aanvraag indienen");
      await expect(page.getByText(/Uw dossiernummer is IMW-/)).toBeVisible();
      await page.getByRole("link", { name: "Dit dossier volgen" }).click();
      await look(page, visit.script);
      await page.getByRole("link", { name: "Aanvraag intrekken" }).click();
      await press(page, "Aanvraag intrekken");
      await expect(page.getByText("Uw aanvraag is ingetrokken").first()).toBeVisible();
      await page.context().close();
    });
  });
}

test("a draft waits, is found again, and is not lost by a second window", async ({ page, baseURL }) => {
  const numbers = await logIn(page, "Dirk Synoefen", `${baseURL}/aanmelden`);
  await registerIfNeeded(page);
  await page.getByRole("link", { name: "Nieuwe aanvraag" }).click();
  await press(page, "Aanvraag beginnen");
  await page.getByRole("link", { name: "De werknemer" }).click();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByLabel("Voornaam").fill("Tweede");
  await press(second, "Bewaren en later verdergaan");
  await expect(second.getByRole("link", { name: "Aanvraag voor Tweede" }).first()).toBeVisible();
  await page.getByLabel("Rijksregisternummer").fill(numbers[0] as string);
  await page.getByLabel("Voornaam").fill("Eerste");
  await next(page);
  await expect(page.getByText("Intussen elders bewaard")).toBeVisible();
  await expect(page.getByLabel("Voornaam")).toHaveValue("Eerste");
  await expectAccessible(page);
  await page.getByLabel("Familienaam").fill("Synvrouw");
  await next(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welke arbeidsovereenkomst is er?");
});

test("a payroll office acts where its mandate runs, and is told where it ended", async ({ page, baseURL }) => {
  await logIn(page, "Sociaal secretariaat", `${baseURL}/aanmelden`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voor welke onderneming werkt u?");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "Synmaquette" })).toHaveCount(0);
  await page.getByRole("link", { name: /Synoefenhout/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Synoefenhout nv");
  // The number of Synmaquette vzw, whose mandate ended a month ago.
  const ended = await page.goto(`${baseURL}/loket/1911583849`);
  expect(ended?.status()).toBe(403);
  await expect(page.getByText(/mandaat voor deze onderneming liep/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${baseURL}/loket/0403019261`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze pagina bestaat niet");
});

test("by keyboard alone: from the start page through a question with its mistake", async ({ page, baseURL }) => {
  await logIn(page, "Joke Synproef", `${baseURL}/aanmelden`);
  await registerIfNeeded(page);
  await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname.split("?")[0]}`);
  await tabTo(page, 'a[href$="/nieuw"]');
  await page.keyboard.press("Enter");
  await tabTo(page, "main button");
  await page.keyboard.press("Enter");
  await tabTo(page, 'a[href$="/stap/situatie"]');
  await page.keyboard.press("Enter");
  await tabTo(page, "main form button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await tabTo(page, ".mw-error-summary a");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#situation$/);
  await tabTo(page, 'input[name="situation"]', 2);
  await page.keyboard.press("Space");
  await tabTo(page, "main form button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wie is uw werknemer?");
});

for (const prefix of ["", "/en", "/fr"]) {
  test(`every page of the employer, in ${prefix === "" ? "Dutch" : prefix.slice(1)}, passes on both screens`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await logIn(page, "Annelies Synaertlinde", `${baseURL}/aanmelden`);
    const firm = new URL(page.url()).pathname;
    await expect(page.getByRole("heading", { name: "Uw dossiers" })).toBeVisible();
    const files = await page.locator("main table a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const granted = page.getByRole("row").filter({ hasText: "Toegekend" }).getByRole("link").first();
    const file = (await granted.count()) > 0 ? await granted.getAttribute("href") : files[0];
    const paths = [
      firm,
      `${firm}/programma`,
      `${firm}/nieuw`,
      file ?? firm,
      `${file}/wijziging`,
      `${file}/begeleiding`,
      "/mijn/aanmelding",
      "/rol",
    ];
    for (const path of paths) {
      await page.goto(`${baseURL}${prefix}${path}`);
      for (const { viewport } of screens) {
        await page.setViewportSize(viewport);
        await expectNoSideScroll(page);
      }
      await expectAccessible(page);
      await page.setViewportSize(screens[0].viewport);
      if (prefix === "") await expectAccessible(page);
    }
    // The steps behind the first quarter's amount, as in the simulator.
    await page.goto(`${baseURL}${prefix}${file}`);
    const amount = page.locator("#bedragen table a").first();
    if ((await amount.count()) > 0) {
      await amount.click();
      await expect(page.locator("#stappen .mw-step").first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test("a role that may not see a page is told so, and logging out ends the visit everywhere", async ({ page, baseURL }) => {
  await logIn(page, "Luca Synmoerbrecht", `${baseURL}/aanmelden`);
  const refused = await page.goto(`${baseURL}/loket`);
  expect(refused?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is niet voor uw rol");
  await expectAccessible(page);
  await page.goto(`${baseURL}/mijn/aanmelding`);
  await expectAccessible(page);
  await press(page, "Op alle toestellen afmelden");
  await press(page, "Ja, afmelden");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent afgemeld");
  await expectAccessible(page);
  await page.goto(`${baseURL}/mijn`);
  await expect(page).toHaveURL(/\/choose\//);
});
