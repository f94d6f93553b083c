// The yearly working subsidy of local governments with supplementary local services (TRANS-50); the share of each is entered per file.
import { atMost, parameterOn, rule, whenAll } from "../../engine/build.ts";
import { words } from "../wording.ts";
import { aldEntered, aldYearEnd } from "./facts.ts";

export const localSubsidy = rule("localSubsidy", {
  ids: ["TRANS-50"],
  title: words("Werkingssubsidie lokaal bestuur", "Working subsidy of a local government", "Subside de fonctionnement local"),
  dutchTerm: "aanvullende lokale diensten (ALD)",
  sentence: words(
    "Het ingegeven bedrag {fact:aldEntered} blijft binnen het totaal van {parameter:ald.totalBudget}: {value}.",
    "The amount entered, {fact:aldEntered}, stays within the total of {parameter:ald.totalBudget}: {value}.",
    "Le montant encodé, {fact:aldEntered}, reste dans le total de {parameter:ald.totalBudget} : {value}.",
  ),
  gives: whenAll(
    [
      {
        holds: atMost(aldEntered, parameterOn("ald.totalBudget", "cents/year", aldYearEnd)),
        id: "TRANS-50",
        field: "aldEntered",
        message: words(
          "Dit bedrag is hoger dan het totaal voor alle lokale besturen samen. Kijk het na.",
          "This amount is higher than the total for all local governments together. Check it.",
          "Ce montant dépasse le total pour tous les pouvoirs locaux. Vérifiez-le.",
        ),
      },
    ],
    aldEntered,
  ),
});
