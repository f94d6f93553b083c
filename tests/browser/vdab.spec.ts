// VDAB's counter: indicating with the double ticket, an evaluation that an employer asked, an ICF advice, searching, the catch-up.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { attach, choose, enter, pick, press, type, unfold } from "./keyboard.ts";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(page: Page, who: string): Promise<string> {
  await page.goto("/aanmelden");
  const item = page.getByRole("listitem").filter({ hasText: who });
  const said = (await item.textContent()) ?? "";
  await enter(item.getByRole("button"));
  return said;
}

/** The day it is in Brussels, as people type it; `ahead` days later. */
const dayAhead = (ahead: number): string =>
  new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels" }).format(new Date(Date.now() + ahead * 86_400_000));

/** Each page of a journey is looked at once: one heading, nothing beside the screen, nothing that axe objects to. */
async function look(page: Page, script: boolean): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  if (!script) return;
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

const visits = [
  { ...screens[0], script: false, nth: 1, caller: "Lotte Synvraagt" },
  { ...screens[1], script: true, nth: 2, caller: "Emre Synzoekt" },
] as const;

async function open(browser: Browser, visit: { viewport: { width: number; height: number }; script: boolean }): Promise<Page> {
  const context = await browser.newContext({ viewport: visit.viewport, javaScriptEnabled: visit.script, locale: "nl-BE" });
  return context.newPage();
}

async function group(page: Page, name: string, choice: string): Promise<void> {
  await choose(page.getByRole("group", { name }).getByLabel(choice, { exact: true }));
}

for (const visit of visits) {
  test.describe(`on a ${visit.name}, ${visit.script ? "with" : "without"} script`, () => {
    test("enter a request of somebody who phones, indicate, and give the double ticket", async ({ browser }) => {
      const page = await open(browser, visit);
      // The caller's name and number stand with a ready-made person.
      await page.goto("/aanmelden");
      const said = (await page.getByRole("listitem").filter({ hasText: visit.caller }).textContent()) ?? "";
      const [, name = "", insz = ""] = /melden: ([^,]+), (\d{11})/.exec(said) ?? [];
      await logIn(page, "Hilde Synbroeckhove");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Werklijst VDAB");
      await look(page, visit.script);

      await enter(page.getByRole("link", { name: "Aanvraag invoeren voor wie belt of schrijft" }));
      await look(page, visit.script);
      await type(page.getByLabel("Rijksregisternummer"), `${insz.slice(0, 10)}${(Number(insz[10]) + 1) % 10}`);
      await type(page.getByLabel("Voornaam"), name.split(" ")[0] ?? "");
      await type(page.getByLabel("Familienaam"), name.split(" ")[1] ?? "");
      await press(page, "Aanvraag bewaren");
      await expect(page.getByRole("alert")).toContainText("controlegetal");
      await expect(page.getByLabel("Voornaam")).toHaveValue(name.split(" ")[0] ?? "");
      await look(page, visit.script);
      await type(page.getByLabel("Rijksregisternummer"), insz);
      await choose(page.getByLabel("Collectief maatwerk: werken in een maatwerkbedrijf"));
      await choose(page.getByLabel("Met een onderzoek (ICF)"));
      await choose(page.getByLabel("Telefoon"));
      await type(page.getByLabel("Wat vertelt de persoon?"), "Kan niet alleen werken");
      await press(page, "Aanvraag bewaren");
      await expect(page.getByText("De aanvraag is bewaard")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
      await look(page, visit.script);

      // A file that is not what it says.
      await enter(page.getByRole("link", { name: "Bewijsstuk toevoegen" }));
      await look(page, visit.script);
      const file = (content: string) => ({ name: "attest.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) });
      await attach(page.getByLabel("Bewijsstuk"), file("<html>geen pdf</html>"));
      await press(page, "Toevoegen");
      await expect(page.getByRole("alert")).toContainText("geen pdf, jpg of png");
      await attach(page.getByLabel("Bewijsstuk"), file("%PDF-1.7 synthetic"));
      await press(page, "Toevoegen");
      await expect(page.getByRole("link", { name: "attest.pdf" })).toBeVisible();

      await enter(page.getByRole("link", { name: "Vaststelling invoeren" }));
      await look(page, visit.script);
      await type(page.getByLabel("Dag van de beslissing"), dayAhead(2));
      await group(page, "Is er een arbeidsbeperking", "Ja");
      await group(page, "Voldoet de persoon aan de criteria?", "Ja");
      await type(page.getByLabel("Bewijs en reden van dit oordeel"), "ICF-verslag");
      await type(page.getByLabel("Rendementsverlies"), "45,0");
      await type(page.getByLabel("Bijkomende kosten"), "0");
      await group(page, "Is er begeleiding nodig op de werkvloer?", "Ja");
      await choose(page.getByRole("group", { name: "Niveau van de begeleiding" }).getByLabel("gemiddeld"));
      await choose(page.getByLabel("Blijvend"));
      await group(page, "Is er een verhoogde behoefte", "Nee");
      await press(page, "Bewaren en voorstel tonen");
      await expect(page.getByRole("alert")).toContainText("toekomst");
      await expect(page.getByLabel("Rendementsverlies")).toHaveValue("45,0");
      await type(page.getByLabel("Dag van de beslissing"), await page.getByLabel("Geldig vanaf").inputValue());
      await press(page, "Bewaren en voorstel tonen");
      await expect(page.getByRole("alert")).toContainText("het pakket ontbreekt");
      await look(page, visit.script);
      await type(page.getByLabel("Percentage van het collectieve pakket"), "45");
      await choose(page.getByRole("group", { name: "Begeleidingsnood van het collectieve pakket" }).getByLabel("hoog"));
      await press(page, "Bewaren en voorstel tonen");

      await expect(page.getByRole("heading", { name: "Dubbelticket (IND-14)" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Ticket collectief maatwerk" })).toBeVisible();
      await unfold(page.locator("summary").filter({ hasText: "Advies collectief maatwerk" }));
      await expect(page.getByText(/Rendementsverlies\s45/).first()).toBeVisible();
      await look(page, visit.script);
      await choose(page.getByLabel("Afwijken, met een reden"));
      await press(page, "Beslissen");
      await expect(page.getByRole("alert")).toContainText("schrijft op waarom");
      await page.getByLabel("Voorstel bevestigen").focus();
      await page.keyboard.press("Space");
      await tabTo(page, "button:has-text('Beslissen')");
      await page.keyboard.press("Enter");
      await expect(page.getByText("De beslissing is genomen")).toBeVisible();
      await expect(page.getByRole("rowheader", { name: "collectief maatwerk" })).toBeVisible();
      await expect(page.getByRole("rowheader", { name: "individueel maatwerk" })).toBeVisible();
      await expect(page.getByText("dubbelticket").first()).toBeVisible();
      await look(page, visit.script);
    });

    test("record an evaluation that an employer asked", async ({ browser }) => {
      const page = await open(browser, visit);
      await logIn(page, "Hilde Synbroeckhove");
      await page.goto("/vdab?soort=EVALUATION");
      await look(page, visit.script);
      await enter(page.locator("tbody th a").nth(visit.nth));
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Evaluatie");
      await look(page, visit.script);
      await type(page.getByLabel("Dag van de beslissing"), "1/1/2099");
      await choose(page.getByLabel("Nieuw pakket: ander percentage of niveau"));
      await press(page, "Evaluatie vastleggen");
      await expect(page.getByRole("alert")).toContainText("Percentage");
      await expect(page.getByRole("alert")).toContainText("Motivering");
      await pick(page.getByRole("combobox", { name: "Percentage" }), "60");
      await pick(page.getByRole("combobox", { name: "Niveau van de begeleiding" }), "HIGH");
      await type(page.getByLabel("Motivering"), "Bezoek op de werkvloer");
      await press(page, "Evaluatie vastleggen");
      await expect(page.getByRole("alert")).toContainText("toekomst");
      await type(page.getByLabel("Dag van de beslissing"), dayAhead(0));
      await press(page, "Evaluatie vastleggen");
      await expect(page.getByText("De evaluatie is vastgelegd")).toBeVisible();
      await expect(page.getByText("60 %").first()).toBeVisible();
      await look(page, visit.script);
    });

    test("search somebody, say why, and read the file", async ({ browser }) => {
      const page = await open(browser, visit);
      const said = await logIn(page, "Pieter Synlindekens");
      expect(said).toContain("indiceringen");
      await type(page.getByLabel("Zoek een persoon"), "85013090099");
      await press(page, "Zoeken");
      await expect(page.getByRole("alert")).toContainText("controlegetal");
      await type(page.getByLabel("Zoek een persoon"), "fatima synh");
      await press(page, "Zoeken");
      expect(page.url()).not.toContain("fatima");
      await look(page, visit.script);
      await enter(page.locator("main ul a").first());
      await expect(page.getByText("De persoon ziet dat VDAB het dossier opende")).toBeVisible();
      await look(page, visit.script);
      await choose(page.getByLabel("Vraag van de persoon zelf"));
      await press(page, "Dossier openen");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Fatima");
      await look(page, visit.script);
    });
  });
}

test("the other pages of the counter are calm and accessible, and an ICF partner sees only the own one", async ({ browser }) => {
  for (const screen of screens) {
    const page = await open(browser, { viewport: screen.viewport, script: true });
    await logIn(page, "Hilde Synbroeckhove");
    // Keys of the list are said on "?".
    await page.waitForLoadState("load");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Toetsen" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("j");
    await expect(page.locator("main table tbody tr:nth-child(1) th a")).toBeFocused();
    for (const path of ["/vdab/vop", "/vdab/inhaalbeweging", "/vdab?soort=REVIEW", "/vdab?termijn=7"]) {
      await page.goto(path);
      await look(page, true);
    }
    const partner = await open(browser, { viewport: screen.viewport, script: true });
    await logIn(partner, "Omar Synkensdaele");
    await expect(partner.getByRole("heading", { level: 1 })).toHaveText("ICF-advies geven");
    await look(partner, true);
    await press(partner, "Advies sturen");
    await expect(partner.getByRole("alert")).toContainText("Rijksregisternummer");
    await look(partner, true);
    expect((await partner.goto("/vdab"))?.status()).toBe(403);
  }
});
