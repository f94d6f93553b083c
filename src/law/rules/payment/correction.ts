// Arrears and recovery: the difference of two calculations, without interest and decided by a person (PROC-40, OPEN-23).
import { input, maximum, none, rule, subtract } from "../../engine/build.ts";
import { words } from "../wording.ts";

/** What the calculation gives now. */
const recomputed = input("recomputed", "cents/quarter");
/** What was booked for the same quarter. */
const booked = input("booked", "cents/quarter");
const nothing = none("cents/quarter");

export const arrears = rule("arrears", {
  ids: ["PROC-40"],
  title: words("Nog te betalen na herberekening", "Arrears after recalculation", "Arriérés après recalcul"),
  dutchTerm: "nabetaling",
  sentence: words(
    "Herberekend {fact:recomputed}, geboekt {fact:booked}: {value} is nog te betalen.",
    "Recalculated {fact:recomputed}, booked {fact:booked}: {value} is still to be paid.",
    "Recalculé {fact:recomputed}, comptabilisé {fact:booked} : {value} reste à payer.",
  ),
  gives: maximum(subtract(recomputed, booked), nothing),
});

export const recoveryProposed = rule("recoveryProposed", {
  ids: ["PROC-40"],
  title: words("Voorstel van terugvordering", "Proposed recovery", "Récupération proposée"),
  dutchTerm: "terugvordering",
  sentence: words(
    "Geboekt {fact:booked}, herberekend {fact:recomputed}: {value} wordt voorgesteld om terug te vorderen, zonder intrest.",
    "Booked {fact:booked}, recalculated {fact:recomputed}: {value} is proposed for recovery, without interest.",
    "Comptabilisé {fact:booked}, recalculé {fact:recomputed} : {value} est proposé à la récupération, sans intérêts.",
  ),
  gives: maximum(subtract(booked, recomputed), nothing),
});
