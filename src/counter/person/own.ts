// Whose file somebody may see on the person's page: the own one, or that of somebody for whom a guardian acts today.
import { reachOf } from "../../access/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { asRef, fail, ok, type PersonRef, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { namesOf, type OpenedPerson, openPerson, type PersonName } from "../vdab/person-file.ts";
import type { VdabPorts } from "../vdab/ports.ts";
import { LIST_PURPOSES } from "../vdab/purposes.ts";
import { guardiansUnavailable } from "../vdab/reasons.ts";

type Ports = Pick<VdabPorts, "clock" | "events" | "vault" | "guardianships" | "work">;

export interface Ward {
  /** Null while the records do not hold the person. */
  readonly personRef: PersonRef | null;
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
        return { personRef: ref === null ? null : asRef<PersonRef>(ref), until };
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
