// Questions as files, run on the records: every figure leaves through the disclosure gate of its channel.
import { fail, type Instant, ok, type Problem, type Result } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import {
  type Channel,
  type Definition,
  datesOfLaw,
  evaluatorOver,
  type GatedFigure,
  gate,
  legalFactsOf,
  type PlacedIssue,
  parseFigureFile,
  policies,
  type RecordsPort,
  runFigure,
} from "../statistics/index.ts";

export interface Figures {
  /** The questions of a file, or each mistake at its line. */
  read(text: string, file: string): Result<readonly Definition[], readonly PlacedIssue[]>;
  /** All figures of one state of the records, or why one of them cannot be given. */
  run(definitions: readonly Definition[], knownAt: Instant, channel: Channel): Promise<Result<GatedFigure[], readonly Problem[]>>;
}

export function createFigures({ law, records }: { readonly law: Law; readonly records: RecordsPort }): Figures {
  return {
    read: (text, file) => parseFigureFile(text, file, { dates: datesOfLaw(law) }),
    run: (definitions, knownAt, channel) =>
      records.snapshot(async (snapshot) => {
        const evaluator = evaluatorOver(snapshot);
        const passed: GatedFigure[] = [];
        for (const definition of definitions) {
          const figure = await runFigure(evaluator, definition, { knownAt, law: legalFactsOf(law) });
          if (!figure.ok) return fail(figure.error);
          passed.push(gate(figure.value, policies[channel], passed));
        }
        return ok(passed);
      }),
  };
}
