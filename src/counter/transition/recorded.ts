// What the records hold already for the people of a file of older rights: the same right, one that it would overlap, a grant beside it.
import type { OldRightFacts, TransitionMeasure } from "../../dossier/index.ts";
import { canonicalJson, type PlainDate } from "../../kernel/index.ts";
import type { Column } from "./layout.ts";
import type { RecordedGrant, RecordedRight, TransitionRecords } from "./ports.ts";
import type { RightRow } from "./right-row.ts";

/** Measures that cannot be held together with one employer; SINE and the subsidy go beside the others (TRANS-23, TRANS-50). */
export function family(measure: TransitionMeasure): string {
  if (measure === "ALD") return "ALD";
  return measure.startsWith("SINE_") ? "SINE" : "PAID";
}

export const END_OF_TIME = "9999-12-31" as PlainDate;

interface OfRelation {
  readonly personRef: string | null;
  readonly employerRef: string | null;
}

function byRelation<T extends OfRelation>(all: readonly T[]): (of: OfRelation) => readonly T[] {
  const keyOf = (one: OfRelation) => `${one.personRef} ${one.employerRef}`;
  const held = new Map<string, T[]>();
  for (const one of all) held.set(keyOf(one), [...(held.get(keyOf(one)) ?? []), one]);
  return (of) => held.get(keyOf(of)) ?? [];
}

/** What the records hold for the relations of the file. */
export async function recordedRights(records: TransitionRecords, personRefs: readonly string[]) {
  const heldBy = byRelation([...(await records.rightsOfPersons(personRefs)), ...(await records.subsidies())]);
  return {
    /** The same right, and else one that it would overlap. */
    find(facts: OldRightFacts): { readonly same: RecordedRight | null; readonly near: RecordedRight | null } {
      const held = heldBy(facts);
      const end = facts.endsOn ?? END_OF_TIME;
      const near = held.find(
        (one) =>
          family(one.measure) === family(facts.measure) &&
          one.startedOn <= end &&
          facts.startedOn <= (one.lastDay !== null && one.lastDay >= one.startedOn ? one.lastDay : (one.endsOn ?? END_OF_TIME)),
      );
      const same = held.find(
        (one) => one.measure === facts.measure && one.startedOn === facts.startedOn && one.endsOn === facts.endsOn,
      );
      return { same: same ?? null, near: near ?? null };
    },
  };
}

/** Columns in which the line says something else of the right than what is recorded; what either does not say is no contradiction. */
export function contradictions(held: RecordedRight, facts: OldRightFacts, row: RightRow): readonly Column[] {
  const differ = (a: unknown, b: unknown): boolean => a != null && b != null && canonicalJson(a) !== canonicalJson(b);
  const columns: Column[] = [];
  if (differ(held.schedule, facts.schedule)) columns.push("schema");
  if (differ(held.reductionCode, facts.reductionCode)) columns.push("rsz_code");
  if (differ(held.fraction, facts.fraction)) columns.push("vte");
  if (differ(held.amount, row.amount)) columns.push("bedrag");
  return columns;
}

/** Grants of the relations of the file: an older right that is paid does not run beside one (TRANS-05, TRANS-31). */
export async function recordedGrants(records: TransitionRecords, personRefs: readonly string[]) {
  const heldBy = byRelation(await records.grantsOfPersons(personRefs));
  return {
    beside(facts: OldRightFacts): RecordedGrant | null {
      if (family(facts.measure) !== "PAID") return null;
      const end = facts.endsOn ?? END_OF_TIME;
      return heldBy(facts).find((one) => one.from <= end && facts.startedOn <= (one.lastDay ?? END_OF_TIME)) ?? null;
    },
  };
}
