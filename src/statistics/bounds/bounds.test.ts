import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertOk } from "../../kernel/index.ts";
import { type BoundsQuestion, bounds } from "./bounds.ts";
import { cellsOf, selects } from "./cells.ts";

const tickets = ["CMW", "IMW", "AMA"];

/** The five figures of the answer, as margins. */
const published: BoundsQuestion = {
  tickets,
  margins: [
    { id: "cmw", has: ["CMW"], equals: 7860 },
    { id: "imw", has: ["IMW"], equals: 10_894 },
    { id: "ama", has: ["AMA"], equals: 3700 },
    { id: "onlyImw", only: ["IMW"], equals: 6910 },
    { id: "onlyCmw", only: ["CMW"], equals: 3562 },
  ],
  derived: [
    { id: "cmwAndImw", has: ["CMW", "IMW"] },
    { id: "cmwAndAma", has: ["CMW", "AMA"] },
    { id: "imwAndAma", has: ["IMW", "AMA"] },
    { id: "persons" },
    { id: "twoOrMore", atLeastTickets: 2 },
    { id: "cmwWithoutImw", has: ["CMW"], hasNot: ["IMW"] },
    { id: "cmwWithoutAma", has: ["CMW"], hasNot: ["AMA"] },
  ],
};

describe("the bounds of the seven cells of three tickets", () => {
  it("are those of the analysis of the answer", () => {
    const found = assertOk(bounds(published));
    expect(Object.fromEntries(found.cells.map((cell) => [cell.tickets.join("+"), [cell.min, cell.max]]))).toEqual({
      CMW: [3562, 3562],
      IMW: [6910, 6910],
      AMA: [0, 3386],
      "CMW+IMW": [598, 3984],
      "CMW+AMA": [314, 2007],
      "IMW+AMA": [0, 1693],
      "CMW+IMW+AMA": [0, 3386],
    });
    expect(Object.fromEntries(found.derived.map((quantity) => [quantity.id, [quantity.min, quantity.max]]))).toEqual({
      cmwAndImw: [2291, 3984],
      cmwAndAma: [314, 3700],
      imwAndAma: [0, 3386],
      persons: [14_770, 18_156],
      twoOrMore: [4298, 5991],
      cmwWithoutImw: [3876, 5569],
      cmwWithoutAma: [4160, 7546],
    });
    expect(found.solutions).toBe("2869636");
  });

  it("narrow to 395 populations when 4,554 persons hold CMW without AMA", () => {
    const found = assertOk(
      bounds({ ...published, margins: [...published.margins, { id: "lower", has: ["CMW"], hasNot: ["AMA"], equals: 4554 }] }),
    );
    expect(found.solutions).toBe("395");
    expect(found.derived.find((quantity) => quantity.id === "persons")).toEqual({ id: "persons", min: 15_164, max: 15_164 });
    expect(found.cells.find((cell) => cell.tickets.join("+") === "CMW+IMW")).toMatchObject({ min: 992, max: 992 });
    expect(found.cells.find((cell) => cell.tickets.join("+") === "IMW+AMA")).toMatchObject({ min: 0, max: 394 });
  });

  it("become open upwards when no total is known", () => {
    const found = assertOk(bounds({ tickets: ["A", "B"], margins: [{ id: "a", has: ["A"], atLeast: 5 }] }));
    expect(found.cells.find((cell) => cell.tickets.join() === "B")).toMatchObject({ min: 0, max: null });
    expect(found.solutions).toBeNull();
  });
});

describe("margins that contradict each other", () => {
  const changed = (id: string, equals: number): BoundsQuestion => ({
    ...published,
    margins: published.margins.map((margin) => (margin.id === id ? { ...margin, equals } : margin)),
  });

  it("are refused when more persons hold only IMW than hold IMW", () => {
    const found = bounds(changed("onlyImw", 10_895));
    expect(found.ok).toBe(false);
    if (found.ok) return;
    expect(found.error[0]!.message.en).toContain("imw (IMW = 10894)");
    expect(found.error[0]!.message.en).toContain("onlyImw (only IMW = 10895)");
    expect(found.error[0]!.message.en).not.toContain("ama");
  });

  it("are refused with an AMA total of 313 and accepted with 314", () => {
    const found = bounds(changed("ama", 313));
    expect(found.ok).toBe(false);
    if (!found.ok) expect(found.error[0]!.expected).toContain("ama: 314 .. ");
    expect(bounds(changed("ama", 314)).ok).toBe(true);
  });

  it("are refused at 10,895 only-IMW and held to be possible at the total only when the rest still fits", () => {
    expect(bounds({ tickets, margins: [published.margins[1]!, { id: "only", only: ["IMW"], equals: 10_894 }] }).ok).toBe(true);
    expect(bounds({ tickets, margins: [published.margins[1]!, { id: "only", only: ["IMW"], equals: 10_895 }] }).ok).toBe(false);
  });
});

describe("a bounds question", () => {
  it("names an unknown ticket, a fifth ticket and a margin without a size", () => {
    const problems = bounds({
      tickets: ["A", "B", "C", "D", "E"],
      margins: [{ id: "m", has: ["Z"] }],
    });
    expect(problems.ok).toBe(false);
    if (!problems.ok) {
      expect(problems.error.map((found) => found.id)).toEqual(["bounds.tickets", "bounds.unknownTicket", "bounds.size"]);
    }
  });

  it("finds the ranges and the number of solutions that trying all small populations finds", () => {
    const cell = fc.integer({ min: 0, max: 2 });
    const shape = fc.record({
      truth: fc.array(cell, { minLength: 7, maxLength: 7 }),
      shown: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 3 }),
    });
    const selections = [
      { has: ["CMW"] },
      { has: ["IMW"] },
      { has: ["AMA"] },
      { only: ["IMW"] },
      { has: ["CMW"], hasNot: ["AMA"] },
      { atLeastTickets: 2 },
    ];
    const cells = cellsOf(tickets);
    fc.assert(
      fc.property(shape, ({ truth, shown }) => {
        // The three totals keep every cell finite; the others are drawn.
        const used = [...new Set([0, 1, 2, ...shown])];
        const size = (point: readonly number[], index: number): number =>
          point.reduce((sum, value, at) => sum + (selects(selections[index]!, cells[at]!) ? value : 0), 0);
        const margins = used.map((index) => ({ id: `m${index}`, ...selections[index]!, equals: size(truth, index) }));
        const found = assertOk(bounds({ tickets, margins }));
        const totals = { CMW: size(truth, 0), IMW: size(truth, 1), AMA: size(truth, 2) };
        const fitting = [...populations(cells, totals)].filter((point) =>
          used.every((index) => size(point, index) === size(truth, index)),
        );
        expect(found.solutions).toBe(String(fitting.length));
        for (const [at, range] of found.cells.entries()) {
          expect(range.min).toBe(Math.min(...fitting.map((point) => point[at]!)));
          expect(range.max).toBe(Math.max(...fitting.map((point) => point[at]!)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Every population whose three ticket totals are those given: fill cell after cell, never above what a total still allows. */
function* populations(cells: readonly (readonly string[])[], left: Readonly<Record<string, number>>): Generator<number[]> {
  const [cell, ...rest] = cells;
  if (cell === undefined) {
    if (Object.values(left).every((value) => value === 0)) yield [];
    return;
  }
  for (let value = 0; value <= Math.min(...cell.map((ticket) => left[ticket]!)); value += 1) {
    const after = { ...left };
    for (const ticket of cell) after[ticket] = left[ticket]! - value;
    for (const tail of populations(rest, after)) yield [value, ...tail];
  }
}
