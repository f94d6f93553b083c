// What is wrong with the contract or the employment.
import { formatDate } from "../../../kernel/index.ts";
import { type Reason, reason, say } from "../../reason.ts";
import type { Contract } from "../events.ts";

export const fractionMissing = (): Reason =>
  reason("application.fraction", {
    rule: "REF-03",
    field: "employmentFraction",
    expected: "(0, 1]",
    message: say(
      "De tewerkstellingsbreuk ontbreekt of is nul",
      "The employment fraction is missing or zero",
      "La fraction d’occupation manque ou est nulle",
    ),
    remedy: say(
      "Geef de breuk van het contract, bijvoorbeeld 0,8 voor vier vijfde",
      "Give the fraction of the contract, for example 0.8 for four fifths",
      "Donnez la fraction du contrat, par exemple 0,8 pour quatre cinquièmes",
    ),
  });

export const contractMissing = (): Reason =>
  reason("application.contract", {
    rule: "EMP-12",
    field: "contract",
    message: say(
      "Bij de aanvraag bestaat er een arbeidsovereenkomst, en die ontbreekt",
      "An employment contract exists at the application, and it is missing",
      "Un contrat de travail existe lors de la demande, et il manque",
    ),
    remedy: say(
      "Vul begin, einde en soort van de overeenkomst in",
      "Fill in start, end and kind of the contract",
      "Indiquez le début, la fin et le type de contrat",
    ),
  });

export const contractOrder = (contract: Contract): Reason =>
  reason("application.contractOrder", {
    rule: "EMP-12",
    field: "contract.until",
    expected: `>= ${contract.from}`,
    message: say(
      "De overeenkomst eindigt voor ze begint",
      "The contract ends before it begins",
      "Le contrat se termine avant de commencer",
    ),
    remedy: say("Verbeter de datums", "Correct the dates", "Corrigez les dates"),
  });

export const notDuringEmployment = (contract: Contract): Reason =>
  reason("application.notDuringEmployment", {
    rule: "EMP-12",
    field: "filedOn",
    expected: contract.until === null ? `>= ${contract.from}` : `${contract.from} - ${contract.until}`,
    message: say(
      "De aanvraag wordt ingediend tijdens de tewerkstelling",
      "The application is filed during the employment",
      "La demande est introduite pendant l’occupation",
    ),
    remedy: say(
      `Dien in vanaf ${formatDate(contract.from, "nl")}, zolang de overeenkomst loopt`,
      `File from ${formatDate(contract.from, "en")} on, while the contract runs`,
      `Introduisez la demande à partir du ${formatDate(contract.from, "fr")}, tant que le contrat court`,
    ),
  });

export const contractTooShort = (hours: number): Reason =>
  reason("application.contractTooShort", {
    rule: "EMP-14",
    field: "contract",
    expected: `>= ${hours} h`,
    message: say(
      `De overeenkomst haalt het minimum van ${hours} uur niet`,
      `The contract does not reach the minimum of ${hours} hours`,
      `Le contrat n’atteint pas le minimum de ${hours} heures`,
    ),
    remedy: say(
      "Vraag aan voor een langere overeenkomst",
      "Apply for a longer contract",
      "Introduisez une demande pour un contrat plus long",
    ),
  });

export const employmentNotChecked = (): Reason =>
  reason("employment.notChecked", {
    rule: "PROC-05",
    message: say(
      "De tewerkstelling kon niet worden nagegaan: het register is niet bereikbaar",
      "The employment could not be checked: the register cannot be reached",
      "L’occupation n’a pas pu être vérifiée : le registre est injoignable",
    ),
    remedy: say(
      "Ga later opnieuw na, of vraag een bewijs",
      "Check again later, or ask for proof",
      "Vérifiez plus tard, ou demandez une preuve",
    ),
  });

export const notEmployed = (): Reason =>
  reason("employment.unknown", {
    rule: "PROC-05",
    message: say(
      "De RSZ-gegevens tonen geen tewerkstelling bij deze werkgever op de dag van de aanvraag",
      "The social security data show no employment with this employer on the day of the application",
      "Les données ONSS ne montrent pas d’occupation chez cet employeur le jour de la demande",
    ),
    remedy: say(
      "Vraag de werkgever een bewijs van tewerkstelling",
      "Ask the employer for proof of employment",
      "Demandez à l’employeur une preuve d’occupation",
    ),
  });

export const wageByPayslips = (): Reason =>
  reason("employment.payslips", {
    rule: "EMP-18",
    message: say(
      "Voor verenigingswerk is er geen kwartaalaangifte: het loon komt van loonfiches",
      "For association work there is no quarterly declaration: the wage comes from payslips",
      "Pour le travail associatif, il n’y a pas de déclaration trimestrielle : le salaire vient des fiches de paie",
    ),
    remedy: say(
      "Bezorg elk kwartaal de loonfiches",
      "Supply the payslips each quarter",
      "Fournissez les fiches de paie chaque trimestre",
    ),
  });
