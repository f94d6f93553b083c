// The JSON in which the department's files, assessments and previews leave the API.
import { type DeskAssessment, type DeskFile, type Preview, textOf, type WorkLine } from "../../counter/index.ts";
import type { Check } from "../../dossier/index.ts";
import { euro } from "../../kernel/index.ts";
import { grantJson } from "../applicant/shapes.ts";

export const workLineJson = (line: WorkLine) => ({
  id: line.fileRef,
  number: line.number,
  applicant: line.applicant,
  premiums: line.premiums,
  status: line.state,
  asks: line.kinds,
  filedOn: line.filedOn,
  deadline: line.deadline === null ? null : { on: line.deadline.on, why: line.deadline.why },
  atStake: line.atStake === null ? null : { amount: euro(line.atStake.cents), atMost: line.atStake.atMost },
  handler: line.handler,
  employer: line.firmName,
});

export function deskFileJson(file: DeskFile) {
  const { application, grant, evaluations, changes } = file.state;
  if (application === null) throw new Error("A file without application has no form here");
  const { proposal } = file.handling;
  return {
    id: file.fileRef,
    number: file.number,
    version: file.version,
    applicant: application.applicant,
    premiums: application.premiums,
    situation: application.situation,
    filedOn: application.filedOn,
    status: application.state,
    statusOn: application.stateOn,
    missing: application.missing,
    answerBy: application.answerBy ?? null,
    grounds: application.grounds,
    contract: application.contract,
    person: file.person,
    employer: file.firm,
    grant: grant === null ? null : { ...grantJson(grant), switches: grant.facts.switches },
    evaluations: Object.values(evaluations),
    changes: changes.reports.map(({ effectiveOn, reportedOn, change }) => ({ kind: change.kind, effectiveOn, reportedOn })),
    handler: file.handling.handler,
    proposal:
      proposal === null
        ? null
        : {
            id: proposal.proposalRef,
            by: proposal.by,
            on: proposal.on,
            amount: euro(proposal.cents),
            decision: proposal.decision,
          },
    notes: file.handling.notes.map((note) => ({ on: note.on, by: note.by, text: textOf(file, note.note) })),
    timeline: file.history.map(({ type, effectiveOn, envelope }) => ({
      type,
      effectiveOn,
      recordedAt: envelope.recordedAt,
      by: envelope.actor.role,
    })),
  };
}

const checkJson = ({ severity, reason }: Check) => ({ severity, ...reason });

export const assessmentJson = ({ checks, outcome, switches, rights, takeOvers }: DeskAssessment) => ({
  checks: checks.map(checkJson),
  /** Null while no ticket gives a package. Nothing more of VDAB's finding leaves here than package, percentage, level and term. */
  outcome:
    outcome === null
      ? null
      : {
          premiums: outcome.premiums,
          package: outcome.package,
          percentage: outcome.percentage,
          guidanceNeed: outcome.guidanceNeed,
          startQuarter: outcome.startQuarter,
          endQuarter: outcome.endQuarter,
        },
  switches,
  rights,
  takeOvers,
});

export const previewJson = ({ wage, basedOn, quarters, total }: Preview) => ({
  wage,
  basedOn,
  total: euro(total),
  quarters: quarters.map((one) => ({ quarter: one.quarter, index: one.index, total: euro(one.total), calculation: one.outcome })),
});
