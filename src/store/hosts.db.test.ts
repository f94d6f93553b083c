import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { isOutage } from "../kernel/index.ts";
import { openDatabase } from "./database.ts";
import { type ClusterServer, clearServer, startPrimary, startStandby, waitForStandby } from "./server/testing/cluster.ts";

const root = mkdtempSync(join(tmpdir(), "cluster-"));
chmodSync(root, 0o755);
const servers: ClusterServer[] = [];
afterAll(async () => {
  for (const server of servers) {
    await server.kill();
    clearServer(server);
  }
  rmSync(root, { recursive: true, force: true });
});

describe("two servers", () => {
  test("of which the first dies: the promoted one has every write that was acknowledged, and takes the next ones", async () => {
    const primary = await startPrimary(join(root, "one"));
    servers.push(primary);
    await primary.query("create database maatwerk");
    const standby = await startStandby(primary, join(root, "two"));
    servers.push(standby);
    await waitForStandby(primary);
    const address = `postgres://postgres:only-for-tests@127.0.0.1:${standby.port},127.0.0.1:${primary.port}/maatwerk`;
    const messages: string[] = [];
    const database = await openDatabase({
      databaseUrl: address,
      dataDir: join(root, "data"),
      log: (text) => messages.push(text),
    });

    const acknowledged: number[] = [];
    const refused: unknown[] = [];
    let stop = false;
    const writing = (async () => {
      for (let n = 1; !stop; n += 1) {
        try {
          await database.pool.query("insert into ops.mark (name, value, set_at) values ($1, '{}', now())", [`write-${n}`]);
          acknowledged.push(n);
        } catch (error) {
          refused.push(error);
          await sleep(20);
        }
      }
    })();
    await until(() => acknowledged.length > 50);
    await primary.kill();
    await standby.promote();
    const before = acknowledged.length;
    await until(() => acknowledged.length > before + 50);
    stop = true;
    await writing;

    const { rows } = await database.pool.query<{ name: string }>("select name from ops.mark where name like 'write-%'");
    const there = new Set(rows.map(({ name }) => Number(name.slice(6))));
    expect(acknowledged.filter((n) => !there.has(n))).toEqual([]);
    expect(refused.filter((error) => !isOutage(error))).toEqual([]);
    expect(messages.filter((text) => text.includes(`127.0.0.1:${standby.port} does`))).toHaveLength(1);
    await database.close();
  });

  test("of which none takes writes are refused with what to do", async () => {
    const { Primary, hostsOf } = await import("./hosts.ts");
    const hosts = hostsOf("postgres://a@127.0.0.1:1,127.0.0.1:2/x");
    await expect(Primary.find(hosts, () => {}, 200)).rejects.toThrow(
      /None of the database servers takes writes: 127\.0\.0\.1:1, 127\.0\.0\.1:2/,
    );
  });
});

async function until(condition: () => boolean): Promise<void> {
  const patience = performance.now() + 40_000;
  while (!condition()) {
    if (performance.now() > patience) throw new Error("It did not come about within 40 seconds");
    await sleep(20);
  }
}
