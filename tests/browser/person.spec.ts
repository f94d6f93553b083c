// The person's page: asking an indication, following it, who looked, a review with its last day; and a guardian who acts for somebody.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { attach, choose, enter, press, type } from "./keyboard.ts";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(page: Page, who: string): Promise<void> {
  await page.goto("/aanmelden");
  await enter(page.getByRole("listitem").filter({ hasText: who }).getByRole("button"));
}

async function look(page: Page, script: boolean): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  if (!script) return;
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

const visits = [
  { ...screens[0], script: false, who: "Lotte Synvraagt" },
  { ...screens[1], script: true, who: "Emre Synzoekt" },
] as const;

async function open(browser: Browser, visit: { viewport: { width: number; height: number }; script: boolean }): Promise<Page> {
  const context = await browser.newContext({ viewport: visit.viewport, javaScriptEnabled: visit.script, locale: "nl-BE" });
  return context.newPage();
}

for (const visit of visits) {
  test.describe(`on a ${visit.name}, ${visit.script ? "with" : "without"} script`, () => {
    test("ask an indication, be indicated, read the ticket, ask a review, have it decided", async ({ browser }) => {
      const page = await open(browser, visit);
      await logIn(page, visit.who);
      await expect(page.getByText("U hebt nog geen dossier")).toBeVisible();
      await look(page, visit.script);
      await enter(page.getByRole("link", { name: "Een indicering vragen" }));
      await look(page, visit.script);
      await press(page, "Aanvraag sturen");
      await expect(page.getByRole("alert")).toContainText("Waar wilt u werken?");
      await look(page, visit.script);
      await choose(page.getByLabel("Bij een gewone werkgever, of als zelfstandige"));
      await choose(page.getByLabel("Ja, bijvoorbeeld een attest van een arts"));
      await type(page.getByLabel("Wat is moeilijk op het werk?"), "Lang rechtstaan");
      const file = (content: string) => ({ name: "attest.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) });
      await attach(page.getByLabel("Kies een bestand"), file("PK\u0003\u0004 zip"));
      await press(page, "Aanvraag sturen");
      await expect(page.getByRole("alert")).toContainText("geen pdf, jpg of png");
      await expect(page.getByLabel("Wat is moeilijk op het werk?")).toHaveValue("Lang rechtstaan");
      await attach(page.getByLabel("Kies een bestand"), file("%PDF-1.7 synthetic"));
      await tabTo(page, "button:has-text('Aanvraag sturen')");
      await page.keyboard.press("Enter");
      await expect(page.getByText("Uw aanvraag is bij VDAB")).toBeVisible();
      await look(page, visit.script);

      // The adviser decides.
      const adviser = await open(browser, visit);
      await logIn(adviser, "Pieter Synlindekens");
      await type(adviser.getByLabel("Zoek een persoon"), visit.who);
      await press(adviser, "Zoeken");
      await enter(adviser.getByRole("link", { name: visit.who }));
      await choose(adviser.getByLabel("Aanvraag indicering behandelen"));
      await press(adviser, "Dossier openen");
      await expect(adviser.getByText("Lang rechtstaan")).toBeVisible();
      await enter(adviser.getByRole("link", { name: "Vaststelling invoeren" }));
      const answer = (name: string, choice: string) =>
        choose(adviser.getByRole("group", { name }).getByLabel(choice, { exact: true }));
      await answer("Is er een arbeidsbeperking", "Ja");
      await answer("Voldoet de persoon aan de criteria?", "Ja");
      await type(adviser.getByLabel("Bewijs en reden van dit oordeel"), "Attest");
      await type(adviser.getByLabel("Rendementsverlies"), "30");
      await type(adviser.getByLabel("Bijkomende kosten"), "0");
      await answer("Is er begeleiding nodig op de werkvloer?", "Nee");
      await choose(adviser.getByLabel("Blijvend"));
      await answer("Is er een verhoogde behoefte", "Nee");
      await press(adviser, "Bewaren en voorstel tonen");
      await choose(adviser.getByLabel("Voorstel bevestigen"));
      await press(adviser, "Beslissen");
      await expect(adviser.getByText("De beslissing is genomen")).toBeVisible();

      // The person reads it, sees who looked, and asks a review.
      await page.goto("/mijn-dossier");
      await expect(page.getByRole("heading", { name: "Ticket individueel maatwerk" })).toBeVisible();
      await expect(page.getByText("Een werkgever die u in dienst heeft of neemt")).toBeVisible();
      await look(page, visit.script);
      await page.goto("/mijn-dossier/wie-keek");
      await expect(page.getByText("Aanvraag indicering behandelen").first()).toBeVisible();
      await look(page, visit.script);
      await page.goto("/mijn-dossier");
      await enter(page.getByRole("link", { name: "Heroverweging vragen" }));
      await expect(page.getByText(/U kunt een heroverweging vragen tot en met/)).toBeVisible();
      await look(page, visit.script);
      await press(page, "Heroverweging vragen");
      await expect(page.getByRole("alert")).toContainText("Waarom bent u niet akkoord?");
      await type(page.getByLabel("Waarom bent u niet akkoord?"), "Ik heb begeleiding nodig");
      await press(page, "Heroverweging vragen");
      await expect(page.getByText("Uw verzoek om heroverweging is bij VDAB")).toBeVisible();
      await look(page, visit.script);

      // The review secretary notes the advice and the decision.
      const secretary = await open(browser, visit);
      await logIn(secretary, "Greet Synmeersgoor");
      await secretary.goto("/vdab?soort=REVIEW");
      await enter(secretary.getByRole("link", { name: visit.who }));
      await look(secretary, visit.script);
      const today = new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels" }).format(new Date());
      await press(secretary, "Advies vastleggen");
      await expect(secretary.getByRole("alert")).toContainText("Advies");
      await type(secretary.getByLabel("Dag", { exact: true }), today);
      await type(secretary.getByLabel("Advies", { exact: true }), "De beslissing klopt");
      await press(secretary, "Advies vastleggen");
      await expect(secretary.getByText("Het advies van de commissie is vastgelegd")).toBeVisible();
      await look(secretary, visit.script);
      await type(secretary.getByLabel("Dag", { exact: true }), today);
      await choose(secretary.getByLabel("De beslissing blijft"));
      await type(secretary.getByLabel("Motivering"), "De raad volgt het advies");
      await press(secretary, "Beslissing vastleggen");
      await expect(secretary.getByText("De beslissing van de raad van bestuur is vastgelegd")).toBeVisible();
      await look(secretary, visit.script);
    });
  });
}

test("a guardian sees for whom to act, in three languages, and nobody else's file", async ({ browser }) => {
  for (const screen of screens) {
    const page = await open(browser, { viewport: screen.viewport, script: true });
    await logIn(page, "Ria Synbewind");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voor wie handelt u?");
    await look(page, true);
    const ward = await page.locator("main ul a").first().getAttribute("href");
    for (const [prefix, said] of [
      ["", "Uw tickets"],
      ["/en", "Your tickets"],
      ["/fr", "Vos avis"],
    ] as const) {
      await page.goto(`${prefix}${ward}`);
      await expect(page.getByRole("heading", { name: said })).toBeVisible();
      await look(page, true);
    }
    await page.goto(`${ward}/aanvraag`);
    await look(page, true);
    const other = `${ward?.slice(0, -12)}000000000000`;
    expect((await page.goto(other))?.status()).toBe(404);
  }
});
