// The synthetic employers: made first, kept small, and drawn from when somebody is hired.
import { asRef, type EmployerRef, type PlainDate, plainDate } from "../kernel/index.ts";
import { dayBetween } from "./calendar.ts";
import { drawFirm, type FirmKind, type FirmTraits } from "./firm-traits.ts";
import { firmName, street } from "./names.ts";
import { syntheticIban, syntheticKbo } from "./numbers.ts";
import { type Choices, choices, type Rng, rngOf, seededUuid } from "./rng.ts";

export interface Firm extends FirmTraits {
  readonly ref: EmployerRef;
  readonly number: number;
  readonly name: string;
  readonly kbo: string;
  readonly iban: string;
  readonly street: string;
  /** When the records first name it. */
  readonly knownFrom: PlainDate;
}

/** How many employers of each kind, at scale 1. */
const FIRM_COUNTS: Readonly<Record<FirmKind, number>> = {
  COMPANY: 2_080,
  NON_PROFIT: 500,
  NATURAL_PERSON: 120,
  FOREIGN: 8,
  SCHOOL: 100,
  LOCAL: 150,
  MWB: 90,
  LDE_ORGANISATION: 126,
  SERVICE_VOUCHER: 30,
  OTHER_PUBLIC: 12,
};

/** A larger employer is drawn more often. */
const DRAWING_WEIGHT = { "1-9": 2, "10-49": 5, "50-249": 12, "250+": 30 } as const;

/** Kinds that ordinary applications come from, with the share of each. */
const ELIGIBLE_KINDS: Choices<FirmKind> = choices([
  ["COMPANY", 700],
  ["NON_PROFIT", 165],
  ["NATURAL_PERSON", 30],
  ["FOREIGN", 3],
  ["SCHOOL", 36],
  ["LOCAL", 50],
  ["MWB", 10],
  ["SERVICE_VOUCHER", 6],
]);

export class FirmPool {
  readonly firms: readonly Firm[];
  private readonly byKind: ReadonlyMap<FirmKind, Choices<Firm>>;

  constructor(seed: string, scale: number) {
    const firms: Firm[] = [];
    const kinds = new Map<FirmKind, Choices<Firm>>();
    for (const [kind, count] of Object.entries(FIRM_COUNTS) as [FirmKind, number][]) {
      const made: Firm[] = [];
      for (let i = 0; i < Math.max(1, Math.round(count * scale)); i++)
        made.push(makeFirm(seed, kind, firms.length + made.length));
      firms.push(...made);
      kinds.set(kind, choices(made.map((firm) => [firm, DRAWING_WEIGHT[firm.facts.size]] as const)));
    }
    this.firms = firms;
    this.byKind = kinds;
  }

  draw(rng: Rng, kind: FirmKind): Firm {
    return rng.weighted(this.byKind.get(kind) as Choices<Firm>);
  }

  /** An employer that the law lets apply; a service-voucher firm only with guidance (EMP-08). */
  drawEligible(rng: Rng, withGuidance = false): Firm {
    const kind = rng.weighted(ELIGIBLE_KINDS);
    return this.draw(rng, kind === "SERVICE_VOUCHER" && !withGuidance ? "COMPANY" : kind);
  }
}

function makeFirm(seed: string, kind: FirmKind, number: number): Firm {
  const rng = rngOf(seed, "firm", number);
  const ref = asRef<EmployerRef>(seededUuid(rng));
  const traits = drawFirm(rng, kind);
  return {
    ...traits,
    ref,
    number,
    name: `${firmName(rng, traits.facts.nace)} ${suffix(traits.facts.legalForm)}`.trim(),
    kbo: syntheticKbo(number),
    iban: syntheticIban(number),
    street: street(rng),
    knownFrom: dayBetween(rng, plainDate("2018-06-01"), plainDate("2018-12-28")),
  };
}

function suffix(legalForm: string): string {
  return legalForm === "BV" || legalForm === "NV" || legalForm === "VZW" ? legalForm.toLowerCase() : "";
}

/** Enterprise numbers of the employers of a population that the records know from its start, a few hundred of them. */
export function firmNumbers(seed: string): readonly string[] {
  return new FirmPool(seed, 0.2).firms.map((firm) => firm.kbo);
}
