// What should have come back by now and did not: work for a person, nothing happens by itself.
import type { PlainDate } from "../../kernel/index.ts";
import { openCents, type Recovery } from "./state.ts";

/** Cents of which the day has passed; what came back or was waived pays the oldest parts first. Zero for what is held back from payments. */
export function overdueCents(recovery: Recovery, today: PlainDate): number {
  const { how } = recovery;
  if (how === null) return 0;
  switch (how.manner) {
    case "PAYMENT":
      return how.dueOn < today ? openCents(recovery) : 0;
    case "INSTALMENTS": {
      const due = how.plan.filter((part) => part.dueOn < today).reduce((sum, part) => sum + part.cents, 0);
      return Math.max(0, due - recovery.settledCents - recovery.waivedCents);
    }
    case "SET_OFF":
    case "WAIVER":
      return 0;
  }
}
