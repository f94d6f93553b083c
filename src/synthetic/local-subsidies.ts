// The working subsidies of local governments (TRANS-50), with the yearly amount that was entered for most of them.
import type { EnteredSubsidy } from "../dossier/index.ts";
import { firstDay, type Instant } from "../kernel/index.ts";
import { localSubsidy } from "./old-rights.ts";
import { rngOf } from "./rng.ts";
import { subsidyEntry, subsidyParts } from "./tell/office.ts";
import type { TellingOf } from "./tell/person.ts";
import { tellRight } from "./tell/right.ts";
import type { World } from "./world.ts";

/** Each is decided beside what the ones before have, so that together they stay within the total of the law. */
export function* tellLocalSubsidies(
  count: number,
  world: World,
  of: Omit<TellingOf, "rng">,
  until: Instant,
): Generator<ReturnType<typeof tellRight>> {
  const { seed, legal } = of;
  const parts = subsidyParts(seed, legal.localSubsidyTotal, count);
  const entered: EnteredSubsidy[] = [];
  for (const [i, part] of parts.entries()) {
    const plan = localSubsidy(rngOf(seed, "local-subsidy", i), world);
    const entry = subsidyEntry(seed, legal, plan, part);
    const entries = entry === null ? [] : [entry];
    yield tellRight(plan, { ...of, rng: rngOf(seed, "tell-local-subsidy", i) }, until, entries, [...entered]);
    if (entry?.command.type !== "EnterOldRightAmount") continue;
    const { amount } = entry.command;
    entered.push({ rightRef: plan.ref, from: firstDay(amount.fromQuarter), until: plan.endsOn, cents: amount.cents });
  }
}
