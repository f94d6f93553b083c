// What one organisation holds of the older schemes: its rights, what it chose, and what was converted into contingent (TRANS-22, TRANS-32).
import { type Dossier, lastDayOfRight, type TransitionMeasure } from "../../dossier/index.ts";
import { type Clock, type Localized, quarterOf } from "../../kernel/index.ts";
import { explain, type Law, stepLines } from "../../law/index.ts";
import type { RightLine, RightQueries } from "./rights.ts";

/** Rights of one organisation on one page. */
const MOST = 500;
const CONVERTIBLE: readonly TransitionMeasure[] = ["LDE_COLLECTIVE", "SINE_MWB_OUTSIDE"];

export interface ConvertedYear {
  /** Year in which the trajectories ended: the ratio is that year's. */
  readonly year: number;
  readonly rights: number;
  /** Full-time equivalents in hundredths, and what they gave in 1/10000. */
  readonly fte: number;
  readonly contingent: number;
}

/** What convertible SINE workers give together under one reading of OPEN-45, as decimal text. */
export interface SineReading {
  readonly reading: string;
  readonly title: Localized;
  readonly fte: string;
  readonly inUse: boolean;
}

export interface OrganisationView {
  readonly employerRef: string;
  /** All of them, also those that are over; in order of last day. */
  readonly rights: readonly RightLine[];
  readonly convertedRefs: ReadonlySet<string>;
  /** References of rights that may be converted now or later. */
  readonly convertibleRefs: ReadonlySet<string>;
  readonly lde: readonly ConvertedYear[];
  readonly sineWorkers: number;
  readonly sine: readonly SineReading[];
}

interface Ports {
  readonly law: Law;
  readonly clock: Clock;
  readonly dossier: Pick<Dossier, "right">;
  readonly queries: Pick<RightQueries, "rights">;
}

/** Null when the organisation has no older right. */
export async function organisationView(ports: Ports, employerRef: string): Promise<OrganisationView | null> {
  const rights = await ports.queries.rights({ employerRef, limit: MOST });
  if (rights.length === 0) return null;
  const convertedRefs = new Set<string>();
  const convertibleRefs = new Set<string>();
  const years = new Map<number, ConvertedYear>();
  let sineWorkers = 0;
  for (const { rightRef, measure } of rights) {
    if (!CONVERTIBLE.includes(measure)) continue;
    const right = await ports.dossier.right(rightRef);
    if (right === null) continue;
    const { converted } = right;
    if (converted === null) {
      convertibleRefs.add(rightRef);
      continue;
    }
    convertedRefs.add(rightRef);
    if (converted.of === "SINE") {
      sineWorkers += 1;
      continue;
    }
    const year = Number((lastDayOfRight(right) ?? converted.convertedOn).slice(0, 4));
    const held = years.get(year) ?? { year, rights: 0, fte: 0, contingent: 0 };
    years.set(year, {
      year,
      rights: held.rights + 1,
      fte: held.fte + (converted.fte ?? 0),
      contingent: held.contingent + (converted.contingent ?? 0),
    });
  }
  return {
    employerRef,
    rights,
    convertedRefs,
    convertibleRefs,
    lde: [...years.values()].sort((a, b) => a.year - b.year),
    sineWorkers,
    sine: sineWorkers === 0 ? [] : sineReadings(ports, sineWorkers),
  };
}

/** By the law, under each reading: groups that are not full count, or do not (OPEN-45). */
function sineReadings({ law, clock }: Pick<Ports, "law" | "clock">, sineWorkers: number): SineReading[] {
  const point = law.switches.get("OPEN-45");
  if (point === undefined) return [];
  const inUse = law.switchValue("OPEN-45");
  return point.options.flatMap(({ value: id, title }): SineReading[] => {
    const asked = {
      rules: ["sineConversion"],
      facts: { sineWorkers },
      quarter: quarterOf(clock.today()),
      switches: { "OPEN-45": id },
    };
    const steps = stepLines(law, explain(law, { ...asked, steps: true }).steps);
    const fte = steps.find((one) => one.rule === "sineConversion")?.value ?? null;
    return fte === null ? [] : [{ reading: id, title, fte, inUse: inUse.ok && inUse.value === id }];
  });
}
