// The JSON in which files and grants leave the API, and their ETag.
import type { GrantQuarter, ListedFile, OpenedFile, Possible, Worker } from "../../counter/index.ts";
import { type Grant, lastDayOfGrant } from "../../dossier/index.ts";
import { fractionText, fromQuarterNumber } from "../../kernel/index.ts";

export const etagOf = (file: Pick<OpenedFile, "version">): string => `"v${file.version}"`;

const workerJson = (worker: Worker | null) =>
  worker === null ? null : { insz: worker.insz, givenName: worker.given, familyName: worker.family };

/** Nothing in here is, or depends on, a finding: until the decision an application says only what its applicant said (EMP-17). */
export function listedJson(file: ListedFile) {
  return {
    id: file.fileRef,
    number: file.number,
    applicant: file.applicant,
    premiums: file.premiums,
    situation: file.situation,
    filedOn: file.filedOn,
    status: file.state,
    statusOn: file.stateOn,
    worker: workerJson(file.worker),
    grant:
      file.grant === null
        ? null
        : {
            startQuarter: fromQuarterNumber(file.grant.startQuarter),
            endQuarter: fromQuarterNumber(file.grant.endQuarter),
          },
  };
}

export function fileJson(file: OpenedFile, possible: Possible) {
  const { application, grant } = file.state;
  if (application === null) throw new Error("A file without application has no form here");
  return {
    id: file.fileRef,
    number: file.number,
    applicant: application.applicant,
    premiums: application.premiums,
    situation: application.situation,
    filedOn: application.filedOn,
    status: application.state,
    statusOn: application.stateOn,
    worker: workerJson(file.worker),
    contract: application.contract,
    employmentFraction: application.employmentFraction === null ? null : fractionText(application.employmentFraction),
    /** Codes of what a completion must supply. */
    missing: application.missing,
    /** What the department asked in its own words, and by when; null when it asked nothing. */
    question: file.question,
    answerBy: application.state === "INCOMPLETE" ? (application.answerBy ?? null) : null,
    /** Rulebook ids of a refusal, all of them. */
    grounds: application.grounds,
    grant: grant === null ? null : grantJson(grant),
    /** What VDAB found in evaluations: percentage and guidance level, and how a review of it stands. */
    evaluations: Object.values(file.state.evaluations).map(({ evaluationRef, purpose, requestedOn, finding }) => ({
      id: evaluationRef,
      purpose,
      requestedOn,
      decidedOn: finding?.decidedOn ?? null,
      outcome: finding?.outcome ?? null,
      percentage: finding?.percentage ?? null,
      guidanceNeed: finding?.guidanceNeed ?? null,
      reviews: Object.values(file.state.reviews)
        .filter((one) => one.subjectRef === evaluationRef)
        .map((one) => ({
          requestedOn: one.requestedOn,
          answerBy: one.decidedOn === null ? (one.boardBy ?? one.committeeBy) : null,
          decidedOn: one.decidedOn,
          outcome: one.outcome,
        })),
    })),
    version: file.version,
    possible: {
      complete: possible.complete,
      withdraw: possible.withdraw,
      reportChange: possible.reportChange,
      adjustmentFrom: possible.adjustment?.opensOn ?? null,
      extensionFrom: possible.extension?.opensOn ?? null,
      review: possible.review?.evaluationRef ?? null,
    },
  };
}

export function grantJson(grant: Grant) {
  const { facts } = grant;
  return {
    id: facts.grantRef,
    decidedOn: facts.decidedOn,
    package: facts.package,
    percentage: facts.percentage,
    guidanceNeed: facts.guidanceNeed,
    startQuarter: facts.startQuarter,
    endQuarter: grant.endQuarter,
    lastDay: lastDayOfGrant(grant),
    openPoints: facts.openPoints,
    law: { version: facts.lawVersion, parameters: facts.parametersHash },
  };
}

export const quarterJson = (one: GrantQuarter) => ({
  quarter: one.quarter,
  index: one.index,
  status: one.state,
  calculations: one.outcomes,
});
