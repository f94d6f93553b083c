// Back to a moment between two backups, with the server's own tools, as the operations manual describes it.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type ClusterServer, clearServer, copyServer, startPrimary } from "./testing/cluster.ts";

const root = mkdtempSync(join(tmpdir(), "point-in-time-"));
const archive = join(root, "wal");
chmodSync(root, 0o755);
mkdirSync(archive);
// The server archives as a user of its own.
chmodSync(archive, 0o777);
const servers: ClusterServer[] = [];
afterAll(async () => {
  for (const server of servers) {
    await server.kill();
    clearServer(server);
  }
  rmSync(root, { recursive: true, force: true });
});

test("what was written before the moment is there, and what came after it is not", async () => {
  const primary = await startPrimary(join(root, "one"), { archive_mode: "on", archive_command: `cp %p ${archive}/%f` });
  servers.push(primary);
  await primary.query("create table note (text text)");
  const copy = await copyServer(primary, join(root, "two"), "recovery.signal");
  await primary.query("insert into note values ('before')");
  const [moment] = await primary.query<{ at: string }>("select clock_timestamp()::text as at");
  await sleep(50);
  await primary.query("insert into note values ('after')");
  const [last] = await primary.query<{ file: string }>("select pg_walfile_name(pg_switch_wal()) as file");
  for (;;) {
    const [state] = await primary.query<{ file: string | null }>("select last_archived_wal as file from pg_stat_archiver");
    if ((state?.file ?? "") >= last!.file) break;
    await sleep(50);
  }
  await primary.kill();

  const back = await copy.start({
    restore_command: `cp ${archive}/%f %p`,
    recovery_target_time: moment!.at,
    recovery_target_action: "promote",
  });
  servers.push(back);
  expect(await back.query("select text from note")).toEqual([{ text: "before" }]);
});
