// Why a command is turned away at the door.
import { type Reason, reason, say } from "../reason.ts";

export const commandIdReused = (): Reason =>
  reason("command.idReused", {
    field: "commandId",
    message: say(
      "Deze sleutel is al gebruikt voor een andere opdracht",
      "This key was used for another command already",
      "Cette clé a déjà servi pour une autre commande",
    ),
    remedy: say("Kies een nieuwe sleutel", "Choose a new key", "Choisissez une nouvelle clé"),
  });

export const identifierTaken = (kind: string): Reason =>
  reason("identifier.taken", {
    field: kind,
    message: say(
      "Dit nummer hoort al bij een ander dossier",
      "This number belongs to another file already",
      "Ce numéro appartient déjà à un autre dossier",
    ),
    remedy: say("Zoek het bestaande dossier op", "Look up the existing file", "Recherchez le dossier existant"),
  });

export const tooBusy = (): Reason =>
  reason("command.busy", {
    message: say(
      "Anderen wijzigden dit dossier telkens net eerder",
      "Others changed this file just before, again and again",
      "D’autres ont modifié ce dossier juste avant, à plusieurs reprises",
    ),
    remedy: say("Probeer opnieuw", "Try again", "Réessayez"),
  });

export const changedMeanwhile = (): Reason =>
  reason("file.changed", {
    message: say("Dit dossier is intussen veranderd", "This file has changed meanwhile", "Ce dossier a changé entre-temps"),
    remedy: say(
      "Bekijk het opnieuw en probeer dan nog eens. Er is niets bewaard.",
      "Look at it again and then try once more. Nothing was saved.",
      "Consultez-le à nouveau, puis réessayez. Rien n’a été enregistré.",
    ),
  });
