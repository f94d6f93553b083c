import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Envelope } from "../../dossier/event.ts";
import type { RowChange } from "../../dossier/read-rows.ts";
import { addDays, instant, plainDate } from "../../kernel/index.ts";
import { event, projectPayload, workStatus } from "../fixtures.ts";
import { type Segment, StreamView } from "./view.ts";

const person = "00000000-0000-4000-8000-000000000001";
const at = (minute: number) => instant(`2024-05-01T10:${String(minute).padStart(2, "0")}:00.000Z`);
const envelope = (minute: number) => ({ recordedAt: at(minute) }) as Envelope;
const shown = (segments: readonly Segment[]) => segments.map((s) => [s.validFrom, s.validTo, s.row.status]);

function view(...steps: readonly [minute: number, ...RowChange[]][]): StreamView {
  const made = new StreamView(projectPayload);
  for (const [minute, ...changes] of steps) made.apply(event("X", changes), envelope(minute));
  return made;
}

const patch = (status: string, from: string, to: string | null): RowChange => ({
  ...workStatus(person, status, from, to),
  change: "patch",
  row: { status },
});
const end = (from: string, to: string | null): RowChange => ({
  table: "work_status",
  key: { person_ref: person },
  change: "end",
  validFrom: plainDate(from),
  validTo: to === null ? null : plainDate(to),
});

describe("the rows of a stream", () => {
  test("a put over the end of a row cuts it and keeps what was known before", () => {
    const v = view([1, workStatus(person, "A", "2020-01-01")], [2, workStatus(person, "B", "2021-01-01")]);
    expect(shown(v.current())).toEqual([
      ["2020-01-01", "2021-01-01", "A"],
      ["2021-01-01", null, "B"],
    ]);
    expect(v.closed.map((c) => [c.segment.validTo, c.segment.knownFrom, c.knownTo])).toEqual([[null, at(1), at(2)]]);
  });

  test("a put inside a row leaves its two ends", () => {
    const v = view(
      [1, workStatus(person, "A", "2020-01-01", "2023-01-01")],
      [2, workStatus(person, "B", "2021-01-01", "2022-01-01")],
    );
    expect(shown(v.current())).toEqual([
      ["2020-01-01", "2021-01-01", "A"],
      ["2021-01-01", "2022-01-01", "B"],
      ["2022-01-01", "2023-01-01", "A"],
    ]);
  });

  test("a put fills the gaps between rows with the named columns alone", () => {
    const v = view(
      [1, workStatus(person, "A", "2020-01-01", "2021-01-01"), workStatus(person, "B", "2022-01-01", "2023-01-01")],
      [2, { ...workStatus(person, "C", "2019-01-01", null), row: { status: "C" } }],
    );
    expect(shown(v.current())).toEqual([
      ["2019-01-01", "2020-01-01", "C"],
      ["2020-01-01", "2021-01-01", "C"],
      ["2021-01-01", "2022-01-01", "C"],
      ["2022-01-01", "2023-01-01", "C"],
      ["2023-01-01", null, "C"],
    ]);
    expect(v.current().map((s) => s.row.benefit)).toEqual([null, "NONE", null, "NONE", null]);
  });

  test("a patch changes nothing where there is no row", () => {
    const v = view([1, workStatus(person, "A", "2020-01-01", "2021-01-01")], [2, patch("B", "2020-07-01", null)]);
    expect(shown(v.current())).toEqual([
      ["2020-01-01", "2020-07-01", "A"],
      ["2020-07-01", "2021-01-01", "B"],
    ]);
  });

  test("an end takes the rest of the row away", () => {
    const v = view([1, workStatus(person, "A", "2020-01-01", "2022-01-01")], [2, end("2021-06-01", null)]);
    expect(shown(v.current())).toEqual([["2020-01-01", "2021-06-01", "A"]]);
  });

  test("an extension goes on with the row that stands on the day before, and writes over nothing", () => {
    const extend = (from: string, to: string): RowChange => ({ ...end(from, to), change: "extend" }) as RowChange;
    const v = view(
      [1, workStatus(person, "A", "2020-01-01", "2021-01-01"), workStatus(person, "B", "2021-07-01", "2022-01-01")],
      [2, extend("2021-01-01", "2021-10-01"), extend("2023-01-01", "2024-01-01")],
    );
    expect(shown(v.current())).toEqual([
      ["2020-01-01", "2021-07-01", "A"],
      ["2021-07-01", "2022-01-01", "B"],
    ]);
    expect(v.closed.map((c) => [c.segment.validTo, c.knownTo])).toEqual([["2021-01-01", at(2)]]);
  });

  test("what is said again changes nothing, and nothing is closed", () => {
    const v = view(
      [1, workStatus(person, "A", "2020-01-01")],
      [2, workStatus(person, "A", "2021-01-01")],
      [3, patch("A", "2020-02-01", null)],
    );
    expect(v.current()).toHaveLength(1);
    expect(v.closed).toEqual([]);
  });

  test("what is said and taken back at one moment was never known", () => {
    const v = view([1, workStatus(person, "A", "2020-01-01")], [1, workStatus(person, "B", "2020-01-01")]);
    expect(shown(v.current())).toEqual([["2020-01-01", null, "B"]]);
    expect(v.closed).toEqual([]);
  });

  test("an empty period changes nothing", () => {
    expect(view([1, workStatus(person, "A", "2020-01-01", "2020-01-01")]).current()).toEqual([]);
  });

  test("agrees, day by day and moment by moment, with a calendar that is filled in by hand", () => {
    const origin = plainDate("2024-01-01");
    const days = 12;
    const day = fc.option(fc.integer({ min: 0, max: days }), { nil: null });
    const step = fc.record({
      kind: fc.constantFrom("put", "patch", "end", "extend"),
      from: day,
      to: day,
      status: fc.constantFrom("A", "B", "C"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, sameMoment) => {
        const made = new StreamView(projectPayload);
        const calendar = new Map<number, string>();
        const history: [ReturnType<typeof at>, Map<number, string>][] = [];
        steps.forEach(({ kind, from, to, status }, i) => {
          const minute = sameMoment ? Math.floor(i / 3) : i;
          const bound = (n: number | null) => (n === null ? null : addDays(origin, n));
          const change = { ...workStatus(person, status, bound(from), bound(to)), change: kind } as RowChange;
          made.apply(event("X", [change]), envelope(minute));
          const before = from === null ? undefined : calendar.get(from - 1);
          for (let d = from ?? -1; d < (to ?? days + 2); d += 1) {
            if (kind === "end") calendar.delete(d);
            else if (kind === "extend") {
              if (before !== undefined && !calendar.has(d)) calendar.set(d, before);
            } else if (kind === "put" || calendar.has(d)) calendar.set(d, status);
          }
          history.push([at(minute), new Map(calendar)]);
        });
        for (const [moment, expected] of history.filter(([m], i) => history[i + 1]?.[0] !== m)) {
          const known = [
            ...made.current().filter((s) => s.knownFrom <= moment),
            ...made.closed.filter((c) => c.segment.knownFrom <= moment && moment < c.knownTo).map((c) => c.segment),
          ];
          for (let d = -1; d < days + 2; d += 1) {
            const date = addDays(origin, d);
            const rows = known.filter(
              (s) => (s.validFrom === null || s.validFrom <= date) && (s.validTo === null || date < s.validTo),
            );
            expect(rows.map((r) => r.row.status)).toEqual(expected.has(d) ? [expected.get(d)] : []);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
