// Why an application cannot be filed at all, or not by this road.
import { formatDate, type PlainDate } from "../../../kernel/index.ts";
import { type Reason, reason, say } from "../../reason.ts";
import type { Applicant } from "../../vocabulary.ts";

export const beforeScheme = (filedOn: PlainDate): Reason =>
  reason("application.beforeScheme", {
    rule: "PROC-01",
    field: "filedOn",
    message: say(
      `Op ${formatDate(filedOn, "nl")} was individueel maatwerk niet van kracht`,
      `On ${formatDate(filedOn, "en")} individual customised work was not in force`,
      `Le ${formatDate(filedOn, "fr")}, le travail adapté individuel n’était pas en vigueur`,
    ),
    remedy: say(
      "Dien in op een dag waarop de regeling geldt",
      "File on a day on which the scheme is in force",
      "Introduisez la demande un jour où le régime est en vigueur",
    ),
  });

export const beforeOnline = (from: PlainDate): Reason =>
  reason("application.beforeOnline", {
    rule: "OPEN-07",
    field: "filedOn",
    expected: `>= ${from}`,
    message: say(
      `Het loket is open vanaf ${formatDate(from, "nl")}`,
      `The counter is open from ${formatDate(from, "en")}`,
      `Le guichet est ouvert à partir du ${formatDate(from, "fr")}`,
    ),
    remedy: say("Dien in vanaf die dag", "File from that day on", "Introduisez la demande à partir de ce jour"),
  });

export const wrongPremiums = (rule: string, applicant: Applicant): Reason =>
  reason("application.premiums", {
    rule,
    field: "premiums",
    expected: applicant === "EMPLOYER" ? "WAGE, WAGE_AND_GUIDANCE" : "SUPPORT",
    message: say(
      "Deze premie kan deze aanvrager niet vragen",
      "This applicant cannot ask for this premium",
      "Ce demandeur ne peut pas demander cette prime",
    ),
    remedy:
      applicant === "EMPLOYER"
        ? say(
            "Kies de loonpremie, of de loonpremie met de begeleidingspremie",
            "Choose the wage premium, or the wage premium with the guidance premium",
            "Choisissez la prime salariale, ou la prime salariale avec la prime d’accompagnement",
          )
        : say("Kies de ondersteuningspremie", "Choose the support premium", "Choisissez la prime de soutien"),
  });

export const employerMissing = (): Reason =>
  reason("application.employer", {
    rule: "EMP-01",
    field: "employerRef",
    message: say("De werkgever ontbreekt", "The employer is missing", "L’employeur manque"),
    remedy: say("Kies de onderneming", "Choose the enterprise", "Choisissez l’entreprise"),
  });

export const notRegistered = (): Reason =>
  reason("application.notRegistered", {
    rule: "PROC-02",
    field: "employerRef",
    message: say(
      "Het ondernemingsnummer is niet geregistreerd voor individueel maatwerk; een registratie voor VOP telt niet",
      "The enterprise number is not registered for individual customised work; a VOP registration does not count",
      "Le numéro d’entreprise n’est pas enregistré pour le travail adapté individuel ; un enregistrement VOP ne compte pas",
    ),
    remedy: say(
      "Registreer de onderneming eenmalig voor deze maatregel",
      "Register the enterprise once for this measure",
      "Enregistrez l’entreprise une fois pour cette mesure",
    ),
  });
