// What the work list says of a trajectory that ends: in time, near, late, and what being late costs.
import { describe, expect, it } from "vitest";
import { addMonths, fixedClock, newRef, type PlainDate, plainDate, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { OlderRights, type RightLine, type RightPorts } from "./rights.ts";

const law = openLaw();
const ENDS = plainDate("2025-02-14");

const line = (more: Partial<RightLine> = {}): RightLine => ({
  rightRef: newRef(),
  measure: "LDE_INDIVIDUAL",
  personRef: newRef(),
  employerRef: newRef(),
  startedOn: plainDate("2020-02-15"),
  lastDay: ENDS,
  warnedOfEnd: null,
  ldeChoice: "INDIVIDUAL",
  pendingFile: null,
  grantFrom: null,
  grantFile: null,
  grantRef: null,
  ...more,
});

/** The work list as somebody who looks at it on the day sees it. */
async function seen(on: string, ...lines: readonly RightLine[]) {
  const queries = { rights: async () => lines } as unknown as RightPorts["queries"];
  const rights = new OlderRights({ law, clock: fixedClock(on), queries } as unknown as RightPorts);
  return { list: await rights.workList(10), toWarn: await rights.toWarn(10) };
}
const only = async (on: string, more: Partial<RightLine> = {}) => (await seen(on, line(more))).list[0]!;
const from = (text: string) => quarterIndexNumber(quarter(text));

describe("a trajectory that ends", () => {
  it("can be decided in time up to its last day: the day before, the day itself, and not the day after (TRANS-31)", async () => {
    expect(await only("2025-02-13")).toMatchObject({ state: "URGENT", lastUsefulOn: ENDS, quartersLost: 0 });
    expect(await only("2025-02-14")).toMatchObject({ state: "URGENT", quartersLost: 0 });
    expect(await only("2025-02-15")).toMatchObject({ state: "LATE", quartersLost: 0 });
  });

  it("costs a quarter for each that lies between its end and the decision, which starts the grant (PROC-11)", async () => {
    expect((await only("2025-03-31")).quartersLost).toBe(0);
    expect((await only("2025-04-01")).quartersLost).toBe(0);
    expect((await only("2025-06-30")).quartersLost).toBe(0);
    expect((await only("2025-07-01")).quartersLost).toBe(1);
    expect((await only("2025-10-01")).quartersLost).toBe(2);
  });

  it("that was decided late keeps what it lost, whatever day it is looked at", async () => {
    const late = { grantFrom: from("2025-Q3"), grantFile: newRef() };
    expect(await only("2025-11-01", late)).toMatchObject({ state: "CROSSED", quartersLost: 1 });
    expect(await only("2025-11-01", { ...late, grantFrom: from("2025-Q2") })).toMatchObject({ quartersLost: 0 });
    expect(await only("2025-11-01", { ...late, grantFrom: from("2025-Q1") })).toMatchObject({ quartersLost: 0 });
  });

  it("with an application that waits is late all the same when the day has passed", async () => {
    const pendingFile = newRef();
    expect(await only("2025-02-14", { pendingFile })).toMatchObject({ state: "FILED", quartersLost: 0 });
    expect(await only("2025-07-01", { pendingFile })).toMatchObject({ state: "FILED", quartersLost: 1 });
  });

  it("is near from nine months before, and later before that", async () => {
    const nine = addMonths(ENDS, -9);
    expect((await only(nine)).state).toBe("URGENT");
    expect((await only("2024-05-13")).state).toBe("LATER");
    expect(nine).toBe("2024-05-14" as PlainDate);
  });
});

describe("the warning of an employer", () => {
  it("is due once for an end that is near and for which nothing was filed", async () => {
    expect((await seen("2025-01-10", line())).toWarn).toHaveLength(1);
    expect((await seen("2025-01-10", line({ warnedOfEnd: ENDS }))).toWarn).toEqual([]);
    expect((await seen("2025-01-10", line({ warnedOfEnd: plainDate("2024-12-31") }))).toWarn).toHaveLength(1);
    expect((await seen("2025-01-10", line({ pendingFile: newRef() }))).toWarn).toEqual([]);
    expect((await seen("2025-01-10", line({ employerRef: null }))).toWarn).toEqual([]);
    expect((await seen("2025-02-15", line())).toWarn).toEqual([]);
  });

  it("and what can still be saved stands first", async () => {
    const late = line({ lastDay: plainDate("2024-12-31") });
    const { list } = await seen("2025-01-10", late, line());
    expect(list.map((one) => one.state)).toEqual(["URGENT", "LATE"]);
  });
});
