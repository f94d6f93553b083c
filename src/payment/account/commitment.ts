// Commitments (vastleggingen): at its decision a grant engages what its whole term is expected to cost; a change engages the difference.
import { firstDay, fromQuarterNumber, hashOf, type Instant, lastDay } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { foreseen } from "../forecast/index.ts";
import { type Attest, COMPONENTS, type Component, type Position } from "../ports.ts";

export interface Commitment {
  readonly grantRef: string;
  readonly component: Component;
  /** 0 for the first of a grant and component. */
  readonly seq: number;
  /** Budget year: that of the decision, or of the change. */
  readonly year: number;
  /** May be negative: a grant that ends sooner sets money free. */
  readonly cents: number;
  /** Of the terms that it was computed on: the same terms engage nothing again. */
  readonly termsHash: string;
  readonly parametersHash: string;
  readonly bookedAt: Instant;
}

/** What is engaged for one grant and component up to now. */
export interface CommittedSum {
  readonly grantRef: string;
  readonly component: Component;
  readonly cents: number;
  readonly nextSeq: number;
  readonly termsHash: string;
}

/** A grant as it is engaged: its rows in order of time, and the day of its decision. */
export interface GrantToCommit {
  readonly grantRef: string;
  readonly decidedOn: string;
  readonly positions: readonly Position[];
}

export interface CommitInput {
  readonly grants: readonly GrantToCommit[];
  /** The last ones of every relation, as known now. */
  readonly attests: readonly Attest[];
  readonly committed: readonly CommittedSum[];
  /** The year that carries a change. */
  readonly yearNow: number;
  readonly at: Instant;
  /** For a grant without a declared wage: cents per quarter and component, an average. */
  readonly average: Readonly<Record<Component, number>>;
}

/** Identifies what a commitment rests on: percentages, need and days; not the wage, which changes every quarter. */
export function termsHashOf(positions: readonly Position[]): string {
  return hashOf(
    positions.map((one) => ({
      premiums: one.premiums,
      package: one.package,
      percentage: one.percentage,
      collective: one.collectivePercentage,
      need: one.guidanceNeed,
      start: one.startQuarter,
      end: one.endQuarter,
      from: one.validFrom,
      to: one.validTo,
    })),
  );
}

/** New commitments of some grants, computed together; none for a grant whose terms are those that were engaged. */
export function commit(law: Law, input: CommitInput): readonly Commitment[] {
  const committedOf = new Map<string, CommittedSum[]>();
  for (const one of input.committed) committedOf.set(one.grantRef, [...(committedOf.get(one.grantRef) ?? []), one]);
  const due = input.grants
    .map((grant) => ({ ...grant, termsHash: termsHashOf(grant.positions), before: committedOf.get(grant.grantRef) ?? [] }))
    .filter(({ before, termsHash }) => before.length === 0 || before.some((one) => one.termsHash !== termsHash));
  const whole = wholeTerms(law, due, input);
  return due.flatMap(({ grantRef, decidedOn, termsHash, before }) =>
    COMPONENTS.flatMap((component): Commitment[] => {
      const held = before.find((one) => one.component === component);
      const cents = (whole.get(`${grantRef} ${component}`) ?? 0) - (held?.cents ?? 0);
      if (cents === 0 && held === undefined) return [];
      const year = before.length === 0 ? Number(decidedOn.slice(0, 4)) : input.yearNow;
      const { parametersHash } = law;
      return [{ grantRef, component, seq: held?.nextSeq ?? 0, year, cents, termsHash, parametersHash, bookedAt: input.at }];
    }),
  );
}

/** Cents of each grant and component over all quarters of its positions. */
function wholeTerms(law: Law, grants: readonly GrantToCommit[], { attests, average }: CommitInput): Map<string, number> {
  const whole = new Map<string, number>();
  const positions = grants.flatMap((one) => one.positions);
  if (positions.length === 0) return whole;
  const first = Math.min(...positions.map((one) => one.startQuarter));
  const last = Math.max(...positions.map((one) => one.endQuarter));
  for (let quarter = first; quarter <= last; quarter += 1) {
    const here = positions.filter((one) => coversQuarter(one, quarter));
    for (const { grantRef, component, cents, known } of foreseen(law, quarter, here, attests).amounts) {
      const key = `${grantRef} ${component}`;
      whole.set(key, (whole.get(key) ?? 0) + (known ? cents : average[component]));
    }
  }
  return whole;
}

function coversQuarter(position: Position, quarter: number): boolean {
  const of = fromQuarterNumber(quarter);
  return position.validFrom <= lastDay(of) && (position.validTo === null || position.validTo > firstDay(of));
}
