// The local services economy (LDE) as it runs out: trajectory, compensation, conversion, new maatwerkbedrijf (TRANS-30 to TRANS-36).
import {
  allOf,
  atLeast,
  atMost,
  bySwitch,
  codeInput,
  codeTable,
  constant,
  dateAfter,
  daysInService,
  daysOfQuarter,
  firstDayOfQuarter,
  lastDayOfQuarter,
  minimum,
  not,
  otherwise,
  parameterOn,
  ratioOf,
  roundHalfUp,
  rule,
  select,
  times,
  whenAll,
  yearsAfter,
} from "../../engine/build.ts";
import { no } from "../eligibility/conditions.ts";
import { employmentFraction, inServiceFrom, inServiceUntil } from "../facts.ts";
import { words } from "../wording.ts";
import {
  imwPackageRuns,
  ldeAmountPerFte,
  ldeContingent,
  ldeEndsOn,
  ldeEnteredRatio,
  ldeExceptional,
  ldeFte,
  ldeStartedOn,
  mwbFte,
  mwbShare,
  newMwbFoundedOn,
} from "./facts.ts";

export const ldeTrajectoryEnd = rule("ldeTrajectoryEnd", {
  ids: ["TRANS-36", "TRANS-35"],
  title: words("Einde van het LDE-traject", "End of the LDE trajectory", "Fin du parcours LDE"),
  dutchTerm: "inschakelingstraject",
  sentence: words(
    "Vanaf de start van de tewerkstelling op {fact:ldeStartedOn} loopt het traject tot {value}.",
    "From the start of the employment on {fact:ldeStartedOn} the trajectory runs until {value}.",
    "À partir du début de l’emploi le {fact:ldeStartedOn}, le parcours court jusqu’au {value}.",
  ),
  gives: select(
    otherwise(ldeExceptional, no),
    yearsAfter(ldeStartedOn, parameterOn("lde.trajectoryYears.exceptional", "years", ldeStartedOn)),
    yearsAfter(ldeStartedOn, parameterOn("lde.trajectoryYears.normal", "years", ldeStartedOn)),
  ),
});

const lastServiceDay = minimum(ldeEndsOn, otherwise(inServiceUntil, lastDayOfQuarter));

export const ldeShare = rule("ldeShare", {
  ids: ["TRANS-31", "TRANS-36"],
  title: words(
    "Deel van het kwartaal in het LDE-traject",
    "Share of the quarter in the LDE trajectory",
    "Part du trimestre dans le parcours LDE",
  ),
  dutchTerm: "inschakelingstraject",
  sentence: words(
    "Het traject loopt tot {fact:ldeEndsOn}; {value} van het kwartaal telt.",
    "The trajectory runs until {fact:ldeEndsOn}; {value} of the quarter counts.",
    "Le parcours court jusqu’au {fact:ldeEndsOn} ; {value} du trimestre compte.",
  ),
  gives: ratioOf(daysInService(otherwise(inServiceFrom, firstDayOfQuarter), lastServiceDay), daysOfQuarter),
});

export const ldeCompensation = rule("ldeCompensation", {
  ids: ["TRANS-31", "TRANS-30", "TRANS-34"],
  title: words("Tijdelijke vergoeding LDE", "Temporary LDE compensation", "Indemnité temporaire LDE"),
  dutchTerm: "tijdelijke vergoeding",
  sentence: words(
    "{fact:ldeAmountPerFte} per voltijds, naar de contracturen ({fact:employmentFraction}) en {rule:ldeShare} van het kwartaal: {value}.",
    "{fact:ldeAmountPerFte} per full-time worker, by contractual hours ({fact:employmentFraction}) and {rule:ldeShare} of the quarter: {value}.",
    "{fact:ldeAmountPerFte} par temps plein, selon les heures contractuelles ({fact:employmentFraction}) et {rule:ldeShare} du trimestre : {value}.",
  ),
  gives: whenAll(
    [
      {
        holds: not(otherwise(imwPackageRuns, no)),
        id: "TRANS-31",
        field: "imwPackageRuns",
        message: words(
          "De tijdelijke vergoeding gaat niet samen met een pakket individueel maatwerk voor dezelfde werknemer.",
          "The temporary compensation does not go together with a package of individual customised work for the same worker.",
          "L’indemnité temporaire ne se cumule pas avec un paquet de travail adapté individuel pour le même travailleur.",
        ),
      },
      {
        holds: atLeast(ldeEndsOn, firstDayOfQuarter),
        id: "TRANS-30",
        field: "ldeEndsOn",
        message: words(
          "Het traject was al voorbij voor dit kwartaal.",
          "The trajectory was over before this quarter.",
          "Le parcours était terminé avant ce trimestre.",
        ),
      },
    ],
    bySwitch("OPEN-44", { ENTERED_PER_FILE: roundHalfUp(times(times(ldeAmountPerFte, employmentFraction), ldeShare)) }),
  ),
});

/** The whole compensation of an organisation follows the department's list (TRANS-35). */
export const ldeWithinContingent = rule("ldeWithinContingent", {
  ids: ["TRANS-35"],
  title: words("Breuken binnen het contingent", "Fractions within the contingent", "Fractions dans le contingent"),
  dutchTerm: "foto",
  sentence: words(
    "De breuken op de lijst ({fact:ldeFte} VTE) blijven binnen het contingent van {fact:ldeContingent} VTE: {value}.",
    "The fractions on the list ({fact:ldeFte} FTE) stay within the contingent of {fact:ldeContingent} FTE: {value}.",
    "Les fractions de la liste ({fact:ldeFte} ETP) restent dans le contingent de {fact:ldeContingent} ETP : {value}.",
  ),
  gives: atMost(ldeFte, ldeContingent),
});

const choice = codeInput("ldeChoice", ["INDIVIDUAL", "COLLECTIVE"]);
const dayAfterEntry = dateAfter(parameterOn("olderSchemes.lastDay", "date", ldeStartedOn), constant("days", 1));

export const ldeTemporaryPercentage = rule("ldeTemporaryPercentage", {
  ids: ["TRANS-32"],
  title: words(
    "Tijdelijk pakket na keuze collectief",
    "Temporary package after choosing collective",
    "Paquet temporaire après choix collectif",
  ),
  dutchTerm: "keuze collectief maatwerk",
  sentence: words(
    "Na de keuze ({fact:ldeChoice}) geldt voor de rest van het traject een tijdelijk pakket van {value}.",
    "After the choice ({fact:ldeChoice}) a temporary package of {value} holds for the rest of the trajectory.",
    "Après le choix ({fact:ldeChoice}), un paquet temporaire de {value} vaut pour le reste du parcours.",
  ),
  gives: codeTable(choice, {
    COLLECTIVE: parameterOn("lde.collective.temporaryPackage", "basisPoints", dayAfterEntry),
    INDIVIDUAL: whenAll(
      [
        {
          holds: no,
          id: "TRANS-31",
          field: "ldeChoice",
          message: words(
            "Wie individueel koos, heeft geen tijdelijk pakket: daar loopt de tijdelijke vergoeding.",
            "Whoever chose individual has no temporary package: there the temporary compensation runs.",
            "Qui a choisi l’individuel n’a pas de paquet temporaire : là court l’indemnité temporaire.",
          ),
        },
      ],
      constant("basisPoints", 0),
    ),
  }),
});

export const ldeConversion = rule("ldeConversion", {
  ids: ["TRANS-32", "TRANS-34"],
  title: words("Omzetting van LDE naar contingent", "Conversion of LDE into contingent", "Conversion de LDE en contingent"),
  dutchTerm: "keuze collectief maatwerk",
  sentence: words(
    "{fact:ldeFte} VTE waarvan het traject eindigde op {fact:ldeEndsOn}, aan de verhouding van dat jaar: {value} VTE vast contingent.",
    "{fact:ldeFte} FTE whose trajectory ended on {fact:ldeEndsOn}, at the ratio of that year: {value} FTE of permanent contingent.",
    "{fact:ldeFte} ETP dont le parcours a pris fin le {fact:ldeEndsOn}, au rapport de cette année : {value} ETP de contingent permanent.",
  ),
  gives: times(ldeFte, otherwise(ldeEnteredRatio, parameterOn("lde.collective.conversion", "ratio", ldeEndsOn))),
});

export const newMwbNormsBy = rule("newMwbNormsBy", {
  ids: ["TRANS-33"],
  title: words(
    "Nieuw maatwerkbedrijf haalt de normen tegen",
    "New maatwerkbedrijf reaches the norms by",
    "Nouvelle entreprise atteint les normes pour le",
  ),
  dutchTerm: "nieuw maatwerkbedrijf",
  sentence: words(
    "Een maatwerkbedrijf uit LDE, gestart op {fact:newMwbFoundedOn}, haalt aandeel en omvang tegen {value}.",
    "A maatwerkbedrijf from LDE, founded on {fact:newMwbFoundedOn}, reaches share and size by {value}.",
    "Une entreprise issue de LDE, fondée le {fact:newMwbFoundedOn}, atteint part et taille pour le {value}.",
  ),
  gives: yearsAfter(newMwbFoundedOn, parameterOn("lde.newMwb.years", "years", newMwbFoundedOn)),
});

export const mwbNormsReached = rule("mwbNormsReached", {
  ids: ["TRANS-33", "CMW-02", "CMW-03"],
  title: words("Aandeel en omvang gehaald", "Share and size reached", "Part et taille atteintes"),
  dutchTerm: "aandeel doelgroepwerknemers",
  sentence: words(
    "Met {fact:mwbFte} VTE en een aandeel van {fact:mwbShare} zijn {parameter:cmw.mwb.minFte} VTE en {parameter:cmw.mwb.minShare} gehaald: {value}.",
    "With {fact:mwbFte} FTE and a share of {fact:mwbShare}, {parameter:cmw.mwb.minFte} FTE and {parameter:cmw.mwb.minShare} are reached: {value}.",
    "Avec {fact:mwbFte} ETP et une part de {fact:mwbShare}, {parameter:cmw.mwb.minFte} ETP et {parameter:cmw.mwb.minShare} sont atteints : {value}.",
  ),
  gives: allOf(
    atLeast(mwbFte, parameterOn("cmw.mwb.minFte", "fte", newMwbFoundedOn)),
    atLeast(mwbShare, parameterOn("cmw.mwb.minShare", "basisPoints", newMwbFoundedOn)),
  ),
});
