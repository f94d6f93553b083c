// Budget articles (begrotingsartikelen) as dated data: per year an article with its components and, where known, its credit.
import { type Actor, type Reason, reason } from "../../dossier/index.ts";
import { fail, type Instant, localized, ok, type Result } from "../../kernel/index.ts";
import { COMPONENTS, type Component } from "../ports.ts";

/** One row as recorded; of one article and year the row that was recorded last counts. */
export interface BudgetRow {
  readonly article: string;
  readonly year: number;
  readonly title: string;
  /** Paid from this article in the year; empty: the article is no longer used. */
  readonly components: readonly Component[];
  /** Commitment credit (vastleggingskrediet); null: not known. */
  readonly creditCents: number | null;
}

export interface StoredBudgetRow extends BudgetRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
}

/** The rows that count, one per article and year, in order. */
export function currentRows(rows: readonly StoredBudgetRow[]): readonly StoredBudgetRow[] {
  const latest = new Map<string, StoredBudgetRow>();
  for (const row of rows) {
    const key = `${row.year} ${row.article}`;
    const held = latest.get(key);
    if (held === undefined || held.seq < row.seq) latest.set(key, row);
  }
  return [...latest.values()].sort((a, b) => b.year - a.year || (a.article < b.article ? -1 : 1));
}

/** The article that a component is paid from in a year, or null. */
export function articleOf(rows: readonly StoredBudgetRow[], year: number, component: Component): StoredBudgetRow | null {
  return currentRows(rows).find((row) => row.year === year && row.components.includes(component)) ?? null;
}

/** Checks a new row against those that count: a component has one article a year. */
export function checkRow(row: BudgetRow, rows: readonly StoredBudgetRow[]): Result<BudgetRow, readonly Reason[]> {
  const found: Reason[] = [];
  if (!/^[A-Z0-9][A-Z0-9 .\-/]{1,30}$/.test(row.article)) found.push(wrongArticle());
  if (!Number.isSafeInteger(row.year) || row.year < FIRST_YEAR || row.year > LAST_YEAR) found.push(wrongYear());
  if (row.title.trim() === "" || row.title.length > 120) found.push(wrongTitle());
  if (row.creditCents !== null && !(Number.isSafeInteger(row.creditCents) && row.creditCents >= 0)) found.push(wrongCredit());
  if (row.components.some((one) => !COMPONENTS.includes(one))) found.push(wrongComponent());
  for (const component of row.components) {
    const other = articleOf(rows, row.year, component);
    if (other !== null && other.article !== row.article) found.push(takenBy(other.article, component));
  }
  return found.length > 0 ? fail(found) : ok(row);
}

/** What can be typed; no rule of law. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const wrongArticle = (): Reason =>
  reason("budget.article", {
    field: "article",
    expected: "SE0-1SDD2NY-WT",
    message: localized("Dit is geen code van een artikel", "This is no code of an article", "Ce n’est pas un code d’article"),
    remedy: localized(
      "Gebruik hoofdletters, cijfers, punten en streepjes, ten hoogste 31 tekens",
      "Use capitals, digits, points and dashes, 31 signs at most",
      "Utilisez majuscules, chiffres, points et tirets, 31 signes au plus",
    ),
  });
const wrongYear = (): Reason =>
  reason("budget.year", {
    field: "year",
    expected: `${FIRST_YEAR} - ${LAST_YEAR}`,
    message: localized("Dit is geen begrotingsjaar", "This is no budget year", "Ce n’est pas une année budgétaire"),
    remedy: localized("Geef een jaar van vier cijfers", "Give a year of four digits", "Donnez une année de quatre chiffres"),
  });
const wrongTitle = (): Reason =>
  reason("budget.title", {
    field: "title",
    message: localized("De naam ontbreekt of is te lang", "The name is missing or too long", "Le nom manque ou est trop long"),
    remedy: localized("Geef een naam tot 120 tekens", "Give a name up to 120 signs", "Donnez un nom de 120 signes au plus"),
  });
const wrongCredit = (): Reason =>
  reason("budget.credit", {
    field: "credit",
    expected: ">= 0",
    message: localized("Het krediet is geen bedrag", "The credit is no amount", "Le crédit n’est pas un montant"),
    remedy: localized(
      "Geef een bedrag, of laat het leeg als het niet bekend is",
      "Give an amount, or leave it empty when it is not known",
      "Donnez un montant, ou laissez vide s’il n’est pas connu",
    ),
  });
const wrongComponent = (): Reason =>
  reason("budget.component", {
    field: "components",
    expected: COMPONENTS.join(", "),
    message: localized("Deze premie bestaat niet", "This premium does not exist", "Cette prime n’existe pas"),
    remedy: localized("Kies uit de lijst", "Choose from the list", "Choisissez dans la liste"),
  });
const takenBy = (article: string, component: Component): Reason =>
  reason("budget.taken", {
    field: "components",
    expected: article,
    message: localized(
      `${component} wordt dat jaar al betaald uit ${article}`,
      `${component} is paid from ${article} that year already`,
      `${component} est déjà payée sur ${article} cette année`,
    ),
    remedy: localized(
      `Haal ze eerst weg bij ${article}`,
      `Take it away from ${article} first`,
      `Retirez-la d’abord de ${article}`,
    ),
  });
