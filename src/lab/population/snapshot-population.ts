// A population from the records of one moment: as they are in the first draw, drawn from them with replacement in the others.
import { localized, quarterIndexNumber } from "../../kernel/index.ts";
import { type ColumnArray, type ColumnMemory, columns, type InputColumn, type Law, numberOfFact } from "../../law/index.ts";
import { totalRule } from "../reform/apply-reform.ts";
import { type Assumptions, defaultAssumptions, type Population, type Trait } from "./population.ts";
import { randomColumn } from "./random.ts";
import type { ObservedFlow, RecordedGrant, Records } from "./records.ts";
import { stays, syntheticTraits } from "./synthetic-population.ts";

export interface SnapshotOptions {
  /** Quarters ahead for which newcomers are made. */
  readonly horizon: number;
  readonly assumptions: Assumptions;
  /** 0: the records as they are; any other number draws them anew. */
  readonly draw: number;
  readonly memory?: ColumnMemory;
}

/** What the records say of coming and going; the rise of wages and of the minimum income stays an assumption. */
export function observedAssumptions({ running, started, stopped }: ObservedFlow): Assumptions {
  const share = (count: number) => (running === 0 ? 0 : Math.round((count * 10_000) / running));
  return { ...defaultAssumptions, entering: share(started), leaving: share(stopped) };
}

/** Rows that a population needs: who runs now, and who comes. */
export function snapshotRows(records: Records, horizon: number, { entering }: Assumptions): number {
  return records.grants.length + Math.round((records.grants.length * entering) / 10_000) * horizon;
}

export function snapshotPopulation(law: Law, records: Records, options: SnapshotOptions): Population {
  const { horizon, assumptions, draw, memory } = options;
  const { grants, base } = records;
  const at = quarterIndexNumber(base);
  const rows = grants.length === 0 ? 0 : snapshotRows(records, horizon, assumptions);
  const perQuarter = horizon === 0 ? 0 : (rows - grants.length) / horizon;
  const random = randomColumn(draw);
  // A draw of ten thousand is too coarse for a large population: two make one.
  const pick = (row: number, purpose: number, count: number) =>
    Math.min(count - 1, Math.floor(((random(row, purpose) * 10_000 + random(row, purpose + 1)) * count) / 1e8));
  // Who comes is like who came lately; where nobody did, like anybody.
  const recent = grants.flatMap(({ startQuarter }, index) => (at - startQuarter < 8 ? [index] : []));
  const newcomers = recent.length > 0 ? recent : grants.map((_, index) => index);

  interface Drawn {
    readonly grant: RecordedGrant;
    readonly start: number;
    readonly last: number;
  }
  const drawn: Drawn[] = [];
  for (let row = 0; row < rows; row += 1) {
    const running = row < grants.length;
    const chosen = running ? (draw === 0 ? row : pick(row, 1, grants.length)) : newcomers[pick(row, 1, newcomers.length)]!;
    const grant = grants[chosen]!;
    const start = running ? grant.startQuarter : at + 1 + Math.floor((row - grants.length) / perQuarter);
    const term = start + (grant.endQuarter - grant.startQuarter);
    drawn.push({ grant, start, last: Math.min(term, Math.max(start, at) + stays(random(row, 3), assumptions.leaving)) });
  }
  drawn.sort((a, b) => a.start - b.start);

  const traits = syntheticTraits.filter(({ id }) => id !== "wageLevel").map(withUnknown);
  const traitColumns = Object.fromEntries(traits.map(({ id }) => [id, new Uint8Array(rows)]));
  const inputs = columns(law, base, { rules: [totalRule] }).inputs;
  const facts = Object.fromEntries(inputs.map((one) => [one.name, emptyColumn(one, rows, memory)]));
  const employers = new Int32Array(rows);
  const firstQuarter = new Int32Array(rows);
  const lastQuarter = new Int32Array(rows);
  for (const [row, { grant, start, last }] of drawn.entries()) {
    const given = factsOf(grant, start);
    for (const column of inputs) {
      const fact = given[column.name];
      const number = numberOfFact(column, fact);
      // What the columns cannot hold is outside their bounds, and the row says so.
      facts[column.name]![row] = Number.isNaN(number) ? outside(column) : number;
    }
    for (const { id, values } of traits) traitColumns[id]![row] = placeOf(values, traitsOf(grant)[id]);
    employers[row] = grant.employer;
    firstQuarter[row] = start;
    lastQuarter[row] = last;
  }
  return { origin: "snapshot", rows, base, facts, firstQuarter, lastQuarter, traits, traitColumns, employers };
}

function factsOf(grant: RecordedGrant, startQuarter: number): Readonly<Record<string, string | number | null>> {
  const points = (percent: number | null) => (percent === null ? null : percent * 100);
  // A temporary package has its percentage entered by hand, and is paid as any percentage that a person set.
  const own = grant.package === "TEMP_VULNERABLE" || grant.package === "AFTER_EVALUATION";
  return {
    package: own ? "AFTER_EVALUATION" : grant.package,
    percentage: own ? points(grant.percentage) : null,
    collectivePercentage: points(grant.collectivePercentage),
    guidanceNeed: grant.guidanceNeed,
    startQuarter,
    grossWage: grant.grossCents,
    employerContributions: grant.contributionCents,
    contributionReductions: grant.reductionCents,
    employmentFraction: grant.contractualFraction,
    performedFraction: grant.performedFraction,
  };
}

function traitsOf(grant: RecordedGrant): Readonly<Record<string, string>> {
  const own = grant.package === "TEMP_VULNERABLE" ? "AFTER_EVALUATION" : grant.package;
  return { package: own, guidanceNeed: grant.guidanceNeed, province: grant.province, size: grant.size, sex: grant.sex };
}

/** Records know more than the demonstration invents: what fits none of its values stands last. */
function withUnknown(trait: Trait): Trait {
  const other = { code: "OTHER", title: localized("andere of onbekend", "other or unknown", "autre ou inconnu") };
  return { ...trait, values: [...trait.values, other] };
}

function placeOf(values: Trait["values"], code: string | undefined): number {
  const place = values.findIndex((one) => one.code === code);
  return place < 0 ? values.length - 1 : place;
}

function emptyColumn({ array, absent }: InputColumn, rows: number, memory: ColumnMemory | undefined): ColumnArray {
  const made = memory?.column(array, rows) ?? new { Int32Array, Int16Array, Uint8Array, Float64Array }[array](rows);
  return made.fill(absent ?? 0);
}

/** A number that no case has. */
function outside({ array, most }: InputColumn): number {
  return array === "Uint8Array" ? 255 : array === "Int16Array" ? most + 1 : 2_147_483_647;
}
