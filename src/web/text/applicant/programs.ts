// Words of programs, CSV files and calls on a change.
import type { Entries } from "../catalogue.ts";

export const programWords = {
  programsTitle: {
    nl: "Veel aanvragen, en eigen programma's",
    en: "Many applications, and your own programs",
    fr: "Demandes multiples et programmes",
  },
  csvTitle: { nl: "Aanvragen in een CSV-bestand", en: "Applications in a CSV file", fr: "Demandes dans un fichier CSV" },
  csvLead: {
    nl: "Eén aanvraag per rij, hoogstens 1.000 rijen. U krijgt voor elke rij te zien wat ermee gebeurde. Hetzelfde bestand twee keer sturen dient niets twee keer in.",
    en: "One application a row, at most 1,000 rows. You see for every row what happened to it. Sending the same file twice files nothing twice.",
    fr: "Une demande par ligne, 1 000 lignes au plus. Vous voyez pour chaque ligne ce qui s'est passé. Envoyer deux fois le même fichier n'introduit rien deux fois.",
  },
  csvExample: { nl: "Voorbeeldbestand", en: "Example file", fr: "Fichier d'exemple" },
  csvChoose: { nl: "Kies een CSV-bestand (UTF-8)", en: "Choose a CSV file (UTF-8)", fr: "Choisissez un fichier CSV (UTF-8)" },
  csvSend: { nl: "Aanvragen indienen", en: "File the applications", fr: "Introduire les demandes" },
  csvReport: { nl: "Wat er met elke rij gebeurde", en: "What happened to each row", fr: "Ce qui s'est passé avec chaque ligne" },
  csvSummary: {
    nl: (a: number, b: number, c: number) => `${a} ingediend, ${b} al eerder ingediend, ${c} niet aanvaard.`,
    en: (a: number, b: number, c: number) => `${a} filed, ${b} filed before, ${c} not accepted.`,
    fr: (a: number, b: number, c: number) => `${a} introduites, ${b} déjà introduites, ${c} non acceptées.`,
  },
  csvRow: { nl: "Rij", en: "Row", fr: "Ligne" },
  csvOutcome: { nl: "Uitkomst", en: "Outcome", fr: "Résultat" },
  csvReference: { nl: "Uw kenmerk", en: "Your reference", fr: "Votre référence" },
  csvWhy: { nl: "Uitleg", en: "Explanation", fr: "Explication" },
  csvFILED: { nl: "Ingediend", en: "Filed", fr: "Introduite" },
  csvREPEATED: { nl: "Al eerder ingediend", en: "Filed before", fr: "Déjà introduite" },
  csvREFUSED: { nl: "Niet aanvaard", en: "Not accepted", fr: "Non acceptée" },
  webhooksTitle: {
    nl: "Berichten aan uw programma (webhooks)",
    en: "Messages to your program (webhooks)",
    fr: "Messages à votre programme (webhooks)",
  },
  webhooksLead: {
    nl: "Bij elke verandering van een dossier sturen we een ondertekend bericht naar dit adres.",
    en: "At each change of a file we send a signed message to this address.",
    fr: "À chaque changement d'un dossier, nous envoyons un message signé à cette adresse.",
  },
  webhookUrl: { nl: "Adres (https)", en: "Address (https)", fr: "Adresse (https)" },
  webhookAdd: { nl: "Adres toevoegen", en: "Add the address", fr: "Ajouter l'adresse" },
  webhookSecret: {
    nl: "Het geheim waarmee berichten ondertekend zijn",
    en: "The secret with which messages are signed",
    fr: "Le secret avec lequel les messages sont signés",
  },
  webhookWrong: {
    nl: "Geef een adres dat met https:// begint en naar het openbare internet leidt",
    en: "Give an address that begins with https:// and leads to the public internet",
    fr: "Donnez une adresse qui commence par https:// et mène à l'internet public",
  },
  webhookOutcome: { nl: "Laatste bericht", en: "Last message", fr: "Dernier message" },
} as const satisfies Entries;
