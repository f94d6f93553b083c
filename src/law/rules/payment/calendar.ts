// When a quarter is settled and paid (PAY-03, PAY-04): no date is known, the dates of collective customised work are a reading (OPEN-28).
import {
  bySwitch,
  constant,
  dateAfter,
  type Expression,
  firstDayOf,
  parameter,
  quarterAt,
  referenceQuarter,
  rule,
  whenAll,
  workingDayFrom,
} from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { words } from "../wording.ts";

const nextQuarter = firstDayOf(quarterAt(referenceQuarter, constant("quarterIndex", 2)));
/** The first day of the month that follows the month of the settlement. */
const monthAfterSettlement = dateAfter(nextQuarter, parameter("payment.settlement.month", "months"));

function withoutFixedDay(date: Expression<"date">): Expression<"date"> {
  return whenAll(
    [
      {
        holds: no,
        id: "OPEN-28",
        field: null,
        message: words(
          "Er is geen vaste dag: de berekening volgt na de kwartaalaangifte.",
          "There is no fixed day: the run follows the quarterly declaration.",
          "Il n’y a pas de jour fixe : le calcul suit la déclaration trimestrielle.",
        ),
      },
    ],
    date,
  );
}

export const settlementFrom = rule("settlementFrom", {
  ids: ["PAY-04"],
  title: words("Afrekening vanaf", "Settlement from", "Décompte à partir du"),
  dutchTerm: "afrekening",
  sentence: words(
    "De afrekening van dit kwartaal wordt berekend vanaf {value}.",
    "The settlement of this quarter is computed from {value}.",
    "Le décompte de ce trimestre est calculé à partir du {value}.",
  ),
  gives: bySwitch("OPEN-28", {
    RUN_AFTER_DMFA: withoutFixedDay(nextQuarter),
    PAY04_DATES: dateAfter(monthAfterSettlement, constant("months", -1)),
  }),
});

export const shortfallPaidOn = rule("shortfallPaidOn", {
  ids: ["PAY-04", "PAY-03"],
  title: words("Tekort betaald op", "Shortfall paid on", "Solde payé le"),
  dutchTerm: "afrekening",
  sentence: words(
    "Een tekort wordt betaald op werkdag {parameter:payment.settlement.workingDay} van de volgende maand: {value}.",
    "A shortfall is paid on working day {parameter:payment.settlement.workingDay} of the next month: {value}.",
    "Un solde est payé le jour ouvrable {parameter:payment.settlement.workingDay} du mois suivant : {value}.",
  ),
  gives: bySwitch("OPEN-28", {
    RUN_AFTER_DMFA: withoutFixedDay(nextQuarter),
    PAY04_DATES: workingDayFrom(monthAfterSettlement, parameter("payment.settlement.workingDay", "days")),
  }),
});
