// Which organisation looked at a person's file, when and for what purpose: the access log as the person reads it.
import { brusselsDate, type Instant, type PersonRef, type PlainDate } from "../../kernel/index.ts";
import type { VdabPorts } from "../vdab/ports.ts";

/** Openings of one day by one organisation, in one role and for one purpose, as one line. */
export interface AccessSummary {
  readonly on: PlainDate;
  readonly role: string;
  /** KBO or OVO code; empty for a citizen. */
  readonly organisation: string;
  /** Of an enterprise, when it is known. */
  readonly name: string | null;
  readonly purpose: string;
  readonly times: number;
  readonly kinds: readonly string[];
}

export interface AccessPage {
  readonly lines: readonly AccessSummary[];
  /** Where the next page begins; null at the end. */
  readonly before: Instant | null;
}

/** Openings that one page looks at; many are one line. */
const LOOKED_AT = 200;

export async function accessPage(
  ports: Pick<VdabPorts, "accesses" | "nameOfEnterprise">,
  personRef: PersonRef,
  before: Instant | null,
): Promise<AccessPage> {
  const found = await ports.accesses.of(personRef, { before, limit: LOOKED_AT });
  const lines = new Map<string, AccessSummary>();
  for (const { accessedAt, actorRole: role, organisation, purpose, kinds } of found) {
    // The system itself, such as an invented register of a demonstration, is nobody who looks.
    if (role === "system") continue;
    const on = brusselsDate(accessedAt);
    const key = [on, role, organisation, purpose].join("|");
    const held = lines.get(key);
    const all = [...new Set([...(held?.kinds ?? []), ...kinds])].sort();
    lines.set(key, { on, role, organisation, name: null, purpose, times: (held?.times ?? 0) + 1, kinds: all });
  }
  const codes = [...new Set([...lines.values()].map((line) => line.organisation))].filter((code) => /^\d{10}$/.test(code));
  const names = new Map(await Promise.all(codes.map(async (code) => [code, await ports.nameOfEnterprise(code)] as const)));
  return {
    lines: [...lines.values()].map((line) => ({ ...line, name: names.get(line.organisation) ?? null })),
    before: found.length === LOOKED_AT ? (found.at(-1)?.accessedAt ?? null) : null,
  };
}
