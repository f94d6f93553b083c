// Who can log in at the stand-in: people taken from synthetic Flanders, staff, and newcomers whom no record names yet.
import type { StandInAccount } from "../exchange/index.ts";
import { type Insz, isInsz, isKbo, type Kbo } from "../kernel/index.ts";
import { readMark } from "../store/index.ts";
import { DEMO_MARK, isDemoMark, type Newcomers, newcomers, type Persona, personas } from "../synthetic/index.ts";
import type { System } from "./system.ts";

export interface DemoPeople {
  readonly accounts: readonly StandInAccount[];
  readonly newcomers: Newcomers;
}

/** Null when the records are not synthetic. */
export async function demoPeople(system: Pick<System, "store" | "law" | "demo" | "clock">): Promise<DemoPeople | null> {
  if (!system.demo) return null;
  const mark = await readMark(system.store.database.pool, DEMO_MARK);
  if (!isDemoMark(mark)) return null;
  const { seed, scale } = mark;
  const shown = personas({ law: system.law, seed, scale });
  const fresh = newcomers(system.clock.today(), employerOf(shown), wardsOf(shown));
  return { accounts: [...fresh.personas, ...shown], newcomers: fresh };
}

/** The demonstration's employer, for which the payroll office has a mandate. */
function employerOf(shown: readonly Persona[]): { kbo: Kbo; name: string } | null {
  const claims = shown.find((one) => one.id === "employer")?.claims;
  const kbo = claims?.vo_orgcode;
  return isKbo(kbo) ? { kbo, name: String(claims?.vo_orgnaam) } : null;
}

/** People of the population for whom the demonstration's guardian acts; the guardianship of the last one ended. */
function wardsOf(shown: readonly Persona[]): readonly Insz[] {
  const numbers = ["person-seeker", "person-former-vop"].map((id) => shown.find((one) => one.id === id)?.claims.rrn);
  return numbers.filter(isInsz);
}
