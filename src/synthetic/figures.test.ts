import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHOSEN_FREE_CELLS, SV170, type TicketCells, ticketCells } from "./figures.ts";
import { DEFAULT_QUOTAS, quotasAt } from "./quotas.ts";

/** The five published figures, from the cells. */
function published({ a, b, c, d, e, f, g }: TicketCells) {
  return {
    tickets: { collective: a + d + e + g, individual: b + d + f + g, ama: c + e + f + g },
    onlyIndividual: b,
    onlyCollective: a,
  };
}
const { tickets, onlyIndividual, onlyCollective } = SV170;

describe("the exclusive ticket cells", () => {
  it("give back the published figures for every allowed pair of free cells", () => {
    const most = ticketCells({ f: 0, g: 0 }).c;
    fc.assert(
      fc.property(fc.nat(Math.floor(most / 2)), fc.nat(most), (f, share) => {
        const g = Math.min(share, most - 2 * f);
        expect(published(ticketCells({ f, g }))).toEqual({ tickets, onlyIndividual, onlyCollective });
      }),
    );
  });

  it("are refused when a cell would be negative, and accepted at the very edge", () => {
    const most = ticketCells({ f: 0, g: 0 }).c;
    expect(ticketCells({ f: 0, g: most }).c).toBe(0);
    expect(() => ticketCells({ f: 0, g: most + 1 })).toThrow(RangeError);
    expect(() => ticketCells({ f: -1, g: 0 })).toThrow(RangeError);
  });

  it("leave every cell populated at the chosen point", () => {
    expect(Object.values(ticketCells(CHOSEN_FREE_CELLS)).every((size) => size > 0)).toBe(true);
  });
});

describe("the quotas of the default population", () => {
  it("split every published application over grant, pending, incomplete, refused, withdrawn and inadmissible", () => {
    for (const category of ["wage", "wageAndGuidance", "selfEmployed"] as const) {
      const { granted, pending, incomplete, refused, withdrawn, inadmissible } = DEFAULT_QUOTAS.relations2023[category];
      expect(granted).toBe(SV170.relations[category].grants);
      expect(granted + pending + incomplete + refused + withdrawn + inadmissible).toBe(SV170.relations[category].applications);
    }
  });

  it("hold the closed VOP evaluations inside the grants, temporary ones inside those", () => {
    const all = Object.values(DEFAULT_QUOTAS.relations2023);
    expect(all.reduce((sum, one) => sum + one.formerVop, 0)).toBe(SV170.formerVopFiles);
    expect(all.every((one) => one.formerTemporaryVop <= one.formerVop && one.formerVop <= one.granted)).toBe(true);
  });

  it("scale with the population", () => {
    expect(quotasAt(0.5).relations2023.wage.granted).toBe(SV170.relations.wage.grants / 2);
    expect(quotasAt(1)).toEqual(DEFAULT_QUOTAS);
    expect(() => quotasAt(0)).toThrow(RangeError);
    expect(() => quotasAt(101)).toThrow(RangeError);
  });
});
