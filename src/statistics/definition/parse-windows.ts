// The `at` of a question: one or more days, or one or more periods of equal length, in order of time.
import { isPlainDate, localized, type PlainDate } from "../../kernel/index.ts";
import type { Measure } from "./definition.ts";
import type { Issues, PathStep } from "./issue.ts";
import { isObject } from "./plain-data.ts";
import { comparable, firstDayOf, lastDayOf, periodBetween, type Window, windowOf } from "./window.ts";

type NamedDates = Readonly<Record<string, PlainDate>>;

const periodForms = "2023 | 2023-H2 | 2023-Q4 | 2023-11 | { from: 2023-07-01, until: 2023-12-31 }";

export function parseWindows(data: unknown, measure: Measure, dates: NamedDates, issues: Issues): readonly Window[] | null {
  const list = Array.isArray(data) ? data : [data];
  const windows: Window[] = [];
  for (const [index, entry] of list.entries()) {
    const path: PathStep[] = Array.isArray(data) ? ["at", index] : ["at"];
    const window = parseWindow(entry, measure, dates, path, issues);
    if (window === null) return null;
    const first = windows[0];
    if (first !== undefined && measure.kind === "cumulative" && firstDayOf(first) !== firstDayOf(window)) {
      issues.add(
        path,
        "otherStart",
        localized(
          "Een oplopend totaal begint telkens op dezelfde dag.",
          "A running total begins on the same day each time.",
          "Un cumul commence chaque fois le même jour.",
        ),
        `from: ${firstDayOf(first)}`,
      );
      return null;
    }
    if (first !== undefined && measure.kind !== "cumulative" && !comparable(first, window)) {
      issues.add(
        path,
        "unequalWindows",
        localized(
          "Deze periode is niet even lang als de eerste: ze horen niet in één reeks.",
          "This period is not as long as the first: they do not belong in one series.",
          "Cette période n'a pas la même longueur que la première : elles ne forment pas une série.",
        ),
      );
      return null;
    }
    windows.push(window);
  }
  if (windows.length === 0) {
    issues.add(
      ["at"],
      "noWindow",
      localized(
        "Geef minstens één datum of periode.",
        "Give at least one date or period.",
        "Donnez au moins une date ou période.",
      ),
    );
    return null;
  }
  return windows.sort((a, b) =>
    lastDayOf(a) < lastDayOf(b) ? -1 : lastDayOf(a) > lastDayOf(b) ? 1 : firstDayOf(a) < firstDayOf(b) ? -1 : 1,
  );
}

/** `@name` of a series of days becomes its days; a period that ends on such a series becomes a series of periods. */
export function unrolled(data: unknown, lists: Readonly<Record<string, readonly PlainDate[]>>): unknown {
  const seriesOf = (value: unknown): readonly PlainDate[] | undefined =>
    typeof value === "string" && value.startsWith("@") ? lists[value.slice(1)] : undefined;
  const days = seriesOf(data);
  if (days !== undefined) return days;
  const ends = isObject(data) ? seriesOf(data.until) : undefined;
  return ends === undefined ? data : ends.map((until) => ({ ...(data as object), until }));
}

function parseWindow(
  entry: unknown,
  measure: Measure,
  dates: NamedDates,
  path: readonly PathStep[],
  issues: Issues,
): Window | null {
  const window = read(entry, dates, path, issues);
  if (window === null) return null;
  if (measure.kind === "stock" && window.kind === "period") {
    issues.add(
      path,
      "stockAtPeriod",
      localized(
        "Een stand is er op een dag, niet over een periode.",
        "A stock is at a day, not over a period.",
        "Un stock se mesure à un jour, pas sur une période.",
      ),
      lastDayOf(window),
    );
    return null;
  }
  if (measure.kind !== "stock" && window.kind === "day") {
    issues.add(
      path,
      "flowAtDay",
      localized(
        "Deze meting gaat over een periode, niet over een dag.",
        "This measure is over a period, not at a day.",
        "Cette mesure porte sur une période, pas sur un jour.",
      ),
      periodForms,
    );
    return null;
  }
  return window;
}

function read(entry: unknown, dates: NamedDates, path: readonly PathStep[], issues: Issues): Window | null {
  if (typeof entry === "object" && entry !== null && "from" in entry && "until" in entry) {
    const from = readDate(entry.from, dates, [...path, "from"], issues);
    const until = readDate(entry.until, dates, [...path, "until"], issues);
    if (from === null || until === null) return null;
    const window = periodBetween(from, until);
    if (window === null) {
      issues.add(
        path,
        "emptyPeriod",
        localized(
          "De periode eindigt voor ze begint.",
          "The period ends before it begins.",
          "La période se termine avant de commencer.",
        ),
        "from <= until",
      );
    }
    return window;
  }
  const text = typeof entry === "number" ? String(entry) : entry;
  if (typeof text === "string" && text.startsWith("@")) {
    const on = readDate(text, dates, path, issues);
    return on === null ? null : { kind: "day", on };
  }
  const window = typeof text === "string" ? windowOf(text) : null;
  if (window === null) {
    const typed = typeof text === "string" ? text.slice(0, 40) : (JSON.stringify(text) ?? "").slice(0, 40);
    issues.add(
      path,
      "window",
      localized(
        `“${typed}” is geen datum of periode.`,
        `“${typed}” is no date or period.`,
        `« ${typed} » n'est ni une date ni une période.`,
      ),
      `2023-12-31 | ${periodForms}`,
    );
  }
  return window;
}

/** A day, or `@name` of one of the dates that go with the question. */
export function readDate(value: unknown, dates: NamedDates, path: readonly PathStep[], issues: Issues): PlainDate | null {
  if (isPlainDate(value)) return value;
  if (typeof value === "string" && value.startsWith("@")) {
    const named = dates[value.slice(1)];
    if (named !== undefined) return named;
    issues.unknown(
      path,
      localized("datum van deze vraag", "date of this question", "une date de cette question"),
      value,
      Object.keys(dates).map((name) => `@${name}`),
    );
    return null;
  }
  issues.add(
    path,
    "date",
    localized("Schrijf een dag als JJJJ-MM-DD.", "Write a day as YYYY-MM-DD.", "Écrivez un jour sous la forme AAAA-MM-JJ."),
    "YYYY-MM-DD",
  );
  return null;
}
