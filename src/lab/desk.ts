// Where the doors ask: a reform and a population in, a result behind the gate out, or everything wrong with the question.
import {
  addQuarters,
  type Clock,
  fail,
  type Instant,
  type Localized,
  localized,
  ok,
  type Quarter,
  quarterOf,
  type Result,
} from "../kernel/index.ts";
import { ColumnMemory, type Law, type LawError, webAssembly } from "../law/index.ts";
import { type DisclosureGate, openGate, TooFewPeople } from "./disclosure.ts";
import type { Keeping } from "./kept-result.ts";
import { type Assumptions, defaultAssumptions, type Population } from "./population/population.ts";
import { mostDimensions, type Records, type RecordsPort, usualDimensions } from "./population/records.ts";
import { observedAssumptions, snapshotPopulation, snapshotRows } from "./population/snapshot-population.ts";
import { syntheticPopulation } from "./population/synthetic-population.ts";
import { applyReform } from "./reform/apply-reform.ts";
import { type DiffLine, diffOf } from "./reform/diff.ts";
import type { Reform } from "./reform/reform.ts";
import { repeatedDraws } from "./run/draws.ts";
import { refusalOf } from "./run/refusal-place.ts";
import type { LabResult } from "./run/result.ts";
import { workingBytes } from "./run/room.ts";

export interface LabPorts {
  readonly law: Law;
  readonly clock: Clock;
  /** Null: invented people only. */
  readonly records: RecordsPort | null;
  /** What results over records pass. */
  readonly gate: DisclosureGate;
  /** Where results over records are kept; left out: nowhere. */
  readonly kept?: Keeping;
}

export type Source =
  | { readonly kind: "synthetic"; readonly grants: number; readonly seed: number }
  /** `knownAt` left out: what is known now. */
  | {
      readonly kind: "records";
      readonly knownAt?: Instant;
      readonly base?: Quarter;
      /** Dimensions of the statistics that results are divided by; left out, the usual ones. */
      readonly by?: readonly string[];
    };

export interface LabQuestion {
  readonly reform: Reform;
  readonly quarters: number;
  /** First quarter; left out, the next one, or the one after the records. */
  readonly from?: Quarter;
  readonly source: Source;
  readonly draws: number;
  readonly employerShare?: boolean;
  /** Loss of productivity for the break-even wage, in ten-thousandths; left out, none is looked for. */
  readonly loss?: number;
  /** Only of invented people. */
  readonly cases?: boolean;
}

export interface LabAnswer {
  readonly result: LabResult;
  readonly changes: readonly DiffLine[];
  readonly traits: Population["traits"];
  /** Of records: what is known since when; null for invented people. */
  readonly snapshot: { readonly base: Quarter; readonly knownAt: string; readonly grants: number } | null;
}

/** Between two quarters others get their turn, so that a server stays awake. */
export async function askLab(ports: LabPorts, question: LabQuestion): Promise<Result<LabAnswer, readonly LawError[]>> {
  const { law, clock } = ports;
  const { reform, quarters } = question;
  // One moment for all that is read.
  const source =
    question.source.kind === "records"
      ? { ...question.source, knownAt: question.source.knownAt ?? clock.now() }
      : question.source;
  const applied = applyReform(law, reform);
  if (!applied.ok) return fail(applied.error);
  const wrong = source.kind === "records" ? await wrongDimensions(ports, reform, source) : [];
  if (wrong.length > 0) return fail(wrong);
  const records = source.kind === "records" ? await recordsOf(ports, source) : null;
  if (source.kind === "records" && records === null) return fail([problem(reform, "data.none", noRecords)]);
  const from = question.from ?? (records === null ? addQuarters(quarterOf(clock.today()), 1) : addQuarters(records.base, 1));
  const base = records?.base ?? addQuarters(from, -1);
  if (from <= base) return fail([problem(reform, "quarter.early", tooEarly(base))]);
  const assumptions = records === null ? defaultAssumptions : observedAssumptions(records.flow);
  const horizon = quarters + apart(base, from) - 1;
  const populationOf = drawer(law, records, source, base, horizon, assumptions);
  let first: Population | null = null;
  const options = {
    from,
    quarters,
    assumptions,
    gate: records === null ? openGate : ports.gate,
    employerShare: question.employerShare === true,
    cases: question.cases === true && records === null,
    ...(question.loss === undefined ? {} : { loss: question.loss }),
  };
  try {
    const result = await repeatedDraws(
      applied.value,
      (draw) => {
        const made = populationOf(draw);
        first ??= made.population;
        return made;
      },
      options,
      question.draws,
    );
    const snapshot = records === null ? null : { base, knownAt: records.knownAt, grants: records.grants.length };
    return ok({ result, changes: diffOf(law, reform), traits: first!.traits, snapshot });
  } catch (error) {
    if (error instanceof TooFewPeople) return fail([problem(reform, "disclosure.few", tooFew)]);
    const refused = first === null ? null : refusalOf(law, reform, first, from, error);
    if (refused === null) throw error;
    return fail([refused]);
  }
}

type OfRecords = Extract<Source, { kind: "records" }> & { readonly knownAt: Instant };

async function recordsOf({ records }: LabPorts, { knownAt, base, by }: OfRecords): Promise<Records | null> {
  if (records === null) return null;
  const asked = { knownAt, by: by ?? usualDimensions };
  return records.records(base === undefined ? asked : { ...asked, base });
}

/** What is asked must be a dimension that grants can be divided by at that moment. */
async function wrongDimensions({ records }: LabPorts, reform: Reform, { knownAt, by }: OfRecords): Promise<LawError[]> {
  if (records === null || by === undefined) return [];
  if (by.length > mostDimensions || new Set(by).size !== by.length) return [problem(reform, "dimension.many", tooMany)];
  const offered = (await records.offered(knownAt)) ?? [];
  return by.flatMap((id) => {
    const found = offered.find((one) => one.id === id);
    if (found === undefined && offered.length === 0) return [];
    if (found === undefined) return [problem(reform, "dimension.unknown", unknownDimension(id))];
    return found.whyNot === null ? [] : [problem(reform, "dimension.unavailable", unavailable(id, found.whyNot))];
  });
}

/** Each draw takes the place of the one before. */
function drawer(
  law: Law,
  records: Records | null,
  source: Source,
  base: Quarter,
  horizon: number,
  assumptions: Assumptions,
): (draw: number) => { readonly population: Population; readonly memory?: ColumnMemory } {
  const grants = source.kind === "synthetic" ? source.grants : 0;
  const rows =
    records === null
      ? grants + Math.round((grants * assumptions.entering) / 10_000) * horizon
      : snapshotRows(records, horizon, assumptions);
  const memory = webAssembly === undefined ? undefined : new ColumnMemory(workingBytes(rows) + rows * 48);
  const start = memory?.mark() ?? 0;
  return (draw) => {
    memory?.release(start);
    const place = memory === undefined ? {} : { memory };
    const population =
      records === null
        ? syntheticPopulation(law, {
            grants,
            base,
            horizon,
            seed: (source as { readonly seed: number }).seed + draw,
            assumptions,
            ...place,
          })
        : snapshotPopulation(law, records, { horizon, assumptions, draw, ...place });
    return { population, ...place };
  };
}

function apart(from: Quarter, to: Quarter): number {
  const number = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return number(to) - number(from);
}

function problem(reform: Reform, rule: string, message: LawError["message"]): LawError {
  const [place] = [...reform.parameters, ...reform.rules, ...reform.components, ...reform.switches];
  return { file: place?.file ?? reform.id, line: place?.line ?? 1, rule, message };
}

const noRecords = localized(
  "Er zijn op dat moment nog geen aangiften in het register. Kies een later moment of verzonnen mensen.",
  "At that moment there are no declarations in the records yet. Choose a later moment or invented people.",
  "À ce moment, il n’y a pas encore de déclarations dans le registre. Choisissez un moment ultérieur ou des personnes inventées.",
);
const tooFew = localized(
  "Deze hervorming raakt in een kwartaal maar enkele mensen: het resultaat wordt niet getoond. Neem een ruimere hervorming of periode.",
  "This reform touches only a few people in some quarter: the result is not shown. Take a wider reform or period.",
  "Cette réforme ne touche que quelques personnes dans un trimestre : le résultat n’est pas montré. Prenez une réforme ou une période plus large.",
);
const tooMany = localized(
  `Kies hoogstens ${mostDimensions} indelingen, elke hoogstens één keer.`,
  `Choose at most ${mostDimensions} dimensions, each at most once.`,
  `Choisissez au plus ${mostDimensions} dimensions, chacune une seule fois.`,
);
const unknownDimension = (id: string) =>
  localized(
    `Er is geen indeling “${id.slice(0, 40)}”. Kies er een uit de lijst van de statistiek.`,
    `There is no dimension “${id.slice(0, 40)}”. Choose one from the catalogue of the statistics.`,
    `Il n’y a pas de dimension « ${id.slice(0, 40)} ». Choisissez-en une dans le catalogue des statistiques.`,
  );
const unavailable = (id: string, why: Localized) =>
  localized(
    `De indeling “${id}” kan niet: ${why.nl}.`,
    `The dimension “${id}” cannot be used: ${why.en}.`,
    `La dimension « ${id} » n’est pas possible : ${why.fr}.`,
  );
const tooEarly = (base: Quarter) =>
  localized(
    `Het eerste kwartaal moet na ${base} liggen: dat is het kwartaal van de lonen.`,
    `The first quarter must lie after ${base}: that is the quarter of the wages.`,
    `Le premier trimestre doit se situer après ${base} : c’est le trimestre des salaires.`,
  );
