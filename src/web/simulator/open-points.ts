// The readings of open points that somebody chose, named in the address as the command line and the API name them: OPEN-01=5/4/11.
import type { LawData } from "../../law/index.ts";

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
