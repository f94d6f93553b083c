// A quarter of the payment counter: take in, dry run, approve as another person, download once, reconcile a returned payment, recover in
// instalments; and what is refused on the way. One road, because one run is open at a time.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideScroll, screens, tabTo } from "./screens.ts";

async function logIn(browser: Browser, base: string, who: string, script = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[0].viewport,
    javaScriptEnabled: script,
    locale: "nl-BE",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(`${base}/aanmelden`);
  await page.getByRole("listitem").filter({ hasText: who }).first().getByRole("button").click();
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();

/** Every page of the road is looked at on both screens. */
async function look(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  for (const screen of screens) {
    await page.setViewportSize(screen.viewport);
    await expectNoSideScroll(page);
    await expectAccessible(page);
  }
  await page.setViewportSize(screens[0].viewport);
}

const QUARTER = "2026-Q3";
const attest = (worker: string, employer: string, version: number, status: number, number = "SYN-ROAD-1", quarter = QUARTER) =>
  `<Attest number="${number}" version="${version}" status="${status}" quarter="${quarter}"><EmployerDeclaration><CompanyID>${employer}</CompanyID></EmployerDeclaration><NaturalPerson><INSS>${worker}</INSS></NaturalPerson><WorkerRecord><Occupation sequence="1"><JointCommissionNbr>200</JointCommissionNbr><OccupationStartingDate>2023-01-01</OccupationStartingDate><MeanWorkingHours>1900</MeanWorkingHours><RefMeanWorkingHours>3800</RefMeanWorkingHours><PerformedFraction>0.5</PerformedFraction><Remun><RemunCode>1</RemunCode><RemunAmount>4100.00</RemunAmount></Remun></Occupation></WorkerRecord></Attest>`;
const attests = (...all: string[]) => ({
  name: `aangiften-${all.length}.xml`,
  mimeType: "application/xml",
  buffer: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<DmfaAttests>\n${all.join("\n")}\n</DmfaAttests>\n`),
});

/** What the bank says: the payment went out, and came back because the account is closed. */
function statement(account: string, endToEndId: string, amount: string, back: boolean) {
  const side = back ? "CRDT" : "DBIT";
  const balance = (code: string, value: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${value}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
  const inCents = Math.round(Number(amount) * 100);
  const closing = ((100_000_000 + (back ? inCents : -inCents)) / 100).toFixed(2);
  const why = back ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : "";
  return {
    name: back ? "terug.xml" : "uit.xml",
    mimeType: "application/xml",
    buffer: Buffer.from(
      `<Document><BkToCstmrStmt><Stmt><Id>S-${side}-${endToEndId}</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${balance("OPBD", "1000000.00")}${balance("CLBD", closing)}<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><BookgDt><Dt>2026-11-27</Dt></BookgDt><AcctSvcrRef>R-${side}-${endToEndId}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${why}</TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
    ),
  };
}

/** Waits while the page refreshes itself, as a reader would. */
async function until(page: Page, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000, intervals: [1_000] });
}

/**
 * The demonstration has a run that waits for a second person. Whoever comes first approves and books it, so that another can be started;
 * on records of an earlier day that was done before.
 */
async function clearDesk(wim: Page, ellen: Page, base: string): Promise<void> {
  await expect(async () => {
    await wim.goto(`${base}/betalingen/aangiften`);
    await expect(wim.getByText("DEMO-ONBEKEND").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 240_000, intervals: [2_000] });
  await wim.waitForTimeout(2_000);
  await expect(async () => {
    await wim.goto(`${base}/betalingen`);
    await expect(wim.getByText(/Berekend, wacht op goedkeuring|Laatste: /).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000, intervals: [2_000] });
  if ((await wim.getByText("Berekend, wacht op goedkeuring").count()) === 0) return;
  await ellen.goto(`${base}/betalingen`);
  await ellen.getByRole("link", { name: /^De berekening van het .* goedkeuren$/ }).click();
  await tabTo(ellen, 'form[action$="/goedkeuren"] button');
  await ellen.keyboard.press("Enter");
  await expect(ellen.getByText("Goedgekeurd, nog te boeken").first()).toBeVisible();
  await wim.goto(ellen.url().replace(/\?.*/, ""));
  await press(wim, "Boeken");
  await until(wim, "Afrekeningen per werkgever en zelfstandige");
}

async function chooseRole(page: Page, base: string, role: RegExp): Promise<void> {
  await page.goto(`${base}/rol`);
  await page.getByRole("button", { name: role }).click();
}

async function startRun(page: Page, base: string): Promise<string> {
  await page.goto(`${base}/betalingen/runs`);
  await page.getByLabel("Kwartaal", { exact: true }).selectOption("2026-K3");
  await press(page, "Starten en gegevens bevriezen");
  await press(page, "Proefberekening maken");
  await until(page, "Vergeleken");
  return page.url();
}

test("from declarations to the bank and back, with four eyes all the way", async ({ browser, baseURL }) => {
  const base = baseURL ?? "";

  // Whom it is about: a worker of the demonstration's employer, as the page of ready-made people names them.
  const firm = await logIn(browser, base, "Annelies Synaertlinde");
  await firm.waitForURL(/\/loket\/\d{10}/);
  const kbo = /\/loket\/(\d{10})/.exec(firm.url())?.[1] as string;
  await firm.context().clearCookies();
  await firm.goto(`${base}/aanmelden`);
  const worker = (await firm.getByRole("listitem").filter({ hasText: "rijksregisternummer" }).first().textContent()) ?? "";
  const insz = (/\d{11}/.exec(worker) ?? [])[0] as string;
  expect(insz).toMatch(/^\d{11}$/);
  await firm.context().close();

  // Take in: what fits is taken, what does not is kept apart as work, and nonsense is refused whole.
  const wim = await logIn(browser, base, "Wim Syndonckrode");
  await wim.goto(`${base}/betalingen`);
  await look(wim);
  await wim.getByRole("link", { name: "Aangiften innemen" }).click();
  await look(wim);
  await wim.getByLabel("Bestand", { exact: true }).setInputFiles({
    name: "bom.xml",
    mimeType: "application/xml",
    buffer: Buffer.from('<!DOCTYPE a [<!ENTITY b "b">]><DmfaAttests/>'),
  });
  await press(wim, "Innemen");
  await expect(wim.getByRole("alert")).toContainText("Er is een probleem");
  await wim
    .getByLabel("Bestand", { exact: true })
    .setInputFiles(attests(attest(insz, kbo, 1, 0), attest(insz, "1999008860", 1, 0, "SYN-ROAD-2")));
  await press(wim, "Innemen");
  await expect(wim.getByText("Het bestand is ingenomen")).toBeVisible();
  await expect(wim.getByRole("cell", { name: "1", exact: true }).first()).toBeVisible();
  await look(wim);
  await wim.goto(`${base}/betalingen/aangiften`);
  await expect(wim.getByText("SYN-ROAD-2").first()).toBeVisible();
  await look(wim);

  const ellen = await logIn(browser, base, "Ellen Synbeeksteen", false);
  await clearDesk(wim, ellen, base);

  // The dry run. The page can be closed while it is made.
  const run = await startRun(wim, base);
  await look(wim);
  await expect(wim.getByText("U startte deze berekening. Een andere persoon moet ze goedkeuren.")).toBeVisible();
  await expect(wim.getByRole("button", { name: "Goedkeuren" })).toHaveCount(0);

  // Approved by another person, by keyboard and without script.
  await ellen.goto(run);
  await tabTo(ellen, 'form[action$="/goedkeuren"] button');
  await ellen.keyboard.press("Enter");
  await expect(ellen.getByText("Goedgekeurd, nog te boeken").first()).toBeVisible();

  await wim.reload();
  await press(wim, "Boeken");
  await until(wim, "Afrekeningen per werkgever en zelfstandige");
  await wim.getByRole("link", { name: "Correcties met hun oorzaak" }).click();
  await look(wim);
  await wim.locator("main table a").first().click();
  await expect(wim.getByText("precies hetzelfde bedrag")).toBeVisible();
  await expect(wim.getByRole("heading", { name: "Waarom deze correctie" })).toBeVisible();
  await look(wim);
  await wim.goto(`${run}/afrekeningen`);
  await look(wim);
  await wim.locator("main table a").first().click();
  await expect(wim.getByText("Bevroren op")).toBeVisible();
  await look(wim);

  // The bank file: once.
  await wim.goto(`${run}/bank`);
  await press(wim, "Bankbestand maken");
  await look(wim);
  const downloading = wim.waitForEvent("download");
  await press(wim, "Eén keer downloaden en als verzonden noteren");
  const file = await (await downloading).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  const xml = Buffer.concat(parts).toString("utf8");
  await wim.goto(`${run}/bank`);
  await wim.getByText("Een verzonden bestand opnieuw downloaden").click();
  await press(wim, /^Opnieuw: MW-/);
  await expect(wim.getByRole("alert")).toContainText("Er is een probleem");
  await look(wim);

  // Reconcile: paid, then returned; a batch that is not ours is refused.
  const account = /<DbtrAcct><Id><IBAN>(\w+)<\/IBAN>/.exec(xml)?.[1] as string;
  const [, endToEndId] = /<EndToEndId>([^<]+)<\/EndToEndId>/.exec(xml) as RegExpExecArray;
  const [, amount] = /<InstdAmt Ccy="EUR">([^<]+)<\/InstdAmt>/.exec(xml) as RegExpExecArray;
  await wim.goto(`${base}/betalingen/bank`);
  await look(wim);
  const takeIn = async (of: { name: string; mimeType: string; buffer: Buffer }) => {
    await wim.goto(`${base}/betalingen/bank`);
    await wim.getByLabel("Bestand van de bank").setInputFiles(of);
    await press(wim, "Innemen");
  };
  const foreign = `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>A-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>OTHER-1</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;
  await takeIn({ name: "vreemd.xml", mimeType: "application/xml", buffer: Buffer.from(foreign) });
  await expect(wim.getByRole("alert")).toContainText("Er is een probleem");
  await takeIn(statement(account, endToEndId as string, amount as string, false));
  await expect(wim.getByText("Uitgevoerd: 1")).toBeVisible();
  await takeIn(statement(account, endToEndId as string, amount as string, true));
  await expect(wim.getByText("Teruggekomen: 1")).toBeVisible();
  await takeIn(statement(account, endToEndId as string, amount as string, true));
  await expect(wim.getByText("Dit bestand was al ingenomen")).toBeVisible();
  await wim.goto(`${run}/bank`);
  await expect(wim.getByText("rekening afgesloten").first()).toBeVisible();
  await look(wim);

  // The declaration is cancelled: what was paid for it comes back, in instalments that another person decides.
  await wim.goto(`${base}/betalingen/aangiften`);
  await wim.getByLabel("Bestand", { exact: true }).setInputFiles(attests(attest(insz, kbo, 2, 3)));
  await press(wim, "Innemen");
  // Who started it may not approve it, in another role neither.
  const lien = await logIn(browser, base, "Lien Synvelthof");
  await chooseRole(lien, base, /Betaalverantwoordelijke/);
  const back = await startRun(lien, base);
  await chooseRole(lien, base, /Goedkeurder/);
  await lien.goto(back);
  await expect(lien.getByText("U startte deze berekening. Een andere persoon moet ze goedkeuren.")).toBeVisible();
  await expect(lien.getByRole("button", { name: "Goedkeuren" })).toHaveCount(0);
  await look(lien);
  await lien.context().close();
  await ellen.goto(back);
  await press(ellen, "Goedkeuren");
  await wim.goto(back);
  await press(wim, "Boeken");
  await until(wim, "Terugvorderingen die nu voorgesteld zijn");
  await wim.getByRole("link", { name: "Terugvorderingen die nu voorgesteld zijn" }).click();
  await look(wim);
  await ellen.goto(`${base}/betalingen/terugvorderingen?toestand=PROPOSED`);
  await ellen.locator("main table a").first().click();
  const recovery = ellen.url();
  await press(ellen, "Beslissing vastleggen");
  await expect(ellen.getByRole("alert")).toContainText("Een reden ontbreekt");
  await ellen.getByLabel("Afbetalen in termijnen").check();
  await ellen.getByLabel("Aantal maandelijkse termijnen").fill("3");
  await ellen.getByLabel("Reden").first().fill("Afgesproken met de werkgever");
  await press(ellen, "Beslissing vastleggen");
  await expect(ellen.getByText("Uw beslissing is vastgelegd")).toBeVisible();
  await wim.goto(recovery);
  await expect(wim.getByRole("heading", { name: "Termijnen" })).toBeVisible();
  await look(wim);
  await wim.getByLabel("Bedrag in euro").first().fill("0,05");
  await wim.getByLabel("Referentie van de bankbeweging").fill("2026/331");
  await press(wim, "Ontvangst boeken");
  await expect(wim.getByText("De ontvangst is vastgelegd")).toBeVisible();
  await wim.context().close();
  await ellen.context().close();
});

test("blocks, books, forecast: each page on both screens; a payee is confirmed by another person", async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? "";
  const firm = await logIn(browser, base, "Annelies Synaertlinde");
  await firm.waitForURL(/\/loket\/\d{10}/);
  const kbo = /\/loket\/(\d{10})/.exec(firm.url())?.[1] as string;
  await firm.context().close();

  const wim = await logIn(browser, base, "Wim Syndonckrode");
  await wim.goto(`${base}/betalingen/blokkering/nieuw`);
  await press(wim, "Blokkering zetten");
  await expect(wim.getByRole("alert")).toContainText("Kies een soort");
  await look(wim);
  await wim.getByLabel(/^Ondernemingsnummer/).fill(kbo);
  await wim.getByLabel("Beslag").check();
  // Far ahead, so that it stands in the way of no other journey.
  await wim.getByLabel("Eerste dag").fill("1/1/2040");
  await wim.getByLabel("Wie het geld krijgt", { exact: true }).fill("Gerechtsdeurwaarder Synproef");
  await wim.getByLabel("Rekeningnummer van wie het geld krijgt").fill("BE68 5390 0754 7034");
  await wim.getByLabel("Reden en stuk").fill("Exploot 2026/17");
  await press(wim, "Blokkering zetten");
  await expect(wim.getByText("De blokkering is vastgelegd")).toBeVisible();
  await look(wim);
  const block = wim.url().replace(/\?.*/, "");
  await expect(wim.getByRole("button", { name: "Bevestigen" })).toHaveCount(0);

  const ellen = await logIn(browser, base, "Ellen Synbeeksteen");
  await ellen.goto(block);
  await look(ellen);
  await press(ellen, "Bevestigen");
  await expect(ellen.getByText("De blokkering is bevestigd")).toBeVisible();

  for (const path of ["/blokkeringen", "/begroting", "/staatssteun?jaar=2026", "/voorschotten", "/raming", "/runs"]) {
    await wim.goto(`${base}/betalingen${path}`, { timeout: 60_000 });
    await look(wim);
  }
  await wim.context().close();
  await ellen.context().close();
});

test("the auditor draws a sample twice, gets the same, and opens a bundle", async ({ browser, baseURL }) => {
  const page = await logIn(browser, baseURL ?? "", "Marc Synhofkerke");
  const draw = async () => {
    await page.goto(`${baseURL}/betalingen/steekproef`);
    await page.getByLabel("Startgetal").fill("2026-11 MS");
    await page.getByLabel("Aantal betalingen").fill("5");
    await page.getByLabel("Van kwartaal").fill("2025-K1");
    await page.getByLabel("Tot en met kwartaal").fill("2025-K4");
    await press(page, "Steekproef trekken");
    await expect(page.getByRole("link", { name: "Bundel 1" })).toBeVisible();
    return page.locator("main table").textContent();
  };
  const first = await draw();
  await look(page);
  expect(await draw()).toBe(first);
  await page.getByRole("link", { name: "Bundel 1" }).click();
  await expect(page.getByRole("heading", { name: "Van vaststelling tot bank" })).toBeVisible();
  await expect(page.getByText("precies hetzelfde bedrag")).toBeVisible();
  await look(page);
});

for (const who of ["Wim Syndonckrode", "Ellen Synbeeksteen", "Marc Synhofkerke"]) {
  test(`every part of the counter is readable for ${who}, on both screens and by keyboard`, async ({ browser, baseURL }) => {
    const base = baseURL ?? "";
    const page = await logIn(browser, base, who);
    await page.goto(`${base}/betalingen`);
    await look(page);
    const places = await page
      .locator(".mw-places a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(places.length).toBeGreaterThanOrEqual(9);
    // The first one is reached without a mouse; the rest are links like it.
    await tabTo(page, `.mw-places a[href="${places[0]}"]`);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === places[0]);
    for (const path of places) {
      await page.goto(`${base}${path}`, { timeout: 60_000 });
      await look(page);
    }
    await page.context().close();
  });
}
