// Question 2: how the two advices differ, generated from the parameters of the law.
import {
  type BasisPoints,
  formatDate,
  formatPercent,
  type Language,
  type Localized,
  languages,
  localized,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { labelOf } from "../catalogue/index.ts";
import { type LegalValue, legalFactsOf, readingOf } from "../legal-facts.ts";
import type { CriterionRow, Statement } from "./answer.ts";

export interface Criteria {
  readonly rows: readonly CriterionRow[];
  readonly statements: Readonly<Record<string, Statement>>;
  /** Every parameter that the text was made from. */
  readonly readings: readonly LegalValue[];
}

export function criteriaOf(law: LawData): Criteria {
  const loss = readingOf(law, "indication.collective.minProductivityLoss");
  const guidance = readingOf(law, "indication.collective.requiresGuidance");
  const either = readingOf(law, "indication.individual.minLossOrExtraCost");
  const packageCode = readingOf(law, "indication.doubleTicket.package");
  const need = readingOf(law, "indication.doubleTicket.guidanceNeed");
  const percentages = readingOf(law, `wagePremium.package.${packageCode.value}`);
  const from = readingOf(law, "indication.doubleTicket.applicationFrom");
  const { doubleTicketFrom } = legalFactsOf(law);

  const collective = inAll((language) => {
    const threshold = percent(loss, language);
    const base = {
      nl: `rendementsverlies van minstens ${threshold}`,
      en: `productivity loss of at least ${threshold}`,
      fr: `perte de rendement d'au moins ${threshold}`,
    }[language];
    if (guidance.value !== true) return base;
    return {
      nl: `${base} én nood aan begeleiding op de werkvloer`,
      en: `${base} and need of guidance on the workfloor`,
      fr: `${base} et besoin d'accompagnement sur le lieu de travail`,
    }[language];
  });
  const individual = inAll((language) => {
    const threshold = percent(either, language);
    return {
      nl: `rendementsverlies of bijkomende kosten van minstens ${threshold}`,
      en: `productivity loss or extra costs of at least ${threshold}`,
      fr: `perte de rendement ou coûts supplémentaires d'au moins ${threshold}`,
    }[language];
  });
  const start = {
    ...percentages,
    value: Array.isArray(percentages.value) ? (percentages.value as readonly number[])[0]! : percentages.value,
  };
  const doubleTicket = inAll((language) => {
    const [day, share, level] = [
      formatDate(doubleTicketFrom, language),
      percent(start, language),
      labelOf("guidanceNeed", String(need.value))[language],
    ];
    return {
      nl: `Wie vanaf ${day} een collectief advies aanvraagt én krijgt, krijgt meteen ook het individueel advies, met startpakket loonpremie ${share} en begeleidingsnood ${level}.`,
      en: `Who from ${day} applies for a collective advice and is given one, is at once given the individual advice as well, with start package wage premium ${share} and guidance need ${level}.`,
      fr: `Qui, à partir du ${day}, demande un avis collectif et le reçoit, reçoit aussitôt l'avis individuel, avec un paquet de départ de prime salariale de ${share} et un besoin d'accompagnement ${level}.`,
    }[language];
  });

  return {
    readings: [loss, guidance, either, packageCode, need, percentages, from],
    rows: [
      {
        id: "estimated",
        title: localized("Wat VDAB schat", "What VDAB estimates", "Ce qu'estime le VDAB"),
        collective,
        individual,
        ids: ["IND-10", "IND-11"],
      },
      {
        id: "classes",
        title: localized("Klassen", "Classes", "Classes"),
        collective: localized("geen", "none", "aucune"),
        individual: inAll((language) => {
          const words = { nl: "behoefte aan", en: "need of", fr: "besoin de" }[language];
          const [wage, both] = ["WAGE_PREMIUM", "WAGE_AND_GUIDANCE_PREMIUM"].map((code) => labelOf("needClass", code)[language]);
          return `${words} ${wage}; ${words} ${both}`;
        }),
        ids: ["IND-12"],
      },
      {
        id: "decision",
        title: localized("Vastgelegd in", "Laid down in", "Fixé dans"),
        collective: localized(
          "ministerieel besluit, “MB bijlage 2”",
          "ministerial decision, “MB bijlage 2”",
          "arrêté ministériel, « MB bijlage 2 »",
        ),
        individual: localized(
          "ministerieel besluit, “MB bijlage 1”",
          "ministerial decision, “MB bijlage 1”",
          "arrêté ministériel, « MB bijlage 1 »",
        ),
        ids: ["LAW-07", "IND-13"],
      },
    ],
    statements: {
      twoTargetGroups: {
        ids: ["IND-13", "LAW-07"],
        text: localized(
          "Het zijn twee verschillende doelgroepen, met twee verschillende ministeriële besluiten.",
          "They are two different target groups, with two different ministerial decisions.",
          "Ce sont deux groupes cibles différents, avec deux arrêtés ministériels différents.",
        ),
      },
      doubleTicket: { ids: ["IND-14", "WP-05", "IND-23"], text: doubleTicket },
      literalReference: {
        ids: ["LAW-07", "OPEN-37"],
        text: localized(
          "“MB bijlage 1” en “MB bijlage 2” staan er zoals het antwoord ze noemt: of het bijlagen bij het antwoord of van de besluiten zijn, zegt het niet.",
          "“MB bijlage 1” and “MB bijlage 2” stand as the answer names them: whether they are attachments to the answer or annexes of the decisions, it does not say.",
          "« MB bijlage 1 » et « MB bijlage 2 » figurent tels que la réponse les nomme : elle ne dit pas s'il s'agit d'annexes de la réponse ou des arrêtés.",
        ),
      },
    },
  };
}

function percent(reading: { readonly value: unknown }, language: Language): string {
  return formatPercent(Number(reading.value) as BasisPoints, language);
}

function inAll(make: (language: Language) => string): Localized {
  const [nl, en, fr] = languages.map(make);
  return { nl: nl!, en: en!, fr: fr! };
}
