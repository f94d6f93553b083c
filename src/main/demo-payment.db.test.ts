// What a newcomer at the payment counter of a demonstration finds: made once, in the books' own way, and never over somebody's work.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projection } from "../dossier/index.ts";
import { assertOk, instant, plainDate, quarter, quarterIndexNumber } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, masterKeyFrom } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { bringPaymentWork } from "./demo-payment.ts";
import { bringRecords } from "./flanders.ts";
import { ownEnterprises } from "./own-enterprises.ts";
import { createPayment } from "./payment.ts";
import { createRegisters } from "./registers.ts";
import { readSettings } from "./settings.ts";

const law = openLaw();
let now = Date.parse("2026-11-27T09:00:00.000Z");
const clock = {
  now: () => {
    now += 1;
    return instant(new Date(now).toISOString());
  },
  today: () => plainDate("2026-11-27"),
};
const settings = { ...assertOk(readSettings({})), logLevel: "silent" as const };
const LAST = quarterIndexNumber(quarter("2026-Q3"));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a demonstration has a paid run, one that waits, parked declarations and a movement to place, once", async () => {
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(randomBytes(32)) });
  await bringRecords({ settings, law, clock, store, storeAgain: async () => store, scale: 0.15 });
  const system = { law, clock, store, settings };
  await expectOlderSchemes(LAST);
  const payment = createPayment({ ...system, demo: true });
  await bringPaymentWork({ ...system, demo: false });
  expect(await payment.runs.list()).toEqual([]);

  await bringPaymentWork({ ...system, demo: true });
  const runs = await payment.runs.list();
  expect(runs.map((run) => [run.stage, run.start.quarter])).toEqual([
    ["CALCULATED", LAST],
    ["BOOKED", LAST],
  ]);
  // Whoever logs in as officer or approver may judge it: nobody who can log in started it.
  expect(runs.every((run) => run.startedBy.ref === "demo-officer")).toBe(true);
  expect(runs[1]?.result?.totals.length).toBeGreaterThan(0);
  expect(await payment.declarations.parkedCount()).toBe(2);
  expect(await payment.bank.unmatched()).toMatchObject([{ cents: 125_00, why: "UNKNOWN" }]);
  const payments = await payment.bank.payments(runs[1]!.runRef, { role: "paymentOfficer", ref: "x" });
  expect(payments.filter((one) => one.steps.includes("RETURNED"))).toHaveLength(1);
  expect((await payment.balance()).imbalances).toEqual([]);

  await bringPaymentWork({ ...system, demo: true });
  expect(await payment.runs.list()).toHaveLength(2);

  // The dry run of a demonstration names nobody whom its company register could have known.
  const { rows } = await database.pool.query<{ person: string }>(
    `select person_ref as person from read.grant_position where employer_ref is null
     union select person_ref from read.old_right where employer_ref is null and person_ref is not null`,
  );
  const { companies } = createRegisters({ clock, store }, { companies: [], employments: [], residences: [], mandates: [] });
  const { numbersOf } = ownEnterprises(store.vault, companies);
  const numbers = await numbersOf(rows.map((row) => row.person));
  expect([numbers.size, rows.length > 0]).toEqual([rows.length, true]);
  for (const number of numbers.values())
    expect(await companies.find(number)).toMatchObject({ state: "found", value: { insolvencySignal: false } });
});

/** Each older scheme that the rules can pay has lines in the quarter, and a part of each still waits for what a person must enter. */
async function expectOlderSchemes(quarterNumber: number): Promise<void> {
  const rows = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;
  const paidIn = async (wanted: string) =>
    (
      await rows(
        `select distinct r.measure || case when r.employer_ref is null then ' of a self-employed person' else '' end as of
         from pay.ledger_line l join read.old_right r on r.right_ref = l.grant_ref and upper_inf(r.known)
         where ${wanted} and l.cents > 0 order by 1`,
      )
    ).map((row) => row.of);
  expect(await paidIn(`l.quarter = ${quarterNumber}`)).toEqual(expect.arrayContaining(["LDE_INDIVIDUAL", "VOP"]));
  // Temporary rights, and most of the self-employed, were over by then.
  const self = (measure: string) => `${measure} of a self-employed person`;
  expect(await paidIn("true")).toEqual(["LDE_INDIVIDUAL", "TVOP", self("TVOP"), "VOP", self("VOP")]);
  const entered = await rows(
    `select measure, bool_or(known) as known, bool_or(not known) as open from (
       select measure, right_ref, bool_or(amount_cents is not null or activity is not null) as known from read.old_right
       where upper_inf(known) and (measure in ('LDE_INDIVIDUAL', 'ALD') or (measure = 'VOP' and employer_ref is null))
       group by measure, right_ref) r group by measure order by measure`,
  );
  expect(entered).toEqual(["ALD", "LDE_INDIVIDUAL", "VOP"].map((measure) => ({ measure, known: true, open: true })));
  const coded = await rows(
    `select distinct payload->>'reductionCode' as code from log.event
     where type = 'OldRightRecorded' and payload->>'measure' like 'SINE_%' order by 1`,
  );
  expect(coded.map((row) => row.code)).toEqual(["3240", "3241", "3250", null]);
  // TRANS-50: all local governments together stay within the total that the law gives.
  const [shared] = await rows(
    `select sum(amount_cents)::bigint as cents from read.old_right
     where measure = 'ALD' and amount_cents is not null and upper_inf(known) and valid @> '2024-06-30'::date`,
  );
  expect(Number(shared.cents)).toBeGreaterThan(0);
  expect(Number(shared.cents)).toBeLessThanOrEqual(
    Number(assertOk(law.parameterAt("ald.totalBudget", plainDate("2024-06-30"))).value),
  );
}
