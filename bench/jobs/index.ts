// The jobs that can be measured, and what each gives back.
import { columnsJob } from "./columns.ts";
import { explainHttpJob } from "./explain-http.ts";
import { figuresJob } from "./figures.ts";
import { loadJob } from "./load.ts";
import { olderImportJob } from "./older-import.ts";
import { policyPageJob } from "./policy-page.ts";
import { quarterlyRunJob } from "./quarterly-run.ts";
import { rebuildJob } from "./rebuild.ts";
import { restoreJob } from "./restore.ts";
import { whatIfJob } from "./what-if.ts";
import { wholeQuarterJob } from "./whole-quarter.ts";
import { workListJob } from "./work-list.ts";

export interface Gate {
  readonly name: string;
  readonly value: string;
  readonly gate: string;
  readonly ambition: string;
  readonly holds: boolean;
}

export interface JobResult {
  readonly gates: readonly Gate[];
  /** Wrong rows of ours: each fails the benchmark. */
  readonly mistakes: readonly string[];
  /** Everything measured, for the docs. */
  readonly figures: Readonly<Record<string, unknown>>;
}

export interface JobContext {
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

export type Job = (context: JobContext) => Promise<JobResult>;

export const jobs: Readonly<Record<string, Job>> = {
  columns: columnsJob,
  "what-if": whatIfJob,
  "explain-http": explainHttpJob,
  "policy-page": policyPageJob,
  "work-list": workListJob,
  "quarterly-run": quarterlyRunJob,
  "whole-quarter": wholeQuarterJob,
  figures: figuresJob,
  "older-import": olderImportJob,
  rebuild: rebuildJob,
  restore: restoreJob,
  load: loadJob,
};
