// The address of a choice.
import type { LeverValue } from "./levers.ts";

/** Only what differs from the law, so that a link stays short. */
export function queryOf(values: readonly LeverValue[]): string {
  const query = new URLSearchParams();
  for (const { lever, value } of values) if (value !== lever.now) query.set(lever.name, String(value));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
