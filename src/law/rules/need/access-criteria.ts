// The access criteria (IND-13): they sit in two ministerial decisions whose lists are not known, so VDAB judges.
import { judgement, rule } from "../../engine/build.ts";
import { words } from "../wording.ts";

export const accessByCriteria = rule("accessByCriteria", {
  ids: ["IND-13"],
  title: words("Toegang op grond van de criteria", "Access on the ground of the criteria", "Accès sur la base des critères"),
  dutchTerm: "criteria",
  sentence: words(
    "Of de criteria vervuld zijn, beoordeelt VDAB.",
    "VDAB judges whether the criteria are met.",
    "Le VDAB juge si les critères sont remplis.",
  ),
  gives: judgement(
    "flag",
    "OPEN-37",
    "MB bijlage 1, MB bijlage 2",
    words(
      "Voldoet deze persoon aan de criteria van het ministerieel besluit? Noteer het bewijs en de reden.",
      "Does this person meet the criteria of the ministerial decision? Record the evidence and the reason.",
      "Cette personne remplit-elle les critères de l’arrêté ministériel ? Notez la preuve et le motif.",
    ),
  ),
});
