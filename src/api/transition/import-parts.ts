// What the answers about files of older rights share: who asks, and full-time equivalents as decimal text.
import type { By } from "../../counter/index.ts";
import { type EmploymentFraction, fractionText } from "../../kernel/index.ts";
import type { ApiContext } from "../applicant/asker.ts";

export function byOf(c: ApiContext): By | null {
  const acting = c.get("acting");
  return acting === null ? null : { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation };
}

/** Full-time equivalents may pass 1: the whole number before the share. */
export function fteOf(value: number): string {
  const [, decimals] = fractionText((value % 10_000) as EmploymentFraction).split(".");
  return decimals === undefined ? String(Math.floor(value / 10_000)) : `${Math.floor(value / 10_000)}.${decimals}`;
}
