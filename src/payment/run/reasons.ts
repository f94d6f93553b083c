// Why a step of a run is refused.
import { type Reason, reason } from "../../dossier/index.ts";
import { localized } from "../../kernel/index.ts";

export const ownRun = (): Reason =>
  reason("run.ownRun", {
    message: localized(
      "Wie een run start, keurt ze niet zelf goed",
      "Who starts a run does not approve it",
      "Qui lance un calcul ne l’approuve pas",
    ),
    remedy: localized(
      "Laat een andere persoon goedkeuren",
      "Let another person approve",
      "Faites approuver par une autre personne",
    ),
  });

export const otherRunOpen = (runRef: string): Reason =>
  reason("run.otherOpen", {
    message: localized(
      `Er loopt al een run (${runRef})`,
      `A run is open already (${runRef})`,
      `Un calcul est déjà en cours (${runRef})`,
    ),
    remedy: localized(
      "Werk die run eerst af, of breek ze af",
      "Finish that run first, or cancel it",
      "Terminez d’abord ce calcul, ou annulez-le",
    ),
  });

export const quarterNotOver = (): Reason =>
  reason("run.quarterNotOver", {
    rule: "PAY-01",
    field: "quarter",
    message: localized(
      "Dit kwartaal is nog niet voorbij",
      "This quarter is not over yet",
      "Ce trimestre n’est pas encore terminé",
    ),
    remedy: localized(
      "Start de run na het einde van het kwartaal",
      "Start the run after the end of the quarter",
      "Lancez le calcul après la fin du trimestre",
    ),
  });

export const correctionsAfterQuarter = (): Reason =>
  reason("run.correctFrom", {
    field: "correctFrom",
    message: localized(
      "Correcties beginnen ten laatste in het kwartaal van de run",
      "Corrections start in the quarter of the run at the latest",
      "Les corrections commencent au plus tard au trimestre du calcul",
    ),
    remedy: localized("Kies een vroeger kwartaal", "Choose an earlier quarter", "Choisissez un trimestre antérieur"),
  });

export const runUnknown = (): Reason =>
  reason("run.unknown", {
    field: "runRef",
    message: localized("Deze run bestaat niet", "This run does not exist", "Ce calcul n’existe pas"),
    remedy: localized("Kies een run uit de lijst", "Choose a run from the list", "Choisissez un calcul dans la liste"),
  });

export const lawMoved = (): Reason =>
  reason("run.lawMoved", {
    message: localized(
      "De regels of waarden van de wet zijn gewijzigd sinds de start van deze run",
      "The rules or values of the law changed since this run started",
      "Les règles ou valeurs de la loi ont changé depuis le lancement de ce calcul",
    ),
    remedy: localized("Breek af en start opnieuw", "Cancel and start again", "Annulez et relancez"),
  });

export const resultMoved = (): Reason =>
  reason("run.resultMoved", {
    message: localized(
      "De berekening geeft niet meer het goedgekeurde resultaat",
      "The calculation no longer gives the approved result",
      "Le calcul ne donne plus le résultat approuvé",
    ),
    remedy: localized(
      "Breek af, zoek de oorzaak en start opnieuw",
      "Cancel, find the cause and start again",
      "Annulez, cherchez la cause et relancez",
    ),
  });

export const bookedMeanwhile = (): Reason =>
  reason("run.bookedMeanwhile", {
    message: localized(
      "Een regel van deze run is al geboekt",
      "A line of this run is booked already",
      "Une ligne de ce calcul est déjà comptabilisée",
    ),
    remedy: localized("Breek af en start opnieuw", "Cancel and start again", "Annulez et relancez"),
  });
