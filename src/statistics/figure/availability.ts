// Which attributes come only with a yearly linkage, and whether one that covers the asked date had arrived at the asked moment.
import { type Instant, type Localized, localized, type PlainDate } from "../../kernel/index.ts";
import { attributeOf } from "../catalogue/index.ts";
import { type Definition, lastDayOf, subjectOfMeasure } from "../definition/index.ts";

/** One arrived linkage (DATA-07): it gives a dimension for people at work, up to and including a day. */
export interface Linkage {
  readonly dimension: string;
  readonly coversUntil: PlainDate;
  readonly availableFrom: Instant;
}

/** The dimensions of the question that were not available yet; empty when it can be answered. */
export function awaitingLinkage(definition: Definition, knownAt: Instant, linkages: readonly Linkage[]): readonly string[] {
  const subject = subjectOfMeasure(definition.measure);
  const used = [
    ...definition.by,
    ...definition.population.flatMap((condition) => (condition.kind === "tickets" ? [] : [condition.attribute])),
  ];
  const arrived = (dimension: string): boolean =>
    definition.at.every((window) =>
      linkages.some(
        (linkage) =>
          linkage.dimension === dimension && linkage.availableFrom <= knownAt && linkage.coversUntil >= lastDayOf(window),
      ),
    );
  return [...new Set(used)].filter((id) => attributeOf(id).linkedFor.includes(subject) && !arrived(id));
}

export const untilLinkage: Localized = localized(
  "de jaarlijkse koppeling van gegevens, die voor individueel maatwerk nog niet beschikbaar is",
  "the yearly linkage of data, which is not yet available for individual customised work",
  "le couplage annuel de données, qui n'est pas encore disponible pour le travail adapté individuel",
);
