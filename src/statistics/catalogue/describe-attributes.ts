// Every attribute for who must choose one: what it means, whose it is, when it is there, and whether its parts add up, per unit.
import { type Localized, localized } from "../../kernel/index.ts";
import { type Attribute, UNKNOWN } from "./attribute.ts";
import { attributes, type Gathering, partsCanExceedTotal } from "./catalogue.ts";
import { labelOf } from "./labels.ts";
import { ownerTitles } from "./owners.ts";
import { subjectFacts } from "./subjects.ts";
import { type Unit, unitFacts, units } from "./units.ts";

/** always: nobody counts in two values. never: somebody can. sometimes: it depends on the measure, a period above all. */
export type Exclusive = "always" | "sometimes" | "never";

export interface DescribedAttribute {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
  readonly owner: { readonly id: string; readonly title: Localized };
  /** dimension: figures can be divided by it. selection: it selects, or is measured. */
  readonly use: "dimension" | "selection";
  readonly availability: { readonly when: Availability; readonly text: Localized };
  readonly exclusive: Exclusive;
  readonly subjects: readonly { readonly id: string; readonly title: Localized }[];
  readonly units: readonly { readonly id: Unit; readonly title: Localized; readonly exclusive: Exclusive }[];
  /** The closed list of values; null for open lists, numbers and dates. */
  readonly values: readonly { readonly code: string; readonly title: Localized }[] | null;
  /** Rulebook ids. */
  readonly ids: readonly string[];
}

export type Availability = "recorded" | "declared" | "linked" | "events" | "cohort" | "euro";

export function describeAttributes(): readonly DescribedAttribute[] {
  return attributes.map((attribute) => {
    const own = units.filter((unit) => attribute.subjects.some((subject) => subjectFacts[subject].units.includes(unit)));
    const perUnit = own.map((unit) => ({ id: unit, title: unitFacts[unit].title, exclusive: exclusiveIn(attribute, unit) }));
    const { domain } = attribute;
    const when = availabilityOf(attribute);
    return {
      id: attribute.id,
      title: attribute.title,
      meaning: attribute.meaning,
      owner: { id: attribute.owner, title: ownerTitles[attribute.owner] },
      use: domain.kind === "codes" || domain.kind === "text" ? "dimension" : "selection",
      availability: { when, text: availabilityWords[when] },
      exclusive: together(perUnit.map((one) => one.exclusive)),
      subjects: attribute.subjects.map((id) => ({ id, title: subjectFacts[id].title })),
      units: perUnit,
      values:
        domain.kind === "codes"
          ? [...domain.values, UNKNOWN].map((code) => ({ code, title: labelOf(attribute.id, code) }))
          : null,
      ids: attribute.ids,
    };
  });
}

function exclusiveIn(attribute: Attribute, unit: Unit): Exclusive {
  const found = attribute.subjects
    .filter((subject) => subjectFacts[subject].units.includes(unit))
    .flatMap((subject) => {
      const ways: readonly Gathering[] = subjectFacts[subject].standing ? ["date", "events", "period"] : ["events"];
      return ways.map((way): Exclusive => (partsCanExceedTotal(attribute, subject, unit, way) ? "never" : "always"));
    });
  return together(found);
}

function together(found: readonly Exclusive[]): Exclusive {
  if (found.every((one) => one === "always")) return "always";
  return found.every((one) => one === "never") ? "never" : "sometimes";
}

function availabilityOf(attribute: Attribute): Availability {
  if (attribute.linkedFor.length > 0) return "linked";
  if (attribute.path === "wage") return "declared";
  if (attribute.id === "turnaroundDays" || attribute.id === "reached") return "cohort";
  if (attribute.path === "window") return "events";
  return attribute.id === "bookingOrigin" ? "euro" : "recorded";
}

const availabilityWords: Readonly<Record<Availability, Localized>> = {
  recorded: localized("altijd, zodra het geregistreerd is", "always, once recorded", "toujours, dès l'enregistrement"),
  declared: localized(
    "per kwartaal, zodra de aangiften van de werkgevers binnen zijn",
    "by quarter, once the employers' declarations are in",
    "par trimestre, dès que les déclarations des employeurs sont rentrées",
  ),
  linked: localized(
    "van mensen aan het werk pas na de jaarlijkse koppeling die de datum dekt",
    "of people at work only after the yearly linkage that covers the date",
    "pour les personnes au travail, seulement après le couplage annuel qui couvre la date",
  ),
  events: localized("bij gebeurtenissen in een periode", "with events in a period", "avec des événements dans une période"),
  cohort: localized("alleen bij een cohort", "only with a cohort", "uniquement avec une cohorte"),
  euro: localized("alleen bij bedragen", "only with amounts", "uniquement avec des montants"),
};
