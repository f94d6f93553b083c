// Which employers qualify (EMP-01 to EMP-08). Standings: QUALIFIES, EXCLUDED, REVIEW (a person looks), GUIDANCE_ONLY.
import { bySwitch, code, codeTable, isOneOf, judgement, not, otherwise, rule, select, whenAll } from "../../engine/build.ts";
import { words } from "../wording.ts";
import { atAssessment, implementingDecision, must, no, yes } from "./conditions.ts";
import {
  declaredNotInDifficulty,
  employerDebts,
  employerForm,
  insolvencySignal,
  premiumsAsked,
  publicEdgeAccepted,
  registeredForImw,
  residence,
  schoolGroupNumber,
  serviceVoucherFirm,
  soundDespiteSignal,
} from "./facts.ts";

const qualifies = code("QUALIFIES");
const excluded = code("EXCLUDED");
const review = code("REVIEW");

export const employerStanding = rule("employerStanding", {
  ids: ["EMP-01", "EMP-02", "EMP-03", "EMP-04", "EMP-07"],
  title: words("Soort werkgever", "Kind of employer", "Type d’employeur"),
  dutchTerm: "rechtspersoon, natuurlijke persoon, lokaal bestuur",
  sentence: words(
    "Een werkgever van de soort {fact:employerForm}: {value}.",
    "An employer of the kind {fact:employerForm}: {value}.",
    "Un employeur du type {fact:employerForm} : {value}.",
  ),
  gives: codeTable(employerForm, {
    PRIVATE_LEGAL_PERSON: qualifies,
    NATURAL_PERSON: qualifies,
    FOREIGN: select(isOneOf(residence, "FLANDERS"), qualifies, excluded),
    SCHOOL: qualifies,
    LOCAL_GOVERNMENT: qualifies,
    PUBLIC_EDGE_CASE: bySwitch("OPEN-35", { MANUAL_REVIEW: review, ELIGIBLE: qualifies, EXCLUDED: excluded }),
    OTHER_PUBLIC: excluded,
  }),
});

export const difficultyStanding = rule("difficultyStanding", {
  ids: ["EMP-06", "PAY-20"],
  title: words("Onderneming in moeilijkheden", "Undertaking in difficulty", "Entreprise en difficulté"),
  dutchTerm: "onderneming in moeilijkheden",
  sentence: words(
    "De verklaring en het signaal van het register geven: {value}.",
    "The declaration and the signal of the register give: {value}.",
    "La déclaration et le signal du registre donnent : {value}.",
  ),
  gives: bySwitch("OPEN-32", {
    DECLARATION_AND_SIGNAL: select(declaredNotInDifficulty, select(otherwise(insolvencySignal, no), review, qualifies), excluded),
  }),
});

export const debtsAllowed = rule("debtsAllowed", {
  ids: ["EMP-06"],
  title: words("Schulden van de werkgever", "Debts of the employer", "Dettes de l’employeur"),
  dutchTerm: "schulden van de werkgever",
  sentence: words(
    "Schulden of terugvorderingen staan de premie niet in de weg: {value}.",
    "Debts or recoveries do not stand in the way: {value}.",
    "Des dettes ou récupérations ne font pas obstacle : {value}.",
  ),
  gives: select(otherwise(employerDebts, no), bySwitch("OPEN-36", { NO: yes, YES: no }), yes),
});

export const serviceVoucherStanding = rule("serviceVoucherStanding", {
  ids: ["EMP-08"],
  title: words("Dienstenchequeonderneming", "Service-voucher firm", "Entreprise de titres-services"),
  dutchTerm: "dienstenchequeonderneming",
  sentence: words(
    "Een dienstenchequeonderneming krijgt geen loonpremie, alleen de begeleidingspremie: {value}.",
    "A service-voucher firm gets no wage premium, only the guidance premium: {value}.",
    "Une entreprise de titres-services n’obtient que la prime d’accompagnement : {value}.",
  ),
  gives: select(
    otherwise(serviceVoucherFirm, no),
    bySwitch("OPEN-54", {
      WAGE_PREMIUM_ZERO: select(isOneOf(premiumsAsked, "WAGE_AND_GUIDANCE"), code("GUIDANCE_ONLY"), excluded),
      REFUSE: excluded,
    }),
    qualifies,
  ),
});

export const employerEligible = rule("employerEligible", {
  ids: ["EMP-01", "EMP-02", "EMP-03", "EMP-04", "EMP-05", "EMP-06", "EMP-07", "EMP-08", "PROC-02"],
  title: words("Werkgever komt in aanmerking", "Employer qualifies", "L’employeur entre en ligne de compte"),
  dutchTerm: "werkgever",
  sentence: words(
    "Deze werkgever komt in aanmerking: {value}.",
    "This employer qualifies: {value}.",
    "Cet employeur entre en ligne de compte : {value}.",
  ),
  gives: whenAll(
    [
      must(
        not(isOneOf(employerForm, "OTHER_PUBLIC")),
        "EMP-04",
        "employerForm",
        words(
          "Van de overheid komen alleen scholen en lokale besturen in aanmerking.",
          "On the public side only schools and local governments qualify.",
          "Du côté public, seules les écoles et les administrations locales entrent en ligne de compte.",
        ),
        words(
          "Deze werkgever kan de premie niet krijgen. Kijk na of de soort werkgever juist is.",
          "This employer cannot get the premium. Check whether the kind of employer is right.",
          "Cet employeur ne peut pas obtenir la prime. Vérifiez si le type d’employeur est exact.",
        ),
      ),
      must(
        select(
          isOneOf(employerForm, "PUBLIC_EDGE_CASE"),
          select(
            isOneOf(employerStanding, "REVIEW"),
            otherwise(
              publicEdgeAccepted,
              judgement(
                "flag",
                "OPEN-35",
                implementingDecision,
                words(
                  "Is deze publieke werkgever een lokaal bestuur? Noteer waarop u steunt.",
                  "Is this public employer a local government? Record what you rely on.",
                  "Cet employeur public est-il une administration locale ? Notez sur quoi vous vous fondez.",
                ),
                atAssessment,
              ),
            ),
            isOneOf(employerStanding, "QUALIFIES"),
          ),
          yes,
        ),
        "OPEN-35",
        "employerForm",
        words(
          "Dit grensgeval aan de publieke kant komt niet in aanmerking.",
          "This edge case on the public side does not qualify.",
          "Ce cas limite du côté public n’entre pas en ligne de compte.",
        ),
        words(
          "Toon dat de werkgever een lokaal bestuur is.",
          "Show that the employer is a local government.",
          "Montrez que l’employeur est une administration locale.",
        ),
      ),
      must(
        select(isOneOf(employerForm, "FOREIGN"), isOneOf(employerStanding, "QUALIFIES"), yes),
        "EMP-03",
        "residence",
        words(
          "Een werkgever in het buitenland komt alleen in aanmerking voor een werknemer die in Vlaanderen woont.",
          "An employer established abroad qualifies only for a worker who lives in Flanders.",
          "Un employeur établi à l’étranger n’est admissible que pour un travailleur qui habite en Flandre.",
        ),
        words("Kijk de woonplaats van de werknemer na.", "Check where the worker lives.", "Vérifiez le domicile du travailleur."),
      ),
      must(
        select(isOneOf(employerForm, "SCHOOL"), otherwise(schoolGroupNumber, yes), yes),
        "EMP-05",
        "schoolGroupNumber",
        words(
          "Een school vraagt aan met het ondernemingsnummer van de scholengroep.",
          "A school applies with the enterprise number of the school group.",
          "Une école demande avec le numéro d’entreprise du groupe scolaire.",
        ),
        words(
          "Meld u aan voor de scholengroep en vul dat nummer in.",
          "Log in for the school group and fill in that number.",
          "Connectez-vous pour le groupe scolaire et indiquez ce numéro.",
        ),
      ),
      must(
        not(isOneOf(difficultyStanding, "EXCLUDED")),
        "EMP-06",
        "declaredNotInDifficulty",
        words(
          "Een onderneming in moeilijkheden is uitgesloten, en de verklaring ontbreekt.",
          "An undertaking in difficulty is excluded, and the declaration is missing.",
          "Une entreprise en difficulté est exclue, et la déclaration manque.",
        ),
        words(
          "Verklaar dat de onderneming niet in moeilijkheden is, als dat zo is.",
          "Declare that the undertaking is not in difficulty, if that is so.",
          "Déclarez que l’entreprise n’est pas en difficulté, si tel est le cas.",
        ),
      ),
      must(
        select(
          isOneOf(difficultyStanding, "REVIEW"),
          otherwise(
            soundDespiteSignal,
            judgement(
              "flag",
              "OPEN-32",
              "Verordening (EU) 651/2014 (LAW-08)",
              words(
                "Het register meldt een insolventie. Is de onderneming toch niet in moeilijkheden? Noteer waarop u steunt.",
                "The register reports an insolvency. Is the undertaking nevertheless not in difficulty? Record what you rely on.",
                "Le registre signale une insolvabilité. L’entreprise n’est-elle pourtant pas en difficulté ? Notez sur quoi vous vous fondez.",
              ),
              atAssessment,
            ),
          ),
          yes,
        ),
        "EMP-06",
        "insolvencySignal",
        words(
          "De onderneming is in moeilijkheden, zo blijkt bij het nazicht.",
          "The undertaking is in difficulty, as the review shows.",
          "L’entreprise est en difficulté, selon l’examen.",
        ),
        words(
          "Dien opnieuw in wanneer de onderneming niet meer in moeilijkheden is.",
          "File again when the undertaking is no longer in difficulty.",
          "Introduisez une nouvelle demande quand l’entreprise n’est plus en difficulté.",
        ),
      ),
      must(
        debtsAllowed,
        "OPEN-36",
        "employerDebts",
        words(
          "De werkgever heeft sociale schulden of een terugvordering.",
          "The employer has social debts or a recovery.",
          "L’employeur a des dettes sociales ou une récupération.",
        ),
        words("Vereffen de schuld.", "Settle the debt.", "Apurez la dette."),
      ),
      must(
        not(isOneOf(serviceVoucherStanding, "EXCLUDED")),
        "EMP-08",
        "premiumsAsked",
        words(
          "Een dienstenchequeonderneming kan de loonpremie niet krijgen.",
          "A service-voucher firm cannot get the wage premium.",
          "Une entreprise de titres-services ne peut pas obtenir la prime salariale.",
        ),
        words(
          "Vraag ook de begeleidingspremie aan.",
          "Apply for the guidance premium too.",
          "Demandez aussi la prime d’accompagnement.",
        ),
      ),
      must(
        otherwise(registeredForImw, yes),
        "PROC-02",
        "registeredForImw",
        words(
          "Het ondernemingsnummer is niet geregistreerd voor individueel maatwerk; een registratie voor VOP telt niet.",
          "The enterprise number is not registered for individual customised work; a VOP registration does not count.",
          "Le numéro d’entreprise n’est pas enregistré pour le travail adapté individuel ; un enregistrement VOP ne compte pas.",
        ),
        words(
          "Registreer de onderneming eenmalig voor deze maatregel.",
          "Register the enterprise once for this measure.",
          "Enregistrez l’entreprise une fois pour cette mesure.",
        ),
      ),
    ],
    yes,
  ),
});
