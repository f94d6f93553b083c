// A result as one CSV: a line per figure, with codes for a program to read. What the gate withholds is empty, and says so.
import type { BreakEvenKind, WageLimit } from "./run/break-even-table.ts";
import type { LabResult } from "./run/result.ts";

type Cell = string | number | null;

const head = ["table", "quarter", "group", "part", "measure", "unit", "before", "after", "change", "status"];

/** RFC 4180, UTF-8, line ends CR LF; amounts in cents. */
export function resultCsv(result: LabResult): string {
  const lines = [head, ...spending(result), ...spread(result), ...shares(result), ...breakEven(result), ...people(result)];
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

/** A figure of both laws; null: withheld. */
function line(
  place: readonly [string, string, string, string],
  measure: string,
  unit: string,
  before: Cell,
  after: Cell,
): Cell[] {
  const both = typeof before === "number" && typeof after === "number";
  const withheld = before === null && after === null;
  return [...place, measure, unit, before, after, both ? after - before : null, withheld ? "withheld" : ""];
}

/** A figure that only stands beside both laws. */
function alone(place: readonly [string, string, string, string], measure: string, unit: string, value: number | null): Cell[] {
  return [...place, measure, unit, null, null, value, value === null ? "withheld" : ""];
}

function spending({ quarters }: LabResult): Cell[][] {
  return quarters.flatMap(({ quarter, before, after, components, due, refused, changed }) => [
    line(["spending", quarter, "total", ""], "amount", "cents", before, after),
    ...components.map((one) => line(["spending", quarter, one.rule, ""], "amount", "cents", one.before, one.after)),
    alone(["grants", quarter, "due", ""], "grants", "grants", due),
    alone(["grants", quarter, "refused", ""], "grants", "grants", refused),
    alone(["grants", quarter, "changed", ""], "grants", "grants", changed),
  ]);
}

function spread({ focus }: LabResult): Cell[][] {
  return (["average", "p10", "p50", "p90"] as const).map((name) =>
    line(["amountPerGrant", focus.quarter, "total", ""], name, "cents", focus.before[name], focus.after[name]),
  );
}

function shares({ quarters }: LabResult): Cell[][] {
  return quarters.flatMap(({ quarter, employerShare }) =>
    employerShare === undefined
      ? []
      : (["average", "marginal"] as const).map((name) =>
          line(
            ["employerShare", quarter, "total", ""],
            name,
            "ten-thousandths",
            employerShare.before[name],
            employerShare.after[name],
          ),
        ),
  );
}

function breakEven({ breakEven }: LabResult): Cell[][] {
  if (breakEven === undefined) return [];
  const { quarter, loss, kinds, covered } = breakEven;
  const lost = `loss ${loss / 100} %`;
  return [
    ...kinds.flatMap((kind) =>
      kind.limits.flatMap(({ component, guidanceNeed, before, after }) => {
        const place = ["breakEven", quarter, groupOf(kind), `${component} ${guidanceNeed}`] as const;
        const grows = (limit: WageLimit) => limit.growsUpTo ?? "none";
        return [
          line(place, `breakEvenWage ${lost}`, "cents", before.breakEven, after.breakEven),
          line(place, "growsUpTo", "cents", grows(before), grows(after)),
        ];
      }),
    ),
    line(["covered", quarter, "total", ""], `grants ${lost}`, "grants", covered?.before ?? null, covered?.after ?? null),
  ];
}

function groupOf({ package: name, percentage, firstQuarter, lastQuarter }: BreakEvenKind): string {
  return `${name}${percentage === null ? "" : ` ${percentage / 100} %`} q${firstQuarter}-${lastQuarter}`;
}

function people({ breakdowns, winners, losers, same, quarters }: LabResult): Cell[][] {
  const period = quarters.length === 0 ? "" : `${quarters[0]!.quarter}/${quarters.at(-1)!.quarter}`;
  const counts = [
    ["grants", winners + losers + same],
    ["winners", winners],
    ["losers", losers],
    ["same", same],
  ] as const;
  return [
    ...counts.map(([measure, count]) => alone(["people", period, "total", ""], measure, "grants", count)),
    ...breakdowns.flatMap(({ trait, groups }) =>
      groups.flatMap((group) => [
        ...(["people", "winners", "losers", "same"] as const).map((name) =>
          alone(["people", period, trait, group.code], name === "people" ? "grants" : name, "grants", group[name]),
        ),
        alone(["people", period, trait, group.code], "change", "cents", group.change),
      ]),
    ),
  ];
}

/** Quotes where needed; text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
