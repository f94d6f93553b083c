// Older schemes at the department: a file carried over with its proof sheet and two signatures, a VOP that crosses over, an LDE work list.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(page: Page, who: string, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
  await page.goto(path);
}

/** The stand-in provider shows who can log in, with the numbers of workers whom no record names yet. */
async function logInAt(page: Page, who: string, path: string): Promise<readonly string[]> {
  await page.goto(path);
  const item = page.getByRole("listitem").filter({ hasText: who });
  const numbers = ((await item.textContent()) ?? "").match(/\d{11}/g) ?? [];
  await item.getByRole("button").click();
  await expect(page.locator("h1")).toHaveCount(1);
  return numbers;
}

async function open(browser: Browser, screen: (typeof screens)[number], script = true): Promise<Page> {
  const context = await browser.newContext({ viewport: screen.viewport, javaScriptEnabled: script, locale: "nl-BE" });
  return context.newPage();
}

async function look(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

/** A synthetic list of a source, with mistakes in it, about people of its own: also when the journey is made again on the same records. */
function sample(nth: number, encoding: "utf8" | "xlsx") {
  const folder = mkdtempSync(join(tmpdir(), "maatwerk-list-"));
  const out = join(folder, encoding === "xlsx" ? "lijst.xlsx" : "lijst.csv");
  const flags = [
    "--rows",
    "60",
    "--dirt",
    "300",
    "--seed",
    `browser-${nth}`,
    "--from",
    String((Math.floor(Date.now() / 1000) % 5_000) * 120 + nth * 60),
    "--encoding",
    encoding,
    "--out",
    out,
  ];
  const told = execFileSync("node", ["bin/maatwerk.mjs", "transition", "sample", ...flags], { encoding: "utf8" });
  const { rights, clean } = JSON.parse(told) as { rights: number; clean: number };
  const mimeType = encoding === "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
  const buffer = readFileSync(out);
  rmSync(folder, { recursive: true });
  return { rights, clean, file: { name: `lijst.${encoding}`, mimeType, buffer } };
}

for (const [nth, screen] of screens.entries()) {
  test(`a file is carried over with its proof sheet and a second signature, on a ${screen.name}`, async ({
    browser,
    baseURL,
  }) => {
    const list = sample(nth, nth === 0 ? "xlsx" : "utf8");
    const koen = await open(browser, screen);
    await logIn(koen, "Koen Synhaegehof", `${baseURL}/overgang`);
    await look(koen);

    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByRole("alert")).toContainText("Kies een bestand");
    await koen.getByLabel("Naam van de bronlijst").fill("VOP juni");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByRole("alert")).toContainText("kleine letters, cijfers en streepjes");
    await koen.getByLabel("Naam van de bronlijst").fill("lijst-van-de-bron");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();

    await expect(koen.getByRole("heading", { level: 1 })).toHaveText("Controleblad lijst-van-de-bron");
    await expect(koen.getByRole("row", { name: /Alle lijnen/ })).toContainText(String(list.rights));
    await expect(koen.getByRole("row", { name: /^Geparkeerd/ })).toContainText(String(list.rights - list.clean));
    await look(koen);

    await koen.getByRole("link", { name: "Alle geparkeerde lijnen" }).click();
    await look(koen);
    await koen
      .getByRole("link", { name: /^Lijn / })
      .first()
      .click();
    await look(koen);
    await koen.getByRole("button", { name: "Lijn laten vallen" }).click();
    await expect(koen.getByRole("alert")).toContainText("Schrijf waarom");
    await koen.getByLabel("Waarom is dit geen recht?").fill("Fout van de bron");
    await koen.getByRole("button", { name: "Lijn laten vallen" }).click();
    await expect(koen.getByText("Toestand: Laten vallen.")).toBeVisible();
    await koen.getByRole("link", { name: "Controleblad lijst-van-de-bron" }).click();

    // Dropping one of two lines that speak of the same right sets the other one free.
    const row = (await koen.getByRole("row", { name: /^Op te nemen/ }).textContent()) ?? "";
    const toTake = Number(/\d+/.exec(row)?.[0]);
    expect(toTake).toBeGreaterThanOrEqual(list.clean);
    await koen.getByRole("button", { name: "Controleblad tekenen" }).click();
    await expect(koen.getByText("U tekende. Een andere persoon moet nog tekenen.")).toBeVisible();
    await expect(koen.getByRole("button", { name: "Als tweede tekenen en opnemen" })).toHaveCount(0);
    const sheet = koen.url().split("?")[0] as string;

    const fatima = await open(browser, screen, false);
    await logIn(fatima, "Fatima Synlaervelde", sheet);
    await fatima.getByRole("button", { name: "Als tweede tekenen en opnemen" }).click();
    await expect(async () => {
      await fatima.goto(sheet);
      await expect(fatima.getByText("De rechten staan in de dossiers.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(fatima.getByRole("row", { name: /^Opgenomen/ })).toContainText(String(toTake));

    await koen.goto(`${baseURL}/overgang`);
    await koen.getByLabel("Naam van de bronlijst").fill("nog-een-keer");
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(list.file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByText("Dit bestand was er al: er is niets veranderd")).toBeVisible();
  });

  test(`the work list of an LDE organisation says until when a decision is in time, on a ${screen.name}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await open(browser, screen);
    await logIn(page, "Koen Synhaegehof", `${baseURL}/overgang/werklijst`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trajecten die aflopen");
    await look(page);
    const row = page.getByRole("row").filter({ hasText: "LDE, keuze individueel" }).first();
    await row.getByRole("link").nth(1).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Trajecten van /);
    await expect(page.getByRole("row").nth(1)).toContainText(/\d{4}/);
    await look(page);
    await page.getByRole("row").filter({ hasText: "LDE, keuze individueel" }).first().getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^LDE, keuze individueel van /);
    await look(page);
  });

  test(`a VOP crosses over: carried over, evaluation asked, ticket, grant, and the VOP ends there, on a ${screen.name}`, async ({
    browser,
    baseURL,
  }) => {
    // A worker of a firm that is new to the records: two of the four are for this journey, one for each screen.
    const joke = await open(browser, screen);
    const numbers = await logInAt(joke, "Joke Synproef", `${baseURL}/aanmelden`);
    const register = joke.getByRole("link", { name: "Onderneming registreren" });
    if ((await register.count()) > 0) await register.click();
    if (joke.url().includes("/registratie")) {
      await joke.getByRole("button", { name: "Onderneming registreren", exact: true }).click();
      await expect(joke.getByText("Uw onderneming is geregistreerd")).toBeVisible();
    }
    await joke.goto(`${baseURL}/loket`);
    const firm = new URL(joke.url()).pathname;
    const kbo = /\d{10}/.exec(firm)?.[0] ?? "";
    const insz = numbers[2 + nth] as string;
    const family = nth === 0 ? "Synoverstap" : "Synovergang";

    // The right comes from the list of the source, with two signatures.
    const koen = await open(browser, screen);
    await logIn(koen, "Koen Synhaegehof", `${baseURL}/overgang`);
    await koen.getByLabel("Naam van de bronlijst").fill(`vop-overstap-${Date.now()}`);
    const heading = "regel;nummer;maatregel;insz;voornaam;naam;gemeente;kbo;begin;einde;schema;rsz_code;vte;bedrag;aantal";
    const row = `R;OV-${Date.now()};VOP;${insz};Mia;${family};44021;${kbo};10/05/2022;31/03/2027;"40/5;30/9;20/20";;0,8;;`;
    const csv = `${heading}\r\n${row}\r\nT;;VOP;;;;;;;;;;0,8;0;1\r\n`;
    const file = { name: "overstap.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
    await koen.getByLabel("Bestand (CSV of Excel)").setInputFiles(file);
    await koen.getByRole("button", { name: "Bestand nakijken" }).click();
    await expect(koen.getByRole("row", { name: /^Op te nemen/ })).toContainText("1");
    await koen.getByRole("button", { name: "Controleblad tekenen" }).click();
    const fatima = await open(browser, screen);
    await logIn(fatima, "Fatima Synlaervelde", koen.url().split("?")[0] as string);
    await fatima.getByRole("button", { name: "Als tweede tekenen en opnemen" }).click();
    await expect(async () => {
      await fatima.reload();
      await expect(fatima.getByText("De rechten staan in de dossiers.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 90_000 });

    // Found by number, which never stands in an address; the evaluation is asked by keyboard.
    await koen.goto(`${baseURL}/overgang/rechten`);
    await koen.getByLabel("Zoek op rijksregisternummer of ondernemingsnummer").fill("12345");
    await koen.getByRole("button", { name: "Zoeken", exact: true }).click();
    await expect(koen.getByRole("alert")).toContainText("controlegetal");
    await koen.getByLabel("Zoek op rijksregisternummer of ondernemingsnummer").fill(insz);
    await koen.getByRole("button", { name: "Zoeken", exact: true }).click();
    await expect(koen.getByRole("heading", { level: 1 })).toHaveText(`Oude rechten van Mia ${family}`);
    expect(koen.url()).not.toContain(insz);
    await look(koen);
    await koen.getByRole("row").nth(1).getByRole("link").click();
    await expect(koen.getByRole("heading", { level: 1 })).toHaveText(`VOP van Mia ${family}`);
    const right = koen.url();
    await expect(koen.getByRole("row", { name: /^2024 K1|1e kwartaal 2024|2024/ }).first()).toContainText("VOP");
    await koen.getByLabel("Dag van de vraag").fill("31/02/2026");
    await koen.getByRole("button", { name: "Vraag opnemen" }).click();
    await expect(koen.getByRole("alert")).toBeVisible();
    await expect(koen.getByLabel("Dag van de vraag")).toHaveValue("31/02/2026");
    await koen.getByLabel("Dag van de vraag").fill("02/11/2026");
    await tabTo(koen, "button:has-text('Vraag opnemen')");
    await koen.keyboard.press("Enter");
    await expect(koen.getByText("De vraag om een evaluatie staat in het dossier")).toBeVisible();
    await expect(koen.getByText(/gevraagd op .*nog niet beslist/)).toBeVisible();
    await look(koen);

    // VDAB turns the right into a ticket.
    const hilde = await open(browser, screen);
    await logInAt(hilde, "Hilde Synbroeckhove", `${baseURL}/aanmelden`);
    await hilde.getByLabel("Zoek een persoon").fill(insz);
    await hilde.getByRole("button", { name: "Zoeken", exact: true }).click();
    await hilde.getByLabel("Recht op VOP omzetten").check();
    await hilde.getByRole("button", { name: "Dossier openen", exact: true }).click();
    await expect(hilde.getByRole("heading", { level: 1 })).toHaveText(`Mia ${family}`);
    await hilde.getByRole("link", { name: "Recht op VOP omzetten (IND-17)" }).click();
    await look(hilde);
    await hilde.getByLabel(/^blijvend/i).check();
    await hilde.getByRole("button", { name: "Omzetten", exact: true }).click();
    await expect(hilde.getByText("omgezet recht op VOP").first()).toBeVisible();

    // The employer applies for the same worker, and the department decides that the grant follows on the VOP.
    await joke.goto(`${baseURL}${firm}/programma`);
    const columns = "insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail";
    const months = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
    const application = `${insz},Mia,${family},WAGE,${months},0.8,ja,Joke Synproef,joke@synproef.be`;
    const bulk = { name: "een.csv", mimeType: "text/csv", buffer: Buffer.from(`${columns}\r\n${application}\r\n`) };
    await joke.locator('input[type="file"]').setInputFiles(bulk);
    await joke.locator("form:has(input[type=file]) button").click();
    const address = (await joke.locator('main a[href*="/dossier/"]').first().getAttribute("href")) ?? "";
    const fileRef = address.split("/dossier/")[1] ?? "";
    await fatima.goto(`${baseURL}/departement/dossier/${fileRef}`);
    await fatima.getByRole("link", { name: "Beslissing voorbereiden" }).click();
    for (const question of await fatima
      .getByRole("group", { name: /Vragen voor u/ })
      .getByRole("checkbox")
      .all())
      await question.check();
    await fatima
      .getByRole("group", { name: /Volgt de toekenning op een ouder recht/ })
      .getByLabel(/^VOP/)
      .check();
    await fatima.getByLabel("Motivering").fill("De VOP gaat over in individueel maatwerk.");
    await look(fatima);
    await fatima.getByRole("button", { name: "Beslissing bekijken", exact: true }).click();
    // Such an amount asks a colleague.
    await fatima.getByRole("button", { name: "Voorleggen aan een collega", exact: true }).click();
    await expect(fatima.getByText("De beslissing wacht op een tweede persoon")).toBeVisible();
    await koen.goto(`${baseURL}/departement/dossier/${fileRef}`);
    await koen.getByRole("link", { name: "Voorstel nakijken" }).click();
    await koen.getByRole("button", { name: "Bevestigen en beslissen", exact: true }).click();
    await expect(koen.getByText("De beslissing is genomen")).toBeVisible();

    // The right is closed: each quarter has one measure, and the last day lies before the grant's first.
    await koen.goto(right);
    await expect(koen.getByText(/beslist op .*: toekenning van individueel maatwerk/)).toBeVisible();
    await expect(koen.getByRole("link", { name: /^Toekenning vanaf/ })).toBeVisible();
    const rows = koen.getByRole("table").last().getByRole("row");
    await expect(rows.nth(1)).toContainText("Individueel maatwerk");
    await expect(rows.nth(2)).toContainText("VOP");
    await expect(koen.getByRole("button", { name: "Vraag opnemen" })).toHaveCount(0);
    await look(koen);
  });
}
