// Who of the demonstration opens the pages of each role, what is beyond a role's reach, and what is prepared where no link leads.
import { type Permission, type Role, reachOf } from "../../src/access/index.ts";
import { completion, draft, evaluated, ownCompletion, statements } from "./visit/applicant.ts";
import { evidence, files, proposal } from "./visit/department.ts";
import { figuresDraft, labResult } from "./visit/figures.ts";
import type { Prepare } from "./visit/hands.ts";
import { firstRequest, ownRequest, privacyRequest } from "./visit/person.ts";
import { advice, group, openRequest, personAtVdab } from "./visit/vdab.ts";

interface Visitor {
  readonly name: string;
  /** What is brought about for this visitor while pages are still missed, and where to read on then. */
  readonly prepare?: readonly Prepare[];
}

export interface Visit {
  /** Ready-made people, tried one after the other until every page was seen. */
  readonly who: readonly Visitor[];
  /** Where to begin besides the start of the role. */
  readonly from?: readonly string[];
  /** Addresses that the role may open but that hold nothing for it, each with the reason; nothing else may be missed. */
  readonly none?: Readonly<Record<string, string>>;
}

/** Pages in the parts that belong to somebody else: they answer as if nothing were there. */
export function beyond(role: Role, path: string): boolean {
  const reaches = (permission: Permission, reach: "own" | "organisation" | "all") => reachOf(role, permission) === reach;
  // Who acts for one enterprise is led to it at once.
  if (path === "/loket") return role !== "payrollOffice";
  if (path.startsWith("/loket")) return !reaches("application.file", "organisation");
  if (path.startsWith("/departement/dossier")) return !reaches("application.follow", "all");
  if (path.startsWith("/mijn-dossier/voor/") || path === "/mijn-dossier/eerste-aanvraag") return role !== "guardian";
  if (path === "/mijn-dossier") return !reaches("person.tickets.see", "own");
  if (path.startsWith("/mijn-dossier/")) return role === "guardian" || !reaches("person.tickets.see", "own");
  // The lists of an enterprise; others come to one statement from the run that paid it.
  if (/^\/documenten\/(afrekeningen|fiscaal)\//.test(path)) return !reaches("grant.follow", "organisation");
  // Who acts for an enterprise makes keys per enterprise.
  if (path === "/mijn/programma") return reaches("application.file", "organisation");
  return false;
}

/** Leads on to the start of the role, or to the one enterprise that somebody acts for. */
export const LEADS_ON: ReadonlySet<string> = new Set(["/mijn"]);

/** The month before this one: a month that lies ahead has no page. */
const lastMonth = (): string => new Date(Date.now() - 31 * 86_400_000).toISOString().slice(0, 7);

const NO_LETTERS = {
  "/documenten/:document": "no letter is for this role",
  "/documenten/:document/pdf": "no letter is for this role",
};
const MONTH = `/betalingen/voorschotten/maand/${lastMonth()}`;
const figures = (name: string, ...more: readonly Prepare[]): Visit => ({
  who: [{ name, prepare: [figuresDraft, ...more] }],
  from: ["/cijfers/werk", "/cijfers/ontwerp"],
  none: NO_LETTERS,
});
const SENT_IN = "Synantwoord";

export const visits: Readonly<Record<Role, Visit>> = {
  employer: {
    who: [
      { name: "Annelies Synaertlinde", prepare: [draft] },
      { name: "Paul Synkweker" },
      { name: "Dirk Synoefen", prepare: [completion("Dirk Synoefen", 1)] },
      { name: "Bea Synveldman", prepare: [evaluated("Bea Synveldman")] },
    ],
  },
  payrollOffice: {
    who: [
      {
        name: "Jeroen Synberghorst",
        prepare: [draft, completion("Joke Synproef", 0), evaluated("Annelies Synaertlinde")],
      },
    ],
  },
  selfEmployed: {
    who: [
      { name: "Dorien Synhaegehorst", prepare: [ownRequest] },
      { name: "Hanne Syntuinder", prepare: [draft, evaluated("Hanne Syntuinder")] },
      { name: "Rik Synstarter", prepare: [ownCompletion] },
    ],
    from: ["/mijn-dossier"],
  },
  person: {
    who: [
      { name: "Said Synbrandrode", prepare: [ownRequest] },
      { name: "Ayse Syneyckacker", prepare: [ownRequest] },
      { name: "Lotte Synvraagt" },
      { name: "Emre Synzoekt" },
    ],
    from: ["/mijn-dossier"],
  },
  guardian: {
    who: [{ name: "Ria Synbewind", prepare: [firstRequest] }],
    none: { "/mijn-dossier/voor/:persoon/heroverweging/:indicering": "the decisions about the wards are older than the term" },
  },
  vdabAdviser: {
    who: [
      {
        name: "Hilde Synbroeckhove",
        prepare: [openRequest, advice, group("/vdab/inhaalbeweging"), group("/vdab/vop/groepen"), evaluated("Ward Synbosmans")],
      },
    ],
    from: ["/vdab/advies", "/vdab?soort=REVIEW", "/vdab?soort=EVALUATION", "/vdab?soort=ADVICE"],
  },
  icfPartner: { who: [{ name: "Omar Synkensdaele" }], none: NO_LETTERS },
  reviewSecretary: {
    who: [
      {
        name: "Greet Synmeersgoor",
        prepare: [personAtVdab("Jan Synschrijft"), personAtVdab("Mieke Synbelt"), evaluated("Bea Synveldman")],
      },
    ],
    from: ["/vdab?soort=REVIEW"],
  },
  caseHandler: {
    who: [
      {
        name: "Koen Synhaegehof",
        prepare: [files("READY", "EVALUATION_READY", "CHANGED"), statements, evidence(SENT_IN), proposal],
      },
    ],
    from: ["/betalingen", MONTH, "/overgang"],
  },
  paymentOfficer: { who: [{ name: "Wim Syndonckrode", prepare: [statements] }], from: [MONTH] },
  paymentApprover: { who: [{ name: "Ellen Synbeeksteen" }], from: [MONTH], none: NO_LETTERS },
  statistician: figures("Luca Synmoerbrecht"),
  cabinetAdviser: figures("Ruben Synlindenaar"),
  policyAnalyst: figures("Nele Synbergdrisse", labResult),
  auditor: {
    who: [
      {
        name: "Marc Synhofkerke",
        prepare: [files("READY", "EVALUATION_READY", "NEW"), statements, evidence(SENT_IN)],
      },
    ],
    from: ["/departement/zoeken", MONTH],
  },
  dataProtectionOfficer: { who: [{ name: "Sabine Syneyckzele", prepare: [privacyRequest] }], none: NO_LETTERS },
  socialInspector: {
    who: [
      {
        name: "Tom Synmuntlinde",
        prepare: [files("READY", "EVALUATION_READY", "NEW"), statements, evidence(SENT_IN)],
      },
    ],
    from: ["/departement/zoeken"],
  },
  helpdesk: { who: [{ name: "Yasmina Syngaelmans" }], none: NO_LETTERS },
  administrator: { who: [{ name: "Bart Synboschman" }], none: NO_LETTERS },
};
