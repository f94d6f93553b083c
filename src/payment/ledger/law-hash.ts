// Which values and which readings of open points a line was calculated under, as one hash; and the law under such readings.
import { hashOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";

type Readings = Readonly<Record<string, string>>;

/** How the law reads each open point now: as it was chosen, else its default. */
export function readingsOf(law: Law): Readings {
  const readings: Record<string, string> = {};
  for (const id of [...law.switches.keys()].sort()) {
    const reading = law.switchValue(id);
    if (reading.ok) readings[id] = reading.value;
  }
  return readings;
}

/** A default that changes later leaves this hash as it is: it covers the readings that were frozen. Without readings: the values only. */
export function lawHash(law: Law, readings: Readings | undefined): string {
  return readings === undefined ? law.parametersHash : hashOf({ parameters: law.parametersHash, readings });
}

/** Null when the law no longer knows one of the readings. */
export function underReadings(law: Law, readings: Readings | undefined): Law | null {
  if (readings === undefined) return law;
  const moved = Object.entries(readings).filter(([id, option]) => {
    const now = law.switchValue(id);
    return !now.ok || now.value !== option;
  });
  if (moved.length === 0) return law;
  const changed = law.withSwitches(Object.fromEntries(moved));
  return changed.ok ? changed.value : null;
}
