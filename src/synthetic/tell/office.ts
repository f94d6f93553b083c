// What people of the department enter afterwards for older rights, each with its source: amounts that the law does not give, and proofs of
// activity. A part is left open, so that the work lists have something. Drawn from sources of its own, so that no life changes by it.
import type { SealRequest, TransitionCommand } from "../../dossier/index.ts";
import {
  addQuarters,
  asRef,
  type Cents,
  cents,
  compareQuarters,
  firstDay,
  type PersonRef,
  type PlainDate,
  plainDate,
  quarterOf,
  type SealedRef,
} from "../../kernel/index.ts";
import { addDays, later, workingDayBetween } from "../calendar.ts";
import type { RightPlan } from "../case-plan.ts";
import type { LegalFacts } from "../legal-facts.ts";
import { type Rng, rngOf, seededUuid } from "../rng.ts";

/** One entry of a person of the department, through the command that the pages use. */
export interface OfficeEntry {
  readonly on: PlainDate;
  readonly command: TransitionCommand;
  /** The source as that person wrote it down. */
  readonly sealed: SealRequest;
}

/** The lists and choices were complete by then. */
const OFFICE_FROM = plainDate("2023-08-21");
/** In thousandths: how many files were entered. */
const AMOUNT_KNOWN = 800;
const ACTIVITY_KNOWN = 750;
const SUBSIDY_KNOWN = 800;
/** In thousandths: how many activities suffice. */
const SUFFICES = 850;

/** @param lastDay - Last day of the right as planned; null: without end */
export function officeEntries(
  seed: string,
  legal: LegalFacts,
  plan: RightPlan,
  person: PersonRef,
  lastDay: PlainDate | null,
): readonly OfficeEntry[] {
  if (lastDay !== null && lastDay < legal.schemeFrom) return [];
  const rng = rngOf(seed, "older-office", plan.ref);
  if (plan.measure === "LDE_INDIVIDUAL") return compensation(rng, seed, legal, plan, person);
  return plan.measure === "VOP" && plan.firm === null ? activity(rng, legal, plan, person, lastDay) : [];
}

/** OPEN-44: per full-time worker and quarter, the same for all workers of an organisation. In time for the first run. */
function compensation(rng: Rng, seed: string, legal: LegalFacts, plan: RightPlan, person: PersonRef): OfficeEntry[] {
  if (plan.firm === null || !rng.chance(AMOUNT_KNOWN)) return [];
  const on = workingDayBetween(rng, OFFICE_FROM, plainDate("2023-10-31"));
  const sealed = asRef<SealedRef>(seededUuid(rng));
  const perFte = cents(rngOf(seed, "lde-amount", plan.firm.ref).between(1_000_00, 1_900_00));
  const amount = {
    cents: perFte,
    per: "FTE_QUARTER" as const,
    fromQuarter: quarterOf(legal.schemeFrom),
    throughQuarter: null,
    source: { sealed },
  };
  const source = "Synthetisch: afrekening van de organisatie, tweede kwartaal 2023.";
  return [
    {
      on,
      command: { type: "EnterOldRightAmount", rightRef: plan.ref, on, amount },
      sealed: written(person, sealed, "amountSource", { rightRef: plan.ref, source }),
    },
  ];
}

/** TRANS-10, TRANS-11: asked from the second phase on, and judged in its first quarter that the department pays. */
function activity(rng: Rng, legal: LegalFacts, plan: RightPlan, person: PersonRef, lastDay: PlainDate | null): OfficeEntry[] {
  const firstPhase = legal.vopSelfSchedule[0]?.throughQuarter ?? 0;
  const second = addQuarters(quarterOf(plan.startedOn), firstPhase);
  const own = quarterOf(legal.schemeFrom);
  const fromQuarter = compareQuarters(second, own) < 0 ? own : second;
  if (lastDay !== null && firstDay(fromQuarter) > lastDay) return [];
  if (!rng.chance(ACTIVITY_KNOWN)) return [];
  const opens = firstDay(fromQuarter);
  const on = workingDayBetween(rng, later(OFFICE_FROM, addDays(opens, 20)), addDays(opens, 85));
  const sealed = asRef<SealedRef>(seededUuid(rng));
  const suffices = rng.chance(SUFFICES);
  const judged = { type: "JudgeVopActivity" as const, rightRef: plan.ref, on, fromQuarter, sealed };
  if (rng.chance(150)) {
    const content = { rightRef: plan.ref, proof: "VIABILITY_ATTEST", source: "Synthetisch: attest van VLAIO.", viable: suffices };
    return [
      {
        on,
        command: { ...judged, proof: "VIABILITY_ATTEST", income: null, viable: suffices },
        sealed: written(person, sealed, "vopActivity", content),
      },
    ];
  }
  // The last assessment that a self-employed person has.
  const year = Number(on.slice(0, 4)) - 2;
  const share = suffices ? rng.between(1_050, 3_000) : rng.between(300, 950);
  const income = { year, netCents: cents(Math.floor((legal.vopSelfIncome(year) * share) / 1_000)) };
  const content = { rightRef: plan.ref, proof: "ASSESSMENT", source: `Synthetisch: aanslagbiljet ${year + 1}.`, income };
  return [
    {
      on,
      command: { ...judged, proof: "ASSESSMENT", income, viable: null },
      sealed: written(person, sealed, "vopActivity", content),
    },
  ];
}

/** TRANS-50: the yearly amount of one local government, as its decision gives it; `amount` is its part of the total. */
export function subsidyEntry(seed: string, legal: LegalFacts, plan: RightPlan, amount: Cents): OfficeEntry | null {
  const rng = rngOf(seed, "older-office", plan.ref);
  if (plan.firm === null || !rng.chance(SUBSIDY_KNOWN)) return null;
  const on = workingDayBetween(rng, plainDate("2023-09-04"), plainDate("2023-11-30"));
  const sealed = asRef<SealedRef>(seededUuid(rng));
  const entered = {
    cents: amount,
    per: "YEAR" as const,
    fromQuarter: quarterOf(legal.schemeFrom),
    throughQuarter: null,
    source: { sealed },
  };
  const source = "Synthetisch: besluit over de werkingssubsidie van dit bestuur.";
  return {
    on,
    command: { type: "EnterOldRightAmount", rightRef: plan.ref, on, amount: entered },
    sealed: written(plan.firm.ref, sealed, "amountSource", { rightRef: plan.ref, source }),
  };
}

/** What each of so many local governments has of the total, in cents: all of them together never more than it. */
export function subsidyParts(seed: string, total: Cents, governments: number): readonly Cents[] {
  const weights = Array.from({ length: governments }, (_, i) => rngOf(seed, "local-subsidy-part", i).between(40, 160));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => cents(Math.floor((total * weight) / sum)));
}

const written = (subjectRef: string, sealedRef: SealedRef, kind: string, content: object): SealRequest => ({
  subjectRef,
  sealedRef,
  kind,
  content,
});
