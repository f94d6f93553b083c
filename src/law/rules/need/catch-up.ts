// How the catch-up of the double ticket goes (IND-15, IND-16, OPEN-40), and who needs a new examination (IND-16 to IND-18, OPEN-38).
import { anyOf, bySwitch, code, constant, isOneOf, not, otherwise, rule, select } from "../../engine/build.ts";
import { holdsSineCard, holdsVopRight, icfIndicated, inCollectiveWork } from "../facts.ts";
import { words } from "../wording.ts";
import { doubleTicket } from "./double-ticket.ts";

const yes = constant("flag", true);
const no = constant("flag", false);

export const catchUpWay = rule("catchUpWay", {
  ids: ["IND-15", "IND-16"],
  title: words("Weg van de inhaalbeweging", "Way of the catch-up", "Voie du rattrapage"),
  dutchTerm: "dubbelticket, inhaalbeweging",
  sentence: words("Het dubbelticket komt er: {value}.", "The double ticket comes: {value}.", "Le double avis arrive : {value}."),
  gives: select(
    isOneOf(doubleTicket, "BACKLOG"),
    bySwitch("OPEN-40", {
      BATCH_SEEKERS_ONE_BY_ONE_WORKERS: select(inCollectiveWork, code("ONE_BY_ONE"), code("BATCH")),
      BATCH_FOR_ALL: code("BATCH"),
    }),
    code("NONE"),
  ),
});

/** An earlier VOP right is converted by VDAB; a worker of collective customised work indicated with ICF needs no new examination. */
export const examinationNeeded = rule("examinationNeeded", {
  ids: ["IND-16", "IND-17", "IND-18"],
  title: words("Nieuw onderzoek nodig", "New examination needed", "Nouvel examen nécessaire"),
  dutchTerm: "recht op VOP; SINE-kaart; zittende werknemers",
  sentence: words(
    "Een nieuw onderzoek door VDAB is nodig: {value}.",
    "A new examination by VDAB is needed: {value}.",
    "Un nouvel examen par le VDAB est nécessaire : {value}.",
  ),
  gives: not(
    anyOf(
      otherwise(holdsVopRight, no),
      select(otherwise(holdsSineCard, no), bySwitch("OPEN-38", { NEW_INDICATION: no, AS_IND_17: yes }), no),
      select(otherwise(inCollectiveWork, no), icfIndicated, no),
    ),
  ),
});
