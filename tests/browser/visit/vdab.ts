// What VDAB's pages need: a request with evidence, an advice of a partner, a decision, groups, an evaluation that was decided.
import { addressOf, as, follow, numberOf, type Prepare, pdf, press, today } from "./hands.ts";

/** Opens a person's file at VDAB, looked up by name. */
export const personAtVdab =
  (name: string, why = "Aanvraag indicering behandelen"): Prepare =>
  async (page) => {
    await page.goto("/vdab");
    await page.getByLabel("Zoek een persoon").fill(name);
    await press(page, "Zoeken");
    // Who is spelt alike is found too.
    const found = page.getByRole("link", { name, exact: true });
    if ((await found.count()) === 0) return [];
    await follow(found.first());
    const asked = addressOf(page);
    await page.getByLabel(why).check();
    await press(page, "Dossier openen");
    return [asked, addressOf(page)];
  };

/** A request with evidence that waits: the finding, the proposal and the evidence are opened in it. */
export const openRequest: Prepare = async (page) => {
  const insz = await numberOf(page, "Mieke Synbelt");
  await page.goto("/vdab/aanvraag");
  await page.getByLabel("Rijksregisternummer").fill(insz);
  await page.getByLabel("Voornaam").fill("Mieke");
  await page.getByLabel("Familienaam").fill("Synbelt");
  await page.getByLabel("Individueel maatwerk").check();
  await page.getByLabel("Met attesten").check();
  await page.getByLabel("Telefoon").check();
  await press(page, "Aanvraag bewaren");
  // Refused while an earlier one waits: that one will do.
  if (!page.url().includes("/personen/")) await personAtVdab("Mieke Synbelt")(page);
  const file = addressOf(page);
  const attach = page.getByRole("link", { name: "Bewijsstuk toevoegen" });
  // What was found before only waits for its decision.
  if ((await attach.count()) === 0) return [file];
  await follow(attach.first());
  await page.getByLabel("Bewijsstuk").setInputFiles(pdf("attest.pdf"));
  await press(page, "Toevoegen");
  await follow(page.getByRole("link", { name: "Vaststelling invoeren" }).first());
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

/** A group of people who are given a ticket or whose right is converted at once; it begins with none of them. */
export const group =
  (path: string): Prepare =>
  async (page) => {
    await page.goto(path);
    await follow(page.locator("main form button").first());
    return [addressOf(page)];
  };

/** An advice of a partner that waits at VDAB. */
export const advice: Prepare = async (page) => {
  const insz = await numberOf(page, "Jan Synschrijft");
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
