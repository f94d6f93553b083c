import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../kernel/index.ts";
import type { ReadRows } from "./read-tables.ts";
import type { RowChangeFor } from "./row-change.ts";
import { type KnownRow, supersede } from "./supersede.ts";

type Row = KnownRow<"work_status">;
type Change = RowChangeFor<"work_status">;

const day = (text: string) => plainDate(text);
const facts = (benefit: ReadRows["work_status"]["benefit"]): ReadRows["work_status"] => ({
  person_ref: "p",
  status: "EMPLOYED",
  employability: "IMMEDIATE",
  work_care: false,
  benefit,
  unemployed_since: null,
});
const row = (from: string | null, to: string | null, benefit: ReadRows["work_status"]["benefit"]): Row => ({
  validFrom: from === null ? null : day(from),
  validTo: to === null ? null : day(to),
  row: facts(benefit),
});
const open = (from: string | null, to: string | null, benefit: ReadRows["work_status"]["benefit"]): Change => ({
  table: "work_status",
  key: "p",
  op: "open",
  validFrom: from === null ? null : day(from),
  validTo: to === null ? null : day(to),
  row: facts(benefit),
});
const after = (known: readonly Row[], change: Change): Row[] => {
  const { closed, added } = supersede<"work_status", Row>(known, change);
  return [...known.filter((held) => !closed.includes(held)), ...added];
};

describe("superseding what was known", () => {
  it("adds a row where nothing was known and closes nothing", () => {
    const { closed, added } = supersede<"work_status", Row>([], open("2024-01-01", null, "NONE"));
    expect(closed).toEqual([]);
    expect(added).toEqual([row("2024-01-01", null, "NONE")]);
  });

  it("cuts an open row where a later one starts", () => {
    const now = after([row("2024-01-01", null, "NONE")], open("2024-03-01", null, "SICKNESS"));
    expect(now).toEqual([row("2024-01-01", "2024-03-01", "NONE"), row("2024-03-01", null, "SICKNESS")]);
  });

  it("splits a row around a period that turns out otherwise", () => {
    const now = after([row("2024-01-01", null, "NONE")], open("2024-03-01", "2024-04-01", "SICKNESS"));
    expect(now).toEqual([
      row("2024-01-01", "2024-03-01", "NONE"),
      row("2024-04-01", null, "NONE"),
      row("2024-03-01", "2024-04-01", "SICKNESS"),
    ]);
  });

  it("leaves a row alone that ends on the day the change starts", () => {
    const before = [row("2024-01-01", "2024-03-01", "NONE")];
    const { closed } = supersede<"work_status", Row>(before, open("2024-03-01", null, "SICKNESS"));
    expect(closed).toEqual([]);
  });

  it("replaces columns only where rows are known, and keeps the other columns", () => {
    const before = [row("2024-01-01", "2024-02-01", "NONE"), row("2024-03-01", null, "SICKNESS")];
    const now = after(before, {
      table: "work_status",
      key: "p",
      op: "replace",
      validFrom: day("2024-01-15"),
      validTo: null,
      row: { work_care: true },
    });
    expect(now).toEqual([
      row("2024-01-01", "2024-01-15", "NONE"),
      { ...row("2024-01-15", "2024-02-01", "NONE"), row: { ...facts("NONE"), work_care: true } },
      { ...row("2024-03-01", null, "SICKNESS"), row: { ...facts("SICKNESS"), work_care: true } },
    ]);
  });

  it("closes what holds from a day on", () => {
    const now = after([row("2024-01-01", null, "NONE")], {
      table: "work_status",
      key: "p",
      op: "close",
      validFrom: day("2024-05-01"),
      validTo: null,
    });
    expect(now).toEqual([row("2024-01-01", "2024-05-01", "NONE")]);
  });

  it("does nothing for an empty period", () => {
    expect(after([row("2024-01-01", null, "NONE")], open("2024-05-01", "2024-05-01", "IVT"))).toEqual([
      row("2024-01-01", null, "NONE"),
    ]);
  });

  it("never leaves two rows for one day, and the last word on a day is what is known of it", () => {
    const origin = plainDate("2024-01-01");
    const change = fc.record({
      op: fc.constantFrom("open" as const, "close" as const),
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.option(fc.integer({ min: 0, max: 15 }), { nil: null }),
      benefit: fc.constantFrom("NONE" as const, "SICKNESS" as const, "IVT" as const),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let known: Row[] = [];
        const expected = new Array<string | null>(60).fill(null);
        for (const each of changes) {
          const from = addDays(origin, each.from);
          const to: PlainDate | null = each.length === null ? null : addDays(from, each.length);
          const base = { table: "work_status" as const, key: "p", validFrom: from, validTo: to };
          known = after(known, each.op === "open" ? { ...base, op: "open", row: facts(each.benefit) } : { ...base, op: "close" });
          const last = each.length === null ? expected.length : each.from + each.length;
          for (let at = each.from; at < Math.min(last, expected.length); at += 1) {
            expected[at] = each.op === "open" ? each.benefit : null;
          }
        }
        expected.forEach((benefit, at) => {
          const date = addDays(origin, at);
          const held = known.filter(
            (r) => (r.validFrom === null || r.validFrom <= date) && (r.validTo === null || r.validTo > date),
          );
          expect(held.map((r) => r.row.benefit)).toEqual(benefit === null ? [] : [benefit]);
        });
      }),
    );
  });
});
