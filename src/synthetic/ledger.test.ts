import { describe, expect, it } from "vitest";
import { lastDayOfRight } from "../dossier/index.ts";
import { plainDate, quarterIndexNumber, quarterOf } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { type BookedSum, calculateQuarter, positionIn, positionOfRight } from "../payment/index.ts";
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

  it("has corrections beside first lines, all three components, and VOP", () => {
    expect(lines.some((line) => line.origin === "correction")).toBe(true);
    expect(new Set(lines.map((line) => line.component))).toEqual(new Set(["WAGE", "GUIDANCE", "SUPPORT", "VOP"]));
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
    for (const line of lines.filter((one) => one.component !== "VOP")) {
      const grant = byGrant.get(line.grantRef)!;
      expect(line.quarter).toBeGreaterThanOrEqual(quarterIndexNumber(grant.facts.startQuarter));
      expect(line.quarter).toBeLessThanOrEqual(quarterIndexNumber(grant.endQuarter));
    }
  });
});

describe("the VOP of synthetic Flanders", () => {
  it("is paid in the quarters of the right only, and never in a quarter of a grant that follows on it", () => {
    const byRight = new Map(rights.map(({ right, rightRef }) => [rightRef, right]));
    const vop = lines.filter((one) => one.component === "VOP");
    expect(vop.length).toBeGreaterThan(50);
    const granted = new Set(
      lines
        .filter((one) => one.component !== "VOP")
        .map((one) => `${personOf.get(one.grantRef)} ${one.employerRef} ${one.quarter}`),
    );
    for (const line of vop) {
      const right = byRight.get(line.grantRef)!;
      expect(quarterIndexNumber(quarterOf(lastDayOfRight(right)!))).toBeGreaterThanOrEqual(line.quarter);
      expect(granted.has(`${right.facts.personRef} ${line.employerRef} ${line.quarter}`)).toBe(false);
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
