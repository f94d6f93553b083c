// Attributes of the person, of the person's work status and tickets, and of the employer, at the reference date.
import { localized } from "../../kernel/index.ts";
import type { Attribute, Domain, Owner, Path } from "./attribute.ts";
import { type SubjectId, subjectFacts, subjects } from "./subjects.ts";

const codes = (...values: string[]): Domain => ({ kind: "codes", values });
const withPerson: readonly SubjectId[] = subjects.filter((subject) => subjectFacts[subject].hasPerson);
const withEmployer: readonly SubjectId[] = subjects.filter((subject) => subjectFacts[subject].hasEmployer);
/** For people at work, education and origin are not in the files: they come once a year by linkage. */
const workers: readonly SubjectId[] = ["application", "grant", "oldRight", "payment", "commitment"];
const provinces = codes("ANT", "LIM", "OVL", "VBR", "WVL", "BRU", "HAI", "LIE", "LUX", "NAM", "WBR", "ABR");

type Given = Pick<Attribute, "id" | "title" | "meaning" | "domain"> & Partial<Attribute>;

function of(path: Path, owner: Owner, attribute: Given): Attribute {
  const subjectsOfPath = path === "employer" ? withEmployer : withPerson;
  return {
    path,
    owner,
    subjects: subjectsOfPath,
    changes: true,
    atPeriodEnd: false,
    several: false,
    linkedFor: [],
    ids: [],
    ...attribute,
  };
}

export const personAttributes: readonly Attribute[] = [
  of("person", "NATIONAL_REGISTER", {
    id: "sex",
    title: localized("geslacht", "sex", "sexe"),
    meaning: localized("Zoals geregistreerd.", "As registered.", "Tel qu'enregistré."),
    domain: codes("F", "M", "X"),
    changes: false,
  }),
  of("person", "NATIONAL_REGISTER", {
    id: "ageBand",
    title: localized("leeftijdsklasse", "age band", "tranche d'âge"),
    meaning: localized(
      "Leeftijd in volle jaren op de referentiedatum, berekend uit de geboortemaand.",
      "Age in full years at the reference date, computed from the month of birth.",
      "Âge en années révolues à la date de référence, calculé à partir du mois de naissance.",
    ),
    atPeriodEnd: true,
    domain: codes("UNDER_25", "25_34", "35_44", "45_54", "55_PLUS"),
    ids: ["DATA-07"],
  }),
  of("person", "NATIONAL_REGISTER", {
    id: "age",
    title: localized("leeftijd", "age", "âge"),
    meaning: localized(
      "Volle jaren op de referentiedatum.",
      "Full years at the reference date.",
      "Années révolues à la date de référence.",
    ),
    domain: { kind: "number", unit: "year", additive: false },
    ids: ["DATA-07"],
  }),
  of("person", "LINKAGE", {
    id: "education",
    title: localized("onderwijsniveau", "education level", "niveau d'études"),
    meaning: localized(
      "Hoogste onderwijsniveau. Van werkzoekenden kent VDAB het; van werkenden komt het uit de jaarlijkse koppeling.",
      "Highest level of education. VDAB knows it of job seekers; of people at work it comes with the yearly linkage.",
      "Niveau d'études le plus élevé. Le VDAB le connaît des demandeurs d'emploi ; pour les travailleurs il vient du couplage annuel.",
    ),
    domain: codes("LOW", "MEDIUM", "HIGH"),
    linkedFor: workers,
    ids: ["DATA-07"],
  }),
  of("person", "LINKAGE", {
    id: "origin",
    title: localized("afkomst", "origin", "origine"),
    meaning: localized(
      "Afkomst volgens de jaarlijkse koppeling.",
      "Origin according to the yearly linkage.",
      "Origine selon le couplage annuel.",
    ),
    domain: codes("BE", "EU", "NON_EU"),
    linkedFor: workers,
    ids: ["DATA-07"],
  }),
  of("person", "NATIONAL_REGISTER", {
    id: "province",
    title: localized("provincie van de woonplaats", "province of residence", "province de résidence"),
    meaning: localized("Waar de persoon woont.", "Where the person lives.", "Où la personne habite."),
    domain: provinces,
    ids: ["EMP-11"],
  }),
  of("person", "NATIONAL_REGISTER", {
    id: "municipality",
    title: localized("gemeente van de woonplaats", "municipality of residence", "commune de résidence"),
    meaning: localized(
      "NIS-code van de gemeente waar de persoon woont.",
      "NIS code of the municipality where the person lives.",
      "Code INS de la commune de résidence.",
    ),
    domain: { kind: "text" },
    ids: ["EMP-11"],
  }),
  of("person", "NATIONAL_REGISTER", {
    id: "residence",
    title: localized("gewest van de woonplaats", "region of residence", "région de résidence"),
    meaning: localized(
      "Waar de hoofdverblijfplaats ligt.",
      "Where the main residence is.",
      "Où se trouve la résidence principale.",
    ),
    domain: codes("FLANDERS", "BRUSSELS", "WALLONIA", "EEA", "OTHER"),
    ids: ["EMP-11"],
  }),
  of("status", "VDAB", {
    id: "workStatus",
    title: localized("werkstatus", "work status", "statut de travail"),
    meaning: localized(
      "Werkzoekend zonder werk, werkend, zelfstandig of niet-actief.",
      "Job seeker without work, employed, self-employed or inactive.",
      "Demandeur d'emploi inoccupé, occupé, indépendant ou inactif.",
    ),
    domain: codes("JOB_SEEKER_WITHOUT_WORK", "EMPLOYED", "SELF_EMPLOYED", "INACTIVE"),
    ids: ["STAT-01"],
  }),
  of("status", "VDAB", {
    id: "employability",
    title: localized("inzetbaarheid", "employability", "disponibilité"),
    meaning: localized("Meteen inzetbaar of niet.", "Immediately employable or not.", "Immédiatement disponible ou non."),
    domain: codes("IMMEDIATE", "NOT_IMMEDIATE"),
    ids: ["STAT-02"],
  }),
  of("status", "VDAB", {
    id: "workCare",
    title: localized("in een werk-zorgtraject", "in a work-care trajectory", "dans un parcours travail-soins"),
    meaning: localized(
      "Of de persoon een activeringstraject volgt.",
      "Whether the person follows an activation trajectory.",
      "Si la personne suit un parcours d'activation.",
    ),
    domain: codes("YES", "NO"),
    ids: ["STAT-02", "AMA-12"],
  }),
  of("status", "RVA", {
    id: "benefit",
    title: localized("uitkering", "benefit", "allocation"),
    meaning: localized("De uitkering van de persoon.", "The person's benefit.", "L'allocation de la personne."),
    domain: codes("UNEMPLOYMENT", "SICKNESS", "LEEFLOON", "IVT", "NONE"),
    ids: ["AMA-09"],
  }),
  of("status", "VDAB", {
    id: "unemploymentDuration",
    title: localized("werkloosheidsduur", "unemployment duration", "durée du chômage"),
    meaning: localized(
      "Tijd zonder werk op de referentiedatum.",
      "Time without work at the reference date.",
      "Temps sans emploi à la date de référence.",
    ),
    domain: codes("UNDER_1_YEAR", "1_TO_2_YEARS", "2_TO_5_YEARS", "5_YEARS_PLUS"),
    ids: ["STAT-02"],
  }),
  of("holder", "VDAB", {
    id: "ticketCombination",
    title: localized("combinatie van tickets", "combination of tickets", "combinaison de tickets"),
    meaning: localized(
      "Alle tickets die de persoon op de referentiedatum heeft, binnen de gekozen perimeter van AMA. Sluiten elkaar uit.",
      "All tickets that the person holds at the reference date, within the chosen perimeter of AMA. They exclude each other.",
      "Tous les tickets détenus à la date de référence, selon le périmètre AMA choisi. Elles s'excluent mutuellement.",
    ),
    domain: codes("CMW", "IMW", "AMA", "CMW+IMW", "CMW+AMA", "IMW+AMA", "CMW+IMW+AMA", "NONE"),
    ids: ["STAT-01", "STAT-03", "STAT-04", "OPEN-57"],
  }),
];

export const employerAttributes: readonly Attribute[] = [
  of("employer", "COMPANY_REGISTER", {
    id: "legalForm",
    title: localized("rechtsvorm", "legal form", "forme juridique"),
    meaning: localized("Rechtsvorm van de werkgever.", "Legal form of the employer.", "Forme juridique de l'employeur."),
    domain: { kind: "text" },
    ids: ["EMP-01"],
  }),
  of("employer", "COMPANY_REGISTER", {
    id: "publicSide",
    title: localized("publieke kant", "public side", "côté public"),
    meaning: localized(
      "Geen, school, lokaal bestuur of andere overheid.",
      "None, school, local government or other authority.",
      "Aucun, école, pouvoir local ou autre autorité.",
    ),
    domain: codes("NONE", "SCHOOL", "LOCAL", "OTHER"),
    ids: ["EMP-04"],
  }),
  of("employer", "COMPANY_REGISTER", {
    id: "nace",
    title: localized("sector (NACE)", "sector (NACE)", "secteur (NACE)"),
    meaning: localized(
      "Eerste twee cijfers van de NACE-code.",
      "First two digits of the NACE code.",
      "Deux premiers chiffres du code NACE.",
    ),
    domain: { kind: "text" },
  }),
  of("employer", "RSZ", {
    id: "jointCommittee",
    title: localized("paritair comité", "joint committee", "commission paritaire"),
    meaning: localized(
      "Paritair comité van de werkgever.",
      "Joint committee of the employer.",
      "Commission paritaire de l'employeur.",
    ),
    domain: { kind: "text" },
  }),
  of("employer", "RSZ", {
    id: "size",
    title: localized("grootte van de werkgever", "size of the employer", "taille de l'employeur"),
    meaning: localized("Aantal werknemers in klassen.", "Number of employees in classes.", "Nombre de travailleurs par classes."),
    domain: codes("1-9", "10-49", "50-249", "250+"),
  }),
  of("employer", "COMPANY_REGISTER", {
    id: "employerProvince",
    title: localized("provincie van de vestiging", "province of establishment", "province d'établissement"),
    meaning: localized(
      "Waar de werkgever of de zelfstandige gevestigd is, niet waar iemand woont.",
      "Where the employer or self-employed person is established, not where somebody lives.",
      "Où l'employeur ou l'indépendant est établi, non où l'on habite.",
    ),
    domain: provinces,
  }),
  of("employer", "COMPANY_REGISTER", {
    id: "employerMunicipality",
    title: localized("gemeente van de vestiging", "municipality of establishment", "commune d'établissement"),
    meaning: localized(
      "NIS-code van de gemeente van de werkgever.",
      "NIS code of the employer's municipality.",
      "Code INS de la commune de l'employeur.",
    ),
    domain: { kind: "text" },
  }),
  of("employer", "DEPARTMENT", {
    id: "customisedWorkCompany",
    title: localized("maatwerkbedrijf", "customised-work company", "entreprise de travail adapté"),
    meaning: localized(
      "Of de werkgever een maatwerkbedrijf is.",
      "Whether the employer is a customised-work company.",
      "Si l'employeur est une entreprise de travail adapté.",
    ),
    domain: codes("YES", "NO"),
    ids: ["EMP-07"],
  }),
  of("employer", "DEPARTMENT", {
    id: "serviceVoucherCompany",
    title: localized("dienstenchequeonderneming", "service-voucher firm", "entreprise de titres-services"),
    meaning: localized(
      "Of de werkgever met dienstencheques werkt.",
      "Whether the employer works with service vouchers.",
      "Si l'employeur travaille avec des titres-services.",
    ),
    domain: codes("YES", "NO"),
    ids: ["EMP-08"],
  }),
];
