// The department's work list on PostgreSQL: kept per file, read in the order of its days.
import type { WorkCursor, WorkFilter, WorkItem, WorkKind, WorkListStore } from "../../counter/department/ports.ts";
import {
  epochMillisecondsOf,
  type FileRef,
  type Instant,
  instantFromEpochMilliseconds,
  type PlainDate,
} from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { readMark, setMark } from "../marks.ts";

const columns = `file_ref as "fileRef", employer_ref as "employerRef", person_ref as "personRef", applicant, premiums, state, kinds,
  filed_on as "filedOn", deadline, deadline_why as "deadlineWhy", handler, stake_cents as "stakeCents", stake_at_most as "stakeAtMost",
  looked_on as "lookedOn", doubts`;

interface Row extends Omit<WorkItem, "deadline" | "atStake"> {
  readonly deadline: PlainDate | null;
  readonly deadlineWhy: string | null;
  readonly stakeCents: number | null;
  readonly stakeAtMost: boolean;
}

/** Conditions of a filter, from the given number of parameter on. */
function conditions({ kind, handler, premiums }: WorkFilter, values: unknown[]): string {
  const all: string[] = ["cardinality(kinds) > 0"];
  const add = (condition: (n: number) => string, value: unknown) => {
    values.push(value);
    all.push(condition(values.length));
  };
  if (kind !== undefined) add((n) => `$${n} = any(kinds)`, kind);
  if (handler === null) all.push("handler is null");
  else if (handler !== undefined) add((n) => `handler = $${n}`, handler);
  if (premiums !== undefined) add((n) => `premiums = $${n}`, premiums);
  return all.join(" and ");
}

const LAST = "9999-12-31";

export function workList(db: Queryable): WorkListStore {
  return {
    async page(filter, limit, after?: WorkCursor) {
      const values: unknown[] = [];
      let where = conditions(filter, values);
      if (after !== undefined) {
        values.push(after.deadline ?? LAST, after.filedOn, after.fileRef);
        const n = values.length;
        where += ` and (coalesce(deadline, '${LAST}'), filed_on, file_ref) > ($${n - 2}::date, $${n - 1}::date, $${n}::uuid)`;
      }
      values.push(limit);
      const { rows } = await db.query<Row>(
        `select ${columns} from ops.work_item where ${where}
         order by coalesce(deadline, '${LAST}'), filed_on, file_ref limit $${values.length}`,
        values,
      );
      return rows.map(itemOf);
    },
    async count(filter) {
      const values: unknown[] = [];
      const { kind: _, ...others } = filter;
      const where = conditions(others, values);
      const { rows } = await db.query<{ kinds: readonly WorkKind[]; files: number }>(
        `select kinds, count(*)::int as files from ops.work_item where ${where} group by kinds`,
        values,
      );
      // Few combinations of kinds are many files: they are taken apart here.
      const kinds: Partial<Record<WorkKind, number>> = {};
      let all = 0;
      for (const { kinds: together, files } of rows) {
        all += files;
        for (const kind of together) kinds[kind] = (kinds[kind] ?? 0) + files;
      }
      return { total: filter.kind === undefined ? all : (kinds[filter.kind] ?? 0), kinds };
    },
    async put(item, lookedAt) {
      await db.query({
        name: "put-work-item",
        text: `insert into ops.work_item (file_ref, employer_ref, person_ref, applicant, premiums, state, kinds, filed_on, deadline,
            deadline_why, handler, stake_cents, stake_at_most, looked_on, looked_at, doubts)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
          on conflict (file_ref) do update set premiums = excluded.premiums, state = excluded.state, kinds = excluded.kinds,
            deadline = excluded.deadline, deadline_why = excluded.deadline_why, handler = excluded.handler,
            stake_cents = excluded.stake_cents, stake_at_most = excluded.stake_at_most, looked_on = excluded.looked_on,
            looked_at = excluded.looked_at, doubts = excluded.doubts
          where ops.work_item.looked_at <= excluded.looked_at`,
        values: [
          item.fileRef,
          item.employerRef,
          item.personRef,
          item.applicant,
          item.premiums,
          item.state,
          item.kinds,
          item.filedOn,
          item.deadline?.on ?? null,
          item.deadline?.why ?? null,
          item.handler,
          item.atStake?.cents ?? null,
          item.atStake?.atMost ?? false,
          item.lookedOn,
          lookedAt,
          item.doubts,
        ],
      });
    },
    async lastLook(fileRef) {
      const { rows } = await db.query<{ at: Instant; doubts: string[] }>(
        "select looked_at as at, doubts from ops.work_item where file_ref = $1",
        [fileRef],
      );
      return rows[0] ?? null;
    },
    async stale(today, limit, now) {
      const mark = (await readMark(db, MARK)) as { at: Instant } | null;
      const { rows } = await db.query<{ fileRef: FileRef }>(mark === null ? FIRST : STALE, [
        today,
        limit,
        ...(mark === null ? [] : [minuteBefore(mark.at), now]),
      ]);
      return { files: rows.map((row) => row.fileRef), upTo: rows.length < limit ? now : null };
    },
    async settle(upTo) {
      await setMark(db, MARK, { at: upTo }, upTo);
    },
  };
}

/** Up to when everything that was recorded has been looked at. */
const MARK = "work-list";

/** A transaction that took long may commit an earlier time after a later one. */
const minuteBefore = (at: Instant): Instant => instantFromEpochMilliseconds(epochMillisecondsOf(at) - 60_000);

const ALWAYS = `
  select a.file_ref, 0 as turn from read.application a
  where upper_inf(a.known) and upper_inf(a.valid) and a.state in ('PENDING', 'INCOMPLETE')
    and not exists (select from ops.work_item w where w.file_ref = a.file_ref)
  union
  select w.file_ref, 1 from ops.work_item w where w.looked_on < $1 and cardinality(w.kinds) > 0`;

const ORDER = 'select file_ref as "fileRef" from found order by turn, file_ref limit $2';

/** Before the first look: besides open applications, every file of which something was asked or reported after the grant. */
const FIRST = `
  with found as (${ALWAYS}
    union
    select distinct e.stream_ref, 0 from log.event e
    where e.type in ('AdjustmentRequested', 'ExtensionRequested', 'EvaluationRecorded', 'ChangeReported')
      and not exists (select from ops.work_item w where w.file_ref = e.stream_ref))
  ${ORDER}`;

/**
 * Later: also whatever something was recorded about lately, on the file, its person, its enterprise, or the work on it. A moment that is
 * still to come, as in a history that was written ahead, is left until it is there.
 */
const STALE = `
  with recent as (
    select stream_ref, stream_kind, max(recorded_at) as at, min(payload ->> 'fileRef') as handled
    from log.event where recorded_at > $3 and recorded_at <= $4 group by stream_ref, stream_kind),
  found as (${ALWAYS}
    union
    select w.file_ref, 0 from ops.work_item w join recent r
      on r.stream_ref = w.file_ref or r.stream_ref = w.person_ref or r.stream_ref = w.employer_ref or r.handled = w.file_ref::text
    where r.at >= w.looked_at
    union
    select r.stream_ref, 0 from recent r
    where r.stream_kind = 'file' and not exists (select from ops.work_item w where w.file_ref = r.stream_ref))
  ${ORDER}`;

function itemOf({ deadlineWhy, stakeCents, stakeAtMost, deadline, ...row }: Row): WorkItem {
  return {
    ...row,
    deadline: deadline === null || deadlineWhy === null ? null : { on: deadline, why: deadlineWhy as never },
    atStake: stakeCents === null ? null : { cents: stakeCents as never, atMost: stakeAtMost },
  };
}
