// Releases and saved questions. A release is written whole in one transaction, one at a time.
import { type Instant, isRef } from "../../kernel/index.ts";
import type {
  Earlier,
  Guard,
  PublicationStore,
  ReleaseStep,
  SavedQuestion,
  StoredFile,
  StoredReleaseStep,
} from "../../statistics/index.ts";
import { type Pool, type Queryable, transaction } from "../connection.ts";

/** @param reads - Where released steps and files are read; left out: where they are written. */
export function publicationStore(pool: Pool, reads: Queryable = pool): PublicationStore {
  return {
    async position(knownAt) {
      const { rows } = await pool.query<{ n: string }>("select count(*)::text as n from log.event where recorded_at <= $1", [
        knownAt,
      ]);
      return Number(rows[0]?.n ?? 0);
    },
    // References come from addresses: one of another form names no release.
    steps: async (releaseRef) => (isRef(releaseRef) ? stepsWhere(reads, "release_ref = $1", [releaseRef]) : []),
    all: () => stepsWhere(reads, "true", []),
    add: (step) => conflictOnClash("added" as const, () => insertStep(pool, step)),
    release: (step, files, tables, tablesSeen) =>
      conflictOnClash("released" as const, () =>
        transaction(pool, async (client) => {
          await client.query("select pg_advisory_xact_lock(hashtext('stat.release'))");
          const { rows } = await client.query<{ n: number; last: number }>(
            "select count(*)::int as n, coalesce(max(release_no), 0) as last from stat.published_table",
          );
          if (rows[0]?.n !== tablesSeen) throw new Moved();
          await insertStep(client, step);
          for (const file of files)
            await client.query("insert into stat.release_file (release_ref, name, media_type, body) values ($1, $2, $3, $4)", [
              step.releaseRef,
              file.name,
              file.mediaType,
              Buffer.from(file.body),
            ]);
          for (const [place, { figure, guard }] of tables.entries())
            await client.query(
              `insert into stat.published_table (release_ref, figure_id, release_no, place, figure, guard)
               values ($1, $2, $3, $4, $5, $6)`,
              [step.releaseRef, figure.id, rows[0].last + 1, place, JSON.stringify(figure), JSON.stringify(guard)],
            );
        }),
      ),
    files: async (releaseRef) => (isRef(releaseRef) ? filesWhere(reads, "release_ref = $1", [releaseRef]) : []),
    file: async (releaseRef, name) =>
      isRef(releaseRef) ? ((await filesWhere(reads, "release_ref = $1 and name = $2", [releaseRef, name]))[0] ?? null) : null,
    async tables(before) {
      const { rows } = await pool.query<{ figure: Earlier; guard: Guard }>(
        `select figure, guard from stat.published_table
         where $1::uuid is null or release_no < (select min(release_no) from stat.published_table where release_ref = $1)
         order by release_no, place`,
        [before],
      );
      return rows.map(({ figure, guard }) => ({ ...figure, guard }));
    },
    saveQuestion: (question) =>
      conflictOnClash("added" as const, () =>
        pool.query("insert into stat.question (name, version, text, at, actor_role, actor_ref) values ($1, $2, $3, $4, $5, $6)", [
          question.name,
          question.version,
          question.text,
          question.at,
          question.actor.role,
          question.actor.ref,
        ]),
      ),
    questions: () => questionsWhere(pool, "true", []),
    question: async (name) => (await questionsWhere(pool, "name = $1", [name]))[0] ?? null,
  };
}

class Moved extends Error {}

interface StepRow {
  release_ref: string;
  seq: number;
  step: ReleaseStep["step"];
  at: Instant;
  actor_role: string;
  actor_ref: string;
  body: object;
}

async function insertStep(
  db: Queryable,
  { releaseRef, seq, at, actor, step: { step, ...body } }: StoredReleaseStep,
): Promise<void> {
  const manifest = "manifest" in body ? body.manifest : null;
  await db.query(
    `insert into stat.release_step (release_ref, seq, step, at, actor_role, actor_ref, name, revision, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [releaseRef, seq, step, at, actor.role, actor.ref, manifest?.name ?? null, manifest?.revision ?? null, JSON.stringify(body)],
  );
}

async function stepsWhere(db: Queryable, condition: string, values: unknown[]): Promise<StoredReleaseStep[]> {
  const { rows } = await db.query<StepRow>(
    `select s.* from stat.release_step s join stat.release_step d on d.release_ref = s.release_ref and d.seq = 1
     where ${condition.replaceAll("release_ref", "s.release_ref")} order by d.at desc, s.release_ref, s.seq`,
    values,
  );
  return rows.map((row) => ({
    releaseRef: row.release_ref,
    seq: row.seq,
    at: row.at,
    actor: { role: row.actor_role, ref: row.actor_ref },
    step: { step: row.step, ...row.body } as ReleaseStep,
  }));
}

async function filesWhere(db: Queryable, condition: string, values: unknown[]): Promise<StoredFile[]> {
  const { rows } = await db.query<{ name: string; media_type: string; body: Buffer }>(
    `select name, media_type, body from stat.release_file where ${condition} order by name`,
    values,
  );
  return rows.map((row) => ({ name: row.name, mediaType: row.media_type, body: new Uint8Array(row.body) }));
}

async function questionsWhere(db: Queryable, condition: string, values: unknown[]): Promise<SavedQuestion[]> {
  const { rows } = await db.query<{
    name: string;
    version: number;
    text: string;
    at: Instant;
    actor_role: string;
    actor_ref: string;
  }>(
    `select * from (select distinct on (name) * from stat.question where ${condition} order by name, version desc) q order by at desc, name`,
    values,
  );
  return rows.map(({ name, version, text, at, actor_role, actor_ref }) => ({
    name,
    version,
    text,
    at,
    actor: { role: actor_role, ref: actor_ref },
  }));
}

/** Somebody else was first: with the step, the revision, the version, or with tables published meanwhile. */
async function conflictOnClash<T>(done: T, work: () => Promise<unknown>): Promise<T | "conflict"> {
  try {
    await work();
    return done;
  } catch (error) {
    if (error instanceof Moved || (error as { code?: string }).code === "23505") return "conflict";
    throw error;
  }
}
