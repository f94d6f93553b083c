// The double ticket (IND-14) and its backlog (IND-15, with the edge of OPEN-39).
import { atLeast, bySwitch, code, isOneOf, otherwise, parameterOn, rule, select } from "../../engine/build.ts";
import { appliedOn, assessedOn, collectiveAdviceGiven, foundOn, grantedOn } from "../facts.ts";
import { words } from "../wording.ts";
import { collectiveAdvice } from "./collective-advice.ts";

const firstDay = parameterOn("indication.doubleTicket.applicationFrom", "date", otherwise(assessedOn, foundOn));

/** AT_ONCE: given together with the collective advice. BACKLOG: given later by the catch-up. NONE: no double ticket. */
export const doubleTicket = rule("doubleTicket", {
  ids: ["IND-14", "IND-15"],
  title: words("Dubbelticket", "Double ticket", "Double avis"),
  dutchTerm: "dubbelticket",
  sentence: words(
    "Wie vanaf {parameter:indication.doubleTicket.applicationFrom} een collectief advies vraagt en krijgt, krijgt ook een individueel advies: {value}.",
    "Whoever applies for a collective advice from {parameter:indication.doubleTicket.applicationFrom} and is given one, is also given an individual advice: {value}.",
    "Celui qui demande un avis collectif à partir du {parameter:indication.doubleTicket.applicationFrom} et l’obtient, reçoit aussi un avis individuel : {value}.",
  ),
  gives: select(
    otherwise(collectiveAdviceGiven, collectiveAdvice),
    select(
      atLeast(appliedOn, firstDay),
      code("AT_ONCE"),
      select(
        atLeast(grantedOn, firstDay),
        bySwitch("OPEN-39", { BACKLOG: code("BACKLOG"), NO_DOUBLE_TICKET: code("NONE") }),
        code("BACKLOG"),
      ),
    ),
    code("NONE"),
  ),
});

export const doubleTicketAtOnce = rule("doubleTicketAtOnce", {
  ids: ["IND-14"],
  title: words("Dubbelticket meteen", "Double ticket at once", "Double avis immédiat"),
  dutchTerm: "dubbelticket",
  sentence: words(
    "Het dubbelticket komt meteen met het collectieve advies: {value}.",
    "The double ticket comes at once with the collective advice: {value}.",
    "Le double avis accompagne immédiatement l’avis collectif : {value}.",
  ),
  gives: isOneOf(doubleTicket, "AT_ONCE"),
});
