// What a question counts, said in three languages from the definition itself.
import { type Language, type Localized, languages } from "../../kernel/index.ts";
import { attributeOf, eventTitles, labelOf, subjectFacts, unitFacts } from "../catalogue/index.ts";
import type { Condition, Definition, TicketName } from "../definition/index.ts";

/** "tickets: stand op de datum", "werkgevers-werknemersrelaties: aanvraag ingediend in de periode". */
export function describeCounted(definition: Definition): Localized {
  const { measure } = definition;
  const unit = unitFacts[definition.unit].title;
  return inAll((language) => {
    const say = (nl: string, en: string, fr: string): string => ({ nl, en, fr })[language];
    const of = unit[language];
    switch (measure.kind) {
      case "stock": {
        const subject = subjectFacts[measure.subject].title[language];
        return say(
          `${of}: ${subject}, stand op de datum`,
          `${of}: ${subject}, stock at the date`,
          `${of} : ${subject}, stock à la date`,
        );
      }
      case "ever": {
        const subject = subjectFacts[measure.subject].title[language];
        return say(
          `${of}: ${subject}, ooit in de periode`,
          `${of}: ${subject}, at any time in the period`,
          `${of} : ${subject}, à un moment de la période`,
        );
      }
      case "flow":
        return `${of}: ${eventTitles[measure.event][language]}, ${say("in de periode", "in the period", "dans la période")}`;
      case "cumulative":
        return `${of}: ${eventTitles[measure.event][language]}, ${say("oplopend sinds de eerste dag", "cumulative since the first day", "cumulé depuis le premier jour")}`;
      case "cohort":
        return `${of}: ${eventTitles[measure.event][language]}, ${say("gevolgd tot", "followed until", "suivi jusqu'à")} ${eventTitles[measure.until][language]}`;
    }
  });
}

export function describePopulation(definition: Definition): Localized {
  return inAll((language) => {
    if (definition.population.length === 0) return { nl: "alle", en: "all", fr: "tous" }[language];
    return definition.population.map((condition) => describeCondition(condition, definition, language)).join("; ");
  });
}

function describeCondition(condition: Condition, definition: Definition, language: Language): string {
  const say = (nl: string, en: string, fr: string): string => ({ nl, en, fr })[language];
  if (condition.kind === "tickets") {
    const name = (ticket: TicketName): string => {
      const label = labelOf("ticketType", ticket)[language];
      if (ticket !== "AMA" || definition.amaPerimeter === "ALL") return label;
      return labelOf("ticketType", "AMA_SOCIAL_ECONOMY")[language];
    };
    const parts: string[] = [];
    if (condition.has.length > 0) parts.push(`${say("heeft", "has", "a")} ${condition.has.map(name).join(" + ")}`);
    if (condition.hasNot.length > 0)
      parts.push(`${say("heeft niet", "has not", "n'a pas")} ${condition.hasNot.map(name).join(", ")}`);
    return `tickets: ${parts.join("; ")}`;
  }
  const attribute = attributeOf(condition.attribute);
  const title = attribute.title[language];
  if (condition.kind === "range") {
    const ends = [
      ...(condition.from === null ? [] : [`${say("vanaf", "from", "à partir de")} ${condition.from}`]),
      ...(condition.until === null ? [] : [`${say("tot en met", "up to", "jusqu'à")} ${condition.until}`]),
    ];
    return `${title}: ${ends.join(" ")}`;
  }
  const values = condition.values.map((value) => labelOf(condition.attribute, value)[language]).join(", ");
  return `${title}: ${condition.negated ? `${say("niet", "not", "pas")} ` : ""}${values}`;
}

function inAll(make: (language: Language) => string): Localized {
  const [nl, en, fr] = languages.map(make);
  return { nl: nl!, en: en!, fr: fr! };
}
