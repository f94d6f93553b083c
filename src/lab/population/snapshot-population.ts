// A population from the records of one moment: as they are in the first draw, drawn from them with replacement in the others.
import { type Localized, localized, quarterIndexNumber } from "../../kernel/index.ts";
import { type ColumnArray, type ColumnMemory, columns, type InputColumn, type Law, numberOfFact } from "../../law/index.ts";
import { totalRule } from "../reform/apply-reform.ts";
import { type Assumptions, defaultAssumptions, type Population, type Trait } from "./population.ts";
import { randomColumn } from "./random.ts";
import type { ObservedFlow, RecordedDimension, RecordedGrant, Records } from "./records.ts";
import { stays } from "./synthetic-population.ts";

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

  const traits = records.dimensions.map((dimension, place) => traitOf(dimension, grants, place));
  const places = traits.map(({ values }) => new Map(values.map(({ code }, index) => [code, index])));
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
    for (const [place, { id, values }] of traits.entries())
      traitColumns[id]![row] = places[place]!.get(grant.parts[place] ?? "") ?? values.length - 1;
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

/** Values of an open list that fewer grants have than this stand together: one by one they would only be withheld. */
const fewestOfOpenList = 20;
/** A column of traits holds so many values. */
const mostValues = 250;
const other: Localized = localized("andere of onbekend", "other or unknown", "autre ou inconnu");

/** A closed list stays as it is; of an open one the values that enough grants have. What fits none of them stands last. */
function traitOf({ id, title, values }: RecordedDimension, grants: readonly RecordedGrant[], place: number): Trait {
  const named = values ?? openList(grants, place);
  const codes = new Set(named.map(({ code }) => code));
  const all = grants.every(({ parts }) => codes.has(parts[place] ?? ""));
  return { id, title, values: all ? named : [...named, { code: "OTHER", title: other }] };
}

function openList(grants: readonly RecordedGrant[], place: number): Trait["values"] {
  const counts = new Map<string, number>();
  for (const { parts } of grants) {
    const code = parts[place] ?? "OTHER";
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .filter(([code, count]) => count >= fewestOfOpenList && code !== "OTHER" && code !== "UNKNOWN")
    .sort(([, one], [, two]) => two - one)
    .slice(0, mostValues)
    .map(([code]) => code)
    .sort()
    .map((code) => ({ code, title: localized(code, code, code) }));
}

function emptyColumn({ array, absent }: InputColumn, rows: number, memory: ColumnMemory | undefined): ColumnArray {
  const made = memory?.column(array, rows) ?? new { Int32Array, Int16Array, Uint8Array, Float64Array }[array](rows);
  return made.fill(absent ?? 0);
}

/** A number that no case has. */
function outside({ array, most }: InputColumn): number {
  return array === "Uint8Array" ? 255 : array === "Int16Array" ? most + 1 : 2_147_483_647;
}
