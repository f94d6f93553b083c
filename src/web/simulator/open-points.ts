// The open points whose readings a simulation can choose between: those with more than one reading that can be computed.
import type { LawData, LawSwitch } from "../../law/index.ts";

/** Name of the field under which a reading is sent, for example "OPEN-01": as the command line and the API name it. */
export function readableSwitches(law: LawData): LawSwitch[] {
  return [...law.switches.values()]
    .filter((point) => point.options.filter((option) => option.computable).length > 1)
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** Readings in a query that differ from the default, by open point; and the names of those that the law does not know. */
export function chosenReadings(law: LawData, query: URLSearchParams): { chosen: Record<string, string>; unknown: string[] } {
  const chosen: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [name, value] of query) {
    if (!/^OPEN-\d+$/.test(name) || value === "") continue;
    const point = law.switches.get(name);
    const option = point?.options.find((o) => o.value === value && o.computable);
    if (point === undefined || option === undefined) unknown.push(name);
    else if (value !== point.default) chosen[name] = value;
  }
  return { chosen, unknown };
}
