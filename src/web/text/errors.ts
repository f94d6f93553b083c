// Words of the pages that say that something went wrong.
import { catalogue } from "./catalogue.ts";

export const errorsText = catalogue({
  notFoundTitle: { nl: "Deze pagina bestaat niet", en: "This page does not exist", fr: "Cette page n'existe pas" },
  notFound: {
    nl: "Kijk na of het adres juist is. Kwam u hier via een link op deze website, dan is de fout aan onze kant.",
    en: "Check that the address is right. If a link on this website brought you here, the mistake is ours.",
    fr: "Vérifiez l'adresse. Si un lien de ce site vous a mené ici, l'erreur vient de nous.",
  },
  failureTitle: { nl: "Er ging iets mis", en: "Something went wrong", fr: "Une erreur s'est produite" },
  failure: {
    nl: "De fout ligt aan onze kant, niet aan wat u deed. Probeer het over enkele minuten opnieuw. Er is niets half bewaard.",
    en: "The mistake is ours, not something you did. Try again in a few minutes. Nothing was stored by half.",
    fr: "L'erreur vient de nous, pas de vous. Réessayez dans quelques minutes. Rien n'a été enregistré à moitié.",
  },
  notReadyTitle: { nl: "Even geduld", en: "One moment", fr: "Un instant" },
  notReady: {
    nl: "De databank antwoordt niet. De simulator werkt wel. Probeer deze pagina over een minuut opnieuw.",
    en: "The database does not answer. The simulator does work. Try this page again in a minute.",
    fr: "La base de données ne répond pas. Le simulateur fonctionne. Réessayez cette page dans une minute.",
  },
  requestNumber: { nl: "Nummer van deze fout:", en: "Number of this error:", fr: "Numéro de cette erreur :" },
  toHome: { nl: "Naar de startpagina", en: "To the home page", fr: "Vers la page d'accueil" },
  toSimulator: { nl: "Naar de simulator", en: "To the simulator", fr: "Vers le simulateur" },
});
