// Words of keys with which a program works on somebody's name.
import { catalogue } from "./catalogue.ts";

export const keyText = catalogue({
  title: { nl: "Toegang voor een programma", en: "Access for a program", fr: "Accès pour un programme" },
  sectionTitle: { nl: "Toegang voor een programma (API)", en: "Access for a program (API)", fr: "Accès pour un programme (API)" },
  personLead: {
    nl: (role: string) =>
      `Met een sleutel doet een programma in uw naam wat u hier doet als ${role}. Wie de sleutel heeft, kan hetzelfde. Een eigen voorstel bevestigen kan er niet mee.`,
    en: (role: string) =>
      `With a key a program does in your name what you do here as ${role}. Who has the key can do the same. It does not confirm a proposal of your own.`,
    fr: (role: string) =>
      `Avec une clé, un programme fait en votre nom ce que vous faites ici en tant que ${role}. Qui possède la clé peut faire de même. Elle ne confirme pas votre propre proposition.`,
  },
  organisationLead: {
    nl: "Met een sleutel kan uw loonpakket aanvragen indienen en volgen. Wie de sleutel heeft, handelt in naam van uw organisatie.",
    en: "With a key your payroll software can file and follow applications. Who has the key acts for your organisation.",
    fr: "Avec une clé, votre logiciel de paie peut introduire et suivre des demandes. Qui possède la clé agit au nom de votre organisation.",
  },
  own: { nl: "Uw sleutels", en: "Your keys", fr: "Vos clés" },
  label: { nl: "Waarvoor dient deze sleutel?", en: "What is this key for?", fr: "À quoi sert cette clé ?" },
  labelMissing: {
    nl: "Schrijf waarvoor de sleutel dient",
    en: "Write what the key is for",
    fr: "Écrivez à quoi sert la clé",
  },
  make: { nl: "Sleutel maken", en: "Make a key", fr: "Créer une clé" },
  made: { nl: "Uw nieuwe sleutel", en: "Your new key", fr: "Votre nouvelle clé" },
  once: {
    nl: "U ziet deze sleutel één keer. Bewaar hem op een veilige plaats.",
    en: "You see this key once. Keep it in a safe place.",
    fr: "Cette clé ne s'affiche qu'une fois. Conservez-la en lieu sûr.",
  },
  none: { nl: "Er zijn geen sleutels.", en: "There are no keys.", fr: "Il n'y a pas de clés." },
  used: { nl: "Laatst gebruikt", en: "Last used", fr: "Dernière utilisation" },
  never: { nl: "nog nooit", en: "never", fr: "jamais" },
  until: { nl: "Geldig tot", en: "Valid until", fr: "Valable jusqu'au" },
  revoke: { nl: "Intrekken", en: "Revoke", fr: "Révoquer" },
  readMore: {
    nl: "Wat een programma kan vragen, staat bij de API.",
    en: "What a program can ask stands with the API.",
    fr: "Ce qu'un programme peut demander se trouve auprès de l'API.",
  },
});
