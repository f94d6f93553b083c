// Public face of the columns.
export { NotInColumns, Status } from "./expression.ts";
export { factOfNumber, type InputColumn, numberOfFact } from "./input-column.ts";
export {
  type ColumnArray,
  type ColumnKernel,
  type ColumnOptions,
  columns,
  type InputColumns,
  type OutputColumn,
  type OutputColumns,
} from "./kernel.ts";
