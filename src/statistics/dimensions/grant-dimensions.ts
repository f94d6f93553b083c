// By what the grants that stand on a day can be divided: every attribute of the catalogue that a grant has, with why not where it cannot.
import { type Instant, type Localized, localized, type PlainDate } from "../../kernel/index.ts";
import { type Attribute, attributesOf, labelOf, UNKNOWN } from "../catalogue/index.ts";
import { type Linkage, untilLinkage } from "../figure/index.ts";

export interface GrantDimension {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
  /** The closed list of its values, with "not known" last; null: an open list, such as municipalities. */
  readonly values: readonly { readonly code: string; readonly title: Localized }[] | null;
  /** Null: the grants can be divided by it. */
  readonly whyNot: Localized | null;
}

/** @param day - On which the grants stand. @param knownAt - What the records held then. */
export function grantDimensions(day: PlainDate, knownAt: Instant, linkages: readonly Linkage[]): readonly GrantDimension[] {
  return attributesOf("grant").map((attribute) => {
    const { id, title, meaning, domain } = attribute;
    const codes = domain.kind === "codes" ? [...domain.values, UNKNOWN] : null;
    const values = codes?.map((code) => ({ code, title: labelOf(id, code) })) ?? null;
    return { id, title, meaning, values, whyNot: whyNot(attribute, day, knownAt, linkages) };
  });
}

function whyNot(attribute: Attribute, day: PlainDate, knownAt: Instant, linkages: readonly Linkage[]): Localized | null {
  const { id, domain, path, linkedFor } = attribute;
  if (domain.kind === "number" || domain.kind === "date") return aNumber;
  if (path === "window") return ofAnEvent;
  if (id === "component") return bothPremiums;
  const arrived = linkages.some(
    (linkage) => linkage.dimension === id && linkage.availableFrom <= knownAt && linkage.coversUntil >= day,
  );
  return linkedFor.includes("grant") && !arrived ? untilLinkage : null;
}

const aNumber = localized(
  "een getal heeft geen groepen; kies de klasse ervan",
  "a number has no groups; choose its classes",
  "un nombre n’a pas de groupes ; choisissez ses classes",
);
const ofAnEvent = localized(
  "het hoort bij een gebeurtenis, niet bij een toekenning die loopt",
  "it belongs to an event, not to a grant that runs",
  "elle appartient à un événement, pas à un octroi en cours",
);
const bothPremiums = localized(
  "een toekenning kan beide premies hebben; zie de uitgave per premie",
  "a grant can have both premiums; see spending by premium",
  "un octroi peut avoir les deux primes ; voir la dépense par prime",
);
