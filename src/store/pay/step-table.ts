// Tables of steps that are each written once, numbered per thing that they are about.
import type { Actor } from "../../dossier/index.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Pool, Queryable } from "../connection.ts";
import { transaction } from "../connection.ts";

export interface StepLine<S> {
  readonly ref: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly step: S;
}

interface StepTable<S extends { readonly step: string }> {
  readonly table: string;
  readonly ref: string;
  /** Columns of the first step beside its body. */
  readonly firstColumns: (step: S) => Readonly<Record<string, string | null>>;
}

export async function readSteps<S extends { readonly step: string }>(
  db: Queryable,
  { table, ref }: Pick<StepTable<S>, "table" | "ref">,
  condition: string,
  values: unknown[],
): Promise<StepLine<S>[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select * from pay.${table} where ${condition} order by ${ref}, seq`,
    values,
  );
  return rows.map((row) => ({
    ref: row[ref] as string,
    seq: row.seq as number,
    at: row.at as Instant,
    actor: { role: row.actor_role as string, ref: row.actor_ref as string },
    step: { step: row.step, ...(row.body as object) } as unknown as S,
  }));
}

/** All or none; "conflict" when a step with one of their numbers, or one that happens once, is there already. */
export async function addSteps<S extends { readonly step: string }>(
  pool: Pool,
  of: StepTable<S>,
  steps: readonly StepLine<S>[],
): Promise<"added" | "conflict"> {
  try {
    await transaction(pool, async (client) => {
      for (const { ref, seq, at, actor, step } of steps) {
        const { step: name, ...body } = step;
        const first = Object.entries(of.firstColumns(step));
        const columns = [of.ref, "seq", "step", "at", "actor_role", "actor_ref", "body", ...first.map(([column]) => column)];
        const values = [ref, seq, name, at, actor.role, actor.ref, JSON.stringify(body), ...first.map(([, value]) => value)];
        await client.query(
          `insert into pay.${of.table} (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
          values,
        );
      }
    });
    return "added";
  } catch (error) {
    if ((error as { code?: string }).code === "23505") return "conflict";
    throw error;
  }
}
