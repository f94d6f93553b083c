// Tells a whole life: person, files and older rights in one order of recording, so that each command sees what was known then.
import type { BulkStream, Grant, OldRight, RelationFile, RunningRight, SealRequest } from "../../dossier/index.ts";
import { type Instant, type PlainDate, plainDate } from "../../kernel/index.ts";
import { addDays, workingDayUpTo } from "../calendar.ts";
import type { CasePlan, RelationPlan, RightPlan } from "../case-plan.ts";
import type { KnownGrant } from "../ledger.ts";
import { grantDay } from "../relations.ts";
import { FileTeller } from "./file.ts";
import { PersonTeller, type TellingOf } from "./person.ts";
import { RightTeller } from "./right.ts";
import { runInOrder, type Step } from "./steps.ts";

/** A grant as it came out, with the plan of the relation that it belongs to. */
export interface ToldGrant {
  /** As last known. */
  readonly grant: Grant;
  /** The grant after each change, in order of recording. */
  readonly history: readonly KnownGrant[];
  readonly plan: RelationPlan;
}

/** An older right as it came out. */
export interface ToldRight {
  readonly rightRef: string;
  readonly right: OldRight;
  readonly plan: RightPlan;
}

export interface ToldLife {
  readonly streams: readonly BulkStream[];
  readonly grants: readonly ToldGrant[];
  readonly rights: readonly ToldRight[];
  readonly sealed: readonly SealRequest[];
}

/** First year whose linkage can find somebody in the scheme, and the month and day on which a linkage arrives. */
const FIRST_LINKED_YEAR = 2023;
const LINKAGE_DAY = "06-28";

/** Commands recorded after `until` are left out. Throws when the rules refuse something that was planned. */
export function tellLife(life: CasePlan, of: TellingOf, until: Instant): ToldLife {
  const { person, relations, rights } = life;
  const teller = new PersonTeller(person, of);
  const files: FileTeller[] = [];
  const rightTellers = rights.map((right) => new RightTeller(right, person.ref, of));
  const steps: Step[] = teller.steps(linkageOf(relations));
  steps.push(...rightTellers.flatMap((right) => right.carriedOver()));

  const main = relations.map((relation) => {
    const around = {
      person,
      indications: () => teller.indications,
      otherFiles: () => files.filter((file) => file.plan.firm?.ref === relation.firm?.ref).flatMap(asRelationFile),
      runningRights: (on: PlainDate) => runningRights(rights, relation, on),
    };
    if (relation.firstTry !== null) {
      const first = new FileTeller(relation, of, around);
      files.push(first);
      steps.push(...first.firstTry(relation.firstTry.filedOn, relation.firstTry.inadmissibleOn));
    }
    const file = new FileTeller(relation, of, around);
    files.push(file);
    steps.push(...file.steps());
    return file;
  });
  for (const right of rightTellers) steps.push(...right.steps(main));

  runInOrder(steps, until);
  const streams = [teller.teller, ...files.map((file) => file.teller), ...rightTellers.map((right) => right.teller)]
    .map((one) => one.stream())
    .filter((stream) => stream !== null);
  const grants = main.flatMap((file) =>
    file.grant === null ? [] : [{ grant: file.grant, history: file.history, plan: file.plan }],
  );
  const told = rightTellers.flatMap(({ teller: { state } }, at) => {
    const plan = rights[at];
    return state === null || plan === undefined ? [] : [{ rightRef: plan.ref, right: state, plan }];
  });
  return { streams, grants, rights: told, sealed: [...files, ...rightTellers].flatMap((one) => one.sealed) };
}

/** The first yearly linkage after a grant brings origin and education (DATA-07). */
function linkageOf(relations: readonly RelationPlan[]): { readonly year: number; readonly arrivedOn: PlainDate } | null {
  const years = relations.flatMap((relation) => {
    const day = grantDay(relation.fate);
    return day === null ? [] : [Number(day.slice(0, 4))];
  });
  if (years.length === 0) return null;
  const year = Math.max(FIRST_LINKED_YEAR, Math.min(...years));
  return { year, arrivedOn: workingDayUpTo(plainDate(`${year + 1}-${LINKAGE_DAY}`)) };
}

function asRelationFile(file: FileTeller): RelationFile[] {
  const { application } = file.teller.state;
  return application === null ? [] : [{ fileRef: file.ref, state: application.state, filedOn: application.filedOn }];
}

function runningRights(rights: readonly RightPlan[], relation: RelationPlan, on: PlainDate): RunningRight[] {
  return rights
    .filter((right) => right.firm?.ref === relation.firm?.ref)
    .map((right) => ({
      rightRef: right.ref,
      measure: right.measure,
      validFrom: right.startedOn,
      validTo: right.endsOn === null ? null : addDays(right.endsOn, 1),
    }))
    .filter((right) => right.validFrom <= on && (right.validTo === null || on < right.validTo));
}
