// What came to be known of paid quarters after they were calculated: attests, grants, older rights.
import type { Instant, Localized } from "../../kernel/index.ts";
import { localized } from "../../kernel/index.ts";

/** ATTESTS counts relations of a worker and an employer, GRANTS grants, OLDER_RIGHTS rights of the measures that run out. */
export const MOVED_KINDS = ["ATTESTS", "GRANTS", "OLDER_RIGHTS"] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

export interface MovedCount {
  readonly kind: MovedKind;
  readonly quarter: number;
  /** At least 1. */
  readonly count: number;
}

export interface MovedFacts {
  readonly kind: MovedKind;
  readonly title: Localized;
  /** In order of quarter. */
  readonly quarters: readonly { readonly quarter: number; readonly count: number }[];
}

/** A quarter and the moment up to which its last calculation knew anything. */
export interface CalculatedQuarter {
  readonly quarter: number;
  readonly knownAt: Instant;
}

const titles: Readonly<Record<MovedKind, Localized>> = {
  ATTESTS: localized(
    "Loonaangiften die later kwamen of veranderden",
    "Wage declarations that came or changed later",
    "Déclarations de salaire arrivées ou modifiées après",
  ),
  GRANTS: localized(
    "Toekenningen die later kwamen, stopten of veranderden",
    "Grants that came, stopped or changed later",
    "Octrois arrivés, arrêtés ou modifiés après",
  ),
  OLDER_RIGHTS: localized(
    "Rechten uit oudere maatregelen die later veranderden",
    "Rights of older measures that changed later",
    "Droits des anciennes mesures modifiés après",
  ),
};

export function movedFacts(counts: readonly MovedCount[]): MovedFacts[] {
  return MOVED_KINDS.flatMap((kind) => {
    const quarters = counts
      .filter((one) => one.kind === kind)
      .map(({ quarter, count }) => ({ quarter, count }))
      .sort((a, b) => a.quarter - b.quarter);
    return quarters.length === 0 ? [] : [{ kind, title: titles[kind], quarters }];
  });
}
