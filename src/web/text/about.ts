// Words of the pages about the site itself: what it is, accessibility, privacy.
import { catalogue } from "./catalogue.ts";

export const aboutText = catalogue({
  title: { nl: "Over Maatwerk", en: "About Maatwerk", fr: "À propos de Maatwerk" },
  what: {
    nl: "Maatwerk is open software voor de Vlaamse maatregel individueel maatwerk: van het onderzoek bij VDAB tot de betaling van de premie en de cijfers voor het parlement. Eén beschrijving van de regels stuurt alles aan: de simulator, de beslissing, de brief, de betaling en de cijfers.",
    en: "Maatwerk is open software for the Flemish measure of individual customised work: from the assessment at VDAB to the payment of the premium and the figures for parliament. One description of the rules drives everything: simulator, decision, letter, payment and figures.",
    fr: "Maatwerk est un logiciel libre pour la mesure flamande de travail adapté individuel : de l'examen au VDAB jusqu'au paiement de la prime et aux chiffres pour le parlement. Une seule description des règles pilote tout : simulateur, décision, lettre, paiement et chiffres.",
  },
  notOfficialTitle: { nl: "Geen officiële website", en: "Not an official website", fr: "Pas un site officiel" },
  notOfficial: {
    nl: "Deze website is niet van de Vlaamse overheid, VDAB of het departement. Wat u hier berekent, geeft geen recht. Voor een aanvraag gaat u naar de website van de Vlaamse overheid.",
    en: "This website does not belong to the Flemish government, VDAB or the department. What you calculate here gives no right. To apply, go to the website of the Flemish government.",
    fr: "Ce site n'appartient ni aux autorités flamandes, ni au VDAB, ni au département. Ce que vous calculez ici ne donne aucun droit. Pour une demande, consultez le site des autorités flamandes.",
  },
  sureTitle: { nl: "Hoe zeker zijn de regels?", en: "How sure are the rules?", fr: "Les règles sont-elles sûres ?" },
  sure: {
    nl: "Wij konden de artikelen van het decreet en de besluiten niet zelf raadplegen. We steunen op officiële pagina's, een antwoord van de minister en andere bronnen. Bij elke waarde staat hoe zeker ze is, met de bron. Waar bronnen elkaar tegenspreken of zwijgen, noemen we dat een open punt: u ziet welke lezing we namen en wat een andere lezing verandert.",
    en: "We could not consult the articles of the decree and the decisions ourselves. We rely on official pages, an answer of the minister and other sources. Each value says how sure it is, with its source. Where sources contradict each other or are silent, we call that an open point: you see which reading we took and what another reading changes.",
    fr: "Nous n'avons pas pu consulter nous-mêmes les articles du décret et des arrêtés. Nous nous appuyons sur des pages officielles, une réponse du ministre et d'autres sources. Chaque valeur indique son degré de certitude et sa source. Là où les sources se contredisent ou se taisent, nous parlons d'un point ouvert : vous voyez la lecture choisie et ce qu'une autre lecture change.",
  },
  levelsTitle: { nl: "De letters bij een bron", en: "The letters beside a source", fr: "Les lettres à côté d'une source" },
  levelA: {
    nl: "officiële pagina of officieel document",
    en: "official page or official document",
    fr: "page officielle ou document officiel",
  },
  levelB: {
    nl: "tweede bron, zoals een sectorfederatie of sociaal secretariaat",
    en: "secondary source, such as a sector federation or payroll office",
    fr: "source secondaire, comme une fédération sectorielle ou un secrétariat social",
  },
  levelC: {
    nl: "naar het voorbeeld van een oudere of gelijkaardige maatregel",
    en: "by analogy with an older or similar measure",
    fr: "par analogie avec une mesure plus ancienne ou similaire",
  },
  levelD: { nl: "hier afgeleid of berekend", en: "derived or computed here", fr: "déduit ou calculé ici" },
  levelO: {
    nl: "niet bekend: we kozen een lezing",
    en: "not known: we chose a reading",
    fr: "inconnu : nous avons choisi une lecture",
  },
  dataTitle: { nl: "De gegevens", en: "The data", fr: "Les données" },
  dataDemo: {
    nl: "Deze versie toont synthetische gegevens. Geen enkele persoon, werkgever of dossier bestaat echt. De verzonnen dossiers zijn zo gemaakt dat hun totalen gelijk zijn aan gepubliceerde cijfers.",
    en: "This version shows synthetic data. No person, employer or file is real. The invented files are made so that their totals equal published figures.",
    fr: "Cette version montre des données synthétiques. Aucune personne, aucun employeur, aucun dossier n'est réel. Les dossiers inventés sont faits pour que leurs totaux égalent les chiffres publiés.",
  },
  dataReal: {
    nl: "Deze versie werkt met de dossiers van wie ze beheert. De cijfers tonen nooit één persoon.",
    en: "This version works with the files of whoever runs it. The figures never show one person.",
    fr: "Cette version utilise les dossiers de son gestionnaire. Les chiffres ne montrent jamais une seule personne.",
  },
  licenceTitle: { nl: "Licentie", en: "Licence", fr: "Licence" },
  licence: {
    nl: "De software valt onder de EUPL-1.2. De vormgeving gebruikt onderdelen van Appuniversum (MIT) en het lettertype Source Sans 3 (OFL).",
    en: "The software is under the EUPL-1.2. The design uses parts of Appuniversum (MIT) and the typeface Source Sans 3 (OFL).",
    fr: "Le logiciel est sous licence EUPL-1.2. La présentation utilise des éléments d'Appuniversum (MIT) et la police Source Sans 3 (OFL).",
  },
  partsLink: { nl: "Bouwstenen van de pagina's", en: "Building blocks of the pages", fr: "Éléments des pages" },

  accessTitle: { nl: "Toegankelijkheid", en: "Accessibility", fr: "Accessibilité" },
  accessLead: {
    nl: "Iedereen moet deze website kunnen gebruiken. Ons doel is WCAG 2.2, niveau AA.",
    en: "Everybody must be able to use this website. Our aim is WCAG 2.2, level AA.",
    fr: "Chacun doit pouvoir utiliser ce site. Notre objectif est WCAG 2.2, niveau AA.",
  },
  accessDoTitle: { nl: "Wat u mag verwachten", en: "What you may expect", fr: "Ce que vous pouvez attendre" },
  accessDo1: {
    nl: "Alles werkt met het toetsenbord en zonder JavaScript.",
    en: "Everything works by keyboard and without JavaScript.",
    fr: "Tout fonctionne au clavier et sans JavaScript.",
  },
  accessDo2: {
    nl: "De pagina's passen op een scherm van 320 pixels breed en mogen vergroot worden tot 400 %.",
    en: "The pages fit a screen 320 pixels wide and can be enlarged to 400%.",
    fr: "Les pages tiennent sur un écran de 320 pixels de large et peuvent être agrandies à 400 %.",
  },
  accessDo3: {
    nl: "Kleur is nooit de enige drager van betekenis.",
    en: "Colour is never the only carrier of meaning.",
    fr: "La couleur n'est jamais le seul porteur de sens.",
  },
  accessDo4: {
    nl: "Bij elke grafiek staat een tabel met dezelfde bedragen.",
    en: "Every chart comes with a table of the same amounts.",
    fr: "Chaque graphique est accompagné d'un tableau des mêmes montants.",
  },
  accessDo5: {
    nl: "Moeilijke woorden hebben uitleg waar ze staan.",
    en: "Difficult words are explained where they stand.",
    fr: "Les mots difficiles sont expliqués là où ils se trouvent.",
  },
  accessHowTitle: { nl: "Hoe we dit nagaan", en: "How we check this", fr: "Comment nous le vérifions" },
  accessHow: {
    nl: "Bij elke wijziging loopt een automatische controle (axe) over elke pagina in drie talen, op een breed en een smal scherm. Automatische controle vindt niet alles. Een controle door gebruikers met een schermlezer is nog niet gebeurd.",
    en: "With every change an automatic check (axe) runs over every page in three languages, on a wide and a narrow screen. Automatic checks do not find everything. A check by users of a screen reader has not been done yet.",
    fr: "À chaque modification, un contrôle automatique (axe) parcourt chaque page en trois langues, sur un écran large et un écran étroit. Un contrôle automatique ne trouve pas tout. Un contrôle par des utilisateurs de lecteur d'écran n'a pas encore eu lieu.",
  },
  accessKnownTitle: { nl: "Wat nog niet goed is", en: "What is not right yet", fr: "Ce qui n'est pas encore bon" },
  accessKnown1: {
    nl: "Titels van regels en bronnen staan niet altijd in het Frans. Waar ze ontbreken, staan ze in het Engels of het Nederlands.",
    en: "Titles of rules and sources are not always in French. Where they are missing, they are in English or Dutch.",
    fr: "Les titres des règles et des sources ne sont pas toujours en français. À défaut, ils sont en anglais ou en néerlandais.",
  },
  accessKnown2: {
    nl: "Een brede tabel met cijfers schuift op een smal scherm binnen haar eigen kader.",
    en: "A wide table of figures scrolls within its own frame on a narrow screen.",
    fr: "Un grand tableau de chiffres défile dans son propre cadre sur un écran étroit.",
  },
  accessTell: {
    nl: "Loopt u ergens vast? Meld het aan wie deze website beheert. Dat staat niet in deze software, omdat iedereen ze mag gebruiken.",
    en: "Stuck somewhere? Tell whoever runs this website. Their address is not part of this software, because anyone may use it.",
    fr: "Vous êtes bloqué ? Signalez-le au gestionnaire de ce site. Son adresse ne fait pas partie du logiciel, car chacun peut l'utiliser.",
  },

  privacyTitle: { nl: "Privacy", en: "Privacy", fr: "Vie privée" },
  privacyLead: {
    nl: "Op de openbare pagina's vragen we niet wie u bent.",
    en: "On the public pages we do not ask who you are.",
    fr: "Sur les pages publiques, nous ne demandons pas qui vous êtes.",
  },
  privacySimTitle: { nl: "De simulator", en: "The simulator", fr: "Le simulateur" },
  privacySim: {
    nl: "Wat u invult, staat alleen in het adres van de pagina, zodat u het kunt delen. We bewaren het niet en schrijven het niet in een logboek. Deelt u het adres, dan ziet de ontvanger het loon dat u invulde.",
    en: "What you fill in stands only in the address of the page, so that you can share it. We do not keep it and do not write it to a log. If you share the address, the receiver sees the wage that you filled in.",
    fr: "Ce que vous remplissez figure uniquement dans l'adresse de la page, pour que vous puissiez la partager. Nous ne le conservons pas et ne l'inscrivons pas dans un journal. Si vous partagez l'adresse, le destinataire voit le salaire que vous avez indiqué.",
  },
  privacyCookiesTitle: { nl: "Cookies", en: "Cookies", fr: "Cookies" },
  privacyCookies: {
    nl: "De openbare pagina's zetten geen cookies, laden niets van andere websites en tellen geen bezoekers.",
    en: "The public pages set no cookies, load nothing from other websites and count no visitors.",
    fr: "Les pages publiques ne placent pas de cookies, ne chargent rien d'autres sites et ne comptent pas les visiteurs.",
  },
  privacyLogTitle: { nl: "Het logboek van de server", en: "The log of the server", fr: "Le journal du serveur" },
  privacyLog: {
    nl: "De server noteert per bezoek een nummer, de soort pagina, het tijdstip en of het lukte. Geen adres van uw toestel, geen ingevulde gegevens.",
    en: "For each visit the server notes a number, the kind of page, the time and whether it worked. Not the address of your device, nor anything you filled in.",
    fr: "Pour chaque visite, le serveur note un numéro, le type de page, l'heure et si cela a réussi. Ni l'adresse de votre appareil, ni les données saisies.",
  },
  privacyFilesTitle: { nl: "Dossiers", en: "Files", fr: "Dossiers" },
  privacyFiles: {
    nl: "In de dossiers staan naam, rijksregisternummer, adres en rekening apart en versleuteld, los van de gebeurtenissen waarmee gerekend en geteld wordt. Cijfers komen alleen naar buiten via een controle die kleine aantallen beschermt.",
    en: "In the files, name, national number, address and account are kept apart and encrypted, away from the events that are used to calculate and count. Figures only come out through a check that protects small numbers.",
    fr: "Dans les dossiers, le nom, le numéro national, l'adresse et le compte sont conservés à part et chiffrés, séparés des événements qui servent au calcul et au comptage. Les chiffres ne sortent qu'après un contrôle qui protège les petits nombres.",
  },
});
