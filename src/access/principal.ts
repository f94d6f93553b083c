// From the login provider's claims (ACM/IDM) to who acts here, for whom and in which role.
import { fail, type Insz, isInsz, localized, ok, type Problem, problem, type Result } from "../kernel/index.ts";
import { isRole, type Role } from "./roles.ts";

/** Capacity in which someone logs in: citizen, economic actor, local government, education, Flemish government staff. */
export type Capacity = "BUR" | "EA" | "LB" | "OV" | "GID";
const capacities: readonly Capacity[] = ["BUR", "EA", "LB", "OV", "GID"];

/** A role together with the organisation it holds for: a KBO number, an OVO code, or null for a citizen acting for themselves. */
export interface RoleInContext {
  readonly role: Role;
  readonly organisation: string | null;
}

export interface Principal {
  /** The provider's own key for this login; opaque and stable. */
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly insz: Insz | null;
  readonly capacity: Capacity;
  readonly organisation: { readonly code: string; readonly name: string } | null;
  /** At least one. */
  readonly roles: readonly RoleInContext[];
}

/** Names of the role claim's values, as the provider hands them out (`<name>:<organisation>`). */
export const roleClaim = "maatwerk_rol_3d";

/** Refuses claims without subject, with a capacity we do not know, or without any role of ours: nobody gets in by half. */
export function principalFromClaims(claims: Readonly<Record<string, unknown>>): Result<Principal, Problem[]> {
  const wrong: Problem[] = [];
  const subject = textClaim(claims.sub);
  if (subject === null) wrong.push(missing("sub"));
  const capacity = capacities.find((c) => c === claims.vo_doelgroepcode);
  if (capacity === undefined) wrong.push(missing("vo_doelgroepcode", capacities.join(", ")));
  const insz = textClaim(claims.rrn);
  if (insz !== null && !isInsz(insz)) wrong.push(missing("rrn", "INSZ"));
  const code = textClaim(claims.vo_orgcode);
  const held = rolesOf(claims[roleClaim], capacity, code);
  if (held.length === 0) wrong.push(noRole());
  if (wrong.length > 0 || subject === null || capacity === undefined) return fail(wrong);
  return ok({
    subject,
    givenName: textClaim(claims.given_name) ?? "",
    familyName: textClaim(claims.family_name) ?? "",
    insz: insz !== null && isInsz(insz) ? insz : null,
    capacity,
    organisation: code === null ? null : { code, name: textClaim(claims.vo_orgnaam) ?? code },
    roles: held,
  });
}

/** A citizen is always a person here; other roles must be handed out, each for one organisation. */
function rolesOf(claim: unknown, capacity: Capacity | undefined, organisation: string | null): RoleInContext[] {
  const values = Array.isArray(claim) ? claim : claim === undefined ? [] : [claim];
  const held: RoleInContext[] = capacity === "BUR" ? [{ role: "person", organisation: null }] : [];
  for (const value of values) {
    const [name, context] = String(value).split(":");
    if (isRole(name) && !held.some((h) => h.role === name && h.organisation === (context ?? organisation)))
      held.push({ role: name, organisation: context ?? organisation });
  }
  return held;
}

function textClaim(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function missing(claim: string, expected = "text"): Problem {
  return problem(
    "login.claim",
    localized(
      `De aanmelding geeft geen bruikbare waarde voor ${claim}. Meld u opnieuw aan of verwittig de beheerder.`,
      `The login gives no usable value for ${claim}. Log in again or tell the administrator.`,
      `La connexion ne donne pas de valeur utilisable pour ${claim}. Reconnectez-vous ou prévenez l'administrateur.`,
    ),
    claim,
    expected,
  );
}

function noRole(): Problem {
  return problem(
    "login.noRole",
    localized(
      "U hebt nog geen rol in deze toepassing. Vraag uw organisatieverantwoordelijke om er een toe te kennen.",
      "You have no role in this application yet. Ask the person responsible in your organisation to give you one.",
      "Vous n'avez pas encore de rôle dans cette application. Demandez-en un au responsable de votre organisation.",
    ),
    roleClaim,
  );
}
