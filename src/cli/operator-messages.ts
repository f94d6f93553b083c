// What the operator's commands say at the terminal, in three languages.
import type { Language } from "../kernel/index.ts";

interface OperatorMessages {
  readonly copying: (table: string, done: number, total: number) => string;
  readonly backedUp: (file: string, rows: number, tables: number) => string;
  readonly keysNeeded: (backupKey: string, masterKey: string | null) => string;
  readonly whole: (file: string, rows: number, tables: number, madeAt: string) => string;
  readonly restored: (rows: number, tables: number, erased: number) => string;
  readonly moved: (rows: number, tables: number) => string;
  readonly nowUse: string;
  readonly verified: (events: number, streams: number, seals: number, unsealed: number) => string;
  readonly sound: string;
  readonly notSound: (flaws: number) => string;
  readonly notProven: string;
  readonly queue: (queue: string, waiting: number, givenUp: number, oldestDue: string | null) => string;
  readonly retried: (jobs: number) => string;
  readonly rebuilt: (events: number, rows: number, perSecond: number) => string;
}

const catalogue: Readonly<Record<Language, OperatorMessages>> = {
  nl: {
    copying: (table, done, total) => `${done}/${total} ${table}`,
    backedUp: (file, rows, tables) => `${file}: ${rows} rijen uit ${tables} tabellen.`,
    keysNeeded: (backup, master) =>
      `Bewaar apart: de sleutel van de back-ups (${backup})${master === null ? "" : ` en de hoofdsleutel van de kluis (${master})`}. Zonder die sleutels kan niemand terugzetten, ook u niet.`,
    whole: (file, rows, tables, at) => `${file} is heel: ${rows} rijen uit ${tables} tabellen, gemaakt op ${at}.`,
    restored: (rows, tables, erased) => `Teruggezet: ${rows} rijen in ${tables} tabellen. Opnieuw gewiste personen: ${erased}.`,
    moved: (rows, tables) => `Verhuisd en vergeleken: ${rows} rijen in ${tables} tabellen.`,
    nowUse: "Zet vanaf nu DATABASE_URL op de nieuwe server. De oude databank is niet gewijzigd; ruim ze op als alles werkt.",
    verified: (events, streams, seals, unsealed) =>
      `${events} gebeurtenissen in ${streams} reeksen, ${seals} zegels; ${unsealed} reeksen wachten op het volgende zegel.`,
    sound: "Keten, zegels en leestabellen kloppen.",
    notSound: (flaws) => `${flaws} fouten gevonden:`,
    notProven:
      "Niet bewezen: dat er nooit iets bijgeschreven werd door wie alle rechten op de databank heeft en alle zegels herschreef. Vergelijk daarvoor met zegels die u elders bewaart (--seals).",
    queue: (queue, waiting, givenUp, due) =>
      `${queue}: ${waiting} wachten, ${givenUp} opgegeven${due === null ? "" : `, oudste sinds ${due}`}`,
    retried: (jobs) => `${jobs} taken staan opnieuw in de rij.`,
    rebuilt: (events, rows, perSecond) =>
      `${rows} leesrijen uit ${events} gebeurtenissen, ${perSecond} gebeurtenissen per seconde.`,
  },
  en: {
    copying: (table, done, total) => `${done}/${total} ${table}`,
    backedUp: (file, rows, tables) => `${file}: ${rows} rows of ${tables} tables.`,
    keysNeeded: (backup, master) =>
      `Keep apart: the key of the backups (${backup})${master === null ? "" : ` and the master key of the vault (${master})`}. Without them nobody can restore, you neither.`,
    whole: (file, rows, tables, at) => `${file} is whole: ${rows} rows of ${tables} tables, made at ${at}.`,
    restored: (rows, tables, erased) => `Restored: ${rows} rows in ${tables} tables. Persons erased again: ${erased}.`,
    moved: (rows, tables) => `Moved and compared: ${rows} rows in ${tables} tables.`,
    nowUse: "From now on set DATABASE_URL to the new server. The old database was not changed; clear it away when all works.",
    verified: (events, streams, seals, unsealed) =>
      `${events} events in ${streams} streams, ${seals} seals; ${unsealed} streams wait for the next seal.`,
    sound: "Chain, seals and read tables are sound.",
    notSound: (flaws) => `${flaws} flaws found:`,
    notProven:
      "Not proven: that nothing was ever added by somebody with all rights over the database who rewrote all seals as well. For that, compare with seals kept elsewhere (--seals).",
    queue: (queue, waiting, givenUp, due) =>
      `${queue}: ${waiting} waiting, ${givenUp} given up${due === null ? "" : `, oldest since ${due}`}`,
    retried: (jobs) => `${jobs} jobs are in the queue again.`,
    rebuilt: (events, rows, perSecond) => `${rows} read rows from ${events} events, ${perSecond} events per second.`,
  },
  fr: {
    copying: (table, done, total) => `${done}/${total} ${table}`,
    backedUp: (file, rows, tables) => `${file} : ${rows} lignes de ${tables} tables.`,
    keysNeeded: (backup, master) =>
      `À conserver ailleurs : la clé des sauvegardes (${backup})${master === null ? "" : ` et la clé maîtresse du coffre (${master})`}. Sans elles, personne ne peut restaurer, vous non plus.`,
    whole: (file, rows, tables, at) => `${file} est entier : ${rows} lignes de ${tables} tables, fait le ${at}.`,
    restored: (rows, tables, erased) =>
      `Restauré : ${rows} lignes dans ${tables} tables. Personnes effacées de nouveau : ${erased}.`,
    moved: (rows, tables) => `Déplacé et comparé : ${rows} lignes dans ${tables} tables.`,
    nowUse:
      "Indiquez désormais le nouveau serveur dans DATABASE_URL. L'ancienne base n'a pas été modifiée ; supprimez-la quand tout fonctionne.",
    verified: (events, streams, seals, unsealed) =>
      `${events} événements dans ${streams} flux, ${seals} sceaux ; ${unsealed} flux attendent le prochain sceau.`,
    sound: "La chaîne, les sceaux et les tables de lecture sont corrects.",
    notSound: (flaws) => `${flaws} erreurs trouvées :`,
    notProven:
      "Non prouvé : que rien n'a jamais été ajouté par quelqu'un qui a tous les droits sur la base et qui a réécrit tous les sceaux. Comparez pour cela avec des sceaux conservés ailleurs (--seals).",
    queue: (queue, waiting, givenUp, due) =>
      `${queue} : ${waiting} en attente, ${givenUp} abandonnés${due === null ? "" : `, le plus ancien depuis ${due}`}`,
    retried: (jobs) => `${jobs} tâches sont de nouveau dans la file.`,
    rebuilt: (events, rows, perSecond) =>
      `${rows} lignes de lecture à partir de ${events} événements, ${perSecond} événements par seconde.`,
  },
};

export function operatorMessages(language: Language): OperatorMessages {
  return catalogue[language];
}
