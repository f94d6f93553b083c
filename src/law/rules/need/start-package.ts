// Which start package a need leads to (WP-03 to WP-06, IND-14) and the guidance level it starts with (IND-23, OPEN-12).
import { bySwitch, code, constant, isOneOf, otherwise, parameterOn, rule, select } from "../../engine/build.ts";
import { foundOn, guidanceLevelFound, guidanceRequired, higherNeed, hiredByMwb, needDuration } from "../facts.ts";
import { words } from "../wording.ts";
import { collectiveAdvice } from "./collective-advice.ts";
import { doubleTicketAtOnce } from "./double-ticket.ts";

const no = constant("flag", false);

export const packageOfNeed = rule("packageOfNeed", {
  ids: ["WP-03", "WP-04", "WP-05", "WP-06", "IND-14", "IND-22"],
  title: words(
    "Startpakket dat bij de behoefte hoort",
    "Start package that fits the need",
    "Paquet de départ correspondant au besoin",
  ),
  dutchTerm: "startpakket",
  sentence: words(
    "Bij deze behoefte hoort het pakket {value}.",
    "The package {value} fits this need.",
    "Le paquet {value} correspond à ce besoin.",
  ),
  gives: select(
    collectiveAdvice,
    select(
      otherwise(hiredByMwb, no),
      code("P5_MWB"),
      select(doubleTicketAtOnce, parameterOn("indication.doubleTicket.package", "code", foundOn), code("P5_PLUS")),
    ),
    select(isOneOf(needDuration, "TEMPORARY"), code("T2"), select(otherwise(higherNeed, no), code("P5_PLUS"), code("P5"))),
  ),
});

export const guidanceLevel = rule("guidanceLevel", {
  ids: ["IND-23", "IND-14"],
  title: words("Begeleidingsnood bij de start", "Guidance need at the start", "Besoin d’accompagnement au départ"),
  dutchTerm: "begeleidingsnood laag, gemiddeld (midden), hoog",
  sentence: words(
    "De begeleidingsnood bij de start is {value}.",
    "The guidance need at the start is {value}.",
    "Le besoin d’accompagnement au départ est {value}.",
  ),
  gives: select(
    collectiveAdvice,
    parameterOn("indication.doubleTicket.guidanceNeed", "code", foundOn),
    select(guidanceRequired, bySwitch("OPEN-12", { LEVEL_FOUND_BY_VDAB: guidanceLevelFound }), code("NONE")),
  ),
});
