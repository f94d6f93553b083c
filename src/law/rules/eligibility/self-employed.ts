// Which self-employed persons qualify (SELF-01 to SELF-07), with exactly one of three proofs of activity.
import {
  above,
  anyOf,
  atLeast,
  code,
  codeTable,
  dateAfter,
  equals,
  given,
  isOneOf,
  judgement,
  not,
  otherwise,
  parameterOn,
  rule,
  select,
  whenAll,
} from "../../engine/build.ts";
import { words } from "../wording.ts";
import { atAssessment, must, no, yes } from "./conditions.ts";
import {
  activitySince,
  attestQuarters,
  filedOn,
  limitationRecognisedOn,
  otherProofExists,
  premiumsAsked,
  prognosisAccepted,
  prognosisSufficient,
  proof,
  registeredInKbo,
} from "./facts.ts";
import { incomeSuffices } from "./self-employed-income.ts";
import { findingCondition, selfEmployedLives } from "./worker.ts";

const reference = parameterOn("self.referenceDate", "date", filedOn);
const proofQuarters = parameterOn("self.proofQuarters", "quarters", filedOn);

export const activityAfterReference = rule("activityAfterReference", {
  ids: ["SELF-02"],
  title: words(
    "Zelfstandig of beperking na de referentiedatum",
    "Self-employed or limitation after the reference date",
    "Indépendant ou limitation après la date de référence",
  ),
  dutchTerm: "hoofdberoep, bijberoep",
  sentence: words(
    "De activiteit begon, of de beperking werd erkend, na {parameter:self.referenceDate}: {value}.",
    "The activity began, or the limitation was recognised, after {parameter:self.referenceDate}: {value}.",
    "L’activité a commencé, ou la limitation a été reconnue, après le {parameter:self.referenceDate} : {value}.",
  ),
  gives: anyOf(
    above(activitySince, reference),
    select(given(limitationRecognisedOn), above(limitationRecognisedOn, reference), no),
  ),
});

/** A prognosis is a proof only while neither other proof can exist: QUALIFIES, EXCLUDED or REVIEW. */
export const prognosisStanding = rule("prognosisStanding", {
  ids: ["SELF-04"],
  title: words("Prognoseattest", "Prognosis attest", "Attestation de pronostic"),
  dutchTerm: "prognoseattest",
  sentence: words(
    "Een prognoseattest geldt alleen zolang er nog geen ander bewijs is: {value}.",
    "A prognosis attest holds only while there is no other proof yet: {value}.",
    "L’attestation de pronostic ne vaut qu’en l’absence d’autre preuve : {value}.",
  ),
  gives: select(
    given(otherProofExists),
    select(otherwise(otherProofExists, no), code("EXCLUDED"), code("QUALIFIES")),
    select(atLeast(dateAfter(activitySince, proofQuarters), filedOn), code("QUALIFIES"), code("REVIEW")),
  ),
});

export const selfEmployedEligible = rule("selfEmployedEligible", {
  ids: ["SELF-01", "SELF-02", "SELF-03", "SELF-04", "SELF-06", "SELF-07", "SELF-08", "IND-19"],
  title: words("Zelfstandige komt in aanmerking", "Self-employed person qualifies", "L’indépendant entre en ligne de compte"),
  dutchTerm: "ondersteuningspremie",
  sentence: words(
    "Deze zelfstandige komt in aanmerking: {value}.",
    "This self-employed person qualifies: {value}.",
    "Cet indépendant entre en ligne de compte : {value}.",
  ),
  gives: whenAll(
    [
      findingCondition,
      must(
        activityAfterReference,
        "SELF-02",
        "activitySince",
        words(
          "De zelfstandige activiteit en de erkende beperking zijn niet van na de referentiedatum.",
          "Neither the self-employed activity nor the recognised limitation is from after the reference date.",
          "Ni l’activité indépendante ni la limitation reconnue ne sont postérieures à la date de référence.",
        ),
        words(
          "Geef de dag waarop de beperking werd erkend, als die later valt.",
          "Give the day on which the limitation was recognised, if it is later.",
          "Indiquez le jour où la limitation a été reconnue, s’il est postérieur.",
        ),
      ),
      must(
        not(isOneOf(proof, "NONE")),
        "SELF-04",
        "proof",
        words(
          "Het bewijs van voldoende activiteit ontbreekt.",
          "The proof of sufficient activity is missing.",
          "La preuve d’une activité suffisante manque.",
        ),
        words(
          "Voeg een attest van het sociaal verzekeringsfonds of het laatste aanslagbiljet toe; bestaat nog geen van beide, dan een prognoseattest van VLAIO.",
          "Add an attest of the social insurance fund or the last tax assessment; if neither exists yet, a prognosis attest of VLAIO.",
          "Ajoutez une attestation de la caisse d’assurances sociales ou le dernier avertissement-extrait de rôle ; à défaut des deux, une attestation de pronostic de VLAIO.",
        ),
      ),
      must(
        codeTable(proof, {
          NONE: yes,
          FUND_ATTEST: equals(attestQuarters, proofQuarters),
          TAX_ASSESSMENT: yes,
          PROGNOSIS_ATTEST: yes,
        }),
        "SELF-04",
        "attestQuarters",
        words(
          "Het attest dekt niet de laatste 4 kwartalen na elkaar, elk betaald.",
          "The attest does not cover the last 4 consecutive quarters, each paid.",
          "L’attestation ne couvre pas les 4 derniers trimestres consécutifs, chacun payé.",
        ),
        words(
          "Vraag het fonds een attest per kwartaal over de laatste 4 kwartalen.",
          "Ask the fund for an attest per quarter over the last 4 quarters.",
          "Demandez à la caisse une attestation par trimestre pour les 4 derniers trimestres.",
        ),
      ),
      must(
        codeTable(proof, {
          NONE: yes,
          FUND_ATTEST: incomeSuffices,
          TAX_ASSESSMENT: incomeSuffices,
          PROGNOSIS_ATTEST: prognosisSufficient,
        }),
        "SELF-03",
        "proof",
        words(
          "Het bewezen inkomen haalt het minimum niet.",
          "The proven income does not reach the minimum.",
          "Le revenu prouvé n’atteint pas le minimum.",
        ),
        words(
          "Meld ziekte of een onvolledig jaar, of dien in met een later bewijs dat het minimum haalt.",
          "Report illness or a part year, or file with a later proof that reaches the minimum.",
          "Signalez une maladie ou une année incomplète, ou introduisez une preuve ultérieure qui atteint le minimum.",
        ),
      ),
      must(
        select(
          isOneOf(proof, "PROGNOSIS_ATTEST"),
          codeTable(prognosisStanding, {
            QUALIFIES: yes,
            EXCLUDED: no,
            REVIEW: otherwise(
              prognosisAccepted,
              judgement(
                "flag",
                "SELF-04",
                "BVR van 15 juli 2022 (LAW-02), MB van 24 mei 2023 (LAW-03)",
                words(
                  "De activiteit loopt al langer dan een jaar. Bestaat er werkelijk nog geen attest van het fonds en geen aanslagbiljet? Noteer waarom.",
                  "The activity has run for more than a year. Is there really no fund attest and no tax assessment yet? Record why.",
                  "L’activité dure depuis plus d’un an. N’existe-t-il vraiment ni attestation de la caisse ni avertissement-extrait de rôle ? Notez pourquoi.",
                ),
                atAssessment,
              ),
            ),
          }),
          yes,
        ),
        "SELF-04",
        "proof",
        words(
          "Een prognoseattest telt niet: er bestaat al een ander bewijs.",
          "A prognosis attest does not count: another proof exists already.",
          "L’attestation de pronostic ne compte pas : une autre preuve existe déjà.",
        ),
        words(
          "Voeg het attest van het fonds of het aanslagbiljet toe.",
          "Add the fund attest or the tax assessment.",
          "Ajoutez l’attestation de la caisse ou l’avertissement-extrait de rôle.",
        ),
      ),
      must(
        otherwise(registeredInKbo, yes),
        "SELF-06",
        "registeredInKbo",
        words(
          "De zelfstandige is niet ingeschreven in de Kruispuntbank van Ondernemingen.",
          "The self-employed person is not registered in the company register (KBO).",
          "L’indépendant n’est pas inscrit à la Banque-Carrefour des Entreprises.",
        ),
        words(
          "Schrijf de onderneming in en meld u daarna aan als eigen werkgever.",
          "Register the enterprise, then log in as own employer.",
          "Inscrivez l’entreprise, puis connectez-vous comme propre employeur.",
        ),
      ),
      selfEmployedLives,
      must(
        isOneOf(otherwise(premiumsAsked, code("SUPPORT")), "SUPPORT"),
        "SELF-08",
        "premiumsAsked",
        words(
          "Een zelfstandige krijgt geen begeleidingspremie en geen loonpremie.",
          "A self-employed person gets no guidance premium and no wage premium.",
          "Un indépendant n’obtient ni prime d’accompagnement ni prime salariale.",
        ),
        words("Kies de ondersteuningspremie.", "Choose the support premium.", "Choisissez la prime de soutien."),
      ),
    ],
    yes,
  ),
});
