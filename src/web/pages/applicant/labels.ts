// What each field of an application is called on the screen.
import type { ApplicantText } from "../../text/applicant.ts";

/** The field itself where it has no label of its own. */
export function labelOf(field: string, text: ApplicantText): string {
  const labels: Readonly<Record<string, string>> = {
    situation: text.askSituation,
    "worker.insz": text.insz,
    "worker.givenName": text.givenName,
    "worker.familyName": text.familyName,
    residence: text.residence,
    province: text.province,
    "contract.kind": text.contractKind,
    "contract.from": text.contractFrom,
    "contract.until": text.contractUntil,
    "contract.hours": text.contractHours,
    employmentFraction: text.fraction,
    worksInFlanders: text.worksInFlanders,
    premiums: text.askPremiums,
    notInDifficulty: text.notInDifficulty,
    otherSupport: text.otherSupport,
    account: text.account,
    "contact.name": text.contactName,
    "contact.email": text.contactEmail,
    "contact.phone": text.contactPhone,
    "selfEmployment.occupation": text.occupation,
    "selfEmployment.since": text.since,
    "selfEmployment.limitationRecognisedOn": text.recognised,
    "selfEmployment.exemptMonths": text.exemptMonths,
    "selfEmployment.proof.kind": text.proofKind,
    "selfEmployment.proof.paid": text.askPaid,
    "selfEmployment.proof.last": text.lastQuarter,
    "selfEmployment.proof.incomeYear": text.incomeYear,
    "selfEmployment.proof.income": text.income,
    "selfEmployment.proof.issuedOn": text.issuedOn,
    "selfEmployment.proof.sufficient": text.sufficient,
  };
  if (/^selfEmployment\.proof\.paid\.\d+\.(amount|quarter)$/.test(field)) return text.askPaid;
  return labels[field] ?? field;
}
