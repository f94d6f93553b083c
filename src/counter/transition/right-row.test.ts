import { describe, expect, it } from "vitest";
import { type Cells, EMPTY_CELLS } from "./layout.ts";
import { controlCents, controlFte, readRow } from "./right-row.ts";

const vop: Cells = {
  ...EMPTY_CELLS,
  regel: "R",
  nummer: "VOP-1",
  maatregel: "VOP",
  insz: "85013090089",
  voornaam: "Noor",
  naam: "Synbergmans",
  kbo: "0200.065.765",
  begin: "10/05/2021",
  einde: "31/03/2026",
  schema: "40/5;30/9;20/20",
  vte: "0,8",
};
const idsOf = (more: Partial<Cells>) => readRow({ ...vop, ...more }).reasons.map((one) => `${one.id} ${one.field}`);

describe("a line of a file", () => {
  it("reads days as people, programs and spreadsheets write them", () => {
    for (const begin of ["10/05/2021", "10-5-2021", "2021-05-10", "2021-05-10T00:00:00.000Z", "44326"])
      expect([begin, readRow({ ...vop, begin }).row?.startedOn]).toEqual([begin, "2021-05-10"]);
    for (const begin of ["31/02/2021", "2021", "19999", "60001", "mei"])
      expect(idsOf({ begin })).toEqual(["import.unreadable begin"]);
  });

  it("gives every reason at once", () => {
    expect(idsOf({ insz: "85013090088", kbo: "0200065766", begin: "", vte: "1,2" })).toEqual([
      "import.insz.check insz",
      "import.kbo.check kbo",
      "import.missing begin",
      "import.unreadable vte",
    ]);
  });

  it("asks an end, but for SINE without one", () => {
    expect(idsOf({ einde: "" })).toEqual(["import.missing einde"]);
    const sine: Partial<Cells> = { maatregel: "SINE_REGULAR", schema: "", einde: "" };
    expect(idsOf({ ...sine, rsz_code: "3250" })).toEqual([]);
    expect(idsOf({ ...sine, rsz_code: "3241" })).toEqual(["import.missing einde"]);
    expect(idsOf({ ...sine, rsz_code: "" })).toEqual(["import.missing einde", "import.missing rsz_code"]);
  });

  it("lets only a self-employed person's VOP be without an enterprise, and only the subsidy without a person", () => {
    expect(idsOf({ kbo: "" })).toEqual([]);
    expect(idsOf({ maatregel: "MWA", schema: "", kbo: "" })).toEqual(["import.missing kbo"]);
    expect(idsOf({ insz: "" })).toEqual(["import.missing insz"]);
    expect(idsOf({ maatregel: "ALD", schema: "", insz: "", vte: "" })).toEqual([]);
    expect(idsOf({ maatregel: "ALD", schema: "" })).toEqual(["import.superfluous insz"]);
  });

  it("refuses what does not belong to the measure, and a national number as number of the line", () => {
    expect(idsOf({ maatregel: "MWA" })).toEqual(["import.superfluous schema"]);
    expect(idsOf({ bedrag: "1.200,50" })).toEqual(["import.superfluous bedrag"]);
    expect(idsOf({ nummer: "85.01.30-900.89" })).toEqual(["import.numberIsInsz nummer"]);
    expect(idsOf({ maatregel: "VPO" })).toEqual(["import.unreadable maatregel"]);
  });

  it("reads sums of control lines exactly", () => {
    expect([controlFte("12,5"), controlFte("12.0001"), controlFte("0"), controlFte("12,00001"), controlFte("veel")]).toEqual([
      125_000,
      120_001,
      0,
      null,
      null,
    ]);
    expect([controlCents("1.234,56"), controlCents(""), controlCents("x")]).toEqual([123_456, 0, null]);
  });
});
