// Sound random cases of one quarter in columns, and the same as objects for those who want objects.
import { firstDay, type Quarter, quarterIndexNumber, toEpochDay } from "../../src/kernel/index.ts";
import type { ColumnArray, InputColumn } from "../../src/law/index.ts";

export interface CaseObject {
  readonly package: number;
  readonly startQuarter: number;
  readonly percentage: number;
  readonly collectivePercentage: number;
  readonly grossWage: number;
  readonly employerContributions: number;
  readonly contributionReductions: number;
  readonly inServiceFrom: number;
  readonly inServiceUntil: number;
  readonly performedFraction: number;
  readonly employmentFraction: number;
  readonly guidanceNeed: number;
}

function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Fills columns row by row. A fact that a column does not have is drawn all the same, so that any set of columns gets the same cases. */
export function fillCases(
  inputs: readonly InputColumn[],
  columns: Readonly<Record<string, ColumnArray>>,
  count: number,
  quarter: Quarter,
  seed = 20_231_215,
): void {
  const random = generator(seed);
  const first = toEpochDay(firstDay(quarter));
  const reference = quarterIndexNumber(quarter);
  const absent = Object.fromEntries(inputs.map((one) => [one.name, one.absent ?? 0]));
  const put = (name: string, row: number, value: number) => {
    const column = columns[name];
    if (column !== undefined) column[row] = value;
  };
  for (let row = 0; row < count; row += 1) {
    const chosen = 1 + random(5);
    const gross = 200_000 + random(1_400_000);
    const fraction = random(3) === 0 ? 10_000 : 2_000 + random(8_001);
    const day = random(8) === 0 ? first + random(60) : absent.inServiceFrom!;
    put("package", row, chosen);
    put("startQuarter", row, reference - random(chosen === 1 ? 8 : 20));
    put("percentage", row, chosen === 5 ? 20 + 5 * random(12) : absent.percentage!);
    put("collectivePercentage", row, random(5) === 0 ? 40 + 5 * random(8) : absent.collectivePercentage!);
    put("grossWage", row, gross);
    put("employerContributions", row, Math.floor(gross / 4));
    put("contributionReductions", row, random(100_000) % (Math.floor(gross / 4) + 1));
    put("inServiceFrom", row, day);
    put("inServiceUntil", row, random(10) === 0 ? first + 60 + random(29) : absent.inServiceUntil!);
    put("performedFraction", row, random(3) === 0 ? random(fraction + 1) : absent.performedFraction!);
    put("employmentFraction", row, fraction);
    put("guidanceNeed", row, 1 + random(4));
  }
}

export function caseObjects(columns: Readonly<Record<string, ColumnArray>>, count: number): CaseObject[] {
  const read = (name: string, row: number) => columns[name]![row]!;
  return Array.from({ length: count }, (_, row) => ({
    package: read("package", row),
    startQuarter: read("startQuarter", row),
    percentage: read("percentage", row),
    collectivePercentage: read("collectivePercentage", row),
    grossWage: read("grossWage", row),
    employerContributions: read("employerContributions", row),
    contributionReductions: read("contributionReductions", row),
    inServiceFrom: read("inServiceFrom", row),
    inServiceUntil: read("inServiceUntil", row),
    performedFraction: read("performedFraction", row),
    employmentFraction: read("employmentFraction", row),
    guidanceNeed: read("guidanceNeed", row),
  }));
}
