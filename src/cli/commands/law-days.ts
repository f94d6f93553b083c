// Days as options of the command line.
import { type PlainDate, parsePlainDate } from "../../kernel/index.ts";
import { UsageError } from "../told-error.ts";

export function dayOf(option: string, text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day.ok) throw new UsageError(`${option} takes a day as YYYY-MM-DD, not "${text}".`);
  return day.value;
}
