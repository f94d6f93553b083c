// From events of an older right to rows of old_right.
import { addDays, firstDay, lastDay, quarterIndexNumber } from "../../kernel/index.ts";
import type { Envelope } from "../event.ts";
import type { RightEvent } from "../events.ts";
import type { ReadTables, RowChange } from "../read-rows.ts";

export function projectRight(event: RightEvent, envelope: Envelope): RowChange[] {
  const key = { right_ref: envelope.streamRef };
  switch (event.type) {
    case "OldRightRecorded": {
      const right = event.payload;
      const row: ReadTables["old_right"]["row"] = {
        person_ref: right.personRef,
        employer_ref: right.employerRef,
        measure: right.measure,
        start_quarter: quarterIndexNumber(right.startQuarter),
        quarters: right.quarters,
        evaluation_requested_on: null,
        evaluation_decided_on: null,
        evaluation_outcome: null,
        grant_ref: null,
        lde_choice: null,
        source: right.source,
        ends_on: right.endsOn,
        schedule: right.schedule,
        reduction_code: right.reductionCode ?? null,
        amount_cents: null,
        amount_per: null,
        activity: null,
        warned_of_end: null,
        end_reason: null,
        fraction: right.fraction ?? null,
      };
      const validTo = right.endsOn === null ? null : addDays(right.endsOn, 1);
      return [{ table: "old_right", key, change: "put", validFrom: right.startedOn, validTo, row }];
    }
    case "VopEvaluationRequested":
      return [everywhere(key, { evaluation_requested_on: event.payload.requestedOn })];
    case "VopEvaluationDecided": {
      const { decidedOn, outcome, grantRef } = event.payload;
      return [everywhere(key, { evaluation_decided_on: decidedOn, evaluation_outcome: outcome, grant_ref: grantRef })];
    }
    case "LdeChoiceMade":
      return [everywhere(key, { lde_choice: event.payload.choice })];
    case "OldRightAmountEntered": {
      const { cents, per, fromQuarter, throughQuarter } = event.payload;
      const validTo = throughQuarter === null ? null : addDays(lastDay(throughQuarter), 1);
      const row = { amount_cents: cents, amount_per: per };
      return [{ table: "old_right", key, change: "patch", validFrom: firstDay(fromQuarter), validTo, row }];
    }
    case "VopActivityJudged": {
      const { fromQuarter, suffices } = event.payload;
      return [
        {
          table: "old_right",
          key,
          change: "patch",
          validFrom: firstDay(fromQuarter),
          validTo: null,
          row: { activity: suffices },
        },
      ];
    }
    case "ContingentConverted":
      // What an organisation converted is read from the rights themselves; the tables hold what is counted and paid.
      return [];
    case "EndWarningGiven":
      return [everywhere(key, { warned_of_end: event.payload.endsOn })];
    case "OldRightRanOn": {
      const { from, until } = event.payload;
      return [{ table: "old_right", key, change: "extend", validFrom: from, validTo: addDays(until, 1) }];
    }
    case "OldRightEnded":
      return [
        everywhere(key, { end_reason: event.payload.reason }),
        { table: "old_right", key, change: "end", validFrom: addDays(event.payload.endedOn, 1), validTo: null },
      ];
  }
}

/** Links and evaluations belong to the right as a whole, not to a part of its time; when they were known is on the `known` range. */
function everywhere(key: { right_ref: string }, row: Partial<ReadTables["old_right"]["row"]>): RowChange {
  return { table: "old_right", key, change: "patch", validFrom: null, validTo: null, row };
}
