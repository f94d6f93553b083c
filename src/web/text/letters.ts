// Words around letters: the list of documents and the page of one. The letters themselves are in Dutch.
import { catalogue } from "./catalogue.ts";

export const lettersText = catalogue({
  documents: { nl: "Documenten", en: "Documents", fr: "Documents" },
  documentsLead: {
    nl: "Elke brief staat hier zoals hij verstuurd is. Hij verandert niet meer.",
    en: "Every letter stands here as it was sent. It does not change any more.",
    fr: "Chaque lettre figure ici telle qu'elle a été envoyée. Elle ne change plus.",
  },
  none: { nl: "Nog geen documenten", en: "No documents yet", fr: "Pas encore de documents" },
  noneLead: {
    nl: "Zodra er een brief is, vindt u hem hier.",
    en: "As soon as there is a letter, you find it here.",
    fr: "Dès qu'il y a une lettre, vous la trouvez ici.",
  },
  date: { nl: "Datum", en: "Date", fr: "Date" },
  document: { nl: "Document", en: "Document", fr: "Document" },
  reference: { nl: "Kenmerk", en: "Reference", fr: "Référence" },
  delivery: { nl: "Bezorging", en: "Delivery", fr: "Remise" },
  channelEBOX: { nl: "e-Box", en: "e-Box", fr: "e-Box" },
  channelMAIL: { nl: "e-mail", en: "e-mail", fr: "e-mail" },
  channelPOST: { nl: "post", en: "post", fr: "poste" },
  delivered: {
    nl: (channel: string, day: string) => `bezorgd via ${channel} op ${day}`,
    en: (channel: string, day: string) => `delivered by ${channel} on ${day}`,
    fr: (channel: string, day: string) => `remis par ${channel} le ${day}`,
  },
  listed: { nl: "gaat met de post mee", en: "goes by post", fr: "part par la poste" },
  onItsWay: { nl: "onderweg", en: "on its way", fr: "en route" },
  notSent: { nl: "staat hier klaar", en: "stands ready here", fr: "disponible ici" },
  download: { nl: "Download als pdf", en: "Download as PDF", fr: "Télécharger en PDF" },
  from: { nl: "Van", en: "From", fr: "De" },
  to: { nl: "Aan", en: "To", fr: "À" },
  inShort: { nl: "Kort", en: "In short", fr: "En bref" },
  kept: { nl: "Zo bewaard", en: "Kept like this", fr: "Conservé ainsi" },
  keptText: {
    nl: "De inhoud en de pdf zijn bewaard met hun vingerafdruk (SHA-256). Wie de pdf heeft, kan ermee nagaan dat er niets aan veranderd is.",
    en: "Content and PDF are kept with their fingerprint (SHA-256). Whoever has the PDF can check with it that nothing was changed.",
    fr: "Le contenu et le PDF sont conservés avec leur empreinte (SHA-256). Elle permet de vérifier que rien n'a changé.",
  },
  pdfHash: { nl: "Vingerafdruk van de pdf", en: "Fingerprint of the PDF", fr: "Empreinte du PDF" },
  issuedAt: { nl: "Opgemaakt", en: "Issued", fr: "Établi" },
  erasedTitle: { nl: "Deze brief is gewist", en: "This letter was erased", fr: "Cette lettre a été effacée" },
  erased: {
    nl: "De gegevens van iemand in deze brief zijn gewist. Daarmee is ook de brief onleesbaar geworden.",
    en: "The data of somebody in this letter were erased. With that the letter can no longer be read.",
    fr: "Les données d'une personne de cette lettre ont été effacées. La lettre n'est donc plus lisible.",
  },
  back: { nl: "Terug naar het dossier", en: "Back to the file", fr: "Retour au dossier" },
  synthetic: {
    nl: "Synthetische gegevens – geen echte beslissing",
    en: "Synthetic data – not a real decision",
    fr: "Données synthétiques – pas une vraie décision",
  },
});
