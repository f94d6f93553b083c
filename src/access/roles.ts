// Who can act in the system. A role comes from the login provider's role claim; what each may do stands in permissions.ts.
import { type Localized, localized } from "../kernel/index.ts";

export const roles = [
  "employer",
  "payrollOffice",
  "selfEmployed",
  "person",
  "guardian",
  "vdabAdviser",
  "icfPartner",
  "reviewSecretary",
  "caseHandler",
  "paymentOfficer",
  "paymentApprover",
  "statistician",
  "policyAnalyst",
  "cabinetAdviser",
  "auditor",
  "dataProtectionOfficer",
  "socialInspector",
  "helpdesk",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export const roleTitles: Readonly<Record<Role, Localized>> = {
  employer: localized("Werkgever", "Employer", "Employeur"),
  payrollOffice: localized("Sociaal secretariaat", "Payroll office", "Secrétariat social"),
  selfEmployed: localized("Zelfstandige", "Self-employed person", "Indépendant"),
  person: localized("Persoon met een arbeidsbeperking", "Person with a work disability", "Personne avec un handicap à l'emploi"),
  guardian: localized("Bewindvoerder", "Guardian", "Administrateur"),
  vdabAdviser: localized("Bemiddelaar VDAB (TOM)", "VDAB adviser (TOM)", "Conseiller VDAB (TOM)"),
  icfPartner: localized("ICF-partner (GTB, OCMW)", "ICF partner (GTB, OCMW)", "Partenaire CIF (GTB, CPAS)"),
  reviewSecretary: localized("Secretaris heroverweging", "Review secretary", "Secrétaire du réexamen"),
  caseHandler: localized("Dossierbehandelaar", "Case handler", "Gestionnaire de dossiers"),
  paymentOfficer: localized("Betaalverantwoordelijke", "Payment officer", "Responsable des paiements"),
  paymentApprover: localized("Goedkeurder betalingen", "Payment approver", "Approbateur des paiements"),
  statistician: localized("Statisticus", "Statistician", "Statisticien"),
  policyAnalyst: localized("Beleidsanalist", "Policy analyst", "Analyste politique"),
  cabinetAdviser: localized("Kabinetsmedewerker", "Cabinet adviser", "Conseiller de cabinet"),
  auditor: localized("Auditor", "Auditor", "Auditeur"),
  dataProtectionOfficer: localized(
    "Functionaris voor gegevensbescherming",
    "Data-protection officer",
    "Délégué à la protection des données",
  ),
  socialInspector: localized("Sociaal inspecteur", "Social inspector", "Inspecteur social"),
  helpdesk: localized("Helpdesk", "Helpdesk", "Assistance"),
  administrator: localized("Beheerder", "Administrator", "Administrateur système"),
};

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role);
}
