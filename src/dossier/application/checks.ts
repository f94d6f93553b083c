// The checks on an application in legal order. None of them looks at tickets or findings (EMP-17): those come at the decision.
import type { FileRef } from "../../kernel/index.ts";
import type { Reason as LawReason } from "../../law/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { RelationFile, RunningRight } from "../queries.ts";
import { byLaw } from "../reason.ts";
import type { Employment, RegisterAnswer } from "../registers.ts";
import type { EmployerFacts } from "../registration/events.ts";
import type { Residence } from "../vocabulary.ts";
import { type Check, check } from "./check.ts";
import type { ApplicationFacts } from "./events.ts";
import { contractLawFacts, employerLawFacts } from "./law-facts.ts";
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
    ...applicantChecks(application),
    ...(application.applicant === "EMPLOYER" ? employerChecks(law, application, around) : selfEmployedChecks(law, application)),
    ...residenceChecks(law, application, around),
    ...relationChecks(law, application, around),
  ];
}

/** Online, the counter opened later than the law (OPEN-07). */
function onlineChecks(law: LawReading, { filedOn, channel }: ApplicationFacts): Check[] {
  if (law.rule("counterOpen", { filedOn, channel }) === true) return [];
  return [check("BLOCK", reasons.beforeOnline(law.date("application.onlineFrom")))];
}

/** What an applicant of this kind may ask for at all. */
function applicantChecks(application: ApplicationFacts): Check[] {
  const found: Check[] = [];
  const { applicant, premiums } = application;
  if (applicant === "EMPLOYER") {
    if (premiums !== "WAGE" && premiums !== "WAGE_AND_GUIDANCE")
      found.push(check("BLOCK", reasons.wrongPremiums("IND-12", applicant)));
    if (application.employerRef === null) found.push(check("BLOCK", reasons.employerMissing()));
  } else if (premiums !== "SUPPORT") {
    found.push(check("BLOCK", reasons.wrongPremiums("SELF-08", applicant)));
  }
  return found;
}

/** EMP-01 to EMP-08 and PROC-02: all reasons that the law finds at once, and its questions to a person. */
function employerChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  const facts = employerLawFacts(application, around);
  const { reasons: against, questions } = law.findings("employerEligible", facts);
  const found: Check[] = against.map((one) => employerCheck(one, around.employer));
  for (const question of questions) {
    const reason =
      question.id === "OPEN-35" ? reasons.publicEdgeCase(around.employer?.legalForm ?? "") : reasons.insolvencySignal();
    found.push(check("MANUAL", reason, question));
  }
  if (law.rule("serviceVoucherStanding", facts) === "GUIDANCE_ONLY") {
    found.push(check("WARN", reasons.serviceVoucherGuidanceOnly()));
  }
  return [...found, ...contractChecks(law, application), ...employmentChecks(application, around)];
}

/** In the words of this room where it has its own, else in those of the law. */
function employerCheck(against: LawReason, employer: EmployerFacts | null): Check {
  switch (against.id) {
    case "PROC-02":
      return check("BLOCK", reasons.notRegistered());
    case "EMP-03":
      return check("REFUSE", reasons.foreignEmployer());
    case "EMP-04":
      return check("REFUSE", reasons.publicAuthority());
    case "EMP-06":
      return check("REFUSE", reasons.inDifficulty());
    case "EMP-08":
      return check("REFUSE", reasons.serviceVoucher());
    case "OPEN-35":
      return check("REFUSE", reasons.publicEdgeCase(employer?.legalForm ?? ""));
    default:
      return check("REFUSE", byLaw(against));
  }
}

/** EMP-12 to EMP-14, EMP-18. */
function contractChecks(law: LawReading, application: ApplicationFacts): Check[] {
  const { contract, employmentFraction } = application;
  const found: Check[] = [];
  if (employmentFraction === null || employmentFraction <= 0) found.push(check("BLOCK", reasons.fractionMissing()));
  if (contract === null) return [...found, check("BLOCK", reasons.contractMissing())];
  if (contract.until !== null && contract.until < contract.from)
    return [...found, check("BLOCK", reasons.contractOrder(contract))];
  const facts = contractLawFacts(application);
  for (const against of law.findings("contractEligible", facts).reasons) {
    if (against.id === "EMP-12") found.push(check("BLOCK", reasons.notDuringEmployment(contract)));
    else if (against.id === "EMP-14") found.push(check("REFUSE", reasons.contractTooShort(law.number("contract.minHours"))));
    else found.push(check("REFUSE", byLaw(against)));
  }
  if (law.rule("wageEvidence", facts) === "PAYSLIPS") found.push(check("WARN", reasons.wageByPayslips()));
  return found;
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
  if (residence === null) return [];
  const facts = { residence, worksInFlanders: application.worksInFlanders };
  const standing = law.rule(application.applicant === "EMPLOYER" ? "workerResidence" : "selfEmployedResidence", facts);
  if (standing === "QUALIFIES") return [];
  if (standing !== "REVIEW") return [check("REFUSE", reasons.residence(residence))];
  const question = law.findings("selfEmployedEligible", facts).questions.find((one) => one.id === "OPEN-43");
  return [check("MANUAL", reasons.residence(residence), question)];
}

/** One open application and one running grant per relation; older rights and earlier grants of it (OPEN-17, PAY-11, TRANS-04). */
function relationChecks(law: LawReading, application: ApplicationFacts, around: Surroundings): Check[] {
  const found: Check[] = [];
  const open = around.otherFiles.find((file) => isOpen(file.state));
  if (open !== undefined) found.push(check("BLOCK", reasons.secondOpenApplication(open.filedOn)));
  if (around.runningGrantOf !== null) found.push(check("BLOCK", reasons.grantRuns()));
  for (const right of around.runningRights) found.push(check("WARN", reasons.olderRight(right.measure)));
  const earlier = around.otherFiles.some((file) => file.state === "GRANTED");
  if (earlier && around.runningGrantOf === null && application.situation === "NEW_HIRE") {
    law.policy("OPEN-17");
    const { questions } = law.findings("reemploymentStart", { employmentChange: "SAME_EMPLOYER_REHIRE" });
    found.push(check("MANUAL", reasons.rehire(), questions[0]));
  }
  if (application.takeOverOf !== null) {
    law.policy("OPEN-17");
    found.push(check("MANUAL", reasons.takeOver()));
  }
  if (application.otherSupport.length > 0) {
    const combines = law.rule("supportCombines", { excludedSupport: true });
    found.push(check(combines === true ? "WARN" : "REFUSE", reasons.otherSupport(application.otherSupport)));
  }
  return found;
}
