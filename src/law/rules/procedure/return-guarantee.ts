// The return to collective customised work (CMW-16): known from a draft only, so it is shown and not enforced (OPEN-51).
import { atMost, bySwitch, dateAfter, input, parameterOn, rule } from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { words } from "../wording.ts";

/** The day on which somebody left collective customised work for work with less support. */
const leftCollectiveOn = input("leftCollectiveOn", "date");
const returnOn = input("returnOn", "date");

export const returnGuaranteed = rule("returnGuaranteed", {
  ids: ["CMW-16"],
  title: words("Terugkeer gegarandeerd", "Return guaranteed", "Retour garanti"),
  dutchTerm: "terugkeergarantie",
  sentence: words(
    "De terugkeer naar collectief maatwerk is op {fact:returnOn} gegarandeerd: {value}.",
    "The return to collective customised work is guaranteed on {fact:returnOn}: {value}.",
    "Le retour au travail adapté collectif est garanti le {fact:returnOn} : {value}.",
  ),
  gives: bySwitch("OPEN-51", {
    INFORM_ONLY: no,
    ENFORCE_18_MONTHS: atMost(
      returnOn,
      dateAfter(leftCollectiveOn, parameterOn("returnGuarantee.months", "months", leftCollectiveOn)),
    ),
  }),
});
