import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertOk, newRef, plainDate } from "../../kernel/index.ts";
import {
  checkBeforeFiling,
  type Firm,
  fileApplication,
  listFiles,
  openFile,
  openFirm,
  parseApplication,
  registerFirm,
} from "../index.ts";
import { employerOf, FLANDERS, goodApplication, type TestCounter, testCounter, testFirm, testInsz, testKbo } from "../testing.ts";

describe("filing an application", () => {
  let counter: TestCounter;
  const acting = employerOf(testKbo(1));
  const people = Array.from({ length: 20 }, (_, n) => testInsz(n));

  beforeAll(async () => {
    counter = await testCounter({
      companies: [testFirm(1), testFirm(2)],
      residences: people.map((insz) => ({ insz, ...FLANDERS })),
      employments: people.map((insz) => ({ insz, employer: testKbo(1), from: plainDate("2026-09-01"), until: null })),
    });
    await registerFirm(counter, acting, await firm(), { measure: "IMW", commandId: newRef() });
  });
  afterAll(() => counter.close());

  async function firm(of = acting): Promise<Firm> {
    const opened = await openFirm(counter, of, testKbo(1));
    if (opened === null) throw new Error("No such firm");
    return assertOk(opened as never) as Firm;
  }
  const file = async (n: number, more = {}, commandId: string = newRef()) =>
    fileApplication(counter, acting, await firm(), {
      input: assertOk(parseApplication(goodApplication(people[n]!, more)) as never),
      evidence: [],
      channel: "ONLINE",
      commandId,
    });
  const ids = (result: Awaited<ReturnType<typeof file>>) => (result.ok ? [] : result.error.map((one) => one.id));

  test("puts it in the list of the enterprise, with the name as it was typed", async () => {
    const filed = assertOk((await file(0)) as never) as { fileRef: never };
    const files = await listFiles(counter, acting, await firm(), { limit: 50 });
    expect(files.map((one) => [one.fileRef, one.state, one.worker?.family])).toContainEqual([
      filed.fileRef,
      "PENDING",
      "Synbergmans",
    ]);
    expect((await openFile(counter, acting, await firm(), filed.fileRef))?.worker?.insz).toBe(people[0]);
  });

  test("keeps the enterprise number of a self-employed person with the person, and no number of an employer", async () => {
    const own = { ...acting, role: "selfEmployed", insz: people[5]! } as const;
    const filed = await fileApplication(counter, own, await firm(own), {
      input: assertOk(
        parseApplication({
          applicant: "SELF_EMPLOYED",
          worker: { insz: people[5]!, givenName: "Mia", familyName: "Synatelier" },
          worksInFlanders: true,
          contact: { name: "Mia Synatelier", email: "mia@synfirma.be", phone: "" },
          selfEmployment: {
            occupation: "MAIN",
            since: "2020-01-01",
            proof: { kind: "TAX_ASSESSMENT", incomeYear: 2024, income: "90000.00" },
          },
        }) as never,
      ),
      evidence: [],
      channel: "ONLINE",
      commandId: newRef(),
    });
    expect(filed).toMatchObject({ ok: true });
    const declared = async (n: number) => {
      const personRef = (await counter.vault.findByIdentifier("insz", people[n]!)) ?? "";
      const purpose = { actor: { role: "test", ref: "test" }, organisation: "", purpose: "test" };
      return (await counter.vault.open(personRef, purpose, ["declared"])).map((one) => one.content);
    };
    expect(await declared(5)).toEqual([expect.objectContaining({ family: "Synatelier", kbo: testKbo(1) })]);
    expect(await declared(0)).toEqual([expect.not.objectContaining({ kbo: expect.anything() })]);
  });

  test("is done once for one command, and refused for another application under the same one", async () => {
    const command = newRef();
    const first = await file(1, {}, command);
    const second = await file(1, {}, command);
    expect(first.ok && second.ok && second.value.fileRef === first.value.fileRef && second.value.repeated).toBe(true);
    expect(ids(await file(2, {}, command))).toEqual(["command.reused"]);
  });

  test("is refused while another of the same relation is open, also when both are sent at once", async () => {
    const both = await Promise.all([file(3), file(3)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.flatMap(ids)).toEqual(["application.secondOpen"]);
  });

  test("is refused before the contract begins", async () => {
    const later = { contract: { kind: "OPEN_ENDED", from: "2027-01-01", until: null, hours: null } };
    expect(ids(await file(4, later))).toEqual(["application.notDuringEmployment"]);
  });

  test("tells that the employment register does not know the worker, and leaves the decision to the department", async () => {
    const input = assertOk(parseApplication(goodApplication(testInsz(40))) as never) as never;
    const checks = await checkBeforeFiling(counter, await firm(), input, "ONLINE");
    expect(checks.map((one) => [one.severity, one.reason.id])).toContainEqual(["MANUAL", "employment.unknown"]);
  });

  test("asks where the person lives when the residence register does not answer, and then goes on", async () => {
    counter.down.add("residences");
    try {
      expect(ids(await file(5))).toEqual(["worker.residence"]);
      expect((await file(5, { residence: "FLANDERS", province: "LIM" })).ok).toBe(true);
    } finally {
      counter.down.delete("residences");
    }
  });

  test("goes on while the other registers are out of order", async () => {
    counter.down.add("employments").add("companies");
    try {
      expect((await file(6)).ok).toBe(true);
    } finally {
      counter.down.clear();
    }
  });

  test("another enterprise finds neither the firm nor the file", async () => {
    const filed = await file(7);
    const other = employerOf(testKbo(2));
    expect(await openFirm(counter, other, testKbo(1))).toBeNull();
    const theirs = await openFirm(counter, other, testKbo(2));
    if (theirs === null || !theirs.ok || !filed.ok) throw new Error("no firm");
    expect(await openFile(counter, other, theirs.value, filed.value.fileRef)).toBeNull();
    expect(await listFiles(counter, other, theirs.value, { limit: 10 })).toEqual([]);
  });
});
