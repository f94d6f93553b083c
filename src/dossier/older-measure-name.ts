// What the older measures are called in a sentence.
import type { Localized } from "../kernel/index.ts";
import type { TransitionMeasure } from "./vocabulary.ts";

const named = (nl: string, en: string, fr: string): Localized => ({ nl, en, fr });
const SINE = named("SINE", "SINE", "SINE");
const LDE = named("lokale diensteneconomie", "local services economy", "économie de services locaux");

const names: Readonly<Record<TransitionMeasure, Localized>> = {
  VOP: named("VOP", "VOP", "VOP"),
  TVOP: named("tijdelijke VOP", "temporary VOP", "VOP temporaire"),
  SINE_REGULAR: SINE,
  SINE_MWB_INSIDE: SINE,
  SINE_MWB_OUTSIDE: SINE,
  LDE_INDIVIDUAL: LDE,
  LDE_COLLECTIVE: LDE,
  MWA: named("maatwerkafdeling", "customised-work department", "section de travail adapté"),
  ALD: named("ALD-subsidie", "ALD subsidy", "subvention ALD"),
};

export const olderMeasureName = (measure: TransitionMeasure): Localized => names[measure];
