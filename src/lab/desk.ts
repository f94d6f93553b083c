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
import type { Law, LawError } from "../law/index.ts";
import { type ComputeLab, computeLab, type LabJob } from "./compute.ts";
import type { DisclosureGate } from "./disclosure.ts";
import type { Keeping } from "./kept-result.ts";
import type { Population } from "./population/population.ts";
import { mostDimensions, type Records, type RecordsPort, usualDimensions } from "./population/records.ts";
import { problem } from "./problem.ts";
import { type DiffLine, diffOf } from "./reform/diff.ts";
import type { Reform } from "./reform/reform.ts";
import type { LabResult } from "./run/result.ts";

export interface LabPorts {
  readonly law: Law;
  readonly clock: Clock;
  /** Null: invented people only. */
  readonly records: RecordsPort | null;
  /** What results over records pass. */
  readonly gate: DisclosureGate;
  /** Who does the long part; left out, whoever asks, on their own thread. The gate of records must be the same there. */
  readonly compute?: ComputeLab;
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

/** The people are read here; what takes long is left to whoever computes. */
export async function askLab(ports: LabPorts, question: LabQuestion): Promise<Result<LabAnswer, readonly LawError[]>> {
  const { law, clock, gate } = ports;
  const { reform, quarters, draws } = question;
  // One moment for all that is read.
  const source =
    question.source.kind === "records"
      ? { ...question.source, knownAt: question.source.knownAt ?? clock.now() }
      : question.source;
  const wrong = source.kind === "records" ? await wrongDimensions(ports, reform, source) : [];
  if (wrong.length > 0) return fail(wrong);
  const records = source.kind === "records" ? await recordsOf(ports, source) : null;
  if (source.kind === "records" && records === null) return fail([problem(reform, "data.none", noRecords)]);
  const from = question.from ?? addQuarters(records?.base ?? quarterOf(clock.today()), 1);
  if (records !== null && from <= records.base) return fail([problem(reform, "quarter.early", tooEarly(records.base))]);
  const compute = ports.compute ?? ((job: LabJob) => computeLab(law, gate, job));
  const computed = await compute({
    reform,
    from,
    quarters,
    draws,
    employerShare: question.employerShare === true,
    cases: question.cases === true,
    loss: question.loss ?? null,
    people: source.kind === "synthetic" ? { grants: source.grants, seed: source.seed } : records!,
  });
  if (!computed.ok) return computed;
  const snapshot = records === null ? null : { base: records.base, knownAt: records.knownAt, grants: records.grants.length };
  return ok({ ...computed.value, changes: diffOf(law, reform), snapshot });
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

const noRecords = localized(
  "Er zijn op dat moment nog geen aangiften in het register. Kies een later moment of verzonnen mensen.",
  "At that moment there are no declarations in the records yet. Choose a later moment or invented people.",
  "À ce moment, il n’y a pas encore de déclarations dans le registre. Choisissez un moment ultérieur ou des personnes inventées.",
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
