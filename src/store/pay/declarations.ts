// Files of declarations in one transaction each: staged as they stream by, then decided and stored at once.
import type { Actor } from "../../dossier/index.ts";
import { type Clock, epochMillisecondsOf, type Instant, instantFromEpochMilliseconds, newRef } from "../../kernel/index.ts";
import type {
  DeclarationStore,
  DmfaAttest,
  IntakeItem,
  IntakeSession,
  NewItem,
  Settled,
  StagedAttest,
  StoredIntake,
} from "../../payment/index.ts";
import { type Client, type Pool, type Queryable, transaction } from "../connection.ts";
import { copyInto, copyLine } from "../copy.ts";
import { refuse } from "../refuse.ts";
import type { SubjectVault } from "../vault/subject-vault.ts";
import { attestColumns, attestValues, sameAttest } from "./attests.ts";
import { INPUTS_LOCK } from "./inputs-lock.ts";

export interface DeclarationStoreOptions {
  readonly pool: Pool;
  readonly vault: SubjectVault;
  readonly clock: Clock;
}

export function declarationStore(options: DeclarationStoreOptions): DeclarationStore {
  const { pool, vault } = options;
  return {
    async inOne(work) {
      await vault.ready();
      return transaction(pool, async (client) => {
        await client.query(
          "create temporary table if not exists staged_attest (nth integer not null, line integer not null, like pay.attest) on commit delete rows",
        );
        await client.query("delete from staged_attest");
        await client.query(
          "create temporary table if not exists staged_parts (nth integer not null, parts jsonb) on commit delete rows",
        );
        await client.query("delete from staged_parts");
        return work(new Session(client, options));
      }).catch(refuseFullDisk);
    },
    async findFile(kind, fileHash) {
      const found = await intakes(pool, "kind = $1 and file_hash = decode($2, 'hex')", [kind, fileHash]);
      return found[0] ?? null;
    },
    async find(intakeRef) {
      return (await intakes(pool, "intake_ref = $1", [intakeRef]))[0] ?? null;
    },
    list: (limit) => intakes(pool, "true", [], limit),
    itemsOf: (intakeRef, limit) => items(pool, "i.intake_ref = $1 order by i.line, i.item_ref limit $2", [intakeRef, limit]),
    open: (limit, after) =>
      items(
        pool,
        `i.outcome = 'PARKED' and not exists (select from pay.intake_item_step s where s.item_ref = i.item_ref)
           and ($2::uuid is null or (t.received_at, i.intake_ref, i.line, i.item_ref) >
             (select u.received_at, j.intake_ref, j.line, j.item_ref from pay.intake_item j join pay.intake u using (intake_ref) where j.item_ref = $2))
         order by t.received_at, i.intake_ref, i.line, i.item_ref limit $1`,
        [limit, after ?? null],
      ),
    async openCount() {
      const { rows } = await pool.query<{ n: number }>(
        `select count(*) as n from pay.intake_item i
         where outcome = 'PARKED' and not exists (select from pay.intake_item_step s where s.item_ref = i.item_ref)`,
      );
      return rows[0]!.n;
    },
    async declared(asked, actor) {
      const wanted = new Set(asked.map((one) => one.itemRef));
      const found = new Map<string, DmfaAttest>();
      const purpose = { actor, organisation: "department", purpose: "parked declaration" };
      for (const intakeRef of new Set(asked.map((one) => one.intakeRef))) {
        for (const { sealedRef, content } of await vault.open(intakeRef, purpose, ["declaration"]))
          if (wanted.has(sealedRef)) found.set(sealedRef, content as DmfaAttest);
      }
      return found;
    },
    async dismiss(itemRef, reason, actor, at) {
      const { rowCount } = await pool.query(
        `insert into pay.intake_item_step (item_ref, step, at, actor_role, actor_ref, body)
         select item_ref, 'DISMISSED', $2, $3, $4, $5 from pay.intake_item where item_ref = $1 and outcome = 'PARKED'
         on conflict do nothing`,
        [itemRef, at, actor.role, actor.ref, JSON.stringify({ reason })],
      );
      return rowCount === 1;
    },
    async relations(pairs, kind) {
      if (pairs.length === 0) return [];
      const workers = await vault.findAllByIdentifier(
        "insz",
        pairs.map((one) => one.worker),
      );
      const employers = await vault.findAllByIdentifier(
        "kbo",
        pairs.map((one) => one.employer),
      );
      const { rows } = await pool.query<{ relation: string; association: boolean }>(
        // As known now, each part through its index: a file is looked up in many portions. The contract stands in the application alone.
        `select person_ref || ' ' || employer_ref as relation, bool_or(association) as association from (
            select person_ref, employer_ref, $2::boolean and exists (
                select from log.event e where e.stream_ref = g.file_ref and e.type in ('ApplicationFiled', 'ApplicationCompleted')
                  and e.payload->'contract'->>'kind' = 'ASSOCIATION') as association
            from read.grant_position g where person_ref = any($1::uuid[]) and upper_inf(known)
            union all
            select person_ref, employer_ref, false from read.old_right where person_ref = any($1::uuid[]) and upper_inf(known)) held
         where employer_ref is not null group by 1`,
        [workers.filter((one) => one !== null), kind === "PAYSLIPS"],
      );
      const held = new Map(rows.map((row) => [row.relation, row.association]));
      return pairs.map((_, at) => {
        const [personRef, employerRef] = [workers[at] ?? null, employers[at] ?? null];
        const association = held.get(`${personRef} ${employerRef}`);
        return { personRef, employerRef, granted: association !== undefined, association: association === true };
      });
    },
  };
}

/** The disk being full is nobody's fault here; the transaction kept nothing, and that is what the person must know. */
export function refuseFullDisk(error: unknown): never {
  if ((error as { code?: string }).code === "53100") {
    refuse(
      "diskFull",
      "De schijf van de databank is vol. Er is niets ingelezen. Maak plaats en lees hetzelfde bestand opnieuw in.",
      "The disk of the database is full. Nothing was taken in. Make room and take in the same file again.",
      "Le disque de la base de données est plein. Rien n'a été repris. Libérez de l'espace et reprenez le même fichier.",
    );
  }
  throw error;
}

class Session implements IntakeSession {
  private readonly client: Client;
  private readonly options: DeclarationStoreOptions;
  /** Place in the file: several declarations may stand on one line. */
  private nth = 0;

  constructor(client: Client, options: DeclarationStoreOptions) {
    this.client = client;
    this.options = options;
  }

  async stage(attests: readonly StagedAttest[]): Promise<void> {
    if (attests.length === 0) return;
    const first = this.nth;
    this.nth += attests.length;
    await copyInto(
      this.client,
      `staged_attest (nth, line, ${attestColumns})`,
      attests.map(({ line, attest }, at) => copyLine([String(first + at), String(line), ...attestValues(attest)])),
    );
    await copyInto(
      this.client,
      "staged_parts (nth, parts)",
      attests.map(({ parts }, at) => copyLine([String(first + at), JSON.stringify(parts)])),
    );
  }

  async settle(): Promise<Settled> {
    const { client } = this;
    const receivedAt = await this.moment();
    await client.query("analyze staged_attest");
    const apart = [
      ...(await this.takeOut("OTHER_RELATION", otherRelation)),
      ...(await this.takeOut("CONTRADICTS", contradicting)),
    ].sort((a, b) => a.line - b.line);
    const { rows } = await client.query<{ quarter: number; status: number; late: boolean; n: number }>(
      `with first as (
         select distinct on (attest_no, version) * from staged_attest order by attest_no, version, nth),
       taken as (
         insert into pay.attest (${attestColumns})
         select ${attestColumns.replace("received_at", "$1::timestamptz")} from first
         on conflict do nothing returning attest_no, version, quarter, status),
       kept as (
         insert into pay.attest_parts (attest_no, version, parts)
         select attest_no, version, parts from taken join first using (attest_no, version) join staged_parts using (nth)
         on conflict do nothing)
       select quarter, status, exists (select from pay.attest a where a.attest_no = t.attest_no and a.version > t.version) as late, count(*) as n
       from taken t group by 1, 2, 3`,
      [receivedAt],
    );
    const sum = (keep: (row: (typeof rows)[number]) => boolean) => rows.filter(keep).reduce((total, row) => total + row.n, 0);
    const taken = sum(() => true);
    const { rows: staged } = await client.query<{ n: number }>("select count(*) as n from staged_attest");
    const quarters: Record<string, number> = {};
    for (const { quarter, n } of rows) quarters[quarter] = (quarters[quarter] ?? 0) + n;
    return {
      taken,
      known: staged[0]!.n - taken,
      statuses: {
        0: sum((row) => row.status === 0),
        1: sum((row) => row.status === 1),
        3: sum((row) => row.status === 3),
        4: sum((row) => row.status === 4),
      },
      outOfOrder: sum((row) => row.late),
      quarters,
      apart,
      receivedAt,
    };
  }

  async settlePayroll(): Promise<Settled> {
    const receivedAt = this.options.clock.now();
    const { rows } = await this.client.query<{ quarter: number; n: number }>(
      `with staged as (delete from staged_attest returning *), taken as (
         insert into pay.payroll (intake_ref, line, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents,
           contractual_fraction, received_at)
         select $2::uuid, nth, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents, contractual_fraction, $1::timestamptz
         from staged returning quarter)
       select quarter, count(*) as n from taken group by 1`,
      [receivedAt, newRef()],
    );
    const taken = rows.reduce((total, row) => total + row.n, 0);
    const quarters = Object.fromEntries(rows.map((row) => [row.quarter, row.n]));
    return { taken, known: 0, statuses: { 0: taken, 1: 0, 3: 0, 4: 0 }, outOfOrder: 0, quarters, apart: [], receivedAt };
  }

  async setApart(intakeRef: string, apart: readonly NewItem[]): Promise<void> {
    if (apart.length === 0) return;
    await copyInto(
      this.client,
      "pay.intake_item (intake_ref, item_ref, outcome, line, attest_no, version, quarter, reason, detail)",
      apart.map(({ itemRef, outcome, line, attestNo, version, quarter, reason, wrong }) =>
        copyLine([
          intakeRef,
          itemRef,
          outcome,
          String(line),
          attestNo,
          version === null ? null : String(version),
          quarter === null ? null : String(quarter),
          reason,
          JSON.stringify(wrong),
        ]),
      ),
    );
    const sealed = apart.flatMap(({ itemRef, declared }) =>
      declared === null ? [] : [{ sealedRef: itemRef, kind: "declaration", content: declared }],
    );
    if (sealed.length === 0) return;
    await this.options.vault.sealMany(this.client, intakeRef, sealed, this.options.clock.now());
  }

  async endItems(itemRefs: readonly string[], intakeRef: string, actor: Actor): Promise<void> {
    await this.client.query(
      `insert into pay.intake_item_step (item_ref, step, at, actor_role, actor_ref, body)
       select unnest($1::uuid[]), 'TAKEN', $2, $3, $4, $5`,
      [itemRefs, this.options.clock.now(), actor.role, actor.ref, JSON.stringify({ intakeRef })],
    );
  }

  async record({ intakeRef, kind, label, receivedAt, actor, report }: StoredIntake, fileHash: string): Promise<void> {
    await this.client.query(
      `insert into pay.intake (intake_ref, kind, label, file_hash, received_at, actor_role, actor_ref, report)
       values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8)`,
      [intakeRef, kind, label, fileHash, receivedAt, actor.role, actor.ref, JSON.stringify(report)],
    );
  }

  /** From here to the end of the transaction no run can freeze its inputs, so that none sees half of it. */
  private async moment(): Promise<Instant> {
    await this.client.query("select pg_advisory_xact_lock($1)", [INPUTS_LOCK]);
    const { rows } = await this.client.query<{ at: Instant | null }>(
      "select max(at) as at from pay.run_step where step = 'STARTED'",
    );
    const now = this.options.clock.now();
    const lastRun = rows[0]?.at ?? null;
    if (lastRun === null || lastRun < now) return now;
    return instantFromEpochMilliseconds(epochMillisecondsOf(lastRun) + 1);
  }

  private async takeOut(reason: Settled["apart"][number]["reason"], which: string): Promise<Settled["apart"][number][]> {
    const { rows } = await this.client.query<{ line: number; attestNo: string; version: number; quarter: number }>(
      `delete from staged_attest s where s.nth in (${which})
       returning line, attest_no as "attestNo", version, quarter`,
    );
    return rows.map((row) => ({ ...row, reason }));
  }
}

const sameRelation = `(i.person_ref, i.employer_ref, i.quarter) is not distinct from (a.person_ref, a.employer_ref, a.quarter)`;

/** Its number is known for somebody else or another quarter: in the records, or earlier in the same file. */
const otherRelation = `
  select i.nth from staged_attest i join pay.attest a using (attest_no) where not (${sameRelation})
  union
  select i.nth from staged_attest i
  join (select distinct on (attest_no) * from staged_attest order by attest_no, nth) a using (attest_no) where not (${sameRelation})`;

/** Its number and version are known with another content: in the records, or earlier in the same file. */
const contradicting = `
  select i.nth from staged_attest i join pay.attest a using (attest_no, version) where not (${sameAttest})
  union
  select i.nth from staged_attest i
  join (select distinct on (attest_no, version) * from staged_attest order by attest_no, version, nth) a using (attest_no, version)
  where not (${sameAttest})`;

interface IntakeRow {
  intake_ref: string;
  kind: StoredIntake["kind"];
  label: string;
  received_at: Instant;
  actor_role: string;
  actor_ref: string;
  report: StoredIntake["report"];
}

async function intakes(db: Queryable, where: string, values: unknown[], limit = 1): Promise<StoredIntake[]> {
  const { rows } = await db.query<IntakeRow>(
    `select * from pay.intake where ${where} order by received_at desc, intake_ref limit ${Math.trunc(limit)}`,
    values,
  );
  return rows.map((row) => ({
    intakeRef: row.intake_ref,
    kind: row.kind,
    label: row.label,
    receivedAt: row.received_at,
    actor: { role: row.actor_role, ref: row.actor_ref },
    report: row.report,
  }));
}

async function items(db: Queryable, rest: string, values: unknown[]): Promise<IntakeItem[]> {
  const { rows } = await db.query<IntakeItem>(
    `select i.item_ref as "itemRef", i.intake_ref as "intakeRef", t.kind, i.outcome, i.line, i.attest_no as "attestNo", i.version,
       i.quarter, i.reason, i.detail as wrong
     from pay.intake_item i join pay.intake t using (intake_ref) where ${rest}`,
    values,
  );
  return rows;
}
