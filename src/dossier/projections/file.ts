// From events of a file to rows of application and grant_position.
import { addDays, firstDay, lastDay, type PlainDate, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import type { Envelope } from "../event.ts";
import type { FileEvent } from "../events.ts";
import type { GrantFacts } from "../grant/events.ts";
import type { ApplicationState } from "../vocabulary.ts";
import type { ReadRows } from "./read-tables.ts";
import type { RowChange } from "./row-change.ts";

export function projectFile(event: FileEvent, envelope: Envelope): RowChange[] {
  const key = envelope.streamRef;
  switch (event.type) {
    case "ApplicationFiled": {
      const application = event.payload;
      const row = {
        file_ref: key,
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
      };
      return [{ table: "application", key, op: "open", validFrom: application.filedOn, validTo: null, row }];
    }
    case "ApplicationCompletionRequested":
      return [inState(key, "INCOMPLETE", event.effectiveOn)];
    case "ApplicationCompleted": {
      const { premiums } = event.payload;
      return [inState(key, "PENDING", event.effectiveOn, premiums === undefined ? {} : { premiums })];
    }
    case "ApplicationWithdrawn":
      return [inState(key, "WITHDRAWN", event.effectiveOn)];
    case "ApplicationInadmissible":
      return [inState(key, "INADMISSIBLE", event.effectiveOn, { grounds: event.payload.grounds })];
    case "ApplicationRefused":
      return [inState(key, "REFUSED", event.effectiveOn, { grounds: event.payload.grounds })];
    case "GrantDecided":
      return [inState(key, "GRANTED", event.payload.decidedOn), positionOpened(key, event.payload, event.payload.startQuarter)];
    case "GrantStopped": {
      const { grantRef, lastDay } = event.payload;
      return [{ table: "grant_position", key: grantRef, op: "close", validFrom: addDays(lastDay, 1), validTo: null }];
    }
    case "GrantAdjusted": {
      const { grantRef, fromQuarter, percentage, guidanceNeed } = event.payload;
      const row = { package: "AFTER_EVALUATION" as const, percentage, guidance_need: guidanceNeed };
      return [{ table: "grant_position", key: grantRef, op: "replace", validFrom: firstDay(fromQuarter), validTo: null, row }];
    }
    case "GrantExtended":
      return [positionOpened(key, event.payload, event.payload.fromQuarter)];
    case "AdjustmentRequested":
    case "ExtensionRequested":
    case "EvaluationRecorded":
    case "ReviewRequested":
    case "ReviewAdvised":
    case "ReviewDecided":
    case "ChangeReported":
    case "GuideDesignated":
    case "SupportPlanDrawnUp":
      return [];
  }
}

function inState(key: string, state: ApplicationState, on: PlainDate, more: Partial<ReadRows["application"]> = {}): RowChange {
  return { table: "application", key, op: "replace", validFrom: on, validTo: null, row: { state, state_on: on, ...more } };
}

/** The position runs from the first day of its first quarter to the end of its term, or to an earlier end known at the decision. */
function positionOpened(fileRef: string, grant: GrantFacts, from: Quarter): RowChange {
  const termEnd = lastDay(grant.endQuarter);
  const end = grant.supportUntil !== null && grant.supportUntil < termEnd ? grant.supportUntil : termEnd;
  return {
    table: "grant_position",
    key: grant.grantRef,
    op: "open",
    validFrom: firstDay(from),
    validTo: addDays(end, 1),
    row: {
      grant_ref: grant.grantRef,
      file_ref: fileRef,
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
    },
  };
}
