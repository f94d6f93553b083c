// Why a self-employed person gets no premium, or must prove more.
import { formatDate, type PlainDate } from "../../../kernel/index.ts";
import { type Reason, reason, say } from "../../reason.ts";

export const selfEmploymentMissing = (): Reason =>
  reason("application.selfEmployment", {
    rule: "SELF-02",
    field: "selfEmployment",
    message: say(
      "De gegevens over de zelfstandige activiteit ontbreken",
      "The data on the self-employed activity are missing",
      "Les données sur l’activité indépendante manquent",
    ),
    remedy: say(
      "Vul hoofd- of bijberoep en de startdatum in",
      "Fill in main or secondary occupation and the start date",
      "Indiquez activité principale ou complémentaire et la date de début",
    ),
  });

export const activityTooOld = (reference: PlainDate): Reason =>
  reason("self.activityTooOld", {
    rule: "SELF-02",
    field: "selfEmployment.since",
    expected: `> ${reference}`,
    message: say(
      `De activiteit begon niet na ${formatDate(reference, "nl")}, en de beperking werd niet na die dag erkend`,
      `The activity did not begin after ${formatDate(reference, "en")}, and the limitation was not recognised after that day`,
      `L’activité n’a pas commencé après le ${formatDate(reference, "fr")}, et la limitation n’a pas été reconnue après cette date`,
    ),
    remedy: say(
      "Geef de dag van erkenning als die later is",
      "Give the day of recognition if it is later",
      "Donnez la date de reconnaissance si elle est postérieure",
    ),
  });

export const proofMissing = (): Reason =>
  reason("self.proofMissing", {
    rule: "SELF-04",
    field: "selfEmployment.proof",
    message: say(
      "Er is nog geen bewijs dat de activiteit volstaat",
      "There is no proof yet that the activity suffices",
      "Il n’y a pas encore de preuve que l’activité suffit",
    ),
    remedy: say(
      "Voeg een attest van het sociaal verzekeringsfonds, een aanslagbiljet of een prognoseattest toe",
      "Add an attest of the social insurance fund, a tax assessment or a prognosis attest",
      "Ajoutez une attestation de la caisse sociale, un avertissement-extrait de rôle ou une attestation de pronostic",
    ),
  });

export const fundAttestQuarters = (count: number): Reason =>
  reason("self.fundAttestQuarters", {
    rule: "SELF-04",
    field: "selfEmployment.proof.paid",
    expected: String(count),
    message: say(
      `Het attest moet ${count} opeenvolgende, betaalde kwartalen tonen`,
      `The attest must show ${count} consecutive, paid quarters`,
      `L’attestation doit montrer ${count} trimestres consécutifs payés`,
    ),
    remedy: say(
      "Vraag een nieuw attest aan het fonds",
      "Ask the fund for a new attest",
      "Demandez une nouvelle attestation à la caisse",
    ),
  });

export const incomeTooLow = (): Reason =>
  reason("self.incomeTooLow", {
    rule: "SELF-03",
    field: "selfEmployment.proof",
    message: say(
      "Het inkomen uit de zelfstandige activiteit ligt onder het minimum",
      "The income from the self-employed activity is below the minimum",
      "Le revenu de l’activité indépendante est inférieur au minimum",
    ),
    remedy: say(
      "Bij een onvolledig jaar of ziekte kan een aangepast minimum gelden: meld dat",
      "For a part year or illness an adapted minimum may hold: report it",
      "En cas d’année incomplète ou de maladie, un minimum adapté peut valoir : signalez-le",
    ),
  });

export const prognosisAfterFirstYear = (): Reason =>
  reason("self.prognosisLate", {
    rule: "SELF-04",
    field: "selfEmployment.proof",
    message: say(
      "Een prognoseattest telt alleen als de andere bewijzen nog niet bestaan",
      "A prognosis attest counts only when the other proofs do not exist yet",
      "Une attestation de pronostic ne compte que si les autres preuves n’existent pas encore",
    ),
    remedy: say(
      "Ga na waarom er nog geen ander bewijs is",
      "Find out why there is no other proof yet",
      "Vérifiez pourquoi il n’y a pas encore d’autre preuve",
    ),
  });

export const incomeEqual = (): Reason =>
  reason("self.incomeEqual", {
    rule: "OPEN-42",
    field: "selfEmployment.proof",
    message: say(
      "Het inkomen is precies gelijk aan het minimum",
      "The income equals the minimum exactly",
      "Le revenu est exactement égal au minimum",
    ),
    remedy: say(
      "Gelijk is genoeg; de bronnen zijn het daar niet over eens",
      "Equal is enough; the sources do not agree on it",
      "L’égalité suffit ; les sources ne s’accordent pas sur ce point",
    ),
  });

export const minimumAdapted = (): Reason =>
  reason("self.minimumAdapted", {
    rule: "SELF-05",
    field: "selfEmployment.exemptMonths",
    message: say(
      "Het minimum is aangepast aan een onvolledig jaar of aan ziekte",
      "The minimum is adapted to a part year or to illness",
      "Le minimum est adapté à une année incomplète ou à une maladie",
    ),
    remedy: say(
      "Ga het bewijs van de kwartalen of maanden die niet meetellen na",
      "Check the proof of the quarters or months that do not count",
      "Vérifiez la preuve des trimestres ou mois qui ne comptent pas",
    ),
  });
