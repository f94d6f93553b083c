// Figures: the records and the store of releases behind the counter that asks, drafts, releases and verifies.
import { readdirSync, readFileSync } from "node:fs";
import type { FiguresPorts, Template } from "../counter/index.ts";
import type { Clock } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { answerIds, answerTexts, type Judge, judgeHere, type Linkage, type LinkageLine } from "../statistics/index.ts";
import { type Database, linkageStore, mayLag, publicationStore } from "../store/index.ts";
import { recordsMayLag, recordsOver } from "./records.ts";

export interface FiguresOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly database: Pick<Database, "pool" | "statistics" | "standby">;
  readonly synthetic: boolean;
  /** Where the folders of parliamentary answers are; those of the product when left out. */
  readonly answersFolder?: string;
  /** Judges what may be shown of a table; here when left out. */
  readonly judge?: Judge;
}

export function createFigures(options: FiguresOptions): FiguresPorts {
  const { law, clock, database, synthetic, answersFolder, judge = judgeHere() } = options;
  const { pool, statistics } = database;
  const linkage = linkageStore(pool);
  const publications = publicationStore(pool);
  const lagging = publicationStore(pool, mayLag(database, "app"));
  return {
    law,
    clock,
    records: recordsOver(statistics),
    synthetic,
    publications,
    mayLag: {
      records: recordsMayLag(database),
      // A release that was seen on the primary may have files that the standby does not have yet.
      publications: { ...lagging, file: async (ref, name) => (await lagging.file(ref, name)) ?? publications.file(ref, name) },
    },
    code: codeVersion(),
    judge,
    linkage,
    // One that has not come back is not there yet; what it covers and when it came decide what can be asked.
    linkages: async () => arrivedLinkages(await linkage.list()),
    templates: () => readTemplates(),
    answerFolders: () => answerIds(answersFolder),
    answerTexts: (id) => answerTexts(id, answersFolder),
  };
}

export function arrivedLinkages(lines: readonly LinkageLine[]): readonly Linkage[] {
  return lines.flatMap(({ dimension, coversUntil, arrivedAt }) =>
    arrivedAt === null ? [] : [{ dimension, coversUntil, availableFrom: arrivedAt }],
  );
}

/** Sheets that ship as examples: the first line of each says what it is. */
function readTemplates(): readonly Template[] {
  return readdirSync(SHEETS)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, SHEETS), "utf8");
      return { id: file.replace(/\.yaml$/, ""), title: text.split("\n")[0]!.replace(/^#\s*/, "").replace(/\.$/, ""), text };
    });
}

const SHEETS = new URL("../../examples/sheets/", import.meta.url);

function codeVersion(): string {
  const read = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return read.version;
}
