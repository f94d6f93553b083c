// The letter to the employer of a worker whose older right ends: until when a decision lets support go on (TRANS-31).
import { evolveOldRight, type OldRight, type TransitionEvent } from "../../dossier/index.ts";
import { formatDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { instrumentsBlocks, rulesBlocks } from "../../letters/index.ts";
import type { LetterPlan } from "./plan.ts";
import { MEASURE_WORDS_OF_RIGHT } from "./words.ts";

export interface RightLetterCase {
  readonly law: Law;
  /** The events of the right up to and including the one that the letter is about. */
  readonly events: readonly TransitionEvent[];
  readonly rightRef: string;
  /** The worker's name; empty when it cannot be read. */
  readonly worker: string;
}

const RULES = ["TRANS-31", "PROC-11"];

/** Null when no letter follows from the last event, or when nobody employs the worker. */
export function rightLetter({ law, events, rightRef, worker }: RightLetterCase): LetterPlan | null {
  const event = events.at(-1);
  if (event?.type !== "EndWarningGiven") return null;
  const right = events.reduce<OldRight | null>(evolveOldRight, null);
  if (right === null || right.facts.employerRef === null) return null;
  const { personRef, employerRef, measure, startedOn } = right.facts;
  const { warnedOn, endsOn, lastUsefulOn } = event.payload;
  const named = worker || "uw werknemer";
  const rows = [
    { label: "Werknemer", value: named },
    { label: "Maatregel", value: MEASURE_WORDS_OF_RIGHT[measure] },
    { label: "Begonnen", value: formatDate(startedOn, "nl") },
    { label: "Loopt tot en met", value: formatDate(endsOn, "nl") },
    { label: "Beslissing ten laatste op", value: formatDate(lastUsefulOn, "nl") },
    { label: "Vastgesteld op", value: formatDate(warnedOn, "nl") },
  ];
  return {
    kind: "end-warning",
    recipient: employerRef,
    subjects: personRef === null ? [employerRef] : [employerRef, personRef],
    fileRef: null,
    personRef,
    employerRef,
    aboutRef: rightRef,
    slots: {
      texts: {
        worker: named,
        measure: MEASURE_WORDS_OF_RIGHT[measure],
        endsOn: formatDate(endsOn, "nl"),
        lastUsefulOn: formatDate(lastUsefulOn, "nl"),
      },
      flags: {},
      inserts: {
        facts: [{ type: "facts", rows }],
        rules: rulesBlocks(law, RULES),
        instruments: instrumentsBlocks(law, RULES),
      },
    },
  };
}
