// What the commands say at the terminal, in three languages.
import type { Language } from "../kernel/index.ts";

interface Messages {
  readonly filling: string;
  readonly finishing: string;
  readonly left: string;
  readonly running: (url: string) => string;
  readonly synthetic: string;
  readonly howToStop: string;
  readonly portTaken: (asked: number, used: number) => string;
  readonly working: string;
  readonly stopping: string;
  readonly stoppedWhileFilling: string;
  readonly filled: (events: number, persons: number) => string;
  readonly alreadyFilled: string;
  readonly needsDemo: string;
  readonly noAnswer: (id: string, ids: string) => string;
}

const catalogue: Readonly<Record<Language, Messages>> = {
  nl: {
    filling: "Synthetisch Vlaanderen wordt gemaakt",
    finishing: "De databank maakt haar indexen",
    left: "nog",
    running: (url) => `Maatwerk draait op ${url}`,
    synthetic: "De gegevens zijn synthetisch: alle personen, werkgevers en dossiers zijn verzonnen.",
    howToStop: "Stop met Ctrl+C.",
    portTaken: (asked, used) => `Poort ${asked} is bezet. Maatwerk gebruikt poort ${used}.`,
    working: "Maatwerk doet het werk dat klaarstaat.",
    stopping: "Maatwerk stopt.",
    stoppedWhileFilling: "Gestopt tijdens het vullen van de databank. De volgende start begint daar opnieuw mee.",
    filled: (events, persons) => `${events} gebeurtenissen, ${persons} gegevens in de kluis.`,
    alreadyFilled: "De databank bevat al synthetisch Vlaanderen. Er is niets veranderd.",
    needsDemo: "Op een eigen databank of in productie komen synthetische gegevens er alleen met --demo.",
    noAnswer: (id, ids) => `Er is geen antwoord ${id}. Er zijn: ${ids}.`,
  },
  en: {
    filling: "Making synthetic Flanders",
    finishing: "The database builds its indexes",
    left: "left",
    running: (url) => `Maatwerk runs at ${url}`,
    synthetic: "The records are synthetic: all persons, employers and files are invented.",
    howToStop: "Stop with Ctrl+C.",
    portTaken: (asked, used) => `Port ${asked} is taken. Maatwerk uses port ${used}.`,
    working: "Maatwerk does the work that is waiting.",
    stopping: "Maatwerk stops.",
    stoppedWhileFilling: "Stopped while filling the database. The next start does that anew.",
    filled: (events, persons) => `${events} events, ${persons} items in the vault.`,
    alreadyFilled: "The database holds synthetic Flanders already. Nothing was changed.",
    needsDemo: "On a database of your own or in production, synthetic records come with --demo only.",
    noAnswer: (id, ids) => `There is no answer ${id}. There are: ${ids}.`,
  },
  fr: {
    filling: "Création de la Flandre synthétique",
    finishing: "La base de données crée ses index",
    left: "reste",
    running: (url) => `Maatwerk tourne sur ${url}`,
    synthetic: "Les données sont synthétiques : personnes, employeurs et dossiers sont inventés.",
    howToStop: "Arrêtez avec Ctrl+C.",
    portTaken: (asked, used) => `Le port ${asked} est occupé. Maatwerk utilise le port ${used}.`,
    working: "Maatwerk fait le travail en attente.",
    stopping: "Maatwerk s'arrête.",
    stoppedWhileFilling: "Arrêté pendant le remplissage de la base. Le prochain démarrage recommence.",
    filled: (events, persons) => `${events} événements, ${persons} éléments dans le coffre.`,
    alreadyFilled: "La base contient déjà la Flandre synthétique. Rien n'a changé.",
    needsDemo: "Sur votre propre base ou en production, les données synthétiques ne viennent qu'avec --demo.",
    noAnswer: (id, ids) => `Il n'y a pas de réponse ${id}. Il y a : ${ids}.`,
  },
};

export function messages(language: Language): Messages {
  return catalogue[language];
}
