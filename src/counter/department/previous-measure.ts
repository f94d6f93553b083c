// The measure that a grant follows on, from the older right that runs (TRANS-04).
import type { PreviousMeasure, TransitionMeasure } from "../../dossier/index.ts";

const PREVIOUS: Readonly<Record<TransitionMeasure, PreviousMeasure>> = {
  VOP: "VOP",
  TVOP: "TVOP",
  SINE_REGULAR: "SINE",
  SINE_MWB_INSIDE: "SINE",
  SINE_MWB_OUTSIDE: "SINE",
  LDE_INDIVIDUAL: "LDE",
  LDE_COLLECTIVE: "LDE",
  MWA: "MWA",
  // Not one of the measures that figures follow: the grant still ends the right.
  ALD: "NONE",
};

export const previousMeasureOf = (measure: TransitionMeasure): PreviousMeasure => PREVIOUS[measure];
