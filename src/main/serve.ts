// Brings the pages and the API of a system onto a port, and does the work that follows beside them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sweepDrafts, sweepReplies, sweepSessions } from "../store/index.ts";
import { loadStylesheet } from "../web/index.ts";
import { demoPeople } from "./accounts.ts";
import { createApp } from "./app.ts";
import { createCounter } from "./counter.ts";
import { fillReleases } from "./demo-releases.ts";
import { createDepartment } from "./department.ts";
import { handlersOf } from "./handlers.ts";
import { letterDemonstration } from "./letters.ts";
import { type Listening, listen } from "./listen.ts";
import { createLogin } from "./login.ts";
import { createPaymentCounter } from "./payment-counter.ts";
import { createPrivacy } from "./privacy.ts";
import { PACKAGE_FOLDER } from "./settings.ts";
import type { System } from "./system.ts";
import { createTransition } from "./transition.ts";
import { createVdab } from "./vdab.ts";
import { readAlertRules } from "./watch/alert-rules.ts";
import { RequestMeter } from "./watch/requests.ts";
import { watch } from "./watch/watch.ts";
import { startWorker } from "./worker.ts";

export interface Served extends Listening {
  /** Where a reader goes. */
  readonly url: string;
}

export async function serve(system: System, host: string, port: number): Promise<Served> {
  const stylesheet = loadStylesheet(join(system.dataFolder, "cache"));
  const people = await demoPeople(system);
  const login = createLogin(system, system.settings, async () => people?.accounts ?? []);
  await fillReleases(system);
  const counter = createCounter(system, people?.newcomers ?? null);
  const meter = new RequestMeter();
  const { alertsFile, metricsToken } = system.settings;
  const payment = createPaymentCounter(system);
  const parts = { ...system, correction: payment.correction };
  const watched = { watch: watch(parts, meter, readAlertRules(alertsFile), VERSION), meter, metricsToken };
  const department = createDepartment(system, counter);
  const vdab = createVdab(system, counter, people?.newcomers ?? null);
  const transition = createTransition(system);
  const app = createApp({
    payment,
    privacy: createPrivacy(system),
    system,
    stylesheet,
    counter,
    department,
    vdab,
    login,
    watched,
    transition,
  });
  const listening = await listen(app, host, port);
  const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const url = `http://${name}:${listening.port}/`;
  await login?.open(new URL(url).origin, listening.port + 1);
  if (people !== null) {
    letterDemonstration(system, people.accounts).catch((error: unknown) => {
      system.log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "letters of the demonstration failed");
    });
  }
  const worker = startWorker(system, handlersOf(system));
  const sweeping = setInterval(() => void sweep(system), SWEEP_EVERY_MS).unref();
  return {
    ...listening,
    url,
    async close(graceMs) {
      clearInterval(sweeping);
      await worker.stop();
      await login?.close();
      await listening.close(graceMs);
    },
  };
}

const VERSION = (JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8")) as { version: string }).version;

const SWEEP_EVERY_MS = 30 * 60_000;

/** What has run out goes: sessions and drafts. A failure is logged; the next round comes anyway. */
async function sweep({ store, clock, log }: System): Promise<void> {
  const { pool } = store.database;
  try {
    log.info(
      {
        sessions: await sweepSessions(pool, clock),
        drafts: await sweepDrafts(pool, clock),
        replies: await sweepReplies(pool, clock),
      },
      "swept",
    );
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "sweeping failed");
  }
}
