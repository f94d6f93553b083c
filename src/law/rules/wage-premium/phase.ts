// The phases of a 5-year package (WP-07); how long each lasts is an open point.
import { parameter, phaseOf, rule } from "../../engine/build.ts";
import { quarterIndex } from "../grant/term.ts";
import { words } from "../wording.ts";

export const phase = rule("phase", {
  ids: ["WP-07"],
  title: words("Fase van het pakket", "Phase of the package", "Phase du paquet"),
  dutchTerm: "fase (kwartalen, degressief)",
  sentence: words(
    "Kwartaal {rule:quarterIndex} valt in fase {value}.",
    "Quarter {rule:quarterIndex} lies in phase {value}.",
    "Le trimestre {rule:quarterIndex} se situe dans la phase {value}.",
  ),
  gives: phaseOf(quarterIndex, parameter("wagePremium.phaseLastQuarters", "quarterIndex[]")),
});
