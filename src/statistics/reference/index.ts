// The second way to the figures: plain code over plain rows, to hold the SQL way against.
export { cellsInMemory } from "./evaluate.ts";
export { extractTables } from "./extract.ts";
export type {
  ApplicationRow,
  AttestRow,
  EmployerFactRow,
  GrantRow,
  IndicationRow,
  LedgerRow,
  OldRightRow,
  PersonFactRow,
  TicketRow,
  WorkStatusRow,
} from "./tables.ts";
export { noTables, type Tables, type TextRange } from "./tables.ts";
