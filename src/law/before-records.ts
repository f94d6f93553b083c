// The first day of a value whose start is unknown or older than every record: the rulebook prints "-" or "before".
import { plainDate } from "../kernel/index.ts";

/** Written `before-records` in the law's files. Not a legal date: only earlier than any day that is ever asked. */
export const BEFORE_RECORDS = plainDate("1900-01-01");
