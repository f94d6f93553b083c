// The two ways to count, behind one face: SQL over the records, or plain code over rows in memory.
import type { Instant, PlainDate } from "../kernel/index.ts";
import type { SubjectId } from "./catalogue/index.ts";
import type { RunContext } from "./context.ts";
import { dataBeginsAfterBySql, dataBeginsAfterInMemory } from "./data-begin/index.ts";
import { type DeclarationCounts, declarationsBySql, declarationsInMemory } from "./declarations/index.ts";
import type { Definition, Window } from "./definition/index.ts";
import { type Breach, breachesBySql, breachesInMemory } from "./double-ticket/index.ts";
import type { RawCell } from "./figure/raw-cell.ts";
import type { Records } from "./port.ts";
import { cellsInMemory, type Tables } from "./reference/index.ts";
import { cellsBySql } from "./sql/index.ts";

export interface Evaluator {
  cells(definition: Definition, window: Window, context: RunContext): Promise<readonly RawCell[]>;
  /** Declarations received by then, by quarter (year * 4 + n - 1). */
  declarations(quarters: readonly number[], knownAt: Instant): Promise<DeclarationCounts>;
  /** The first day of the records of a subject, when it lies after `day`; null: there are records by then, or none at all. */
  dataBeginsAfter(subject: SubjectId, day: PlainDate, knownAt: Instant): Promise<PlainDate | null>;
  /** Collective tickets up to a day that break the rule of the double ticket (IND-14). */
  doubleTicketBreaches(until: string, context: RunContext): Promise<readonly Breach[]>;
}

/**
 * What the planner is told: figures read whole tables once and join them by hash, where it, which cannot estimate "held then, known then",
 * would look up each row on its own; and to hand a row from one process to another costs less than it thinks, so that two read at once.
 */
export const PLANNER_SETTINGS =
  "select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('parallel_tuple_cost', '0.02', true)";

/** Counts over the records of one snapshot; the settings end with it. */
export function evaluatorOver(records: Records): Evaluator {
  let prepared: Promise<unknown> | null = null;
  const ready = (): Promise<unknown> => {
    prepared ??= records.query(PLANNER_SETTINGS, []);
    return prepared;
  };
  return {
    async cells(definition, window, context) {
      await ready();
      return cellsBySql(records, definition, window, context);
    },
    async declarations(quarters, knownAt) {
      await ready();
      return declarationsBySql(records, quarters, knownAt);
    },
    async dataBeginsAfter(subject, day, knownAt) {
      await ready();
      return dataBeginsAfterBySql(records, subject, day, knownAt);
    },
    async doubleTicketBreaches(until, context) {
      await ready();
      return breachesBySql(records, until, context);
    },
  };
}

export function evaluatorInMemory(tables: Tables): Evaluator {
  return {
    cells: async (definition, window, context) => cellsInMemory(tables, definition, window, context),
    declarations: async (quarters, knownAt) => declarationsInMemory(tables, quarters, knownAt),
    dataBeginsAfter: async (subject, day, knownAt) => dataBeginsAfterInMemory(tables, subject, day, knownAt),
    doubleTicketBreaches: async (until, context) => breachesInMemory(tables, until, context),
  };
}
