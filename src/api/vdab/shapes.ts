// The JSON in which VDAB's work, persons, proposals and reviews leave the API.
import { labelOfEvidence, lastDayToAsk, type NamedWork, noteOf, type OpenedPerson, type VdabFile } from "../../counter/index.ts";
import { type Evaluation, type ExplainedProposal, isValidOn, lastDayOf, type Review } from "../../dossier/index.ts";
import type { PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";

export const etagOf = (version: number): string => `"v${version}"`;
export const headersOf = (version: number) => ({ etag: etagOf(version), "cache-control": "private, no-store" });

export const workJson = (line: NamedWork) => ({
  kind: line.kind,
  id: line.workRef,
  person: line.personRef,
  stream: line.streamRef,
  name: line.name,
  since: line.since,
  /** Null where the law gives none (OPEN-21). */
  deadline: line.deadline,
  detail: line.detail,
  assignee: line.mine ? "me" : line.assigneeRef === null ? null : "other",
});

/** Findings, evidence, loss and costs: for VDAB and for the person, and for nobody else. */
export function personJson(law: Law, person: OpenedPerson, today: PlainDate) {
  const { state } = person;
  return {
    id: person.personRef,
    version: person.version,
    name: person.name,
    insz: person.insz,
    tickets: Object.values(state.tickets).map((ticket) => ({
      id: ticket.ticketRef,
      type: ticket.type,
      package: ticket.package,
      percentage: ticket.percentage,
      guidanceNeed: ticket.guidanceNeed,
      needClass: ticket.needClass,
      needDuration: ticket.needDuration,
      origin: ticket.origin,
      grantedOn: ticket.grantedOn,
      validFrom: ticket.validFrom,
      validUntil: lastDayOf(ticket),
      valid: isValidOn(ticket, today),
      departure: noteOf(person, ticket.motivation),
    })),
    indications: Object.values(state.indications).map((one) => ({
      id: one.indicationRef,
      measure: one.measure,
      requestedOn: one.requestedOn,
      status: one.outcome,
      decidedOn: one.decidedOn,
      finding: one.finding,
      criteria: one.criteria === null ? null : { met: one.criteria.met, reason: noteOf(person, one.criteria.motivation) },
      evidence: one.evidence.map(({ evidence, label, addedOn }) => ({
        id: evidence,
        addedOn,
        ...labelOfEvidence(person, label),
      })),
      /** Last day to ask a review when notice was taken on the day of the decision (PROC-30). */
      reviewUntil: one.decidedOn === null ? null : lastDayToAsk(law, one.decidedOn),
    })),
    reviews: Object.values(state.reviews).map(reviewJson),
    history: person.history.map(({ type, effectiveOn, envelope }) => ({
      type,
      effectiveOn,
      recordedAt: envelope.recordedAt,
      by: envelope.actor.role,
    })),
  };
}

export const reviewJson = (review: Review) => ({
  id: review.reviewRef,
  subject: review.subject,
  about: review.subjectRef,
  requestedOn: review.requestedOn,
  committeeBy: review.committeeBy,
  advisedOn: review.advisedOn,
  boardBy: review.boardBy,
  decidedOn: review.decidedOn,
  outcome: review.outcome,
});

export const proposalJson = (proposal: ExplainedProposal) => ({
  tickets: proposal.tickets,
  /** Rulebook ids of the conditions that are not met. */
  refused: proposal.refused,
  lastDay: proposal.lastDay,
  openPoints: proposal.openPoints,
  results: proposal.results,
  steps: proposal.steps,
});

export const evaluationJson = (file: VdabFile, evaluation: Evaluation) => ({
  id: evaluation.evaluationRef,
  file: file.fileRef,
  number: file.number,
  version: file.version,
  purpose: evaluation.purpose,
  requestedOn: evaluation.requestedOn,
  percentageNow: file.percentage,
  finding: evaluation.finding,
  applied: evaluation.applied,
});
