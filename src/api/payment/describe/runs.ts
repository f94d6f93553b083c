// Runs as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { command, items, none, quarter, read, why } from "./parts.ts";
import { correction, line, openedLine, run } from "./schemas.ts";

export const runDescriptions = [
  read(
    "/overview",
    "paymentOverview",
    "What waits for a person",
    z.object({ run: run.nullable(), correction: correction.nullable() }),
  ),
  read("/runs", "listRuns", "Quarterly runs, newest first", items(run)),
  command("/runs", "startRun", "Start a run and freeze its inputs", {
    body: z.object({ quarter, correctFrom: quarter.nullish() }),
    gives: run,
    status: 201,
  }),
  read("/runs/:id", "readRun", "One run, with the work that goes on", run),
  read(
    "/runs/:id/dry-run",
    "readDryRun",
    "Totals against the quarter before and the forecast, outliers, what is missing, and self-employed persons whose activity stopped by the company register",
    z.record(z.string(), z.unknown()),
  ),
  read(
    "/runs/:id/lines",
    "listLines",
    "Ledger lines of a run",
    items(line).extend({ next: z.string().nullable() }),
    z.object({ origin: z.enum(["initial", "correction", "migration", "recovery"]).optional(), after: z.string().optional() }),
  ),
  command("/runs/:id/calculate", "calculateRun", "Ask for the dry run; the work goes on by itself", {
    gives: run,
    status: 202,
    versioned: true,
  }),
  command("/runs/:id/approve", "approveRun", "Approve what was calculated; not by who started it", {
    body: none,
    gives: run,
    versioned: true,
  }),
  command("/runs/:id/reject", "rejectRun", "Reject what was calculated", { body: why, gives: run, versioned: true }),
  command("/runs/:id/cancel", "cancelRun", "End a run without effect", { body: why, gives: run, versioned: true }),
  command("/runs/:id/book", "bookRun", "Ask for booking what was approved; the work goes on by itself", {
    gives: run,
    status: 202,
    versioned: true,
  }),
  read("/lines/:grant/:quarter/:component/:sequence", "explainLine", "One ledger line, recomputed with every step", openedLine),
];
