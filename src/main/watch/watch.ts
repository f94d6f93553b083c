// The status of the whole system at this moment: for the operator's page, the API and whatever gathers metrics.
import { statfs } from "node:fs/promises";
import type { CorrectionProposal } from "../../payment/index.ts";
import { type ReadServer, readMark, readVitals, type Vitals } from "../../store/index.ts";
import { VERIFIED_MARK, type VerifiedMark } from "../integrity.ts";
import type { System } from "../system.ts";
import { type Alert, type AlertRule, alertsOf } from "./alert-rules.ts";
import { type Measures, measureNames, measuresOf } from "./measures.ts";
import type { RequestMeter } from "./requests.ts";

/** Where the last backup is noted. */
export const BACKUP_MARK = "backup.last";

export interface BackupMark {
  readonly at: string;
  readonly rows: number;
}

export interface SystemStatus {
  readonly at: string;
  readonly version: string;
  readonly measures: Measures;
  /** Null while the database is away. */
  readonly vitals: Vitals | null;
  /** Null: no standby answers questions. */
  readonly readServer: ReadServer | null;
  readonly verified: VerifiedMark | null;
  readonly backup: BackupMark | null;
  /** What moved for quarters that are paid; null: nothing, or not known while the database is away. Only the law's part alerts. */
  readonly correction: CorrectionProposal | null;
  readonly alerts: readonly Alert[];
}

export interface Watch {
  status(): Promise<SystemStatus>;
  /** In the text form that Prometheus reads. */
  metrics(): Promise<string>;
}

type Parts = Pick<System, "store" | "clock" | "dataFolder"> & { readonly correction: () => Promise<CorrectionProposal | null> };

export function watch(
  { store, clock, dataFolder, correction }: Parts,
  meter: RequestMeter,
  rules: readonly AlertRule[],
  version: string,
): Watch {
  async function status(): Promise<SystemStatus> {
    const { pool } = store.database;
    const now = clock.now();
    const [known, proposed] = await Promise.all([
      Promise.all([readVitals(pool, now), readMark(pool, VERIFIED_MARK), readMark(pool, BACKUP_MARK)]).catch(() => null),
      correction().catch(() => "unknown" as const),
    ]);
    const [vitals, verified, backup] = known ?? [null, null, null];
    const readServer = store.database.standby?.state() ?? null;
    const measures = measuresOf({
      now,
      vitals,
      verified: verified as never,
      backup: backup as never,
      readServer,
      quartersToCorrect: proposed === "unknown" ? null : new Set(proposed?.law.flatMap(({ quarters }) => quarters)).size,
      diskFreePercent: await freePercent(dataFolder),
      requests: meter.counts(),
      memoryBytes: process.memoryUsage.rss(),
    });
    return {
      at: now,
      version,
      measures,
      vitals,
      readServer,
      verified: verified as VerifiedMark | null,
      backup: backup as BackupMark | null,
      correction: proposed === "unknown" ? null : proposed,
      alerts: alertsOf(rules, measures),
    };
  }

  return {
    status,
    async metrics() {
      const { measures, vitals, alerts } = await status();
      const lines: string[] = [];
      for (const name of measureNames) {
        const value = measures[name];
        if (value !== null) lines.push(`# TYPE ${metricName(name)} gauge`, `${metricName(name)} ${value}`);
      }
      for (const { queue, waiting, givenUp } of vitals?.queues ?? [])
        lines.push(`maatwerk_queue_waiting{queue="${queue}"} ${waiting}`, `maatwerk_queue_given_up{queue="${queue}"} ${givenUp}`);
      for (const { id, severity } of alerts) lines.push(`maatwerk_alert{id="${id}",severity="${severity}"} 1`);
      return `${[...lines, ...meter.lines()].join("\n")}\n`;
    },
  };
}

function metricName(measure: string): string {
  return `maatwerk_${measure.replaceAll(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

async function freePercent(folder: string): Promise<number | null> {
  try {
    const { bavail, blocks } = await statfs(folder);
    return Math.round((Number(bavail) / Number(blocks)) * 1000) / 10;
  } catch {
    return null;
  }
}
