// Figures: the records and the store of releases behind the counter that asks, drafts, releases and verifies.
import { readFileSync } from "node:fs";
import type { FiguresPorts } from "../counter/index.ts";
import type { Clock } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { answerTexts, type RecordsPort } from "../statistics/index.ts";
import { type Pool, publicationStore } from "../store/index.ts";

export interface FiguresOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly records: RecordsPort;
  readonly pool: Pool;
  readonly synthetic: boolean;
}

export function createFigures({ law, clock, records, pool, synthetic }: FiguresOptions): FiguresPorts {
  return {
    law,
    clock,
    records,
    synthetic,
    publications: publicationStore(pool),
    code: codeVersion(),
    linkages: async () => [],
    answerTexts,
  };
}

function codeVersion(): string {
  const read = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return read.version;
}
