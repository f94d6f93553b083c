// Who of the demonstration opens the pages of each role, what is beyond a role's reach, and how a page comes to be that no link leads to.
import { expect, type Page } from "@playwright/test";
import { type Permission, type Role, reachOf } from "../../src/access/index.ts";

/** Brings a page about where no link leads to it, and gives addresses from which it is found. */
type Prepare = (page: Page) => Promise<readonly string[]>;

export interface Visit {
  /** Ready-made people, tried one after the other until every page was seen. */
  readonly who: readonly string[];
  /** Where to begin besides the start of the role. */
  readonly from?: readonly string[];
  readonly prepare?: readonly Prepare[];
  /** Pages that hold nothing for the role in the demonstration, and why. */
  readonly none?: Readonly<Record<string, string>>;
}

export async function logIn(page: Page, who: string): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByRole("listitem").filter({ hasText: who }).getByRole("button").click();
}

/** What somebody else sees meanwhile, in a window of their own. */
async function as<T>(page: Page, who: string, look: (other: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("There is no browser");
  const other = await browser.newPage();
  try {
    await logIn(other, who);
    return await look(other);
  } finally {
    await other.close();
  }
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const addressOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

/** Pages in the parts that belong to somebody else: they answer as if nothing were there. */
export function beyond(role: Role, path: string): boolean {
  const reaches = (permission: Permission, reach: "own" | "organisation" | "all") => reachOf(role, permission) === reach;
  // Who acts for one enterprise is led to it at once.
  if (path === "/loket") return role !== "payrollOffice";
  if (path.startsWith("/loket")) return !reaches("application.file", "organisation");
  if (path.startsWith("/departement/dossier")) return !reaches("application.follow", "all");
  if (path.startsWith("/mijn-dossier/voor/") || path === "/mijn-dossier/eerste-aanvraag") return role !== "guardian";
  if (path === "/mijn-dossier") return !reaches("person.tickets.see", "own");
  if (path.startsWith("/mijn-dossier/")) return role === "guardian" || !reaches("person.tickets.see", "own");
  // Who acts for an enterprise makes keys per enterprise.
  if (path === "/mijn/programma") return reaches("application.file", "organisation");
  return false;
}

/** Leads on to the start of the role, or to the one enterprise that somebody acts for. */
export const LEADS_ON: ReadonlySet<string> = new Set(["/mijn"]);

/** Opens a person's file at VDAB, looked up by name. */
const personAtVdab =
  (name: string, why = "Aanvraag indicering behandelen"): Prepare =>
  async (page) => {
    await page.goto("/vdab");
    await page.getByLabel("Zoek een persoon").fill(name);
    await press(page, "Zoeken");
    await page.locator("main ul a").first().click();
    const asked = addressOf(page);
    await page.getByLabel(why).check();
    await press(page, "Dossier openen");
    return [asked, addressOf(page)];
  };

/** A request with evidence that waits: the finding, the proposal and the evidence are opened in it. */
const openRequest: Prepare = async (page) => {
  const insz = await numberIn(page, "Mieke Synbelt");
  await page.goto("/vdab/aanvraag");
  await page.getByLabel("Rijksregisternummer").fill(insz);
  await page.getByLabel("Voornaam").fill("Mieke");
  await page.getByLabel("Familienaam").fill("Synbelt");
  await page.getByLabel("Individueel maatwerk").check();
  await page.getByLabel("Met attesten").check();
  await page.getByLabel("Telefoon").check();
  await press(page, "Aanvraag bewaren");
  const file = addressOf(page);
  if (!file.includes("/personen/")) return [];
  await page.getByRole("link", { name: "Bewijsstuk toevoegen" }).first().click();
  const pdf = { name: "attest.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 synthetic") };
  await page.getByLabel("Bewijsstuk").setInputFiles(pdf);
  await press(page, "Toevoegen");
  await page.getByRole("link", { name: "Vaststelling invoeren" }).first().click();
  const choose = (name: string, choice: string) => page.getByRole("group", { name }).getByLabel(choice, { exact: true }).check();
  await choose("Is er een arbeidsbeperking", "Ja");
  await choose("Voldoet de persoon aan de criteria?", "Ja");
  await page.getByLabel("Bewijs en reden van dit oordeel").fill("Attest");
  await page.getByLabel("Rendementsverlies").fill("30");
  await page.getByLabel("Bijkomende kosten").fill("0");
  await choose("Is er begeleiding nodig op de werkvloer?", "Nee");
  await page.getByLabel("Blijvend").check();
  await choose("Is er een verhoogde behoefte", "Nee");
  await press(page, "Bewaren en voorstel tonen");
  return [addressOf(page), file];
};

/** A ward's first request, with a piece of evidence. */
const firstRequest: Prepare = async (page) => {
  await page.goto("/mijn-dossier/eerste-aanvraag");
  const wards = page.locator('input[name="insz"]');
  if ((await wards.count()) === 0) return [];
  await wards.first().check();
  await page.getByLabel("Voornaam van deze persoon").fill("Nele");
  await page.getByLabel("Familienaam van deze persoon").fill("Synward");
  await page.getByLabel("Bij een gewone werkgever, of als zelfstandige").check();
  await page.getByLabel("Ja, bijvoorbeeld een attest van een arts").check();
  const pdf = { name: "attest.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 synthetic") };
  await page.getByLabel("Kies een bestand").setInputFiles(pdf);
  await press(page, "Aanvraag sturen");
  return [addressOf(page)];
};

/** The numbers of ready-made people stand with them on the page of the stand-in provider. */
async function numberIn(page: Page, name: string): Promise<string> {
  return await inNewVisit(page, async (other) => {
    await other.goto("/aanmelden");
    const said = (await other.getByRole("listitem").filter({ hasText: name }).textContent()) ?? "";
    return new RegExp(`${name}[^\\d]*(\\d{11})`).exec(said)?.[1] ?? "";
  });
}

async function inNewVisit<T>(page: Page, look: (other: Page) => Promise<T>): Promise<T> {
  const other = await (page.context().browser() as NonNullable<ReturnType<ReturnType<Page["context"]>["browser"]>>).newPage();
  try {
    return await look(other);
  } finally {
    await other.close();
  }
}

const catchUp: Prepare = async (page) => {
  await page.goto("/vdab/inhaalbeweging");
  await page.locator("main form button").first().click();
  return [addressOf(page)];
};

/** An advice of a partner that waits at VDAB. */
const advice: Prepare = async (page) => {
  const insz = await numberIn(page, "Jan Synschrijft");
  await as(page, "Omar Synkensdaele", async (partner) => {
    await partner.getByLabel("Rijksregisternummer").fill(insz);
    await partner.getByLabel("Voornaam").fill("Jan");
    await partner.getByLabel("Familienaam").fill("Synschrijft");
    await partner.getByLabel("Dag van het advies").fill(today());
    await partner.getByLabel(/^(Uw )?[Aa]dvies$/).fill("Begeleiding nodig");
    await press(partner, "Advies sturen");
  });
  return personAtVdab("Jan Synschrijft")(page);
};

const today = () => new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels" }).format(new Date());

/** Files of the work list, by what they ask. */
const files =
  (...kinds: readonly string[]): Prepare =>
  async (page) =>
    as(page, "Koen Synhaegehof", async (handler) => {
      const found: string[] = [];
      for (const kind of kinds) {
        await handler.goto(`/departement?soort=${kind}`);
        found.push(...(await hrefs(handler, "main table tbody th a")).slice(0, 3));
      }
      return found;
    });

const hrefs = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

/** The enterprise of the demonstration whose quarter is paid. */
const statements: Prepare = async (page) =>
  as(page, "Annelies Synaertlinde", async (firm) => [`/documenten/afrekeningen/${/\d{10}/.exec(firm.url())?.[0]}`]);

/** An application that the department asked to complete. */
const completion: Prepare = async (page) => {
  const insz = await inNewVisit(page, async (other) => {
    await other.goto("/aanmelden");
    const said = (await other.getByRole("listitem").filter({ hasText: "Dirk Synoefen" }).textContent()) ?? "";
    return (said.match(/\d{11}/g) ?? [])[1] ?? "";
  });
  const heading = "insz,givenName,familyName,premiums,contractFrom,employmentFraction,notInDifficulty,contactName,contactEmail";
  const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
  const row = `${insz},Lies,Synaanvul,WAGE,${from},0.8,ja,Dirk Synoefen,dirk@synoefen.be`;
  const firm = await as(page, "Dirk Synoefen", async (employer) => {
    const register = employer.getByRole("link", { name: "Onderneming registreren" });
    if ((await register.count()) > 0) {
      await register.click();
      await press(employer, "Onderneming registreren");
    }
    const start = /\/loket\/\d{10}/.exec(employer.url())?.[0] ?? "";
    await employer.goto(`${start}/programma`);
    const csv = { name: "een.csv", mimeType: "text/csv", buffer: Buffer.from(`${heading}\r\n${row}\r\n`) };
    await employer.locator('input[type="file"]').setInputFiles(csv);
    await employer.locator("form:has(input[type=file]) button").click();
    return (await employer.locator('main a[href*="/dossier/"]').first().getAttribute("href")) ?? "";
  });
  await as(page, "Fatima Synlaervelde", async (handler) => {
    await handler.goto(`/departement/dossier/${firm.split("/dossier/")[1]}/aanvulling`);
    // Asked before, of the same application: it waits already.
    if ((await handler.getByLabel("Het contract (EMP-12)").count()) === 0) return;
    await handler.getByLabel("Het contract (EMP-12)").check();
    await handler.getByLabel("Uw vraag aan de aanvrager").fill("Wilt u het contract opsturen?");
    await press(handler, "Aanvulling vragen");
    await expect(handler.getByText("De aanvulling is gevraagd")).toBeVisible();
  });
  return [firm];
};

/** Somebody begins an application and leaves it. */
const draft: Prepare = async (page) => {
  const firm = /\/loket\/\d{10}/.exec(page.url())?.[0];
  if (firm === undefined) return [];
  await page.goto(`${firm}/nieuw`);
  const self = page.getByLabel("Premie voor uzelf");
  if ((await self.count()) > 0) await self.check();
  if ((await page.getByRole("button", { name: "Aanvraag beginnen" }).count()) === 0) return [];
  await press(page, "Aanvraag beginnen");
  const tasks = addressOf(page).replace(/\/$/, "");
  return [tasks, `${tasks}/nakijken`];
};

/** A request for one's data that the data-protection officer handles. */
const privacyRequest: Prepare = async (page) => {
  const insz = await numberIn(page, "Ayse Syneyckacker");
  await page.goto("/gegevensbescherming");
  await page.locator('[name="insz"]').fill(insz);
  const kind = page.locator('[name="kind"]').first();
  if ((await kind.getAttribute("type")) === "radio") await kind.check();
  else await kind.selectOption({ index: 1 });
  await page.locator('[name="receivedOn"]').fill(today());
  await page.locator("main form:has([name=receivedOn]) button").first().click();
  return [addressOf(page)];
};

/** A draft of figures that waits for its second person. */
const figuresDraft: Prepare = async (page) => {
  await page.goto("/cijfers/vraag?sjabloon=parlementaire-vraag");
  const name = page.getByLabel("Naam", { exact: true });
  if ((await name.count()) === 0) return [];
  await name.fill(`bezoek-${Date.now().toString(36)}`);
  await press(page, "Ontwerp maken om vrij te geven");
  return [addressOf(page)];
};

const NO_LETTERS = {
  "/documenten/:document": "no letter is for this role",
  "/documenten/:document/pdf": "no letter is for this role",
};
const ADVANCE = { "/loket/:kbo/dossier/:dossier/voorschot": "the law gives no amount of an advance (OPEN-27)" };
/** A result of the lab over the records, which is kept. */
const labResult: Prepare = async (page) => {
  await page.goto("/beleid/register");
  await press(page, "Bereken en bewaar");
  await page.waitForURL(/register\/[0-9a-f-]{36}$/);
  return [addressOf(page)];
};

const FIGURES: Visit = { who: [], from: ["/cijfers/werk", "/cijfers/ontwerp"], prepare: [figuresDraft], none: NO_LETTERS };

export const visits: Readonly<Record<Role, Visit>> = {
  employer: {
    who: ["Annelies Synaertlinde", "Dirk Synoefen", "Joke Synproef"],
    prepare: [draft, completion],
    none: ADVANCE,
  },
  payrollOffice: { who: ["Jeroen Synberghorst"], prepare: [draft, completion], none: ADVANCE },
  selfEmployed: {
    who: ["Dorien Synhaegehorst", "Sofie Synatelier", "Rik Synstarter"],
    from: ["/mijn-dossier"],
    prepare: [draft],
    none: ADVANCE,
  },
  person: { who: ["Said Synbrandrode", "Ayse Syneyckacker", "Lotte Synvraagt", "Emre Synzoekt"], from: ["/mijn-dossier"] },
  guardian: {
    who: ["Ria Synbewind"],
    prepare: [firstRequest],
    none: { "/mijn-dossier/voor/:persoon/heroverweging/:indicering": "the decisions about the wards are older than the term" },
  },
  vdabAdviser: {
    who: ["Hilde Synbroeckhove"],
    from: ["/vdab/advies"],
    prepare: [openRequest, personAtVdab("Lotte Synvraagt"), advice, catchUp],
  },
  icfPartner: { who: ["Omar Synkensdaele"], none: NO_LETTERS },
  reviewSecretary: { who: ["Greet Synmeersgoor"], from: ["/vdab?soort=REVIEW"], prepare: [personAtVdab("Lotte Synvraagt")] },
  caseHandler: {
    who: ["Koen Synhaegehof"],
    from: ["/betalingen", "/overgang"],
    prepare: [files("READY", "EVALUATION_READY", "SECOND_LOOK", "CHANGED"), statements],
  },
  paymentOfficer: { who: ["Wim Syndonckrode"], prepare: [statements] },
  paymentApprover: { who: ["Ellen Synbeeksteen"], none: NO_LETTERS },
  statistician: { ...FIGURES, who: ["Luca Synmoerbrecht"] },
  cabinetAdviser: { ...FIGURES, who: ["Ruben Synlindenaar"] },
  policyAnalyst: { ...FIGURES, who: ["Nele Synbergdrisse"], prepare: [figuresDraft, labResult] },
  auditor: {
    who: ["Marc Synhofkerke"],
    from: ["/departement/zoeken"],
    prepare: [files("READY", "EVALUATION_READY", "NEW"), statements],
  },
  dataProtectionOfficer: { who: ["Sabine Syneyckzele"], prepare: [privacyRequest], none: NO_LETTERS },
  socialInspector: {
    who: ["Tom Synmuntlinde"],
    from: ["/departement/zoeken"],
    prepare: [files("READY", "EVALUATION_READY", "NEW"), statements],
  },
  helpdesk: { who: ["Yasmina Syngaelmans"], none: NO_LETTERS },
  administrator: { who: ["Bart Synboschman"], none: NO_LETTERS },
};
