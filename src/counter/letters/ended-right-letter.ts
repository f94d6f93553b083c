// The letter about the end of an older right: found, decided with an evaluation, or moved to the grant that follows (TRANS-03, TRANS-05).
import {
  evolveOldRight,
  lastDayOfRight,
  type OldRight,
  type OldRightEndReason,
  type TransitionEvent,
} from "../../dossier/index.ts";
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { instrumentsBlocks, remedyBlocks, rulesBlocks } from "../../letters/index.ts";
import type { LetterPlan } from "./plan.ts";
import type { RightLetterCase } from "./right-letters.ts";
import { MEASURE_WORDS_OF_RIGHT, RIGHT_END_WORDS, RIGHT_RULES } from "./words.ts";

export interface EndedRightCase extends RightLetterCase {
  /** What the same command recorded after the event. */
  readonly sameCommand: readonly TransitionEvent[];
  readonly on: PlainDate;
}

/** Why the right ends, by the event; null: it does not, or what the same command recorded with it tells so. */
function causeOf({ events, sameCommand }: EndedRightCase): OldRightEndReason | "RAN_ON" | null {
  const event = events.at(-1);
  if (event?.type === "OldRightEnded") return event.payload.reason;
  if (event?.type === "OldRightRanOn") return "RAN_ON";
  if (event?.type !== "VopEvaluationDecided" || event.payload.outcome !== "NO_NEED") return null;
  // It was over when the evaluation was decided, so that nothing else says the outcome.
  return sameCommand.some((one) => one.type === "OldRightEnded") ? null : "NO_NEED_FOUND";
}

const RULE_OF: Readonly<Partial<Record<OldRightEndReason | "RAN_ON", string>>> = {
  IMW_GRANTED: "TRANS-05",
  RAN_ON: "TRANS-05",
  NO_NEED_FOUND: "IND-25",
};
/** After these a new application makes sense. */
const AGAIN: readonly string[] = ["TERM_OVER", "MEASURE_ENDED", "NO_NEED_FOUND"];

/** Null when no letter follows: the event ends nothing, the right is about no person, or it never held. */
export function endedRightLetter(of: EndedRightCase): LetterPlan | null {
  const cause = causeOf(of);
  const right = of.events.reduce<OldRight | null>(evolveOldRight, null);
  const last = right === null ? null : lastDayOfRight(right);
  if (cause === null || right === null || last === null || last < right.facts.startedOn) return null;
  const { personRef, employerRef, measure, startedOn, endsOn } = right.facts;
  if (personRef === null) return null;
  const recipient = employerRef ?? personRef;
  const worker = of.worker || "uw werknemer";
  const reason = RIGHT_END_WORDS[cause === "RAN_ON" ? "IMW_GRANTED" : cause];
  const evaluated = right.evaluation?.decidedOn ?? null;
  const rules = [RIGHT_RULES[measure], ...(RULE_OF[cause] === undefined ? [] : [RULE_OF[cause]])];
  const rows = [
    ...(employerRef === null ? [] : [{ label: "Werknemer", value: worker }]),
    { label: "Maatregel", value: MEASURE_WORDS_OF_RIGHT[measure] },
    { label: "Begonnen", value: formatDate(startedOn, "nl") },
    ...(endsOn === null ? [] : [{ label: "Voorzien einde", value: formatDate(endsOn, "nl") }]),
    { label: "Laatste dag met steun", value: formatDate(last, "nl") },
    ...(evaluated === null ? [] : [{ label: "Evaluatie beslist op", value: formatDate(evaluated, "nl") }]),
  ];
  return {
    kind: "right-ended",
    recipient,
    subjects: [...new Set([recipient, personRef])],
    fileRef: null,
    personRef,
    employerRef,
    aboutRef: of.rightRef,
    slots: {
      texts: { worker, measure: MEASURE_WORDS_OF_RIGHT[measure], lastDay: formatDate(last, "nl"), reason },
      flags: {
        selfEmployed: employerRef === null,
        granted: cause === "IMW_GRANTED" || cause === "RAN_ON",
        ranOn: cause === "RAN_ON",
        again: AGAIN.includes(cause),
      },
      inserts: {
        facts: [{ type: "facts", rows }],
        rules: rulesBlocks(of.law, rules),
        instruments: instrumentsBlocks(of.law, rules),
        appeal: remedyBlocks(of.law, "DEPARTMENT", of.on),
      },
    },
  };
}
