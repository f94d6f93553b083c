// Words of a self-employed person's application: the activity and its proof.
import type { Entries } from "../catalogue.ts";

export const activityWords = {
  stepActivity: { nl: "Uw activiteit", en: "Your activity", fr: "Votre activité" },
  askActivity: {
    nl: "Sinds wanneer bent u zelfstandige?",
    en: "Since when are you self-employed?",
    fr: "Depuis quand êtes-vous indépendant ?",
  },
  occupation: { nl: "U bent zelfstandige in", en: "You are self-employed in", fr: "Vous êtes indépendant à titre" },
  occupationMAIN: { nl: "Hoofdberoep", en: "Main occupation", fr: "Principal" },
  occupationSECONDARY: { nl: "Bijberoep", en: "Secondary occupation", fr: "Complémentaire" },
  since: { nl: "Begin van de activiteit", en: "Start of the activity", fr: "Début de l'activité" },
  recognised: {
    nl: "Wanneer werd uw beperking erkend?",
    en: "When was your limitation recognised?",
    fr: "Quand votre limitation a-t-elle été reconnue ?",
  },
  recognisedHint: {
    nl: (day: string) => `Alleen nodig als u al zelfstandige was op ${day}.`,
    en: (day: string) => `Needed only if you were self-employed on ${day} already.`,
    fr: (day: string) => `Nécessaire seulement si vous étiez déjà indépendant le ${day}.`,
  },
  stepProof: { nl: "Het bewijs", en: "The proof", fr: "La preuve" },
  askProof: {
    nl: "Waarmee toont u aan dat u genoeg actief bent?",
    en: "With what do you show that you are active enough?",
    fr: "Comment prouvez-vous une activité suffisante ?",
  },
  proofFUND_ATTEST: {
    nl: "Attest van uw sociaal verzekeringsfonds",
    en: "Attest of your social insurance fund",
    fr: "Attestation de votre caisse d'assurances sociales",
  },
  proofFUND_ATTESTHint: {
    nl: (n: number) => `Met de bijdragen die u betaalde voor de laatste ${n} kwartalen.`,
    en: (n: number) => `With the contributions that you paid for the last ${n} quarters.`,
    fr: (n: number) => `Avec les cotisations payées pour les ${n} derniers trimestres.`,
  },
  proofTAX_ASSESSMENT: {
    nl: "Uw laatste aanslagbiljet",
    en: "Your last tax assessment",
    fr: "Votre dernier avertissement-extrait de rôle",
  },
  proofPROGNOSIS_ATTEST: {
    nl: "Prognoseattest van VLAIO",
    en: "Prognosis attest of VLAIO",
    fr: "Attestation de pronostic de VLAIO",
  },
  proofPROGNOSIS_ATTESTHint: {
    nl: "Als u de andere twee nog niet kunt hebben, meestal in het eerste jaar.",
    en: "If you cannot have the other two yet, usually in the first year.",
    fr: "Si vous ne pouvez pas encore avoir les deux autres, en général la première année.",
  },
  stepProofData: { nl: "Wat het bewijs zegt", en: "What the proof says", fr: "Ce que dit la preuve" },
  askPaid: {
    nl: "Welke bijdragen betaalde u?",
    en: "Which contributions did you pay?",
    fr: "Quelles cotisations avez-vous payées ?",
  },
  paidIn: {
    nl: (q: string) => `Betaald voor het ${q}`,
    en: (q: string) => `Paid for the ${q}`,
    fr: (q: string) => `Payé pour le ${q}`,
  },
  lastQuarter: {
    nl: "Laatste kwartaal op het attest",
    en: "Last quarter on the attest",
    fr: "Dernier trimestre sur l'attestation",
  },
  askIncome: {
    nl: "Wat staat er op het aanslagbiljet?",
    en: "What does the tax assessment say?",
    fr: "Que dit l'avertissement-extrait de rôle ?",
  },
  incomeYear: { nl: "Inkomstenjaar", en: "Income year", fr: "Année de revenus" },
  income: {
    nl: "Belastbaar inkomen als zelfstandige",
    en: "Taxable income from self-employment",
    fr: "Revenu imposable d'indépendant",
  },
  askPrognosis: {
    nl: "Wat zegt het prognoseattest?",
    en: "What does the prognosis attest say?",
    fr: "Que dit l'attestation de pronostic ?",
  },
  issuedOn: { nl: "Datum van het attest", en: "Date of the attest", fr: "Date de l'attestation" },
  sufficient: {
    nl: "Zegt het attest dat uw activiteit volstaat?",
    en: "Does the attest say that your activity is sufficient?",
    fr: "L'attestation dit-elle que votre activité est suffisante ?",
  },
  exemptMonths: {
    nl: "Maanden die niet meetellen (niet verplicht)",
    en: "Months that do not count (optional)",
    fr: "Mois qui ne comptent pas (facultatif)",
  },
  exemptMonthsHint: {
    nl: "Was u ziek, of begon u pas in de loop van dat jaar? Vul in hoeveel maanden, van 1 tot 11. Dan geldt een lager minimum en kijkt een medewerker het bewijs na.",
    en: "Were you ill, or did you start during that year? Fill in how many months, from 1 to 11. A lower minimum then holds, and a member of staff checks the proof.",
    fr: "Avez-vous été malade, ou avez-vous commencé en cours d’année ? Indiquez combien de mois, de 1 à 11. Un minimum plus bas s’applique alors, et un agent vérifie la preuve.",
  },
  proofKind: { nl: "Bewijs", en: "Proof", fr: "Preuve" },
  minIncome: {
    nl: (amount: string, year: string) => `Het minimum is ${amount} per jaar (${year}).`,
    en: (amount: string, year: string) => `The minimum is ${amount} a year (${year}).`,
    fr: (amount: string, year: string) => `Le minimum est de ${amount} par an (${year}).`,
  },
} as const satisfies Entries;
