// An invented population of any size in columns, the same for the same seed. Its shares are chosen, not observed; no amount of the law stands here.
import { type Localized, localized, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { type ColumnArray, type ColumnMemory, type Law, webAssembly } from "../../law/index.ts";
import { type Assumptions, defaultAssumptions, type Population, type Trait } from "./population.ts";
import { randomColumn } from "./random.ts";

export interface SyntheticOptions {
  /** Grants that run at the start. */
  readonly grants: number;
  readonly base: Quarter;
  /** Quarters ahead for which newcomers are made. */
  readonly horizon: number;
  readonly seed?: number;
  readonly assumptions?: Assumptions;
  /** Where the columns are put; left out, in arrays of their own. */
  readonly memory?: ColumnMemory;
}

const value = (code: string, nl: string, en: string, fr: string) => ({ code, title: localized(nl, en, fr) });
const plain = (code: string, title: Localized["nl"]) => value(code, title, title, title);

const sex: Trait = {
  id: "sex",
  title: localized("Geslacht", "Sex", "Sexe"),
  values: [value("F", "vrouw", "woman", "femme"), value("M", "man", "man", "homme")],
};
const province: Trait = {
  id: "province",
  title: localized("Provincie", "Province", "Province"),
  values: [
    plain("ANT", "Antwerpen"),
    plain("LIM", "Limburg"),
    plain("OVL", "Oost-Vlaanderen"),
    plain("VBR", "Vlaams-Brabant"),
    plain("WVL", "West-Vlaanderen"),
  ],
};
const size: Trait = {
  id: "size",
  title: localized("Grootte van de werkgever", "Size of the employer", "Taille de l’employeur"),
  values: [
    value("1-9", "1 tot 9 werknemers", "1 to 9 workers", "1 à 9 travailleurs"),
    value("10-49", "10 tot 49 werknemers", "10 to 49 workers", "10 à 49 travailleurs"),
    value("50-249", "50 tot 249 werknemers", "50 to 249 workers", "50 à 249 travailleurs"),
    value("250+", "250 of meer werknemers", "250 workers or more", "250 travailleurs ou plus"),
  ],
};
const wageLevel: Trait = {
  id: "wageLevel",
  title: localized("Loon bij voltijds werk", "Wage at full time", "Salaire à temps plein"),
  values: [
    value(
      "BELOW_125",
      "tot 1,25 keer het minimuminkomen",
      "up to 1.25 times the minimum income",
      "jusqu’à 1,25 fois le revenu minimum",
    ),
    value("BELOW_150", "tot 1,5 keer", "up to 1.5 times", "jusqu’à 1,5 fois"),
    value("BELOW_200", "tot 2 keer", "up to 2 times", "jusqu’à 2 fois"),
    value("FROM_200", "2 keer en meer", "2 times and more", "2 fois et plus"),
  ],
};
const packages: Trait = {
  id: "package",
  title: localized("Pakket", "Package", "Paquet"),
  values: [
    value("T2", "2 jaar", "2 years", "2 ans"),
    value("P5", "5 jaar", "5 years", "5 ans"),
    value("P5_PLUS", "5 jaar, verhoogd", "5 years, higher", "5 ans, majoré"),
    value("P5_MWB", "5 jaar, maatwerkbedrijf", "5 years, customised-work company", "5 ans, entreprise de travail adapté"),
    value("AFTER_EVALUATION", "na evaluatie", "after evaluation", "après évaluation"),
  ],
};
const guidance: Trait = {
  id: "guidanceNeed",
  title: localized("Nood aan begeleiding", "Need for guidance", "Besoin d’accompagnement"),
  values: [
    value("NONE", "geen", "none", "aucun"),
    value("LOW", "laag", "low", "faible"),
    value("MEDIUM", "gemiddeld", "medium", "moyen"),
    value("HIGH", "hoog", "high", "élevé"),
  ],
};

export const syntheticTraits: readonly Trait[] = [packages, guidance, wageLevel, province, size, sex];

/** Cumulative shares in ten-thousandths. */
const shares = {
  package: [1500, 6200, 8600, 9100, 10_000],
  guidanceNeed: [5400, 7200, 8700, 10_000],
  province: [2750, 4300, 6550, 8050, 10_000],
  size: [2900, 5700, 8000, 10_000],
  sex: [4400, 10_000],
};

const wasmHere = webAssembly !== undefined;

/** Of the people that the demonstration shows. */
export const inventedSeed = 2023;

export function syntheticPopulation(law: Law, options: SyntheticOptions): Population {
  const { grants, base, horizon, seed = inventedSeed, assumptions = defaultAssumptions, memory } = options;
  const perQuarter = Math.round((grants * assumptions.entering) / 10_000);
  const rows = grants + perQuarter * horizon;
  const at = quarterIndexNumber(base);
  const column = <A extends "Int32Array" | "Int16Array" | "Uint8Array">(kind: A): ColumnArray =>
    memory !== undefined && wasmHere ? memory.column(kind, rows) : new { Int32Array, Int16Array, Uint8Array }[kind](rows);
  const facts = {
    package: column("Uint8Array"),
    startQuarter: column("Int32Array"),
    percentage: column("Uint8Array"),
    collectivePercentage: column("Uint8Array"),
    guidanceNeed: column("Uint8Array"),
    grossWage: column("Int32Array"),
    employerContributions: column("Int32Array"),
    contributionReductions: column("Int32Array"),
    employmentFraction: column("Int16Array"),
    performedFraction: column("Int16Array"),
    inServiceFrom: column("Int32Array"),
    inServiceUntil: column("Int32Array"),
  };
  const lastQuarter = new Int32Array(rows);
  const traitColumns = {
    sex: new Uint8Array(rows),
    province: new Uint8Array(rows),
    size: new Uint8Array(rows),
    wageLevel: new Uint8Array(rows),
    package: new Uint8Array(rows),
    guidanceNeed: new Uint8Array(rows),
  };
  const monthly = amountOf(law, "ggmmi", base);
  const terms = [amountOf(law, "term.quarters.temporary", base), amountOf(law, "term.quarters.lasting", base)] as const;
  const step = amountOf(law, "wagePremium.stepPct", base) / 100;
  const least = amountOf(law, "wagePremium.minPct", base) / 100;
  const most = amountOf(law, "wagePremium.maxPct", base) / 100;
  const draw = randomColumn(seed);

  // Who runs at the start began some time ago: older beginnings are rarer, for many have left since.
  const starts = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const ago = Math.floor((draw(row, 1) * draw(row, 2) * terms[1]) / 1e8);
    starts[row] = row < grants ? at - ago : at + 1 + Math.floor((row - grants) / Math.max(perQuarter, 1));
  }
  starts.subarray(0, grants).sort();

  for (let row = 0; row < rows; row += 1) {
    const start = starts[row]!;
    let chosen = place(shares.package, draw(row, 3));
    // A two-year package that runs now began less than two years ago.
    if (chosen === 0 && at - start >= terms[0]) chosen = 1;
    const level =
      1020 + Math.floor(((draw(row, 4) * draw(row, 5) * draw(row, 6)) / 1e12) * 1900) + Math.floor((draw(row, 7) * 500) / 1e4);
    const fraction = draw(row, 8) < 4300 ? 10_000 : 4000 + 500 * Math.floor((draw(row, 9) * 12) / 1e4);
    const fullTime = Math.floor((3 * monthly * level) / 1000);
    const present = draw(row, 10) < 8600 ? 10_000 : 6000 + Math.floor((draw(row, 11) * 4000) / 1e4);
    const gross = Math.floor((Math.floor((fullTime * fraction) / 10_000) * Math.floor((present + 10_000) / 2)) / 10_000);
    const contributions = Math.floor((gross * (246 + Math.floor((draw(row, 12) * 47) / 1e4))) / 1000);
    const reductions = Math.floor((gross * (level < 1400 ? 110 : 50)) / 1000);
    const need = place(shares.guidanceNeed, draw(row, 13));
    facts.package[row] = chosen + 1;
    facts.startQuarter[row] = start;
    facts.percentage[row] = chosen === 4 ? least + step * Math.floor((draw(row, 14) * ((most - least) / step + 1)) / 1e4) : 0;
    facts.collectivePercentage[row] = 0;
    facts.guidanceNeed[row] = need + 1;
    facts.grossWage[row] = gross;
    facts.employerContributions[row] = contributions;
    facts.contributionReductions[row] = Math.min(reductions, contributions);
    facts.employmentFraction[row] = fraction;
    facts.performedFraction[row] = present === 10_000 ? -1 : Math.floor((fraction * present) / 10_000);
    const term = start + (chosen === 0 ? terms[0] : terms[1]) - 1;
    lastQuarter[row] = Math.min(term, Math.max(start, at) + stays(draw(row, 15), assumptions.leaving));
    traitColumns.package[row] = chosen;
    traitColumns.guidanceNeed[row] = need;
    traitColumns.sex[row] = place(shares.sex, draw(row, 16));
    traitColumns.province[row] = place(shares.province, draw(row, 17));
    traitColumns.size[row] = place(shares.size, draw(row, 18));
    // The reference wage with contributions, at full time.
    const paid = Math.floor((level * 1200) / 1000);
    traitColumns.wageLevel[row] = paid < 1500 ? 0 : paid < 1800 ? 1 : paid < 2400 ? 2 : 3;
  }
  facts.inServiceFrom.fill(openFrom);
  facts.inServiceUntil.fill(openUntil);
  return {
    origin: "synthetic",
    rows,
    base,
    facts,
    firstQuarter: starts,
    lastQuarter,
    traits: syntheticTraits,
    traitColumns,
  };
}

/** Numbers that stand for "in service from before" and "in service past the quarter" in the columns of days. */
const openFrom = -719_163;
const openUntil = 2_932_897;

/** Whole quarters before somebody leaves, when a share leaves each quarter. */
export function stays(drawn: number, leaving: number): number {
  if (leaving <= 0) return 400;
  return Math.min(400, Math.floor(Math.log((drawn + 0.5) / 10_000) / Math.log(1 - leaving / 10_000)));
}

function place(cumulative: readonly number[], drawn: number): number {
  const found = cumulative.findIndex((end) => drawn < end);
  return found < 0 ? cumulative.length - 1 : found;
}

function amountOf(law: Law, id: string, quarter: Quarter): number {
  const read = law.parameterAt(
    id,
    `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}-01` as never,
  );
  if (!read.ok) throw new TypeError(`The law gives no ${id} in ${quarter}`);
  return read.value.value as number;
}
