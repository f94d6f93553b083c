// Brings a database to the newest schema. Never drops; refuses what it does not know.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "./connection.ts";
import { refuse } from "./refuse.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const oldestServer = 15;
// Any constant does, as long as no other program on the same database uses it.
const lockKey = 7_216_042_211;
const folder = join(import.meta.dirname, "migrations");

/** The migrations in the folder, in order. Numbers must be 1, 2, 3, ... */
export function readMigrations(from: string = folder): readonly Migration[] {
  const files = readdirSync(from).filter((f) => f.endsWith(".sql"));
  return files.sort().map((file, index) => {
    const found = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
    if (found === null || Number(found[1]) !== index + 1) throw new Error(`Migration ${file} does not follow on number ${index}`);
    const sql = readFileSync(join(from, file), "utf8");
    return { number: index + 1, name: found[2]!, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Applies what is missing, each migration in its own transaction, one process at a time. `client` is logged in as a role that may
 * make roles and schemas when there is something to do. Returns the numbers that it applied.
 */
export async function migrate(client: Client, migrations: readonly Migration[] = readMigrations()): Promise<number[]> {
  await refuseOldServer(client);
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    const applied = await appliedMigrations(client);
    checkApplied(applied, migrations);
    const missing = migrations.slice(applied.length);
    if (missing.length === 0) return [];
    await prepare(client, applied.length === 0);
    for (const migration of missing) await apply(client, migration);
    return missing.map((m) => m.number);
  } finally {
    await client.query("reset role");
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as text",
  );
  const { number, text } = rows[0]!;
  if (Number(number) >= oldestServer * 10_000) return;
  refuse(
    "oldServer",
    `De server is PostgreSQL ${text}; versie ${oldestServer} of nieuwer is nodig.`,
    `The server is PostgreSQL ${text}; version ${oldestServer} or newer is needed.`,
    `Le serveur est PostgreSQL ${text} ; la version ${oldestServer} ou plus récente est nécessaire.`,
  );
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function appliedMigrations(client: Client): Promise<Applied[]> {
  const known = await client.query<{ known: boolean }>("select to_regclass('ops.migration') is not null as known");
  if (known.rows[0]!.known) {
    const { rows } = await client.query<Applied>("select number, name, checksum from ops.migration order by number");
    return rows;
  }
  const foreign = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname in ('log', 'vault', 'read', 'pay', 'stat', 'ops') order by 1",
  );
  const names = foreign.rows.map((r) => r.name).join(", ");
  if (names !== "") {
    refuse(
      "foreignSchemas",
      `De databank heeft al schema's met onze namen die niet van Maatwerk zijn: ${names}. Kies een lege databank.`,
      `The database already has schemas with our names that are not Maatwerk's: ${names}. Choose an empty database.`,
      `La base de données contient déjà des schémas portant nos noms qui ne sont pas de Maatwerk : ${names}. Choisissez une base vide.`,
    );
  }
  return [];
}

function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const done of applied) {
    const ours = migrations[done.number - 1];
    const label = `${String(done.number).padStart(4, "0")}_${done.name}`;
    if (ours === undefined) {
      refuse(
        "newerSchema",
        `De databank is van een nieuwere versie (migratie ${label}). Een oudere versie mag ze niet gebruiken; installeer de nieuwere.`,
        `The database belongs to a newer release (migration ${label}). An older release may not use it; install the newer one.`,
        `La base de données appartient à une version plus récente (migration ${label}). Une version plus ancienne ne peut pas l'utiliser ; installez la plus récente.`,
      );
    }
    if (ours.checksum !== done.checksum || ours.name !== done.name) {
      refuse(
        "editedMigration",
        `Migratie ${label} is toegepast met een andere inhoud dan het bestand nu heeft. Zet het bestand terug en maak een nieuwe migratie.`,
        `Migration ${label} was applied with other contents than the file has now. Put the file back and add a new migration.`,
        `La migration ${label} a été appliquée avec un autre contenu que le fichier actuel. Restaurez le fichier et ajoutez une nouvelle migration.`,
      );
    }
  }
}

/** Roles, rights on the database, the extension and the table of migrations: what the owner role cannot make for itself. */
async function prepare(client: Client, first: boolean): Promise<void> {
  try {
    if (first) {
      for (const role of ["maatwerk_owner", "maatwerk_app", "maatwerk_reader", "maatwerk_stats"]) {
        await client.query(
          `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
        );
        // Granted only when needed: an administrator may have made the roles and lent them without the right to pass them on.
        await client.query(`do $$ begin
          begin execute 'set local role ${role}'; exception when insufficient_privilege then grant ${role} to current_user; end;
        end $$`);
      }
      await client.query(
        `do $$ begin execute format('grant create, connect, temporary on database %I to maatwerk_owner', current_database());
          execute format('grant connect, temporary on database %I to maatwerk_app', current_database()); end $$`,
      );
      await client.query("create extension if not exists btree_gist");
      await client.query("begin");
      await client.query("create schema ops authorization maatwerk_owner");
      await client.query("set local role maatwerk_owner");
      await client.query(`create table ops.migration (
        number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
      await client.query("grant usage on schema ops to maatwerk_app, maatwerk_reader");
      await client.query("grant select on ops.migration to maatwerk_app, maatwerk_reader");
      await client.query("commit");
    }
    await client.query("set role maatwerk_owner");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    if ((error as { code?: string }).code !== "42501") throw error;
    const detail = (error as Error).message;
    refuse(
      "noRights",
      `De aanmelding van DATABASE_URL mag het schema niet aanmaken (${detail}). Migreer één keer met de eigenaar van de databank, die rollen mag maken.`,
      `The login of DATABASE_URL may not make the schema (${detail}). Migrate once as the owner of the database, with the right to create roles.`,
      `Le compte de DATABASE_URL ne peut pas créer le schéma (${detail}). Migrez une fois avec le propriétaire de la base, qui peut créer des rôles.`,
    );
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into ops.migration (number, name, checksum) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`Migration ${migration.number} (${migration.name}) failed: ${(error as Error).message}`, { cause: error });
  }
}
