// What the commands of payment say at the terminal, in three languages.
import { type Language, type Localized, localized } from "../kernel/index.ts";
import type { ParkReason } from "../payment/index.ts";

interface DeclarationWords {
  readonly progress: (read: number) => string;
  readonly before: (at: string) => string;
  readonly counts: (read: number, taken: number, known: number, rejected: number) => string;
  readonly outOfOrder: (count: number) => string;
  readonly apart: (count: number, why: string) => string;
  readonly noIntake: string;
  readonly nothing: string;
}

const declarations: Readonly<Record<Language, DeclarationWords>> = {
  nl: {
    progress: (read) => `${read} gelezen`,
    before: (at) => `Dit bestand is al ingelezen op ${at}. Er is niets veranderd. Het verslag van toen:`,
    counts: (read, taken, known, rejected) => `${read} gelezen, ${taken} opgenomen, ${known} al gekend, ${rejected} geweigerd`,
    outOfOrder: (count) => `${count} kwamen na een latere versie; de latere versie telt`,
    apart: (count, why) => `${count} apart gehouden: ${why}`,
    noIntake: "Dit bestand is niet gekend. Zie `maatwerk declarations list`.",
    nothing: "Geen enkel wachtend attest kon opgenomen worden.",
  },
  en: {
    progress: (read) => `${read} read`,
    before: (at) => `This file was taken in on ${at}. Nothing was changed. The report of then:`,
    counts: (read, taken, known, rejected) => `${read} read, ${taken} taken in, ${known} known already, ${rejected} refused`,
    outOfOrder: (count) => `${count} came after a later version; the later version counts`,
    apart: (count, why) => `${count} kept apart: ${why}`,
    noIntake: "This file is not known. See `maatwerk declarations list`.",
    nothing: "None of the waiting attests could be taken in.",
  },
  fr: {
    progress: (read) => `${read} lues`,
    before: (at) => `Ce fichier a été repris le ${at}. Rien n'a changé. Le rapport d'alors :`,
    counts: (read, taken, known, rejected) => `${read} lues, ${taken} reprises, ${known} déjà connues, ${rejected} refusées`,
    outOfOrder: (count) => `${count} venues après une version ultérieure ; la version ultérieure compte`,
    apart: (count, why) => `${count} mises à part : ${why}`,
    noIntake: "Ce fichier n'est pas connu. Voyez `maatwerk declarations list`.",
    nothing: "Aucune attestation en attente n'a pu être reprise.",
  },
};

export function declarationWords(language: Language): DeclarationWords {
  return declarations[language];
}

export const parkWords: Readonly<Record<ParkReason, Localized>> = {
  UNKNOWN_WORKER: localized("werknemer niet gekend", "worker not known", "travailleur inconnu"),
  UNKNOWN_EMPLOYER: localized("werkgever niet gekend", "employer not known", "employeur inconnu"),
  UNKNOWN_RELATION: localized(
    "geen toekenning voor deze werknemer bij deze werkgever",
    "no grant for this worker with this employer",
    "aucun octroi pour ce travailleur chez cet employeur",
  ),
  CONTRADICTS: localized(
    "zelfde nummer en versie met een andere inhoud",
    "same number and version with another content",
    "même numéro et version avec un autre contenu",
  ),
  OTHER_RELATION: localized(
    "nummer van een andere werknemer, werkgever of ander kwartaal",
    "number of another worker, employer or quarter",
    "numéro d'un autre travailleur, employeur ou trimestre",
  ),
  NEGATIVE_WAGE: localized("loon onder nul", "wage below zero", "salaire négatif"),
  NO_FRACTION: localized("geen uren in het contract", "no hours in the contract", "aucune heure au contrat"),
};
