// What had not arrived yet at the asked moment: a yearly linkage that covers the date, or the declarations of the quarter.
import { type Instant, type Localized, localized, type PlainDate, quarterOf } from "../../kernel/index.ts";
import { attributeOf } from "../catalogue/index.ts";
import { declarationsAreIn, quartersToJudge } from "../declarations/index.ts";
import { type Definition, lastDayOf, subjectOfMeasure } from "../definition/index.ts";
import type { Evaluator } from "../evaluator.ts";

/** One arrived linkage (DATA-07): it gives a dimension for people at work, up to and including a day. */
export interface Linkage {
  readonly dimension: string;
  readonly coversUntil: PlainDate;
  readonly availableFrom: Instant;
}

/** The dimensions of the question that were not available yet; empty when it can be answered. */
export function awaitingLinkage(definition: Definition, knownAt: Instant, linkages: readonly Linkage[]): readonly string[] {
  const subject = subjectOfMeasure(definition.measure);
  const arrived = (dimension: string): boolean =>
    definition.at.every((window) =>
      linkages.some(
        (linkage) =>
          linkage.dimension === dimension && linkage.availableFrom <= knownAt && linkage.coversUntil >= lastDayOf(window),
      ),
    );
  return usedIds(definition).filter((id) => attributeOf(id).linkedFor.includes(subject) && !arrived(id));
}

/** The attributes of the question that need declarations which were not in yet; empty when it can be answered. */
export async function awaitingDeclarations(
  evaluator: Evaluator,
  definition: Definition,
  knownAt: Instant,
): Promise<readonly string[]> {
  const used = usedIds(definition).filter((id) => attributeOf(id).path === "wage");
  if (used.length === 0) return [];
  const quarters = definition.at.map((window) => quarterOf(lastDayOf(window)));
  const counts = await evaluator.declarations(quartersToJudge(quarters), knownAt);
  return quarters.every((quarter) => declarationsAreIn(counts, quarter)) ? [] : used;
}

function usedIds(definition: Definition): readonly string[] {
  const filters = definition.population.flatMap((condition) => (condition.kind === "tickets" ? [] : [condition.attribute]));
  return [...new Set([...definition.by, ...filters, ...(definition.value === null ? [] : [definition.value.attribute])])];
}

export const untilDeclarations: Localized = localized(
  "de kwartaalaangiften van de werkgevers, die op dat moment nog niet binnen waren",
  "the quarterly declarations of the employers, which had not come in at that moment",
  "les déclarations trimestrielles des employeurs, qui n'étaient pas encore rentrées à ce moment",
);

export const untilLinkage: Localized = localized(
  "de jaarlijkse koppeling van gegevens, die voor individueel maatwerk nog niet beschikbaar is",
  "the yearly linkage of data, which is not yet available for individual customised work",
  "le couplage annuel de données, qui n'est pas encore disponible pour le travail adapté individuel",
);
