// The history of a person, newest first, one sentence per event: for VDAB's counter and for the person.
import type { OpenedPerson } from "../../../counter/index.ts";
import type { PersonEvent } from "../../../dossier/index.ts";
import {
  brusselsDate,
  formatDate,
  type Instant,
  type Language,
  type Localized,
  localized,
  type PlainDate,
  pick,
} from "../../../kernel/index.ts";
import { codeName } from "../../../law/index.ts";
import { ticketTypes } from "./names.ts";

export interface PersonHistoryLine {
  readonly at: Instant;
  readonly on: PlainDate;
  readonly sentence: string;
  /** Role of who did it. */
  readonly by: string;
}

export function personHistory({ history }: Pick<OpenedPerson, "history">, language: Language): readonly PersonHistoryLine[] {
  return history
    .map((event) => ({
      at: event.envelope.recordedAt,
      on: brusselsDate(event.envelope.recordedAt),
      sentence: pick(sentenceOf(event), language),
      by: event.envelope.actor.role,
    }))
    .reverse();
}

const measure = (code: string, language: Language): string => pick(ticketTypes[code] ?? localized(code, code, code), language);
const named = (code: string | null, language: Language): string => {
  const name = code === null ? undefined : codeName(code);
  return name === undefined ? "" : ` (${pick(name, language)})`;
};

function sentenceOf(event: PersonEvent): Localized {
  switch (event.type) {
    case "PersonRegistered":
      return localized("De persoon kwam in het bestand.", "The person came into the records.", "La personne a été enregistrée.");
    case "ResidenceChanged":
      return localized("De woonplaats veranderde.", "The place of residence changed.", "Le domicile a changé.");
    case "EducationRecorded":
      return localized(
        "Het opleidingsniveau werd genoteerd.",
        "The level of education was noted.",
        "Le niveau d’études a été noté.",
      );
    case "OriginLinked":
      return localized(
        "Een jaarlijkse koppeling bracht afkomst bij.",
        "A yearly linkage brought origin.",
        "Un couplage annuel a ajouté l’origine.",
      );
    case "WorkStatusChanged":
      return localized("De werksituatie veranderde.", "The work situation changed.", "La situation d’emploi a changé.");
    case "IndicationRequested": {
      const { measure: of } = event.payload;
      return localized(
        `Er werd een indicering gevraagd voor ${measure(of, "nl")}.`,
        `An indication was asked for ${measure(of, "en")}.`,
        `Une indication a été demandée pour ${measure(of, "fr")}.`,
      );
    }
    case "EvidenceAdded":
      return localized(
        "Er werd een bewijsstuk toegevoegd.",
        "A piece of evidence was added.",
        "Une pièce justificative a été ajoutée.",
      );
    case "CriteriaJudged": {
      const { met, catalogue } = event.payload;
      return met
        ? localized(
            `VDAB oordeelde dat de criteria (${catalogue}) vervuld zijn.`,
            `VDAB judged that the criteria (${catalogue}) are met.`,
            `Le VDAB a jugé que les critères (${catalogue}) sont remplis.`,
          )
        : localized(
            `VDAB oordeelde dat de criteria (${catalogue}) niet vervuld zijn.`,
            `VDAB judged that the criteria (${catalogue}) are not met.`,
            `Le VDAB a jugé que les critères (${catalogue}) ne sont pas remplis.`,
          );
    }
    case "FindingRecorded":
      return localized("VDAB deed een vaststelling.", "VDAB made a finding.", "Le VDAB a fait un constat.");
    case "TicketIssued": {
      const { type, package: given, validUntil } = event.payload;
      return localized(
        `Er kwam een ticket ${measure(type, "nl")}${named(given, "nl")}, geldig tot en met ${formatDate(validUntil, "nl")}.`,
        `A ticket for ${measure(type, "en")}${named(given, "en")} was issued, valid up to and including ${formatDate(validUntil, "en")}.`,
        `Un avis ${measure(type, "fr")}${named(given, "fr")} a été donné, valable jusqu’au ${formatDate(validUntil, "fr")} inclus.`,
      );
    }
    case "TicketRefused": {
      const { measure: of } = event.payload;
      return localized(
        `VDAB gaf een negatief advies voor ${measure(of, "nl")}.`,
        `VDAB gave a negative advice for ${measure(of, "en")}.`,
        `Le VDAB a donné un avis négatif pour ${measure(of, "fr")}.`,
      );
    }
    case "TicketEnded":
      return localized(
        `Een ticket eindigde op ${formatDate(event.payload.endedOn, "nl")}.`,
        `A ticket ended on ${formatDate(event.payload.endedOn, "en")}.`,
        `Un avis a pris fin le ${formatDate(event.payload.endedOn, "fr")}.`,
      );
    case "IcfAdviceGiven":
      return localized("Een partner gaf een ICF-advies.", "A partner gave an ICF advice.", "Un partenaire a donné un avis CIF.");
    case "IcfAdviceHandled":
      return localized("VDAB bekeek het ICF-advies.", "VDAB looked at the ICF advice.", "Le VDAB a examiné l’avis CIF.");
    case "ReviewRequested":
      return localized("Er werd een heroverweging gevraagd.", "A review was asked for.", "Un réexamen a été demandé.");
    case "ReviewAdvised":
      return localized(
        "De heroverwegingscommissie gaf advies.",
        "The review committee gave its advice.",
        "La commission de réexamen a rendu son avis.",
      );
    case "ReviewDecided":
      return localized("Over de heroverweging werd beslist.", "The review was decided.", "Le réexamen a été tranché.");
  }
}
