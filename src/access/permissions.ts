// The one table that says which role may do and see what. Screens, the API and jobs ask it; nothing else decides about access.
import type { Role } from "./roles.ts";

/**
 * How far a permission reaches: `own` the actor's own file, `organisation` files of the firm or person the actor acts for,
 * `all` every file. No entry: not at all.
 */
export type Reach = "own" | "organisation" | "all";

export const permissions = [
  "simulate",
  "employer.register",
  "application.file",
  "application.follow",
  "application.decide",
  "application.search",
  "application.reassign",
  "grant.follow",
  "grant.change",
  "person.indication.request",
  "person.tickets.see",
  "person.accessLog.see",
  "person.review.ask",
  "finding.see",
  "finding.record",
  "advice.record",
  "catchUp.run",
  "review.handle",
  "declaration.takeIn",
  "run.prepare",
  "run.approve",
  "bank.reconcile",
  "recovery.propose",
  "recovery.decide",
  "block.propose",
  "block.confirm",
  "budget.record",
  "advance.request",
  "advance.decide",
  "ledger.see",
  "figure.ask",
  "figure.release",
  "answer.draft",
  "lab.run",
  "transition.import",
  "transition.sign",
  "audit.sample",
  "accessLog.search",
  "processing.register",
  "inspection.see",
  "system.status",
  "system.configure",
  "letter.post",
] as const;
export type Permission = (typeof permissions)[number];

type Grants = Readonly<Partial<Record<Permission, Reach>>>;

const applicant: Grants = {
  simulate: "all",
  "employer.register": "organisation",
  "application.file": "organisation",
  "application.follow": "organisation",
  "grant.follow": "organisation",
  "grant.change": "organisation",
  "advance.request": "organisation",
};

const person: Grants = {
  simulate: "all",
  "person.indication.request": "own",
  "person.tickets.see": "own",
  "person.accessLog.see": "own",
  "person.review.ask": "own",
};

/** Findings, evidence, loss and costs stay with VDAB: no role of the department or of an applicant has `finding.see`. */
export const permissionTable: Readonly<Record<Role, Grants>> = {
  employer: applicant,
  payrollOffice: applicant,
  selfEmployed: { ...applicant, ...person },
  person,
  guardian: person,
  vdabAdviser: {
    simulate: "all",
    "finding.see": "all",
    "finding.record": "all",
    "advice.record": "all",
    "person.tickets.see": "all",
    "catchUp.run": "all",
    "review.handle": "all",
    "letter.post": "all",
  },
  icfPartner: { simulate: "all", "advice.record": "organisation" },
  reviewSecretary: { simulate: "all", "review.handle": "all", "person.tickets.see": "all", "finding.see": "all" },
  caseHandler: {
    simulate: "all",
    "application.follow": "all",
    "application.decide": "all",
    "application.search": "all",
    "application.reassign": "all",
    "grant.follow": "all",
    "grant.change": "all",
    "transition.import": "all",
    "transition.sign": "all",
    "ledger.see": "all",
    "letter.post": "all",
  },
  paymentOfficer: {
    simulate: "all",
    "declaration.takeIn": "all",
    "run.prepare": "all",
    "bank.reconcile": "all",
    "recovery.propose": "all",
    "block.propose": "all",
    "budget.record": "all",
    "advance.decide": "all",
    "ledger.see": "all",
    "grant.follow": "all",
  },
  paymentApprover: {
    simulate: "all",
    "run.approve": "all",
    "recovery.decide": "all",
    "block.confirm": "all",
    "ledger.see": "all",
    "transition.sign": "all",
  },
  statistician: { simulate: "all", "figure.ask": "all", "figure.release": "all", "answer.draft": "all" },
  cabinetAdviser: { simulate: "all", "figure.ask": "all", "answer.draft": "all" },
  policyAnalyst: { simulate: "all", "lab.run": "all", "figure.ask": "all" },
  auditor: {
    simulate: "all",
    "audit.sample": "all",
    "ledger.see": "all",
    "application.follow": "all",
    "application.search": "all",
    "grant.follow": "all",
  },
  dataProtectionOfficer: { simulate: "all", "accessLog.search": "all", "processing.register": "all" },
  socialInspector: {
    simulate: "all",
    "inspection.see": "all",
    "application.follow": "all",
    "application.search": "all",
    "grant.follow": "all",
  },
  helpdesk: { simulate: "all", "application.search": "all" },
  administrator: { simulate: "all", "system.status": "all", "system.configure": "all" },
};

/** Everyone, also without logging in. */
export const publicPermissions: ReadonlySet<Permission> = new Set<Permission>(["simulate"]);

/** How far `role` may use `permission`; null when it may not. Without a role: what the public may do. */
export function reachOf(role: Role | null, permission: Permission): Reach | null {
  if (role === null) return publicPermissions.has(permission) ? "all" : null;
  return permissionTable[role][permission] ?? null;
}
