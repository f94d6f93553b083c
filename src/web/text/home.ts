// Words of the home page.
import { catalogue } from "./catalogue.ts";

export const homeText = catalogue({
  title: {
    nl: "Premies voor individueel maatwerk",
    en: "Premiums for individual customised work",
    fr: "Primes pour le travail adapté individuel",
  },
  description: {
    nl: "Bereken de premie, lees de regels en bekijk de cijfers van individueel maatwerk.",
    en: "Calculate the premium, read the rules and see the figures of individual customised work.",
    fr: "Calculez la prime, lisez les règles et consultez les chiffres du travail adapté individuel.",
  },
  lead: {
    nl: "Wie door een {workDisability} moeilijker werk vindt of houdt, kan in een gewone onderneming aan de slag met steun. De werkgever krijgt een {wagePremium}, en soms ook een {guidancePremium}. Een zelfstandige krijgt een {supportPremium}.",
    en: "People for whom a {workDisability} makes it harder to find or keep work can work in an ordinary firm with support. The employer gets a {wagePremium}, and sometimes a {guidancePremium} too. A self-employed person gets a {supportPremium}.",
    fr: "Les personnes pour qui un {workDisability} rend l'emploi plus difficile peuvent travailler dans une entreprise ordinaire avec un soutien. L'employeur reçoit une {wagePremium}, et parfois aussi une {guidancePremium}. Un indépendant reçoit une {supportPremium}.",
  },
  start: { nl: "Bereken uw premie", en: "Calculate your premium", fr: "Calculez votre prime" },
  simulatorTitle: { nl: "Hoeveel krijgt u?", en: "How much do you get?", fr: "Combien recevez-vous ?" },
  simulatorBody: {
    nl: "Vijf vragen, en u ziet het bedrag per kwartaal. Elk bedrag toont zijn stappen, de regel en de bron. U hoeft zich niet aan te melden.",
    en: "Five questions, and you see the amount per quarter. Each amount shows its steps, the rule and the source. You need not log in.",
    fr: "Cinq questions, et vous voyez le montant par trimestre. Chaque montant montre ses étapes, la règle et la source. Pas besoin de vous connecter.",
  },
  forEmployer: { nl: "Simulator voor werkgevers", en: "Simulator for employers", fr: "Simulateur pour employeurs" },
  forSelf: { nl: "Simulator voor zelfstandigen", en: "Simulator for the self-employed", fr: "Simulateur pour indépendants" },
  answersTitle: {
    nl: "Hoeveel mensen bereikt dit?",
    en: "How many people does it reach?",
    fr: "Combien de personnes sont concernées ?",
  },
  answersBody: {
    nl: "De antwoorden op schriftelijke vragen van het Vlaams Parlement, berekend uit de dossiers, naast de gepubliceerde cijfers.",
    en: "The answers to written questions of the Flemish Parliament, computed from the files, beside the published figures.",
    fr: "Les réponses aux questions écrites du Parlement flamand, calculées à partir des dossiers, à côté des chiffres publiés.",
  },
  answersLink: {
    nl: (number: string) => `Antwoord op vraag nr. ${number}`,
    en: (number: string) => `Answer to question nr. ${number}`,
    fr: (number: string) => `Réponse à la question n° ${number}`,
  },
  answersNone: {
    nl: "Er is nog geen antwoord vrijgegeven.",
    en: "No answer has been released yet.",
    fr: "Aucune réponse n'a encore été publiée.",
  },
  developersTitle: { nl: "Zelf rekenen", en: "Calculate yourself", fr: "Calculer vous-même" },
  developersBody: {
    nl: "Dezelfde berekening voor uw loonpakket, één geval of een miljoen, met een open API.",
    en: "The same calculation for your payroll software, one case or a million, with an open API.",
    fr: "Le même calcul pour votre logiciel de paie, un cas ou un million, avec une API ouverte.",
  },
  developersLink: { nl: "Uitleg van de API", en: "About the API", fr: "Documentation de l'API" },
  howTitle: { nl: "Zo werkt het", en: "How it works", fr: "Comment ça marche" },
  how1: {
    nl: "**VDAB kijkt wat iemand nodig heeft.** Dat heet {indication}. Het resultaat is een {ticket}.",
    en: "**VDAB looks at what a person needs.** That is called {indication}. The result is a {ticket}.",
    fr: "**Le VDAB examine ce dont la personne a besoin.** Cela s'appelle l'{indication}. Le résultat est un {ticket}.",
  },
  how2: {
    nl: "**De werkgever of zelfstandige vraagt de premie aan.** Het departement beslist.",
    en: "**The employer or self-employed person applies for the premium.** The department decides.",
    fr: "**L'employeur ou l'indépendant demande la prime.** Le département décide.",
  },
  how3: {
    nl: "**Elk kwartaal wordt de premie berekend en betaald,** op basis van het loon in de aangifte bij de RSZ.",
    en: "**Every quarter the premium is calculated and paid,** on the wage in the social-security declaration.",
    fr: "**Chaque trimestre, la prime est calculée et payée,** sur la base du salaire déclaré à l'ONSS.",
  },
});
