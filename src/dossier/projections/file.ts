// From events of a file to rows of application and grant_position.
import { addDays, firstDay, lastDay, type PlainDate, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import type { Envelope } from "../event.ts";
import type { FileEvent } from "../events.ts";
import type { GrantFacts } from "../grant/events.ts";
import type { ReadTables, RowChange } from "../read-rows.ts";
import type { ApplicationState } from "../vocabulary.ts";
import { projectReview } from "./review.ts";

export function projectFile(event: FileEvent, envelope: Envelope): RowChange[] {
  const fileRef = envelope.streamRef;
  const key = { file_ref: fileRef };
  switch (event.type) {
    case "ApplicationFiled": {
      const application = event.payload;
      const row = {
        employer_ref: application.employerRef,
        person_ref: application.personRef,
        applicant: application.applicant,
        premiums: application.premiums,
        situation: application.situation,
        channel: application.channel,
        filed_on: application.filedOn,
        state: "PENDING" as const,
        state_on: application.filedOn,
        grounds: [],
        establishment_ref: application.establishment?.establishmentRef ?? null,
        establishment_municipality: application.establishment?.municipality ?? null,
        establishment_province: application.establishment?.province ?? null,
        establishment_nace: application.establishment?.nace ?? null,
      };
      return [{ table: "application", key, change: "put", validFrom: application.filedOn, validTo: null, row }];
    }
    case "ApplicationCompletionRequested":
      return [inState(fileRef, "INCOMPLETE", event.effectiveOn)];
    case "ApplicationCompleted": {
      const { premiums } = event.payload;
      return [inState(fileRef, "PENDING", event.effectiveOn, premiums === undefined ? {} : { premiums })];
    }
    case "ApplicationWithdrawn":
      return [inState(fileRef, "WITHDRAWN", event.effectiveOn)];
    case "ApplicationInadmissible":
      return [inState(fileRef, "INADMISSIBLE", event.effectiveOn, { grounds: event.payload.grounds })];
    case "ApplicationRefused":
      return [inState(fileRef, "REFUSED", event.effectiveOn, { grounds: event.payload.grounds })];
    case "GrantDecided":
      return [
        inState(fileRef, "GRANTED", event.payload.decidedOn),
        positionOpened(fileRef, event.payload, event.payload.fromQuarter ?? event.payload.startQuarter),
      ];
    case "GrantStopped": {
      const { grantRef, lastDay, reason } = event.payload;
      const of = { table: "grant_position", key: { file_ref: fileRef, grant_ref: grantRef } } as const;
      return [
        { ...of, change: "patch", validFrom: null, validTo: null, row: { stop_reason: reason } },
        { ...of, change: "end", validFrom: addDays(lastDay, 1), validTo: null },
      ];
    }
    case "GrantAdjusted": {
      const { grantRef, fromQuarter, percentage, guidanceNeed } = event.payload;
      const row = { package: "AFTER_EVALUATION" as const, percentage, guidance_need: guidanceNeed };
      return [
        {
          table: "grant_position",
          key: { file_ref: fileRef, grant_ref: grantRef },
          change: "patch",
          validFrom: firstDay(fromQuarter),
          validTo: null,
          row,
        },
        ...applied(fileRef, event.payload.evaluationRef, event.effectiveOn),
      ];
    }
    case "GrantExtended":
      return [
        positionOpened(fileRef, event.payload, event.payload.fromQuarter),
        ...applied(fileRef, event.payload.evaluationRef, event.effectiveOn),
      ];
    case "AdjustmentRequested":
    case "ExtensionRequested": {
      const { evaluationRef, grantRef, requestedOn } = event.payload;
      const purpose = event.type === "AdjustmentRequested" ? "ADJUSTMENT" : "EXTENSION";
      const open = { decided_on: null, outcome: null, applied_on: null };
      const row = { grant_ref: grantRef, purpose, requested_on: requestedOn, ...open };
      return [{ ...evaluation(fileRef, evaluationRef), change: "put", row }];
    }
    case "EvaluationRecorded": {
      const { evaluationRef, decidedOn, outcome } = event.payload;
      // Recorded anew after a review: then it waits to be applied again.
      const row = { decided_on: decidedOn, outcome, applied_on: null };
      return [{ ...evaluation(fileRef, evaluationRef), change: "patch", row }];
    }
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
      return [projectReview(event, envelope)];
    case "ChangeReported":
    case "GuideDesignated":
    case "SupportPlanDrawnUp":
      return [];
  }
}

function evaluation(fileRef: string, evaluationRef: string) {
  const key = { file_ref: fileRef, evaluation_ref: evaluationRef };
  return { table: "evaluation", key, validFrom: null, validTo: null } as const;
}

function applied(fileRef: string, evaluationRef: string | null, on: PlainDate): RowChange[] {
  return evaluationRef === null ? [] : [{ ...evaluation(fileRef, evaluationRef), change: "patch", row: { applied_on: on } }];
}

function inState(
  fileRef: string,
  state: ApplicationState,
  on: PlainDate,
  more: Partial<ReadTables["application"]["row"]> = {},
): RowChange {
  return {
    table: "application",
    key: { file_ref: fileRef },
    change: "patch",
    validFrom: on,
    validTo: null,
    row: { state, state_on: on, ...more },
  };
}

/** The position runs from the first day of its first quarter to the end of its term, or to an earlier end known at the decision. */
function positionOpened(fileRef: string, grant: GrantFacts, from: Quarter): RowChange {
  const termEnd = lastDay(grant.endQuarter);
  const end = grant.supportUntil !== null && grant.supportUntil < termEnd ? grant.supportUntil : termEnd;
  return {
    table: "grant_position",
    key: { file_ref: fileRef, grant_ref: grant.grantRef },
    change: "put",
    validFrom: firstDay(from),
    validTo: addDays(end, 1),
    row: {
      employer_ref: grant.employerRef,
      person_ref: grant.personRef,
      applicant: grant.applicant,
      premiums: grant.premiums,
      package: grant.package,
      percentage: grant.percentage,
      collective_percentage: grant.collectivePercentage,
      guidance_need: grant.guidanceNeed,
      start_quarter: quarterIndexNumber(grant.startQuarter),
      end_quarter: quarterIndexNumber(grant.endQuarter),
      decided_on: grant.decidedOn,
      previous_measure: grant.previousMeasure,
      previous_right_ref: grant.previousRightRef,
      switches: grant.switches,
      stop_reason: null,
    },
  };
}
