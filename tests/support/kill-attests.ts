// The attest file of a quarter for the kill harness: what is declared for it, what changes of the quarter before, and what is cancelled of that.
import { writeAttests } from "../../src/exchange/index.ts";
import { cents, firstDay, fromQuarterNumber, type Insz, type Kbo } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import type { DmfaAttest } from "../../src/payment/index.ts";
import { declarationMaker } from "../../src/synthetic/index.ts";
import { FIRST_QUARTER, type Relation } from "./kill-records.ts";
import type { Records } from "./kill-special.ts";

const law = openLaw();
/** Of so many, one is declared otherwise after its quarter was paid. */
const CHANGED = 5;

/** Every second quarter but the first, the indebted employer declares nothing and cancels what it declared before. */
const cancels = (quarter: number): boolean => quarter > FIRST_QUARTER && (quarter - FIRST_QUARTER) % 2 === 0;

export function attestsOf(quarter: number, { relations, special }: Records): string {
  const attests = relations.flatMap((one, at): readonly DmfaAttest[] => {
    const indebted = one.employerRef === special.indebted;
    if (indebted && cancels(quarter)) return declared(quarter - 1, one).map((before) => later(before, "CANCELLED"));
    const changes = !indebted && quarter > FIRST_QUARTER && at % CHANGED === quarter % CHANGED;
    const before = changes ? declared(quarter - 1, one) : [];
    return [...declared(quarter, one), ...before.map((attest) => later(attest, "CHANGED"))];
  });
  return [...writeAttests(attests)].join("");
}

function declared(quarter: number, { grantRef, worker, employer }: Relation): readonly DmfaAttest[] {
  const from = firstDay(fromQuarterNumber(FIRST_QUARTER));
  const relation = { grantRef, worker: worker as Insz, employer: employer as Kbo, from, until: null, known: [] };
  return declarationMaker(law, quarter, "FIRST", "kill")(relation);
}

/** The next version; one that is changed says a tenth less of every wage. */
function later(attest: DmfaAttest, status: "CHANGED" | "CANCELLED"): DmfaAttest {
  const version = attest.version + 1;
  if (status === "CANCELLED") return { ...attest, version, status };
  const occupations = attest.occupations.map((one) => ({
    ...one,
    remunerations: one.remunerations.map(({ code, amount }) => ({ code, amount: cents(amount - Math.floor(amount / 10)) })),
  }));
  return { ...attest, version, status, occupations };
}
