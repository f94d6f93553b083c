// From "could I get this?" to a filed application and its follow-up: employer, self-employed person and payroll office.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { attach, choose, enter, press, type } from "./keyboard.ts";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

/** The stand-in provider shows everybody who can log in; newcomers' workers are named there. */
async function logIn(page: Page, who: string, from = "/aanmelden"): Promise<readonly string[]> {
  await page.goto(from);
  const item = page.getByRole("listitem").filter({ hasText: who });
  const numbers = ((await item.textContent()) ?? "").match(/\d{11}/g) ?? [];
  await enter(item.getByRole("button"));
  return numbers;
}

const next = (page: Page) => press(page, "Bewaren en verder");

async function registerIfNeeded(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Onderneming registreren" });
  if ((await link.count()) === 0) return;
  await enter(link);
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
      const page = await open(browser, visit);
      await page.goto(
        `${baseURL}/simulator?pakket=P5&begeleiding=HIGH&tewerkstelling=80&loon=2.750,00&bijdragen=600&start=2026-Q1`,
      );
      await enter(page.getByRole("link", { name: "Aanvragen met deze gegevens" }));
      const item = page.getByRole("listitem").filter({ hasText: "Joke Synproef" });
      const insz = (((await item.textContent()) ?? "").match(/\d{11}/g) ?? [])[visit.nth] as string;
      await enter(item.getByRole("button"));
      if (page.url().includes("/registratie")) {
        await look(page, visit.script);
        await press(page, "Onderneming registreren");
        await page.goto(`${baseURL}/loket?doe=nieuw&tewerkstelling=0.8&begeleiding=HIGH`);
      }
      await look(page, visit.script);
      await press(page, "Aanvraag beginnen");
      await look(page, visit.script);
      await enter(page.getByRole("link", { name: "De situatie" }));
      await look(page, visit.script);

      // Nothing chosen: the page says so and leads to the field.
      await next(page);
      await expect(page.getByRole("alert")).toContainText("Er is een probleem");
      await look(page, visit.script);
      await choose(page.getByLabel("Begint nieuw bij u"));
      await next(page);

      // A wrong check digit is named; what was typed is still there.
      await type(page.getByLabel("Rijksregisternummer"), `${insz.slice(0, 10)}${(Number(insz[10]) + 1) % 10}`);
      await type(page.getByLabel("Voornaam"), "Noor");
      await type(page.getByLabel("Familienaam"), "Synbergmans");
      await next(page);
      await expect(page.getByRole("alert")).toContainText("controlegetal");
      await expect(page.getByLabel("Voornaam")).toHaveValue("Noor");
      await type(page.getByLabel("Rijksregisternummer"), insz);
      await next(page);

      // The contract comes from the employment register.
      await expect(page.getByText("Ingevuld uit de gegevens van de RSZ")).toBeVisible();
      await expect(page.getByLabel("Eerste dag")).toHaveValue(/\d{2}\/\d{2}\/\d{4}/);
      await look(page, visit.script);
      await next(page);
      // The share and the premiums come from the simulator.
      await expect(page.getByLabel("Tewerkstelling")).toHaveValue("0.8");
      await choose(page.getByLabel("Ja", { exact: true }));
      await next(page);
      await expect(page.getByLabel("Loonpremie en begeleidingspremie")).toBeChecked();
      await next(page);
      await choose(page.getByLabel("Ja", { exact: true }));
      await look(page, visit.script);
      await next(page);
      await type(page.getByLabel("Rekeningnummer"), "BE68 5390 0754 7035");
      await type(page.getByLabel("Naam van de contactpersoon"), "Joke Synproef");
      await type(page.getByLabel("E-mailadres"), "joke");
      await next(page);
      await expect(page.getByRole("alert")).toContainText("Rekeningnummer");
      await expect(page.getByRole("alert")).toContainText("e-mailadres");
      await type(page.getByLabel("Rekeningnummer"), "BE68 5390 0754 7034");
      await type(page.getByLabel("E-mailadres"), "joke@synproef.be");
      await next(page);

      // A file that is not what it says is refused; a real one is taken.
      await attach(page.getByLabel("Kies een bestand"), pdf("contract.pdf", "<html>no pdf</html>"));
      await press(page, "Bestand toevoegen");
      await expect(page.getByRole("alert")).toContainText("geen pdf, jpg of png");
      await attach(page.getByLabel("Kies een bestand"), pdf("contract.pdf"));
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
      await enter(page.getByRole("link", { name: "Dit dossier volgen" }));
      await expect(page.getByText("Het departement behandelt uw aanvraag")).toBeVisible();
      await look(page, visit.script);

      // A change, then a form that was opened before it: stale.
      const file = page.url();
      await enter(page.getByRole("link", { name: "Aanvraag intrekken" }));
      await look(page, visit.script);
      const other = await page.context().newPage();
      await other.goto(`${file}/wijziging`);
      await look(other, visit.script);
      await choose(other.getByLabel("De uren"));
      await type(other.getByLabel("Vanaf welke dag?"), "1/10/2026");
      await type(other.getByLabel("Nieuwe tewerkstelling"), "50");
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
      const page = await open(browser, visit);
      await logIn(page, visit.nth === 0 ? "Sofie Synatelier" : "Rik Synstarter", `${baseURL}/aanmelden`);
      await registerIfNeeded(page);
      await enter(page.getByRole("link", { name: "Nieuwe aanvraag" }));
      await choose(page.getByLabel("Premie voor uzelf"));
      await press(page, "Aanvraag beginnen");
      const tasks = page.url();
      await enter(page.getByRole("link", { name: "Uw gegevens" }));
      await expect(page.getByLabel("Familienaam")).toHaveValue(/Syn/);
      await look(page, visit.script);
      await next(page);
      await choose(page.getByLabel("Hoofdberoep"));
      await type(page.getByLabel("Begin van de activiteit"), "1/2/2020");
      await look(page, visit.script);
      await next(page);

      for (const proof of ["fund", "tax", "prognosis"] as const) {
        await page.goto(`${tasks}/stap/bewijs`);
        const label = {
          fund: "Attest van uw sociaal verzekeringsfonds",
          tax: "Uw laatste aanslagbiljet",
          prognosis: "Prognoseattest van VLAIO",
        };
        await choose(page.getByLabel(label[proof]));
        await look(page, visit.script);
        await next(page);
        await look(page, visit.script);
        if (proof === "fund") {
          const amounts = page.getByLabel(/^Betaald voor het/);
          await expect(amounts).toHaveCount(4);
          for (let at = 0; at < 4; at += 1) await type(amounts.nth(at), "1.052,50");
        } else if (proof === "tax") {
          await type(page.getByLabel("Inkomstenjaar"), "2024");
          await type(page.getByLabel("Belastbaar inkomen"), "veel");
          await next(page);
          await expect(page.getByRole("alert")).toContainText("Belastbaar inkomen");
          await type(page.getByLabel("Belastbaar inkomen"), "24.000,00");
        } else {
          await type(page.getByLabel("Datum van het attest"), "1/9/2026");
          await choose(page.getByLabel("Ja", { exact: true }));
        }
        await next(page);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waar werkt u, en krijgt u andere steun?");
      }
      await choose(page.getByLabel("Ja", { exact: true }));
      await next(page);
      await type(page.getByLabel("Naam van de contactpersoon"), "Sofie");
      await type(page.getByLabel("E-mailadres"), "sofie@synatelier.be");
      await next(page);
      await attach(page.getByLabel("Kies een bestand"), pdf("attest.pdf"));
      await press(page, "Bestand toevoegen");
      await press(page, "Verder");
      await look(page, visit.script);
      await press(page, "Aanvraag indienen");
      await expect(page.getByText(/Uw dossiernummer is IMW-/)).toBeVisible();
      await enter(page.getByRole("link", { name: "Dit dossier volgen" }));
      await look(page, visit.script);
      await enter(page.getByRole("link", { name: "Aanvraag intrekken" }));
      await press(page, "Aanvraag intrekken");
      await expect(page.getByText("Uw aanvraag is ingetrokken").first()).toBeVisible();
      await page.context().close();
    });
  });
}

test("a draft waits, is found again, and is not lost by a second window", async ({ page, baseURL }) => {
  const numbers = await logIn(page, "Dirk Synoefen", `${baseURL}/aanmelden`);
  await registerIfNeeded(page);
  await enter(page.getByRole("link", { name: "Nieuwe aanvraag" }));
  await press(page, "Aanvraag beginnen");
  await enter(page.getByRole("link", { name: "De werknemer" }));
  const second = await page.context().newPage();
  await second.goto(page.url());
  await type(second.getByLabel("Voornaam"), "Tweede");
  await press(second, "Bewaren en later verdergaan");
  await expect(second.getByRole("link", { name: "Aanvraag voor Tweede" }).first()).toBeVisible();
  await type(page.getByLabel("Rijksregisternummer"), numbers[0] as string);
  await type(page.getByLabel("Voornaam"), "Eerste");
  await next(page);
  await expect(page.getByText("Intussen elders bewaard")).toBeVisible();
  await expect(page.getByLabel("Voornaam")).toHaveValue("Eerste");
  await expectAccessible(page);
  await type(page.getByLabel("Familienaam"), "Synvrouw");
  await next(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welke arbeidsovereenkomst is er?");
});

test("a payroll office acts where its mandate runs, and is told where it ended", async ({ page, baseURL }) => {
  await logIn(page, "Sociaal secretariaat", `${baseURL}/aanmelden`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voor welke onderneming werkt u?");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "Synmaquette" })).toHaveCount(0);
  await enter(page.getByRole("link", { name: /Synoefenhout/ }));
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
      await enter(amount);
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
