// A primary that dies while a quarter is booked; `npm run check:long -- promotion` does it with processes of their own, while it is calculated too.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { assertOk, isOutage, systemClock } from "../../src/kernel/index.ts";
import { createPayment } from "../../src/main/payment.ts";
import {
  type ClusterServer,
  clearServer,
  startPrimary,
  startStandby,
  waitForStandby,
} from "../../src/store/server/testing/cluster.ts";
import { attestsOf, makeCast, withStoreAt } from "../chaos/cast.ts";
import { checkBooks, checkSums } from "../chaos/check.ts";
import { FIRST_QUARTER } from "../support/kill-records.ts";

const root = mkdtempSync(join(tmpdir(), "promotion-"));
chmodSync(root, 0o755);
const servers: ClusterServer[] = [];
afterAll(async () => {
  for (const server of servers) {
    await server.kill();
    clearServer(server);
  }
  rmSync(root, { recursive: true, force: true });
});

const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };

test("the run is booked on the promoted standby, once and to the same cents", async () => {
  const primary = await startPrimary(join(root, "one"));
  servers.push(primary);
  await primary.query("create database maatwerk");
  const dataDir = join(root, "data");
  const cast = await withStoreAt(primary.url("maatwerk"), dataDir, (store) => makeCast(store, 500));
  const standby = await startStandby(primary, join(root, "two"));
  servers.push(standby);
  await waitForStandby(primary);
  const both = primary.url("maatwerk").replace(/@[^/]+/, `@127.0.0.1:${primary.port},127.0.0.1:${standby.port}`);

  await withStoreAt(both, dataDir, async (store) => {
    const { runs, declarations } = createPayment({ law: cast.law, clock: systemClock, store, demo: true });
    const chunks = Readable.from([Buffer.from(attestsOf(cast, FIRST_QUARTER))]);
    await declarations.take({ kind: "ATTESTS", label: "first", chunks, actor: anna });
    const { runRef } = assertOk(await runs.start(FIRST_QUARTER, anna));
    assertOk(await runs.calculate(runRef, anna));
    assertOk(await runs.approve(runRef, bram));

    // In the midst of the transaction that books everything.
    let struck = false;
    const strange: unknown[] = [];
    const dying = new Promise<void>((resolve) => {
      const booking = runs.book(runRef, anna, (done, of) => {
        if (done * 2 >= of && !struck) {
          struck = true;
          void primary.kill().then(() => standby.promote().then(resolve));
        }
      });
      booking.then(
        () => {},
        (error: unknown) => {
          if (!isOutage(error)) strange.push(error);
        },
      );
    });
    await dying;
    for (let tries = 0; ; tries += 1) {
      try {
        const run = await runs.find(runRef);
        if (run?.stage === "BOOKED") break;
        assertOk(await runs.book(runRef, anna));
      } catch (error) {
        if (!isOutage(error) || tries > 100) throw error;
        await sleep(200);
      }
    }
    const [sums] = await checkSums(store, cast, [{ quarter: FIRST_QUARTER, runRef }]);
    expect(strange).toEqual([]);
    expect(sums!.lines).toBe(sums!.undisturbed.lines);
    expect(sums!.lines).toBeGreaterThan(900);
    expect([sums!.differing, sums!.notReplaying, sums!.cents]).toEqual([0, 0, sums!.undisturbed.cents]);
    expect(await checkBooks(store, cast)).toEqual([]);
  });
});
