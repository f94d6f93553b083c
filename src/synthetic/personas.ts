// Ready-made people to log in as in a demonstration. Applicants and persons are taken from the population; staff are invented.
import type { Law } from "../law/index.ts";
import { type Firm, FirmPool } from "./firms.ts";
import { identify, type PersonIdentity } from "./identity.ts";
import { legalFacts } from "./legal-facts.ts";
import { PAYROLL_OFFICE } from "./newcomers.ts";
import { NumberBook } from "./numbers.ts";
import { drawLife, type LifeGroup, lifeGroups, wishesOf2023 } from "./population.ts";
import { type Quotas, quotasAt } from "./quotas.ts";
import type { Relation2023 } from "./workers.ts";
import type { World } from "./world.ts";

/** A login: an id, texts for the page of choice, and the claims that the government's provider would give. */
export interface Persona {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** One life by its group and place. */
export interface LifePlace {
  readonly group: LifeGroup;
  readonly index: number;
}

/** Lives that personas are taken from, in the order in which identities are handed out: they come before all others. */
export interface ShownLives {
  readonly seeker: LifePlace | null;
  readonly guided: LifePlace | null;
  readonly selfEmployed: LifePlace | null;
  readonly formerVop: LifePlace | null;
}

export function shownLives(groups: readonly LifeGroup[], quotas: Quotas): ShownLives {
  const at = (name: string, index: number): LifePlace | null => {
    const group = groups.find((one) => one.name === name);
    return group === undefined || index < 0 || index >= group.count ? null : { group, index };
  };
  const wishes = wishesOf2023(quotas);
  const single = (fits: (wish: Relation2023) => boolean): LifePlace | null => {
    const index = wishes.findIndex((own) => own.length === 1 && own[0]?.state === "GRANTED" && fits(own[0]));
    return at("worker-2023", index);
  };
  return {
    seeker: at("stock-d", 0),
    guided: single((wish) => wish.category === "WAGE_AND_GUIDANCE" && wish.formerVop === null),
    selfEmployed: single((wish) => wish.category === "SUPPORT" && wish.formerVop === null),
    formerVop: single((wish) => wish.category === "WAGE" && wish.formerVop === "VOP"),
  };
}

export interface PersonaOptions {
  readonly law: Law;
  readonly seed: string;
  readonly scale: number;
}

/** Organisations of the staff personas: invented codes outside the ranges in use. */
const DEPARTMENT = { vo_doelgroepcode: "GID", vo_orgcode: "OVO999001", vo_orgnaam: "Departement WEWIS (oefening)" };
const VDAB = { vo_doelgroepcode: "GID", vo_orgcode: "OVO999002", vo_orgnaam: "VDAB (oefening)" };
const PARTNER = { vo_doelgroepcode: "LB", vo_orgcode: "OVO999003", vo_orgnaam: "Synpartner OCMW (oefening)" };
const CABINET = { vo_doelgroepcode: "GID", vo_orgcode: "OVO999005", vo_orgnaam: "Kabinet Werk (oefening)" };
const INSPECTION = { vo_doelgroepcode: "GID", vo_orgcode: "OVO999004", vo_orgnaam: "Vlaamse Sociale Inspectie (oefening)" };

const STAFF: readonly (readonly [
  role: string,
  given: string,
  family: string,
  organisation: Record<string, string>,
  does: string,
  /** Other roles of the same person. */
  also?: readonly string[],
])[] = [
  ["vdabAdviser", "Hilde", "Synbroeckhove", VDAB, "beslist over indiceringen en geeft tickets"],
  ["vdabAdviser", "Pieter", "Synlindekens", VDAB, "beslist over indiceringen en geeft tickets"],
  ["icfPartner", "Omar", "Synkensdaele", PARTNER, "geeft een indiceringsadvies met ICF"],
  ["reviewSecretary", "Greet", "Synmeersgoor", VDAB, "volgt heroverwegingen op"],
  ["caseHandler", "Koen", "Synhaegehof", DEPARTMENT, "beslist over aanvragen"],
  ["caseHandler", "Fatima", "Synlaervelde", DEPARTMENT, "beslist over aanvragen"],
  ["paymentOfficer", "Wim", "Syndonckrode", DEPARTMENT, "bereidt de kwartaalberekening voor"],
  ["paymentApprover", "Ellen", "Synbeeksteen", DEPARTMENT, "keurt betalingen goed"],
  [
    "paymentOfficer",
    "Lien",
    "Synvelthof",
    DEPARTMENT,
    "bereidt betalingen voor en keurt die van anderen goed",
    ["paymentApprover"],
  ],
  ["statistician", "Luca", "Synmoerbrecht", DEPARTMENT, "maakt cijfers en antwoorden"],
  ["statistician", "Mira", "Synveldhove", DEPARTMENT, "kijkt cijfers na en geeft ze vrij"],
  ["cabinetAdviser", "Ruben", "Synlindenaar", CABINET, "bereidt antwoorden voor het parlement voor"],
  ["policyAnalyst", "Nele", "Synbergdrisse", DEPARTMENT, "rekent hervormingen door"],
  ["auditor", "Marc", "Synhofkerke", DEPARTMENT, "gaat uitbetalingen na tot op de bron"],
  ["dataProtectionOfficer", "Sabine", "Syneyckzele", DEPARTMENT, "ziet wie welke gegevens opende"],
  ["socialInspector", "Tom", "Synmuntlinde", INSPECTION, "controleert dossiers"],
  ["helpdesk", "Yasmina", "Syngaelmans", DEPARTMENT, "helpt gebruikers"],
  ["administrator", "Bart", "Synboschman", DEPARTMENT, "beheert de toepassing"],
];

/** More employers of a worker with guidance; only the enterprise is taken from these lives, so they need no number of their own. */
const FURTHER_EMPLOYERS = [
  ["Bea", "Synveldman"],
  ["Ward", "Synbosmans"],
] as const;

function furtherGuided(seed: string, groups: readonly LifeGroup[], quotas: Quotas) {
  const group = groups.find((one) => one.name === "worker-2023");
  if (group === undefined) return [];
  return wishesOf2023(quotas)
    .flatMap((own, index) => {
      const [wish] = own;
      const fits =
        own.length === 1 && wish?.state === "GRANTED" && wish.category === "WAGE_AND_GUIDANCE" && wish.formerVop === null;
      return fits ? [index] : [];
    })
    .slice(1, 1 + FURTHER_EMPLOYERS.length)
    .map((index) => drawLife(seed, group, index));
}

/**
 * A life with guidance at the enterprise of a natural person, which also has a grant of the first year: what a self-employed person who
 * employs somebody has to do. A place and not a search, because finding one means drawing thousands of lives; a population that has
 * another life there goes without.
 */
const EMPLOYED_BY_SELF_EMPLOYED = { group: "new-worker-2024-11", index: 31 } as const;

function ownEmployer(seed: string, groups: readonly LifeGroup[]): Firm | null {
  const { group: name, index } = EMPLOYED_BY_SELF_EMPLOYED;
  const group = groups.find((one) => one.name === name);
  if (group === undefined || index >= group.count) return null;
  const [relation] = drawLife(seed, group, index).relations;
  const fits =
    relation?.firm?.facts.legalForm === "NATURAL_PERSON" &&
    relation.category === "WAGE_AND_GUIDANCE" &&
    relation.fate.kind === "GRANTED" &&
    relation.stop === null;
  return fits ? relation.firm : null;
}

/** About twenty people; fewer applicants when a very small population lacks one of them. */
export function personas({ law, seed, scale }: PersonaOptions): readonly Persona[] {
  const quotas = quotasAt(scale);
  const world: World = { law: legalFacts(law), firms: new FirmPool(seed, scale) };
  const groups = lifeGroups(world, quotas);
  const shown = shownLives(groups, quotas);
  const book = new NumberBook();
  const found: Persona[] = [];
  Object.values(shown).forEach((place: LifePlace | null) => {
    if (place === null) return;
    const life = drawLife(seed, place.group, place.index);
    const identity = identify(seed, life, book);
    const firm = life.relations[0]?.firm ?? null;
    if (place === shown.seeker) found.push(citizen("person-seeker", identity, "werkzoekende met een dubbelticket"));
    if (place === shown.selfEmployed) found.push(citizen("self-employed", identity, "zelfstandige met een ondersteuningspremie"));
    if (place === shown.formerVop)
      found.push(citizen("person-former-vop", identity, "werknemer die van VOP naar individueel maatwerk ging"));
    if (place === shown.guided && firm !== null) {
      found.push(citizen("person-worker", identity, `werknemer bij ${firm.name}, rijksregisternummer ${identity.insz}`));
      const organisation = { vo_doelgroepcode: "EA", vo_orgcode: firm.kbo, vo_orgnaam: firm.name };
      found.push(member("employer", "employer", "Annelies", "Synaertlinde", organisation, `vertegenwoordigt ${firm.name}`));
      const office = { vo_doelgroepcode: "EA", vo_orgcode: PAYROLL_OFFICE.kbo, vo_orgnaam: PAYROLL_OFFICE.name };
      found.push(
        member("payroll-office", "payrollOffice", "Jeroen", "Synberghorst", office, `sociaal secretariaat van ${firm.name}`),
      );
    }
  });
  for (const [nth, life] of furtherGuided(seed, groups, quotas).entries()) {
    const firm = life.relations[0]?.firm ?? null;
    const [given, family] = FURTHER_EMPLOYERS[nth] ?? [];
    if (firm === null || given === undefined || family === undefined) continue;
    const organisation = { vo_doelgroepcode: "EA", vo_orgcode: firm.kbo, vo_orgnaam: firm.name };
    const does = `vertegenwoordigt ${firm.name}, met een werknemer voor wie de premie loopt`;
    found.push(member(`employer-${nth + 2}`, "employer", given, family, organisation, does));
  }
  const own = ownEmployer(seed, groups);
  if (own !== null) {
    const organisation = { vo_doelgroepcode: "EA", vo_orgcode: own.kbo, vo_orgnaam: own.name };
    const does = `zelfstandige met ${own.name}, en met een werknemer voor wie de premie loopt`;
    found.push(member("self-employed-employer", "selfEmployed", "Hanne", "Syntuinder", organisation, does));
  }
  const counts = new Map<string, number>();
  for (const [role, given, family, organisation, does, also] of STAFF) {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    found.push(member(count === 1 ? role : `${role}-${count}`, role, given, family, organisation, does, also));
  }
  return found;
}

function citizen(id: string, identity: PersonIdentity, description: string): Persona {
  const { given, family, insz, enterprise } = identity;
  // A self-employed person logs in for the own enterprise.
  const capacity =
    enterprise === null
      ? { vo_doelgroepcode: "BUR" }
      : {
          vo_doelgroepcode: "EA",
          vo_orgcode: enterprise.kbo,
          vo_orgnaam: `${given} ${family}`,
          maatwerk_rol_3d: [`selfEmployed:${enterprise.kbo}`],
        };
  return {
    id,
    label: `${given} ${family}`,
    description: `${capital(description)}. Synthetische persoon.`,
    claims: { sub: id, given_name: given, family_name: family, rrn: insz, ...capacity },
  };
}

function member(
  id: string,
  role: string,
  given: string,
  family: string,
  organisation: Record<string, string>,
  does: string,
  also: readonly string[] = [],
): Persona {
  return {
    id,
    label: `${given} ${family}`,
    description: `${capital(does)}. Synthetische persoon.`,
    claims: {
      sub: id,
      given_name: given,
      family_name: family,
      ...organisation,
      maatwerk_rol_3d: [role, ...also].map((one) => `${one}:${organisation.vo_orgcode}`),
    },
  };
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
