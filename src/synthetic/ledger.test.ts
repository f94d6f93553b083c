import { describe, expect, it } from "vitest";
import { lastDayOfRight, type OldRight } from "../dossier/index.ts";
import { plainDate, quarterIndexNumber, quarterOf } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { type BookedSum, calculateQuarter, type LedgerLine, positionIn, positionOfRight } from "../payment/index.ts";
import { generateFlanders } from "./generate.ts";
import { runsUpTo } from "./ledger.ts";
import { legalFacts } from "./legal-facts.ts";

const law = openLaw();
const until = plainDate("2026-11-23");
const portions = [...generateFlanders({ law, until, scale: 0.02 })];
const grants = portions.flatMap((portion) => portion.grants);
const rights = portions.flatMap((portion) => portion.rights);
const attests = portions.flatMap((portion) => portion.attests);
const lines = portions.flatMap((portion) => portion.lines);
const runs = runsUpTo(law, "vlaanderen", legalFacts(law).schemeFrom, until);
const lastRun = runs.at(-1)!;

describe("the ledger of synthetic Flanders", () => {
  it("has a run for every quarter from the scheme's first to the last that could be booked", () => {
    expect(runs.map((run) => run.quarter)).toEqual(
      Array.from({ length: runs.length }, (_, i) => quarterIndexNumber("2023-Q3" as never) + i),
    );
    expect(lastRun.quarter).toBe(quarterIndexNumber("2026-Q3" as never));
    expect(runsUpTo(law, "vlaanderen", legalFacts(law).schemeFrom, plainDate("2026-11-19")).at(-1)?.quarter).toBe(
      lastRun.quarter - 1,
    );
  });

  it("books each grant, quarter, component and sequence once, and never a zero", () => {
    const keys = lines.map((line) => `${line.grantRef} ${line.quarter} ${line.component} ${line.seq}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lines.every((line) => line.cents !== 0 && line.bookedAt <= lastRun.bookedAt)).toBe(true);
  });

  it("has corrections beside first lines, all three components, and those of the older schemes", () => {
    expect(lines.some((line) => line.origin === "correction")).toBe(true);
    expect(new Set(lines.map((line) => line.component))).toEqual(new Set(["WAGE", "GUIDANCE", "SUPPORT", "VOP", "COMPENSATION"]));
  });

  it("sums to what one calculation gives with everything known at the last run", () => {
    let recalculated = 0;
    for (let quarter = runs[0]!.quarter; quarter <= lastRun.quarter; quarter++) {
      const known = attests.filter((one) => one.quarter === quarter && one.receivedAt <= lastRun.bookedAt);
      const latest = new Map(known.sort((a, b) => a.version - b.version).map((one) => [one.attestNo, one]));
      const positions = grants
        .map((one) => one.history.findLast((held) => held.at <= lastRun.bookedAt)?.grant ?? null)
        .flatMap((grant) => (grant === null ? [] : (positionIn(grant, quarter) ?? [])));
      const older = rights.flatMap(({ right, rightRef }) => positionOfRight(right, rightRef, quarter) ?? []);
      const result = calculateQuarter(lastRun.law, {
        quarter,
        positions: [...positions, ...older],
        attests: [...latest.values()],
        booked: sumsOf(quarter),
        runRef: lastRun.runRef,
        bookedAt: lastRun.bookedAt,
      });
      recalculated += result.entitlements.length;
      expect(result.lines).toEqual([]);
    }
    expect(recalculated).toBeGreaterThan(1_000);
  });

  it("pays nobody in a quarter before the grant was decided or after it ended", () => {
    const byGrant = new Map(grants.map(({ grant }) => [grant.facts.grantRef as string, grant]));
    for (const line of lines.filter((one) => !isOlder(one))) {
      const grant = byGrant.get(line.grantRef)!;
      expect(line.quarter).toBeGreaterThanOrEqual(quarterIndexNumber(grant.facts.startQuarter));
      expect(line.quarter).toBeLessThanOrEqual(quarterIndexNumber(grant.endQuarter));
    }
  });
});

const isOlder = ({ component }: LedgerLine): boolean => component === "VOP" || component === "COMPENSATION";

describe("the older schemes of synthetic Flanders", () => {
  it("is paid in the quarters of the right only, and never in a quarter of a grant that follows on it", () => {
    const byRight = new Map(rights.map(({ right, rightRef }) => [rightRef, right]));
    const older = lines.filter(isOlder);
    expect(older.length).toBeGreaterThan(50);
    const granted = new Set(
      lines.filter((one) => !isOlder(one)).map((one) => `${personOf.get(one.grantRef)} ${one.employerRef} ${one.quarter}`),
    );
    for (const line of older) {
      const right = byRight.get(line.grantRef)!;
      expect(quarterIndexNumber(quarterOf(lastDayOfRight(right)!))).toBeGreaterThanOrEqual(line.quarter);
      expect(granted.has(`${right.facts.personRef} ${line.employerRef} ${line.quarter}`)).toBe(false);
    }
  });
});

describe("what the department entered by hand", () => {
  const first = lines.filter((one) => one.quarter === runs[0]!.quarter);
  const linesOf = (wanted: (right: OldRight) => boolean, of = lines) => {
    const refs = new Set(rights.filter(({ right }) => wanted(right)).map((one) => one.rightRef));
    return of.filter((one) => refs.has(one.grantRef));
  };
  const isLde = (right: OldRight) => right.facts.measure === "LDE_INDIVIDUAL";
  const isSelf = (right: OldRight) => right.facts.measure === "VOP" && right.facts.employerRef === null;

  it("has a worker of the local services economy paid from the first run on, when the amount is known, and not without (OPEN-44)", () => {
    const known = linesOf((right) => isLde(right) && right.amounts.length > 0, first);
    expect(known.length).toBeGreaterThan(0);
    expect(known.every((one) => one.component === "COMPENSATION" && one.cents > 0)).toBe(true);
    expect(rights.some(({ right }) => isLde(right) && right.amounts.length === 0)).toBe(true);
    expect(linesOf((right) => isLde(right) && right.amounts.length === 0)).toEqual([]);
  });

  it("has a self-employed person in the second phase paid when the activity suffices, and not before it was judged (TRANS-10)", () => {
    const judged = rights.filter(({ right }) => isSelf(right) && right.activity.length > 0);
    expect(judged.length).toBeGreaterThan(0);
    expect(linesOf((right) => isSelf(right) && right.activity.some((one) => one.suffices)).length).toBeGreaterThan(0);
    for (const { right, rightRef } of judged.filter((one) => one.right.activity.every((activity) => !activity.suffices))) {
      const refused = quarterIndexNumber(right.activity[0]!.fromQuarter);
      expect(lines.filter((one) => one.grantRef === rightRef && one.quarter >= refused)).toEqual([]);
    }
  });
});

const personOf = new Map(grants.map(({ grant }) => [grant.facts.grantRef as string, grant.facts.personRef as string]));

function sumsOf(quarter: number): BookedSum[] {
  const sums = new Map<string, BookedSum>();
  for (const line of lines.filter((one) => one.quarter === quarter)) {
    const key = `${line.grantRef} ${line.component}`;
    const { grantRef, employerRef, component } = line;
    const cents = (sums.get(key)?.cents ?? 0) + line.cents;
    sums.set(key, { grantRef, employerRef, quarter, component, cents, nextSeq: line.seq + 1 });
  }
  return [...sums.values()];
}
