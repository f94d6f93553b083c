// The status of the system as numbers: what alert rules and metrics name.
import { epochMillisecondsOf, type Instant } from "../../kernel/index.ts";
import type { ReadServer, Vitals } from "../../store/index.ts";
import type { RequestCounts } from "./requests.ts";

export const measureNames = [
  "database.up",
  "database.bytes",
  "database.connections",
  "log.events",
  "log.unsealed",
  "log.sealAgeHours",
  "verify.flaws",
  "verify.ageHours",
  "backup.ageHours",
  "jobs.waiting",
  "jobs.givenUp",
  "jobs.oldestDueMinutes",
  "webhooks.failed",
  "standby.lagMegabytes",
  "read.lagSeconds",
  "read.used",
  "read.asked",
  "read.fellBack",
  "payment.quartersToCorrect",
  "disk.freePercent",
  "requests.count",
  "requests.errorsPerThousand",
  "requests.p95Milliseconds",
  "process.memoryBytes",
] as const;

/** Null: not known, for example while the database is away. */
export type Measures = Readonly<Record<(typeof measureNames)[number], number | null>>;

export interface Observed {
  readonly now: Instant;
  readonly vitals: Vitals | null;
  readonly verified: { readonly at: Instant; readonly flaws: number } | null;
  readonly backup: { readonly at: Instant } | null;
  /** The standby that answers questions that may lag; null: there is none. */
  readonly readServer: ReadServer | null;
  /** Paid quarters for which the law now reads otherwise; null: not known. */
  readonly quartersToCorrect: number | null;
  readonly diskFreePercent: number | null;
  readonly requests: RequestCounts;
  readonly memoryBytes: number;
}

export function measuresOf(observed: Observed): Measures {
  const { now, vitals, verified, backup, readServer, quartersToCorrect, diskFreePercent, requests, memoryBytes } = observed;
  const since = (at: Instant | null | undefined, unitMs: number): number | null =>
    at === null || at === undefined ? null : Math.max(0, (epochMillisecondsOf(now) - epochMillisecondsOf(at)) / unitMs);
  const due = vitals?.queues.flatMap(({ oldestDue }) => (oldestDue === null ? [] : [oldestDue])).sort()[0];
  const lags = vitals?.standbys.flatMap(({ lagBytes }) => (lagBytes === null ? [] : [lagBytes])) ?? [];
  return {
    "database.up": vitals === null ? 0 : 1,
    "database.bytes": vitals?.databaseBytes ?? null,
    "database.connections": vitals?.connections ?? null,
    "log.events": vitals?.events ?? null,
    "log.unsealed": vitals?.unsealed ?? null,
    "log.sealAgeHours": since(vitals?.lastSeal?.sealedAt, HOUR_MS),
    "verify.flaws": verified?.flaws ?? null,
    "verify.ageHours": since(verified?.at, HOUR_MS),
    "backup.ageHours": since(backup?.at, HOUR_MS),
    "jobs.waiting": vitals === null ? null : total(vitals.queues.map(({ waiting }) => waiting)),
    "jobs.givenUp": vitals === null ? null : total(vitals.queues.map(({ givenUp }) => givenUp)),
    "jobs.oldestDueMinutes": vitals === null ? null : (since(due, 60_000) ?? 0),
    "webhooks.failed": vitals?.failedWebhooks ?? null,
    "standby.lagMegabytes": lags.length === 0 ? null : Math.max(...lags) / 1_048_576,
    "read.lagSeconds": readServer?.lagSeconds ?? null,
    "read.used": readServer === null ? null : Number(readServer.used),
    "read.asked": readServer?.asked ?? null,
    "read.fellBack": readServer?.fellBack ?? null,
    "payment.quartersToCorrect": quartersToCorrect,
    "disk.freePercent": diskFreePercent,
    "requests.count": requests.count,
    "requests.errorsPerThousand": requests.recent === 0 ? 0 : (requests.recentErrors / requests.recent) * 1000,
    "requests.p95Milliseconds": requests.p95,
    "process.memoryBytes": memoryBytes,
  };
}

const HOUR_MS = 3_600_000;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
