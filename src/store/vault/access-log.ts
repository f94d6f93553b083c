// Who looked at whose personal data, when, for whom and why. The table only grows.
import type { AccessLine, AccessQueries } from "../../counter/index.ts";
import type { AccessPurpose } from "../../dossier/ports.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export interface Access {
  readonly subjectRef: string;
  readonly accessedAt: Instant;
  readonly actorRole: string;
  readonly actorRef: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly kinds: readonly string[];
}

export async function recordAccess(
  db: Queryable,
  subjectRef: string,
  { actor, organisation, purpose }: AccessPurpose,
  kinds: readonly string[],
  at: Instant,
): Promise<void> {
  await db.query({
    name: "record-access",
    text: `insert into log.access (subject_ref, accessed_at, actor_role, actor_ref, organisation, purpose, kinds)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [subjectRef, at, actor.role, actor.ref, organisation, purpose, kinds],
  });
}

/** The same for many subjects that were opened together. */
export async function recordAccesses(
  db: Queryable,
  subjectRefs: readonly string[],
  { actor, organisation, purpose }: AccessPurpose,
  kinds: readonly string[],
  at: Instant,
): Promise<void> {
  await db.query({
    name: "record-accesses",
    text: `insert into log.access (subject_ref, accessed_at, actor_role, actor_ref, organisation, purpose, kinds)
      select unnest($1::uuid[]), $2, $3, $4, $5, $6, $7`,
    values: [subjectRefs, at, actor.role, actor.ref, organisation, purpose, kinds],
  });
}

/** Openings of one subject's data, latest first. */
export async function accessesOf(db: Queryable, subjectRef: string): Promise<Access[]> {
  return accesses(db, "subject_ref = $1", subjectRef);
}

/** Openings of one subject's data before a moment, latest first, as the person reads them. */
export function accessQueries(db: Queryable): AccessQueries {
  return {
    async of(personRef, { before, limit }) {
      const { rows } = await db.query<AccessLine>(
        `select accessed_at as "accessedAt", actor_role as "actorRole", actor_ref as "actorRef", organisation, purpose, kinds
         from log.access where subject_ref = $1 and ($2::timestamptz is null or accessed_at < $2)
         order by accessed_at desc, access_id limit $3`,
        [personRef, before, limit],
      );
      return rows;
    },
  };
}

/** What one actor opened, latest first. */
export async function accessesBy(db: Queryable, actorRef: string): Promise<Access[]> {
  return accesses(db, "actor_ref = $1", actorRef);
}

async function accesses(db: Queryable, where: string, value: string): Promise<Access[]> {
  const { rows } = await db.query<Access>(
    `select subject_ref as "subjectRef", accessed_at as "accessedAt", actor_role as "actorRole", actor_ref as "actorRef",
       organisation, purpose, kinds
     from log.access where ${where} order by accessed_at desc, access_id`,
    [value],
  );
  return rows;
}
