// The work that follows from an event recorded live, put in the queue in the same transaction: its letter, and what it engages.
import type { NewJob } from "../dossier/index.ts";
import { letterJobs } from "./letters/plan.ts";
import { commitmentJobs } from "./payment/commitment-jobs.ts";

export function followJobs(
  event: { readonly type: string },
  at: { readonly streamRef: string; readonly version: number },
): readonly NewJob[] {
  return [...letterJobs(event, at), ...commitmentJobs(event, at)];
}
