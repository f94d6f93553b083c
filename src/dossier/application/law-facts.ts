// An application and what is known around it, as the facts that the law's rules ask for.
import { makeDate, type PlainDate, quarterIndexNumber } from "../../kernel/index.ts";
import type { Facts } from "../../law/index.ts";
import type { EmployerFacts } from "../registration/events.ts";
import type { Surroundings } from "./checks.ts";
import type { ActivityProof, ApplicationFacts, SelfEmployment } from "./events.ts";

/** Legal forms between local government and other authority (OPEN-35). */
const EDGE_FORMS: ReadonlySet<string> = new Set(["AGB", "INTERCOMMUNAL", "OCMW_ASSOCIATION"]);
const OWN_FORMS: ReadonlySet<string> = new Set(["NATURAL_PERSON", "FOREIGN"]);

export function employerFormOf({ publicSide, legalForm }: EmployerFacts): string {
  if (publicSide === "SCHOOL") return "SCHOOL";
  if (publicSide === "LOCAL") return "LOCAL_GOVERNMENT";
  if (publicSide === "OTHER") return EDGE_FORMS.has(legalForm) ? "PUBLIC_EDGE_CASE" : "OTHER_PUBLIC";
  return OWN_FORMS.has(legalForm) ? legalForm : "PRIVATE_LEGAL_PERSON";
}

/** Null: not known, so that it counts neither for nor against. */
export function employerLawFacts(application: ApplicationFacts, around: Surroundings): Facts {
  const { employer, residence, insolvencySignal, registeredForImw } = around;
  return {
    employerForm: employer === null ? null : employerFormOf(employer),
    serviceVoucherFirm: employer?.serviceVoucher ?? null,
    // Without an employer its registration is no reason of its own.
    registeredForImw: application.employerRef === null ? null : registeredForImw,
    declaredNotInDifficulty: application.notInDifficulty,
    insolvencySignal,
    premiumsAsked: application.premiums,
    residence,
    worksInFlanders: application.worksInFlanders,
  };
}

export function contractLawFacts({ contract, filedOn }: ApplicationFacts): Facts {
  return {
    filedOn,
    contractFrom: contract?.from ?? null,
    contractUntil: contract?.until ?? null,
    contractHours: contract?.hours ?? null,
    contractKind: contract?.kind ?? null,
  };
}

/** The kind of each proof and what it shows; without a proof, that there is none. */
export function selfEmployedLawFacts(on: PlainDate, application: ApplicationFacts, activity: SelfEmployment): Facts {
  const { since, limitationRecognisedOn, proof } = activity;
  const counted = countedOf(activity);
  return {
    filedOn: on,
    activitySince: since,
    limitationRecognisedOn,
    quartersCounted: counted?.quarters ?? null,
    monthsCounted: counted?.months ?? null,
    proof: proof?.kind ?? "NONE",
    premiumsAsked: application.premiums,
    worksInFlanders: application.worksInFlanders,
    ...(proof === null ? {} : proofFacts(proof, activity)),
  };
}

const MONTHS = 12;
const QUARTER_MONTHS = 3;

/** What is left of the year to count: a quarter drops out when it is exempt as a whole. Null: the whole year counts. */
function countedOf({ exemptMonths }: SelfEmployment): { readonly quarters: number; readonly months: number } | null {
  if (exemptMonths === undefined) return null;
  return { quarters: Math.ceil((MONTHS - exemptMonths) / QUARTER_MONTHS), months: MONTHS - exemptMonths };
}

function proofFacts(proof: ActivityProof, activity: SelfEmployment): Facts {
  switch (proof.kind) {
    case "FUND_ATTEST": {
      const last = proof.paid.at(-1);
      return {
        attestQuarters: provenQuarters(proof, countedOf(activity)?.quarters ?? null),
        attestLastQuarter: last === undefined ? null : last.quarter,
        contributionsPaid: proof.paid.reduce((total, one) => total + one.cents, 0),
      };
    }
    case "TAX_ASSESSMENT":
      return { assessedIncome: proof.incomeCents, incomeYearEnd: makeDate(proof.incomeYear, 12, 31) };
    case "PROGNOSIS_ATTEST":
      return { prognosisSufficient: proof.sufficient };
  }
}

/** How many consecutive quarters the attest proves: none when one is missing, or when fewer are paid than count (SELF-05). */
function provenQuarters({ paid }: Extract<ActivityProof, { kind: "FUND_ATTEST" }>, counted: number | null): number {
  const numbers = paid.map((one) => quarterIndexNumber(one.quarter));
  const consecutive = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  const settled = paid.filter((one) => one.cents > 0).length;
  return consecutive && settled >= (counted ?? paid.length) ? paid.length : 0;
}
