// Why a step of the handling is refused.
import { type Reason, reason, say } from "../../reason.ts";

export const groundsMissing = (): Reason =>
  reason("refusal.grounds", {
    field: "grounds",
    message: say(
      "Er is geen reden om te weigeren gevonden of gegeven",
      "No ground for refusal was found or given",
      "Aucun motif de refus n’a été trouvé ou donné",
    ),
    remedy: say(
      "Noem elke voorwaarde die niet vervuld is",
      "Name every condition that is not met",
      "Indiquez chaque condition non remplie",
    ),
  });

export const missingEmpty = (): Reason =>
  reason("completion.missing", {
    field: "missing",
    message: say("Er is niet gezegd wat ontbreekt", "It is not said what is missing", "Il n’est pas dit ce qui manque"),
    remedy: say("Kies minstens een punt", "Choose at least one item", "Choisissez au moins un point"),
  });

export const stillMissing = (codes: readonly string[]): Reason =>
  reason("completion.stillMissing", {
    field: "supplied",
    expected: codes.join(", "),
    message: say(
      `Nog niet aangevuld: ${codes.join(", ")}`,
      `Not supplied yet: ${codes.join(", ")}`,
      `Pas encore complété : ${codes.join(", ")}`,
    ),
    remedy: say("Vul alles in een keer aan", "Supply everything at once", "Complétez tout en une fois"),
  });
