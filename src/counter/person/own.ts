// Whose file somebody may see on the person's page: the own one, or that of somebody for whom a guardian acts today.
import { reachOf } from "../../access/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { asRef, fail, type Insz, ok, type PersonRef, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { namesOf, type OpenedPerson, openPerson, type PersonName } from "../vdab/person-file.ts";
import type { VdabPorts } from "../vdab/ports.ts";
import { LIST_PURPOSES } from "../vdab/purposes.ts";
import { guardiansUnavailable, notYourWard } from "../vdab/reasons.ts";

type Ports = Pick<VdabPorts, "clock" | "events" | "vault" | "guardianships" | "work">;

export interface Ward {
  /** Null while the records do not hold the person. */
  readonly personRef: PersonRef | null;
  readonly insz: Insz;
  readonly name: PersonName | null;
  /** Last day of the guardianship, included; null: without end. */
  readonly until: PlainDate | null;
}

/** Those for whom somebody acts as guardian today. Opening their names is logged. */
export async function wardsOf(ports: Ports, acting: Acting): Promise<Result<readonly Ward[], readonly Reason[]>> {
  const found = await runningWards(ports, acting);
  if (!found.ok) return found;
  const refs = found.value.flatMap((one) => one.personRef ?? []);
  const names = await namesOf(ports, acting, refs, "GUARDIAN");
  return ok(found.value.map((one) => ({ ...one, name: (one.personRef && names.get(one.personRef)) ?? null })));
}

/** Whether somebody acts today for a person: the own file, or as guardian. Without VDAB's counter nobody does. */
export function actingFor(ports: Ports | undefined, acting: Acting): (personRef: string) => Promise<boolean> {
  return async (personRef) => ports !== undefined && (await openOwn(ports, acting, asRef<PersonRef>(personRef)))?.ok === true;
}

/** Numbers of those for whom somebody acts as guardian today and whom the records do not hold yet. */
export async function unknownWards(ports: Ports, acting: Acting): Promise<Result<readonly Insz[], readonly Reason[]>> {
  const found = await runningWards(ports, acting);
  return found.ok ? ok(found.value.flatMap(({ personRef, insz }) => (personRef === null ? [insz] : []))) : found;
}

/** Whether somebody may bring a ward into the records with a first request: guardian today, and not done before. */
export async function firstRequestFor(ports: Ports, acting: Acting, insz: Insz): Promise<Result<true, readonly Reason[]>> {
  const wards = await unknownWards(ports, acting);
  if (!wards.ok) return wards;
  return wards.value.includes(insz) ? ok(true) : fail([notYourWard()]);
}

async function runningWards(ports: Ports, acting: Acting): Promise<Result<readonly Omit<Ward, "name">[], readonly Reason[]>> {
  if (acting.role !== "guardian" || acting.insz === null) return ok([]);
  const answer = await ports.guardianships.of(acting.insz);
  if (answer.state === "unavailable") return fail([guardiansUnavailable()]);
  const today = ports.clock.today();
  const held = answer.state === "found" ? answer.value : [];
  const running = held.filter((one) => one.from <= today && (one.until === null || one.until >= today));
  return ok(
    await Promise.all(
      running.map(async ({ insz, until }) => {
        const ref = await ports.vault.findByIdentifier("insz", insz);
        return { personRef: ref === null ? null : asRef<PersonRef>(ref), insz, until };
      }),
    ),
  );
}

/**
 * The file that somebody may see: without `wished` the own one. Null when there is none, or when it is another's: the answer is the same.
 */
export async function openOwn(
  ports: Ports,
  acting: Acting,
  wished: PersonRef | null,
): Promise<Result<OpenedPerson, readonly Reason[]> | null> {
  if (reachOf(acting.role, "person.tickets.see") !== "own") return null;
  if (acting.role === "guardian") {
    const wards = await runningWards(ports, acting);
    if (!wards.ok) return wards;
    if (wished === null || !wards.value.some((one) => one.personRef === wished)) return null;
    const opened = await openPerson(ports, acting, wished, { text: LIST_PURPOSES.GUARDIAN.nl });
    return opened === null ? null : ok(opened);
  }
  const own = acting.insz === null ? null : await ports.vault.findByIdentifier("insz", acting.insz);
  if (own === null || (wished !== null && wished !== own)) return null;
  const opened = await openPerson(ports, acting, asRef<PersonRef>(own), { text: LIST_PURPOSES.OWN.nl });
  return opened === null ? null : ok(opened);
}
