// How a person is named on the screen of who applied.
import type { Worker } from "../../../counter/index.ts";

/** The file's number where the name cannot be shown. */
export const whoIn = (worker: Worker | null, number: string): string =>
  worker === null ? number : `${worker.given} ${worker.family}`.trim() || number;
