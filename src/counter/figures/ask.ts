// A question put to the records: for the public through the gate and beside all that was published, or inside with a watermark.
import {
  compareInstants,
  endOfBrusselsDate,
  fail,
  type Instant,
  localized,
  type Problem,
  problem,
  type Result,
} from "../../kernel/index.ts";
import { type Channel, policies } from "../../statistics/index.ts";
import { type Computed, compute, latestKnownAt, type NotComputed, readSource } from "./compute.ts";
import type { FiguresPorts } from "./ports.ts";

export interface Asking {
  readonly name?: string;
  /** Where mistakes are placed. */
  readonly file?: string;
  readonly text: string;
  /** Only what was known then counts; null: what is known now. */
  readonly knownAt: Instant | null;
  readonly channel: Channel;
}

export async function ask(ports: FiguresPorts, asking: Asking): Promise<Result<Computed, NotComputed>> {
  const now = ports.clock.now();
  // Today means its end, which is yet to come: until then it is what is known now.
  const read = readSource(ports, { kind: "sheet", text: asking.text });
  const named = [asking.knownAt, read.ok ? latestKnownAt(read.value) : null];
  const endOfToday = endOfBrusselsDate(ports.clock.today());
  if (named.some((moment) => moment !== null && compareInstants(moment, endOfToday) > 0))
    return fail({ kind: "figures", problems: [notYetKnown()] });
  // What was published before is never taken from a copy that may lag: an answer beside it is judged against all of it.
  return compute(
    { ...ports, records: ports.mayLag.records },
    {
      name: asking.name ?? "vraag",
      ...(asking.file === undefined ? {} : { file: asking.file }),
      source: { kind: "sheet", text: asking.text },
      knownAt: asking.knownAt === null || compareInstants(asking.knownAt, now) > 0 ? now : asking.knownAt,
      policy: policies[asking.channel],
      earlier: asking.channel === "public" ? await ports.publications.tables(null) : [],
    },
  );
}

function notYetKnown(): Problem {
  const message = localized(
    "Wat later bekend zal zijn, weten we nog niet: kies een dag tot en met vandaag.",
    "What will be known later is not known yet: choose a day up to today.",
    "Nous ne savons pas encore ce qui sera connu plus tard : choisissez un jour jusqu'à aujourd'hui.",
  );
  return problem("figure.future", message, "knownAt");
}
