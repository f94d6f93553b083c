// The retention clock: every night the personal data whose time is over are erased, once the law says how long they stay.
import { ownEnterpriseRef } from "../dossier/index.ts";
import {
  addDays,
  addYears,
  asRef,
  endOfBrusselsDate,
  fail,
  ok,
  type PersonRef,
  type PlainDate,
  type Problem,
  quarterIndexNumber,
  quarterOf,
  type Result,
} from "../kernel/index.ts";
import { overdueSubjects, setMark } from "../store/index.ts";
import { oncePer } from "./integrity.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

type Parts = Pick<System, "law" | "clock" | "store">;

export const RETENTION_QUEUE = "retention";
/** Where the outcome of the last night is noted. */
export const RETENTION_MARK = "retention.last";

const PARAMETER = "retention.years";
/** Erased in one go; what is left comes next night. */
const MOST = 1_000;
const DAY_MS = 86_400_000;

export interface Retention {
  /** Personal data stay this long after the last thing that was recorded. */
  readonly years: number;
  /** What was last recorded before this day may go. */
  readonly before: PlainDate;
  readonly overdue: readonly string[];
}

/** Whose data may go today; or why that cannot be said: the law's term is not known. */
export async function retentionOf({ law, clock, store }: Parts): Promise<Result<Retention, Problem>> {
  const today = clock.today();
  const read = law.parameterAt(PARAMETER, today);
  if (!read.ok) return fail(read.error);
  const years = Number(read.value.value);
  const before = addYears(today, -years);
  const limit = { before: endOfBrusselsDate(addDays(before, -1)), quarter: quarterIndexNumber(quarterOf(before)) };
  return ok({ years, before, overdue: await overdueSubjects(store.database.pool, limit, MOST) });
}

/** Destroys the keys of those whose time is over; gives how many, or why none. */
export async function applyRetention(parts: Parts): Promise<Result<number, Problem>> {
  const found = await retentionOf(parts);
  if (!found.ok) return found;
  for (const personRef of found.value.overdue)
    for (const subject of [personRef, ownEnterpriseRef(asRef<PersonRef>(personRef))])
      await parts.store.vault.destroyKey(subject, `${PARAMETER}: nothing recorded since ${found.value.before}`);
  return ok(found.value.overdue.length);
}

export function retentionHandler(system: Parts & Pick<System, "log">): JobHandler {
  const { store, clock, log } = system;
  return {
    queue: RETENTION_QUEUE,
    leaseSeconds: 1_800,
    find: () => oncePer(store, clock, RETENTION_QUEUE, DAY_MS, 900_000),
    async work() {
      const done = await applyRetention(system);
      const outcome = done.ok ? { erased: done.value } : { refused: done.error.id };
      await setMark(store.database.pool, RETENTION_MARK, { at: clock.now(), ...outcome }, clock.now());
      if (done.ok) log.info({ erased: done.value }, "retention");
      else log.info({ reason: done.error.message.en }, "retention: nothing is erased");
    },
  };
}
