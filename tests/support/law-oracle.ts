// The premiums worked out a second time, by hand and in whole numbers, so that the engine is checked against something that shares no code with it.
// Only the values of the law are read from its files; every formula is written out again from the rulebook.
import type { LawData, SwitchChoice } from "../../src/law/index.ts";

export interface OracleCase {
  readonly year: number;
  /** 1 to 4. */
  readonly quarterOfYear: number;
  readonly startYear: number;
  readonly startQuarterOfYear: number;
  readonly package: "T2" | "P5" | "P5_PLUS" | "P5_MWB" | "AFTER_EVALUATION";
  /** Percent; null: not given. */
  readonly percentage: number | null;
  readonly collectivePercentage: number | null;
  readonly need: "NONE" | "LOW" | "MEDIUM" | "HIGH";
  /** Ten-thousandths. */
  readonly fraction: number;
  readonly performed: number | null;
  /** Cents. */
  readonly gross: number;
  readonly contributions: number;
  readonly reductions: number;
  /** Days of the year counted from 1 January of `year`, 0 for that day; null: not bounded. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** Cents, or why there are none. */
export type OracleAnswer =
  | { readonly wage: bigint; readonly guidance: bigint; readonly support: bigint | null }
  | "outside the term"
  | "off the grid"
  | "negative";

export function oracle(law: LawData, one: OracleCase, switches: SwitchChoice): OracleAnswer {
  const reading = (id: string) => switches[id] ?? law.switches.get(id)!.default;
  const day = `${one.year}-${two(one.quarterOfYear * 3 - 2)}-01`;
  const list = (id: string, on = day) => {
    const read = law.parameterAt(id, on as never, { switches });
    if (!read.ok) throw new Error(`${id} ${on}`);
    return (Array.isArray(read.value.value) ? read.value.value : [read.value.value]).map((value) => BigInt(value as number));
  };
  const single = (id: string, on = day) => list(id, on)[0]!;

  // Which quarter of the term.
  const index = (one.year - one.startYear) * 4 + (one.quarterOfYear - one.startQuarterOfYear) + 1;
  const length = Number(single(one.package === "T2" ? "term.quarters.temporary" : "term.quarters.lasting"));
  if (index < 1 || index > length) return "outside the term";

  // The percentage, in hundredths of a percent.
  let percentage: bigint;
  if (one.package === "AFTER_EVALUATION") {
    if (one.percentage === null) return "off the grid";
    percentage = BigInt(one.percentage) * 100n;
    const outside = percentage < single("wagePremium.minPct") || percentage > single("wagePremium.maxPct");
    if (outside || percentage % single("wagePremium.stepPct") !== 0n) return "off the grid";
  } else {
    const ends = list("wagePremium.phaseLastQuarters");
    const phase = index <= Number(ends[0]) ? 0 : index <= Number(ends[1]) ? 1 : 2;
    percentage = list(`wagePremium.package.${one.package}`)[phase] ?? 0n;
  }
  const own = percentage;
  if (one.collectivePercentage !== null) {
    const collective = BigInt(one.collectivePercentage) * 100n;
    if (!list("cmw.wagePremium.values").includes(collective)) return "off the grid";
    if (collective < percentage) percentage = collective;
  }

  const wage = BigInt(one.gross) + BigInt(one.contributions) - BigInt(one.reductions);
  if (wage < 0n) return "negative";

  // Days: the quarter's months with their lengths, and how much of them was worked.
  const leap = (one.year % 4 === 0 && one.year % 100 !== 0) || one.year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = lengths.slice(0, one.quarterOfYear * 3 - 3).reduce((a, b) => a + b, 0);
  const daysOfQuarter = lengths.slice(one.quarterOfYear * 3 - 3, one.quarterOfYear * 3).reduce((a, b) => a + b, 0);
  let served = 0;
  for (let at = before; at < before + daysOfQuarter; at += 1) {
    if ((one.firstDay === null || at >= one.firstDay) && (one.lastDay === null || at <= one.lastDay)) served += 1;
  }

  const months = [2, 1, 0].map((back) => `${one.year}-${two(one.quarterOfYear * 3 - back)}-01`);
  const each = months.map((month) => single("ggmmi", month));
  const method = reading("OPEN-10");
  const ggmmi = method === "PER_MONTH" ? each : method === "FIRST_MONTH" ? each.map(() => each[0]!) : each.map(() => each[2]!);
  const total = ggmmi.reduce((a, b) => a + b, 0n);

  const worked = one.performed ?? one.fraction;
  const capFraction = BigInt(reading("OPEN-26") === "PERFORMED" ? worked : one.fraction);
  const days = BigInt(daysOfQuarter);
  const multiplier = single("referenceWage.capMultiplier");

  // Everything over one denominator: ten-thousandths of a fraction, days of the quarter, hundredths of a percent.
  const capTop = total * multiplier * capFraction * BigInt(served);
  const under = 10_000n * days;
  const capped = wage * under < capTop ? wage * under : capTop;
  const rounding = reading("OPEN-25");
  let wagePremium: bigint;
  if (rounding === "TRUNCATE") wagePremium = (capped * percentage) / (under * 10_000n);
  else if (rounding === "HALF_UP") wagePremium = half(capped * percentage, under * 10_000n);
  else if (wage * under < capTop) wagePremium = 3n * half(wage * percentage, 3n * 10_000n);
  else {
    wagePremium = ggmmi
      .map((one) => half(one * multiplier * capFraction * BigInt(served) * percentage, under * 10_000n))
      .reduce((a, b) => a + b, 0n);
  }

  return {
    wage: wagePremium,
    guidance: guidance(),
    support: one.package === "P5_MWB" ? null : support(),
  };

  function guidance(): bigint {
    if (one.need === "NONE") return 0n;
    const due = served > 0 && wage > 0n;
    const high = index <= Number(single("guidancePremium.fixed.highLastQuarter"));
    const fixed = single(high ? "guidancePremium.fixed.high" : "guidancePremium.fixed.low");
    const variable = single(`guidancePremium.variable.${one.need.toLowerCase()}`);
    const share = BigInt(reading("OPEN-06") === "CONTRACTUAL" ? one.fraction : worked);
    const rule = reading("OPEN-13");
    // Both parts over ten-thousandths times days.
    let top = due ? variable * share * days : 0n;
    if (rule === "ALWAYS_DUE" || (rule === "DUE_WITH_SERVICE_AND_WAGE" && due)) top += fixed * 10_000n * days;
    if (rule === "PRORATED" && due) top += fixed * 10_000n * BigInt(served);
    return rounding === "TRUNCATE" ? top / (10_000n * days) : half(top, 10_000n * days);
  }

  function support(): bigint {
    const base = single("self.baseMultiplier");
    if (rounding === "HALF_UP") return half(total * base * own, 3n * 10_000n);
    if (rounding === "TRUNCATE") return (total * base * own) / (3n * 10_000n);
    return ggmmi.map((one) => half(one * base * own, 3n * 10_000n)).reduce((a, b) => a + b, 0n);
  }
}

/** Rounded to a whole number, a half upwards; for what is not negative. */
function half(top: bigint, under: bigint): bigint {
  const doubled = top * 2n + under;
  return (doubled - (doubled % (2n * under))) / (2n * under);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
