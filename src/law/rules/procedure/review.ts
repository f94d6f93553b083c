// The terms of a review of a VDAB decision (PROC-30, PROC-31), counted from the day after (OPEN-20).
import {
  allOf,
  atLeast,
  atMost,
  bySwitch,
  dateAfter,
  type Expression,
  nextWorkingDay,
  parameterOn,
  rule,
} from "../../engine/build.ts";
import { advisedOn, noticeOn, requestedOn } from "../facts.ts";
import { words } from "../wording.ts";

function term(from: Expression<"date">, parameterId: string): Expression<"date"> {
  const last = dateAfter(from, parameterOn(parameterId, "days", from));
  return bySwitch("OPEN-20", { CALENDAR_DAYS: last, NEXT_WORKING_DAY: nextWorkingDay(last) });
}

export const reviewLastDay = rule("reviewLastDay", {
  ids: ["PROC-30"],
  title: words(
    "Laatste dag om heroverweging te vragen",
    "Last day to ask for a review",
    "Dernier jour pour demander un réexamen",
  ),
  dutchTerm: "heroverweging",
  sentence: words(
    "Een heroverweging kan tot {parameter:review.vdab.requestDays} dagen na de kennisneming: tot en met {value}.",
    "A review can be asked until {parameter:review.vdab.requestDays} days after taking notice: up to and with {value}.",
    "Un réexamen peut être demandé jusqu’à {parameter:review.vdab.requestDays} jours après la prise de connaissance : jusqu’au {value} inclus.",
  ),
  gives: term(noticeOn, "review.vdab.requestDays"),
});

export const reviewInTime = rule("reviewInTime", {
  ids: ["PROC-30"],
  title: words("Heroverweging op tijd gevraagd", "Review asked in time", "Réexamen demandé à temps"),
  dutchTerm: "heroverweging",
  sentence: words(
    "De vraag van {fact:requestedOn} kwam op tijd: {value}.",
    "The request of {fact:requestedOn} came in time: {value}.",
    "La demande du {fact:requestedOn} est arrivée à temps : {value}.",
  ),
  gives: allOf(atLeast(requestedOn, noticeOn), atMost(requestedOn, reviewLastDay)),
});

export const committeeLastDay = rule("committeeLastDay", {
  ids: ["PROC-31"],
  title: words(
    "Laatste dag voor het advies van de commissie",
    "Last day for the committee’s advice",
    "Dernier jour pour l’avis de la commission",
  ),
  dutchTerm: "heroverwegingscommissie",
  sentence: words(
    "De commissie adviseert binnen {parameter:review.vdab.committeeDays} dagen: tot en met {value}.",
    "The committee advises within {parameter:review.vdab.committeeDays} days: up to and with {value}.",
    "La commission rend son avis dans les {parameter:review.vdab.committeeDays} jours : jusqu’au {value} inclus.",
  ),
  gives: term(requestedOn, "review.vdab.committeeDays"),
});

export const boardLastDay = rule("boardLastDay", {
  ids: ["PROC-31"],
  title: words("Laatste dag voor de raad van bestuur", "Last day for the board", "Dernier jour pour le conseil d’administration"),
  dutchTerm: "raad van bestuur",
  sentence: words(
    "De raad van bestuur beslist binnen {parameter:review.vdab.boardDays} dagen na het advies: tot en met {value}.",
    "The board decides within {parameter:review.vdab.boardDays} days after the advice: up to and with {value}.",
    "Le conseil d’administration décide dans les {parameter:review.vdab.boardDays} jours suivant l’avis : jusqu’au {value} inclus.",
  ),
  gives: term(advisedOn, "review.vdab.boardDays"),
});
