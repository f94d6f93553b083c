// Graphs and cases drawn at random: what the law happens to use of the engine is not all that the engine must do well.
import {
  above,
  add,
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  bySwitch,
  code,
  codeInput,
  codeTable,
  constant,
  daysInService,
  daysOfQuarter,
  divide,
  equals,
  firstDayOfQuarter,
  given,
  input,
  isOneOf,
  lastDayInput,
  lastDayOfQuarter,
  maximum,
  minimum,
  monthlyParameter,
  not,
  otherwise,
  parameter,
  perMonth,
  ratioOf,
  roundHalfUp,
  select,
  subtract,
  sumOverMonths,
  times,
  truncate,
  whenAll,
} from "../../build.ts";
import type { PlainFact } from "../../index.ts";
import type { Expression } from "../../node.ts";

const text = { nl: "x", en: "x", fr: "x" };

export type Random = (below: number) => number;

/** Numbers that are the same on every machine (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const codes = ["A", "B", "C", "D"] as const;
const kind = codeInput("kind", codes);
const wage = input("wage", "cents/quarter");
const cost = input("cost", "cents/quarter");
const share = input("share", "fraction");
const percent = input("percent", "basisPoints");
const open = input("open", "flag");
const closed = input("closed", "flag");
const from = input("from", "date");
const until = lastDayInput("until");
const conditionText = { id: "WP-01", field: null, message: text } as const;

/** Draws a graph of at most `depth` nodes deep. */
export function drawer(random: Random) {
  const pick = <T>(...makers: readonly (() => T)[]): T => makers[random(makers.length)]!();
  const leafAmount = () =>
    pick<Expression<"cents/quarter">>(
      () => wage,
      () => cost,
      () => constant("cents/quarter", random(400_000) - 100_000),
      () => constant("cents/quarter", random(3) - 1),
      () =>
        sumOverMonths(
          monthlyParameter("ggmmi", "cents/month"),
          pick(
            () => "each" as const,
            () => "first" as const,
            () => "last" as const,
          ),
        ),
    );
  const scalar = (depth: number): Expression<"fraction"> =>
    pick<Expression<"fraction">>(
      () => share,
      () => constant("fraction", random(15_000)),
      () => otherwise(share, constant("fraction", random(10_001))),
      () => select(flag(depth - 1), share, constant("fraction", random(10_001))),
      () => minimum(share, constant("fraction", 2_500 + random(5_000))),
    );
  const percentage = (depth: number): Expression<"basisPoints"> =>
    pick<Expression<"basisPoints">>(
      () => percent,
      () => parameter("wagePremium.maxPct", "basisPoints"),
      () => otherwise(percent, constant("basisPoints", 100 * random(80))),
      () => codeTable(word(depth - 1), { A: percent, B: constant("basisPoints", 2_000), C: constant("basisPoints", 4_000) }),
    );
  const amount = (depth: number): Expression<"cents/quarter"> => {
    if (depth <= 0) return leafAmount();
    const next = () => amount(depth - 1);
    return pick<Expression<"cents/quarter">>(
      leafAmount,
      () => add(next(), next(), ...(random(2) === 0 ? [next()] : [])),
      () => subtract(next(), next()),
      () => minimum(next(), next()),
      () => maximum(next(), next()),
      () => times(roundHalfUp(next()), scalar(depth - 1)),
      () => times(truncate(next()), percentage(depth - 1)),
      () => roundHalfUp(next()),
      () => truncate(next()),
      () => divide(next(), constant("fraction", 500 + random(20_000))),
      () => divide(next(), constant("ratio", -1 - random(20_000))),
      () => select(flag(depth - 1), next(), next()),
      () => select(flag(depth - 1), minimum(wage, next()), wage),
      () => select(flag(depth - 1), constant("cents/quarter", 0), next()),
      () => select(flag(depth - 1), next(), constant("cents/quarter", 0)),
      () => whenAll([{ holds: flag(depth - 1), ...conditionText }], next()),
      () => whenAll([{ holds: atLeast(wage, constant("cents/quarter", 0)), ...conditionText }], next()),
      () =>
        sumOverMonths(
          perMonth(next()),
          pick(
            () => "each" as const,
            () => "first" as const,
            () => "last" as const,
          ),
        ),
      () => codeTable(word(depth - 1), { A: next(), B: next(), D: constant("cents/quarter", random(9)) }),
      () => bySwitch("OPEN-10", { PER_MONTH: next(), FIRST_MONTH: next(), LAST_MONTH: wage }),
      () => times(wage, ratioOf(daysInService(from, until), daysOfQuarter)),
      () =>
        times(
          cost,
          ratioOf(daysInService(otherwise(from, firstDayOfQuarter), otherwise(until, lastDayOfQuarter)), daysOfQuarter),
        ),
    );
  };
  const leafFlag = () =>
    pick<Expression<"flag">>(
      () => open,
      () => closed,
      () =>
        given(
          pick<typeof kind | typeof open | typeof from | typeof percent | typeof share>(
            () => kind,
            () => open,
            () => from,
            () => percent,
            () => share,
          ),
        ),
      () => given(wage),
      () => constant("flag", random(2) === 0),
    );
  const flag = (depth: number): Expression<"flag"> => {
    if (depth <= 0) return leafFlag();
    const next = () => flag(depth - 1);
    const compared = pick(
      () => above,
      () => atLeast,
      () => atMost,
      () => below,
      () => equals,
    );
    return pick<Expression<"flag">>(
      leafFlag,
      () => not(next()),
      () => allOf(next(), next()),
      () => anyOf(next(), next(), next()),
      () => compared(amount(depth - 1), amount(depth - 1)),
      () => compared(share, constant("fraction", random(10_001))),
      () =>
        compared(
          from,
          pick<Expression<"date">>(
            () => until,
            () => firstDayOfQuarter,
            () => lastDayOfQuarter,
          ),
        ),
      () =>
        isOneOf(
          word(depth - 1),
          ...pick(
            () => ["A"],
            () => ["B", "D"],
            () => ["C", "E"],
            () => ["E"],
          ),
        ),
      // A choice that a wage decides has too many cases for a table: its code is compared as a column.
      () => isOneOf(select(compared(wage, leafAmount()), kind, code("A")), ...(random(2) === 0 ? ["A", "C"] : ["B", "E", "D"])),
      () => select(next(), next(), next()),
      () => codeTable(word(depth - 1), { A: next(), C: next() }),
    );
  };
  const word = (depth: number): Expression<"code"> => {
    if (depth <= 0)
      return pick<Expression<"code">>(
        () => kind,
        () => code("B"),
      );
    return pick<Expression<"code">>(
      () => kind,
      () => select(flag(depth - 1), kind, kind),
      () => select(flag(depth - 1), kind, code("A")),
      () => select(flag(depth - 1), code("A"), kind),
      () => select(flag(depth - 1), word(depth - 1), word(depth - 1)),
      () => otherwise(kind, code("A")),
      () => codeTable(kind, { A: code("B"), B: word(depth - 1), C: code("C"), D: kind }),
    );
  };
  return { amount, flag, word };
}

/** One case over the inputs of the drawn graphs, some of them left out. */
export function drawFacts(random: Random): Record<string, PlainFact> {
  const facts: Record<string, PlainFact> = {};
  const put = (name: string, value: PlainFact) => {
    if (random(8) !== 0) facts[name] = value;
  };
  const day = () => `2024-${["03", "04", "05", "06", "07"][random(5)]}-${["01", "02", "15", "30"][random(4)]}`;
  facts.wage = [0, 1, 100, random(1_500_000), random(99_999_999)][random(5)]!;
  facts.cost = [0, 1, random(400_000)][random(3)]!;
  put("share", [0, 1, 5_000, 10_000, random(10_001)][random(5)]!);
  put("percent", 100 * (1 + random(100)));
  put("kind", codes[random(codes.length)]!);
  put("open", random(2) === 0);
  put("closed", random(2) === 0);
  put("from", day());
  put("until", day());
  return facts;
}
