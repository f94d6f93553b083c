// The two ways to count, behind one face: SQL over the records, or plain code over rows in memory.
import type { RunContext } from "./context.ts";
import type { Definition, Window } from "./definition/index.ts";
import { type Breach, breachesBySql, breachesInMemory } from "./double-ticket/index.ts";
import type { RawCell } from "./figure/raw-cell.ts";
import type { Records } from "./port.ts";
import { cellsInMemory, type Tables } from "./reference/index.ts";
import { cellsBySql } from "./sql/index.ts";

export interface Evaluator {
  cells(definition: Definition, window: Window, context: RunContext): Promise<readonly RawCell[]>;
  /** Collective tickets up to a day that break the rule of the double ticket (IND-14). */
  doubleTicketBreaches(until: string, context: RunContext): Promise<readonly Breach[]>;
}

export function evaluatorOver(records: Records): Evaluator {
  return {
    cells: (definition, window, context) => cellsBySql(records, definition, window, context),
    doubleTicketBreaches: (until, context) => breachesBySql(records, until, context),
  };
}

export function evaluatorInMemory(tables: Tables): Evaluator {
  return {
    cells: async (definition, window, context) => cellsInMemory(tables, definition, window, context),
    doubleTicketBreaches: async (until, context) => breachesInMemory(tables, until, context),
  };
}
