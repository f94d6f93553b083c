// For which enterprise somebody may act: the own one, or one that gave a mandate (PROC-02).
import { reachOf } from "../../access/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { fail, isKbo, type Kbo, ok, type Result } from "../../kernel/index.ts";
import type { Acting, CounterPorts, Mandate } from "../ports.ts";
import { mandateEnded, mandatesUnavailable } from "../reasons.ts";

type Ports = Pick<CounterPorts, "clock" | "mandates">;

/** Enterprises that somebody may choose from, by name; mandates that ended are left out. */
export async function mandatesOf(ports: Ports, acting: Acting): Promise<Result<readonly Mandate[], readonly Reason[]>> {
  if (acting.role !== "payrollOffice" || !isKbo(acting.organisation)) return ok([]);
  const answer = await ports.mandates.of(acting.organisation);
  if (answer.state === "unavailable") return fail([mandatesUnavailable()]);
  const today = ports.clock.today();
  const held = answer.state === "found" ? answer.value : [];
  return ok(held.filter((one) => runs(one, today)).sort((a, b) => (a.firmName < b.firmName ? -1 : 1)));
}

/**
 * Null: not theirs, and to be answered as if the enterprise did not exist. A mandate that ended is said, because the office knew it.
 */
export async function mayActFor(ports: Ports, acting: Acting, firm: Kbo): Promise<Result<true, readonly Reason[]> | null> {
  if (reachOf(acting.role, "application.file") !== "organisation") return null;
  if (acting.role !== "payrollOffice") return acting.organisation === firm ? ok(true) : null;
  if (!isKbo(acting.organisation)) return null;
  const answer = await ports.mandates.of(acting.organisation);
  if (answer.state === "unavailable") return fail([mandatesUnavailable()]);
  const given = answer.state === "found" ? answer.value.filter((one) => one.firm === firm) : [];
  const today = ports.clock.today();
  if (given.some((one) => runs(one, today))) return ok(true);
  const ended = given.flatMap((one) => (one.until !== null && one.until < today ? [one.until] : [])).sort();
  const last = ended.at(-1);
  return last === undefined ? null : fail([mandateEnded(last)]);
}

const runs = (mandate: Mandate, day: string): boolean => mandate.from <= day && (mandate.until === null || mandate.until >= day);
