// Words of the page that shows the building blocks.
import { catalogue } from "./catalogue.ts";

export const partsText = catalogue({
  title: { nl: "Bouwstenen", en: "Building blocks", fr: "Éléments" },
  lead: {
    nl: "Elke bouwsteen van de pagina's op één plek, voor wie eraan werkt. Alle voorbeelden zijn verzonnen.",
    en: "Every building block of the pages in one place, for those who work on them. All examples are invented.",
    fr: "Chaque élément des pages en un seul endroit, pour ceux qui y travaillent. Tous les exemples sont inventés.",
  },
  alerts: { nl: "Meldingen", en: "Alerts", fr: "Messages" },
  info: { nl: "Goed om te weten", en: "Good to know", fr: "Bon à savoir" },
  success: { nl: "Gelukt", en: "Done", fr: "Réussi" },
  warning: { nl: "Let op", en: "Take care", fr: "Attention" },
  error: { nl: "Fout", en: "Error", fr: "Erreur" },
  alertBody: {
    nl: "Eén zin zegt wat er is en wat u kunt doen.",
    en: "One sentence says what it is and what you can do.",
    fr: "Une phrase dit ce qui se passe et ce que vous pouvez faire.",
  },
  form: { nl: "Velden", en: "Fields", fr: "Champs" },
  amount: { nl: "Bedrag", en: "Amount", fr: "Montant" },
  amountError: {
    nl: "Vul een bedrag in, bijvoorbeeld 1.234,56.",
    en: "Fill in an amount, for example 1.234,56.",
    fr: "Indiquez un montant, par exemple 1.234,56.",
  },
  date: { nl: "Datum", en: "Date", fr: "Date" },
  choice: { nl: "Keuze", en: "Choice", fr: "Choix" },
  yes: { nl: "Ja", en: "Yes", fr: "Oui" },
  no: { nl: "Nee", en: "No", fr: "Non" },
  list: { nl: "Lijst", en: "List", fr: "Liste" },
  lists: { nl: "Lijsten", en: "Lists", fr: "Listes" },
  employer: { nl: "Onderneming", en: "Firm", fr: "Entreprise" },
  worker: { nl: "Werknemer", en: "Worker", fr: "Travailleur" },
  contract: { nl: "Contract", en: "Contract", fr: "Contrat" },
  stages: { nl: "Stappen", en: "Steps", fr: "Étapes" },
  nothing: { nl: "Nog geen dossiers", en: "No files yet", fr: "Pas encore de dossiers" },
  nothingBody: {
    nl: "Zodra iemand een aanvraag indient, staat ze hier.",
    en: "As soon as someone applies, it stands here.",
    fr: "Dès qu'une demande est introduite, elle apparaît ici.",
  },
  send: { nl: "Versturen", en: "Send", fr: "Envoyer" },
});
