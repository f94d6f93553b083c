// The long part of a question: from people in rows to a result behind the gate. Needs nothing but what it is handed, so that another thread can do it.
import { addQuarters, fail, localized, ok, type Quarter, type Result } from "../kernel/index.ts";
import { ColumnMemory, type Law, type LawError, webAssembly } from "../law/index.ts";
import { type DisclosureGate, openGate, TooFewPeople } from "./disclosure.ts";
import { type Assumptions, defaultAssumptions, type Population } from "./population/population.ts";
import type { Records } from "./population/records.ts";
import { observedAssumptions, snapshotPopulation, snapshotRows } from "./population/snapshot-population.ts";
import { syntheticPopulation } from "./population/synthetic-population.ts";
import { problem } from "./problem.ts";
import { applyReform } from "./reform/apply-reform.ts";
import type { Reform } from "./reform/reform.ts";
import { repeatedDraws } from "./run/draws.ts";
import { refusalOf } from "./run/refusal-place.ts";
import type { LabResult } from "./run/result.ts";
import { workingBytes } from "./run/room.ts";

/** Plain data only. */
export interface LabJob {
  readonly reform: Reform;
  readonly from: Quarter;
  readonly quarters: number;
  readonly draws: number;
  readonly employerShare: boolean;
  readonly cases: boolean;
  /** Null: no break-even wage. */
  readonly loss: number | null;
  readonly people: { readonly grants: number; readonly seed: number } | Records;
}

export interface LabComputed {
  readonly result: LabResult;
  readonly traits: Population["traits"];
}

export type ComputeLab = (job: LabJob) => Promise<Result<LabComputed, readonly LawError[]>>;

/** @param gate - What results over records pass; invented people have nobody to protect. */
export async function computeLab(law: Law, gate: DisclosureGate, job: LabJob): ReturnType<ComputeLab> {
  const { reform, from, quarters, draws, employerShare, cases, loss, people } = job;
  const applied = applyReform(law, reform);
  if (!applied.ok) return fail(applied.error);
  const records = "dimensions" in people ? people : null;
  const base = records?.base ?? addQuarters(from, -1);
  const assumptions = records === null ? defaultAssumptions : observedAssumptions(records.flow);
  const populationOf = drawer(law, people, base, quarters + apart(base, from) - 1, assumptions);
  let first: Population | null = null;
  const options = {
    from,
    quarters,
    assumptions,
    gate: records === null ? openGate : gate,
    employerShare,
    cases: cases && records === null,
    ...(loss === null ? {} : { loss }),
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
      draws,
    );
    return ok({ result, traits: first!.traits });
  } catch (error) {
    if (error instanceof TooFewPeople) return fail([problem(reform, "disclosure.few", tooFew)]);
    const refused = first === null ? null : refusalOf(law, reform, first, from, error);
    if (refused === null) throw error;
    return fail([refused]);
  }
}

/** Each draw takes the place of the one before. */
function drawer(
  law: Law,
  people: LabJob["people"],
  base: Quarter,
  horizon: number,
  assumptions: Assumptions,
): (draw: number) => { readonly population: Population; readonly memory?: ColumnMemory } {
  const rows =
    "dimensions" in people
      ? snapshotRows(people, horizon, assumptions)
      : people.grants + Math.round((people.grants * assumptions.entering) / 10_000) * horizon;
  const memory = webAssembly === undefined ? undefined : new ColumnMemory(workingBytes(rows) + rows * 48);
  const start = memory?.mark() ?? 0;
  return (draw) => {
    memory?.release(start);
    const place = memory === undefined ? {} : { memory };
    const population =
      "dimensions" in people
        ? snapshotPopulation(law, people, { horizon, assumptions, draw, ...place })
        : syntheticPopulation(law, { grants: people.grants, base, horizon, seed: people.seed + draw, assumptions, ...place });
    return { population, ...place };
  };
}

function apart(from: Quarter, to: Quarter): number {
  const number = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return number(to) - number(from);
}

const tooFew = localized(
  "Deze hervorming raakt in een kwartaal maar enkele mensen: het resultaat wordt niet getoond. Neem een ruimere hervorming of periode.",
  "This reform touches only a few people in some quarter: the result is not shown. Take a wider reform or period.",
  "Cette réforme ne touche que quelques personnes dans un trimestre : le résultat n’est pas montré. Prenez une réforme ou une période plus large.",
);
