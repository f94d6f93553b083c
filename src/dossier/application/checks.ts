// The checks on an application in legal order. None of them looks at tickets or findings (EMP-17): those come at the decision.
import type { FileRef, PlainDate } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { RelationFile, RunningRight } from "../queries.ts";
import type { Employment, RegisterAnswer } from "../registers.ts";
import type { EmployerFacts } from "../registration/events.ts";
import type { Residence } from "../vocabulary.ts";
import { type Check, check } from "./check.ts";
import type { ApplicationFacts, Contract } from "./events.ts";
import * as reasons from "./reasons.ts";
import { selfEmployedChecks } from "./self-employed-checks.ts";
import { isOpen } from "./state.ts";

/** What is known around an application, from other streams and from registers. Null: not known. */
export interface Surroundings {
  readonly employer: EmployerFacts | null;
  readonly registeredForImw: boolean;
  readonly residence: Residence | null;
  /** Other files of the same relation. */
  readonly otherFiles: readonly RelationFile[];
  /** A grant of the same relation that still runs. */
  readonly runningGrantOf: FileRef | null;
  readonly runningRights: readonly RunningRight[];
  /** Null when the register was not asked. */
  readonly employments: RegisterAnswer<readonly Employment[]> | null;
  readonly insolvencySignal: boolean;
}

export const NO_SURROUNDINGS: Surroundings = {
  employer: null,
  registeredForImw: false,
  residence: null,
  otherFiles: [],
  runningGrantOf: null,
  runningRights: [],
  employments: null,
  insolvencySignal: false,
};

/** Every check that applies, with all its outcomes; none when all is well. */
export function checkApplication(law: LawReading, application: ApplicationFacts, around: Surroundings): readonly Check[] {
  const inForce = law.law.parameterAt("scheme.inForce", application.filedOn);
  // Before the scheme there is no law to check anything else against.
  if (!inForce.ok || inForce.value.value !== true) return [check("BLOCK", reasons.beforeScheme(application.filedOn))];
  return [
    ...onlineChecks(law, application),
    ...applicantChecks(application, around),
    ...(application.applicant === "EMPLOYER" ? employerChecks(law, application, around) : selfEmployedChecks(law, application)),
    ...residenceChecks(law, application, around),
    ...relationChecks(law, application, around),
  ];
}

/** Online, the counter opened later than the law (OPEN-07). */
function onlineChecks(law: LawReading, application: ApplicationFacts): Check[] {
  const onlineFrom = law.date("application.onlineFrom");
  const refusedBefore = application.channel === "ONLINE" || law.policy("OPEN-07") === "REFUSE_BEFORE_ONLINE";
  return refusedBefore && application.filedOn < onlineFrom ? [check("BLOCK", reasons.beforeOnline(onlineFrom))] : [];
}

/** What an applicant of this kind may ask for at all. */
function applicantChecks(application: ApplicationFacts, around: Surroundings): Check[] {
  const found: Check[] = [];
  const { applicant, premiums } = application;
  if (applicant === "EMPLOYER") {
    if (premiums !== "WAGE" && premiums !== "WAGE_AND_GUIDANCE")
      found.push(check("BLOCK", reasons.wrongPremiums("IND-12", applicant)));
    if (application.employerRef === null) found.push(check("BLOCK", reasons.employerMissing()));
    else if (!around.registeredForImw) found.push(check("BLOCK", reasons.notRegistered()));
  } else if (premiums !== "SUPPORT") {
    found.push(check("BLOCK", reasons.wrongPremiums("SELF-08", applicant)));
  }
  return found;
}

function employerChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  return [
    ...publicSideChecks(law, around.employer),
    ...difficultyChecks(law, application, around),
    ...serviceVoucherChecks(law, application, around.employer),
    ...contractChecks(law, application),
    ...employmentChecks(application, around),
  ];
}

/** EMP-04: on the public side only schools and local governments; edge cases are looked at by a person (OPEN-35). */
function publicSideChecks(law: LawReading, employer: EmployerFacts | null): Check[] {
  if (employer === null || employer.publicSide !== "OTHER") return [];
  if (!EDGE_FORMS.has(employer.legalForm)) return [check("REFUSE", reasons.publicAuthority())];
  const reading = law.policy("OPEN-35");
  if (reading === "ELIGIBLE") return [];
  return [check(reading === "EXCLUDED" ? "REFUSE" : "MANUAL", reasons.publicEdgeCase(employer.legalForm))];
}

/** Legal forms between local government and other authority (OPEN-35). */
const EDGE_FORMS: ReadonlySet<string> = new Set(["AGB", "INTERCOMMUNAL", "OCMW_ASSOCIATION"]);

/** EMP-06, OPEN-32: a declaration, and a signal of insolvency from the company register. */
function difficultyChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  law.policy("OPEN-32");
  if (!application.notInDifficulty) return [check("REFUSE", reasons.inDifficulty())];
  return around.insolvencySignal ? [check("MANUAL", reasons.insolvencySignal())] : [];
}

/** EMP-08: a service-voucher firm cannot get the wage premium (OPEN-54). */
function serviceVoucherChecks(law: LawReading, application: ApplicationFacts, employer: EmployerFacts | null): Check[] {
  if (employer?.serviceVoucher !== true) return [];
  const refused = law.policy("OPEN-54") === "REFUSE";
  if (refused || application.premiums === "WAGE") return [check("REFUSE", reasons.serviceVoucher())];
  return [check("WARN", reasons.serviceVoucherGuidanceOnly())];
}

/** EMP-12 to EMP-14. */
function contractChecks(law: LawReading, application: ApplicationFacts): Check[] {
  const { contract, employmentFraction, filedOn } = application;
  const found: Check[] = [];
  if (employmentFraction === null || employmentFraction <= 0) found.push(check("BLOCK", reasons.fractionMissing()));
  if (contract === null) return [...found, check("BLOCK", reasons.contractMissing())];
  if (contract.until !== null && contract.until < contract.from)
    return [...found, check("BLOCK", reasons.contractOrder(contract))];
  if (filedOn < contract.from || (contract.until !== null && filedOn > contract.until)) {
    found.push(check("BLOCK", reasons.notDuringEmployment(contract)));
  }
  const least = law.number("contract.minHours");
  if (tooShort(law, contract, filedOn)) found.push(check("REFUSE", reasons.contractTooShort(least)));
  return found;
}

/** EMP-14, OPEN-04: as duration or as hours of work; equality is enough or not. */
function tooShort(law: LawReading, contract: Contract, filedOn: PlainDate): boolean {
  const facts = { filedOn, contractFrom: contract.from, contractUntil: contract.until, contractHours: contract.hours };
  return law.rule("contractLongEnough", facts) === false;
}

/** PROC-05: the department checks the employment; a register that is down stops nothing. */
function employmentChecks(application: ApplicationFacts, around: Surroundings): Check[] {
  const { employments } = around;
  const { contract } = application;
  if (employments === null || contract === null) return [];
  if (employments.state === "unavailable") return [check("WARN", reasons.employmentNotChecked())];
  const known = employments.state === "found" ? employments.value : [];
  const covers = known.some((one) => one.from <= application.filedOn && (one.until === null || one.until >= application.filedOn));
  return covers ? [] : [check("MANUAL", reasons.notEmployed())];
}

/** EMP-11: main residence in the Flemish Region, or in another EEA state while working in it; OPEN-43 for the self-employed. */
function residenceChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  const { residence } = around;
  if (residence === null || residence === "FLANDERS") return [];
  if (residence === "EEA" && application.worksInFlanders) return [];
  if (application.applicant === "SELF_EMPLOYED" && application.worksInFlanders) {
    return law.policy("OPEN-43") === "AS_EMPLOYEES" ? [check("MANUAL", reasons.residence(residence))] : [];
  }
  return [check("REFUSE", reasons.residence(residence))];
}

/** One open application and one running grant per relation; older rights and earlier grants of it (OPEN-17, PAY-11, TRANS-04). */
function relationChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  const found: Check[] = [];
  const open = around.otherFiles.find((file) => isOpen(file.state));
  if (open !== undefined) found.push(check("BLOCK", reasons.secondOpenApplication(open.filedOn)));
  if (around.runningGrantOf !== null) found.push(check("BLOCK", reasons.grantRuns()));
  const earlier = around.otherFiles.some((file) => file.state === "GRANTED");
  if (earlier && around.runningGrantOf === null && application.situation === "NEW_HIRE") {
    law.policy("OPEN-17");
    found.push(check("MANUAL", reasons.rehire()));
  }
  if (application.takeOverOf !== null) {
    law.policy("OPEN-17");
    found.push(check("MANUAL", reasons.takeOver()));
  }
  if (application.otherSupport.length > 0) {
    found.push(check(law.policy("OPEN-31") === "REFUSE" ? "REFUSE" : "WARN", reasons.otherSupport(application.otherSupport)));
  }
  return found;
}
