// What each command did, so that a command that comes twice is done once.
import type { CommandResult, StreamPosition } from "../../dossier/ports.ts";
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

export interface KnownCommand {
  readonly result: CommandResult;
  readonly fingerprint: string | null;
}

export async function findCommand(db: Queryable, commandId: string): Promise<KnownCommand | null> {
  const { rows } = await db.query<{ recorded_at: Instant; fingerprint: string | null; streams: StreamPosition[] }>({
    name: "find-command",
    text: "select recorded_at, fingerprint, streams from log.command where command_id = $1",
    values: [commandId],
  });
  const found = rows[0];
  if (found === undefined) return null;
  return { result: { commandId, recordedAt: found.recorded_at, streams: found.streams }, fingerprint: found.fingerprint };
}

/** False when the command is known already; then nothing was written. Waits for another transaction that does the same command. */
export async function recordCommand(db: Queryable, result: CommandResult, fingerprint: string | null): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "record-command",
    text: `insert into log.command (command_id, fingerprint, recorded_at, streams) values ($1, $2, $3, $4)
      on conflict (command_id) do nothing`,
    values: [result.commandId, fingerprint, result.recordedAt, JSON.stringify(result.streams)],
  });
  return rowCount === 1;
}
