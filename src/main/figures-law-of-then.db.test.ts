// Releases stand under the law of then: a value or a reading that changes later changes nothing of what was issued.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresPorts, figures } from "../counter/index.ts";
import { assertOk, fixedClock, instant } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { fillReleases } from "./demo-releases.ts";
import { createFigures } from "./figures.ts";

const law = openLaw();
const clock = { ...fixedClock("2024-04-02" as never), now: () => instant("2024-04-02T09:00:00.000Z") };
let database: TestDatabase;
let ports: FiguresPorts;

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  ports = createFigures({ law, clock, database, synthetic: true });
  const log = { warn: (about: { reason: string }) => expect(about.reason).toBe("") };
  await fillReleases({ figures: ports, demo: true, log: log as never });
  const text =
    'figures:\n  - { id: stromen, unit: ticket, measure: { flow: ticket.issued }, at: { from: "@doubleTicketFrom", until: 2023-12-31 } }\n';
  const drafting = { name: "sinds-dubbelticket", reason: "", source: { kind: "sheet" as const, text }, knownAt: null };
  const drafted = assertOk(await figures.draftRelease(ports, { role: "statistician", ref: "luca" }, drafting));
  assertOk(await figures.releaseDraft(ports, { role: "statistician", ref: "mira" }, drafted.releaseRef, null));
});
afterAll(() => database.close());

describe("verification after the law changed", () => {
  const verifiedUnder = async (changed: Law) => {
    const verified = await figures.verifyReleases({ ...ports, law: changed });
    expect(verified.map((one) => one.name).sort()).toEqual(["kerncijfers", "sinds-dubbelticket", "sv-170"]);
    return verified.map((one) => ({ name: one.name, flaws: one.flaws, notComputed: one.notComputed, lawMoved: one.lawMoved }));
  };

  it("says of an unchanged law that nothing moved", async () => {
    for (const one of await verifiedUnder(law)) expect(one).toMatchObject({ flaws: [], notComputed: null, lawMoved: false });
  });

  it("gives the same bytes when a date or a threshold that the figures lean on has another value", async () => {
    const changed = assertOk(
      law.withParameters([
        { id: "indication.doubleTicket.applicationFrom", value: "2023-10-01" },
        { id: "indication.collective.minProductivityLoss", value: "35" },
      ] as never),
    );
    for (const one of await verifiedUnder(changed)) expect(one).toMatchObject({ flaws: [], notComputed: null, lawMoved: true });
  });

  it("gives the same bytes when another reading of an open point is followed", async () => {
    const changed = assertOk(law.withSwitches({ "OPEN-57": "TWO_PERIMETERS" }));
    for (const one of await verifiedUnder(changed)) expect(one).toMatchObject({ flaws: [], notComputed: null, lawMoved: true });
  });
});
