import { describe, expect, it } from "vitest";
import type { Company, RegisterAnswer } from "../../../dossier/index.ts";
import { anEmployer } from "../../../dossier/testing.ts";
import { plainDate as d, instant, type Kbo, kbo, kboCheckDigits, languages } from "../../../kernel/index.ts";
import { askActivity, type PaidGrant } from "./ask.ts";
import { type ActivitySeen, activityReport } from "./seen.ts";
import { activityText } from "./words.ts";

const found = (more: Partial<Company> = {}): RegisterAnswer<Company> => ({
  state: "found",
  value: { ...anEmployer(), name: "Synatelier", insolvencySignal: false, ...more },
});
const NUMBERS = ["19990001", "19990002", "19990003"].map((base) => kbo(base + kboCheckDigits(base)));
const grant = (grantRef: string, personRef: string | undefined = grantRef): PaidGrant => ({ grantRef, personRef, until: null });
const seen = (more: Partial<ActivitySeen> = {}): ActivitySeen => ({
  grantRef: "g",
  answer: "FOUND",
  stoppedOn: null,
  insolvency: false,
  grantUntil: d("2027-12-31"),
  ...more,
});

describe("asking the company register", () => {
  const numbersOf = async (persons: readonly string[]) =>
    new Map(persons.flatMap((person, at) => (person === "nobody" ? [] : [[person, NUMBERS[at]!] as const])));
  const asking = (find: (number: Kbo) => Promise<RegisterAnswer<Company>>, paid: readonly PaidGrant[], before?: () => void) =>
    askActivity({ numbersOf, register: { find } }, paid, before);

  it("keeps what it says of each grant, and says so where the number is not known", async () => {
    const answers = [found(), found({ stoppedOn: d("2026-08-10"), insolvencySignal: true }), { state: "unknown" } as const];
    const paid = [grant("a"), grant("b"), grant("c"), grant("d", "nobody"), { ...grant("e"), personRef: undefined }];
    expect(await asking(async (number) => answers[NUMBERS.indexOf(number)]!, paid)).toEqual([
      { grantRef: "a", grantUntil: null, answer: "FOUND", stoppedOn: null, insolvency: false },
      { grantRef: "b", grantUntil: null, answer: "FOUND", stoppedOn: "2026-08-10", insolvency: true },
      { grantRef: "c", grantUntil: null, answer: "UNKNOWN", stoppedOn: null, insolvency: false },
      { grantRef: "d", grantUntil: null, answer: "NO_NUMBER", stoppedOn: null, insolvency: false },
      { grantRef: "e", grantUntil: null, answer: "NO_NUMBER", stoppedOn: null, insolvency: false },
    ]);
  });

  it("goes on when the register is down, whether it says so, fails later or fails at once", async () => {
    const down = [
      async () => ({ state: "unavailable", retryAfterSeconds: 60 }) as const,
      () => Promise.reject(new Error("down")),
      () => {
        throw new Error("down");
      },
    ];
    for (const find of down) expect(await asking(find, [grant("a")])).toMatchObject([{ answer: "NOT_ANSWERED" }]);
  });

  it("asks an enterprise once, however many grants its person has", async () => {
    const asked: string[] = [];
    const find = async (number: Kbo) => {
      asked.push(number);
      return found({ stoppedOn: d("2026-08-10") });
    };
    const answers = await asking(find, [grant("a", "p"), grant("b", "p"), grant("c", "q")]);
    expect(asked.sort()).toEqual(NUMBERS.slice(0, 2).sort());
    expect(answers.map((one) => one.stoppedOn)).toEqual(["2026-08-10", "2026-08-10", "2026-08-10"]);
  });

  it("has at most eight questions under way, and asks them all", async () => {
    let [underWay, most, asked] = [0, 0, 0];
    const numbers = new Map(Array.from({ length: 30 }, (_, n) => [`p${n}`, String(n) as Kbo]));
    const register = {
      find: async () => {
        underWay += 1;
        asked += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 1));
        underWay -= 1;
        return found();
      },
    };
    const paid = [...numbers.keys()].map((person) => grant(person));
    await askActivity({ numbersOf: async () => numbers, register }, paid);
    expect([most, asked]).toEqual([8, 30]);
  });

  it("is broken off between two questions", async () => {
    let asked = 0;
    const find = async () => {
      asked += 1;
      return found();
    };
    const stop = () => {
      throw new Error("stop");
    };
    await expect(asking(find, [grant("a"), grant("b"), grant("c")], stop)).rejects.toThrow("stop");
    expect(asked).toBe(0);
  });
});

describe("what the dry run shows of it", () => {
  const askedAt = instant("2026-11-20T09:00:00.000Z");
  const report = (...all: ActivitySeen[]) => activityReport({ askedAt, seen: all }, 1_000);
  const signals = (more: Partial<ActivitySeen>) => report(seen(more)).counts.signalled === 1;

  it("is nothing when nothing was asked", () => {
    expect(activityReport(null, 9)).toMatchObject({ askedAt: null, asked: 0, counts: { signalled: 0, unchecked: 0 } });
  });

  it("names an unknown enterprise and a signal of insolvency, and not an active one", () => {
    expect([signals({}), signals({ answer: "UNKNOWN" }), signals({ insolvency: true })]).toEqual([false, true, true]);
  });

  it("names a stop from its day on", () => {
    const days = ["2026-11-19", "2026-11-20", "2026-11-21"] as const;
    expect(days.map((day) => signals({ stoppedOn: d(day) }))).toEqual([true, true, false]);
  });

  it("names a stop when the grant runs on after it, and not when it ended with it or before", () => {
    const days = ["2026-08-09", "2026-08-10", "2026-08-11"] as const;
    expect(days.map((day) => signals({ stoppedOn: d("2026-08-10"), grantUntil: d(day) }))).toEqual([false, false, true]);
    expect(signals({ stoppedOn: d("2026-08-10"), grantUntil: null })).toBe(true);
  });

  it("keeps apart what was not checked, counts all and lists the first ones", () => {
    const all = [
      seen({ grantRef: "a", answer: "NOT_ANSWERED" }),
      seen({ grantRef: "b", answer: "NO_NUMBER" }),
      seen({ grantRef: "c", answer: "UNKNOWN" }),
      seen({ grantRef: "d", insolvency: true }),
      seen({ grantRef: "e" }),
    ];
    const made = activityReport({ askedAt, seen: all }, 1);
    expect([made.asked, made.counts]).toEqual([5, { signalled: 2, unchecked: 2 }]);
    expect([made.signalled.map((one) => one.grantRef), made.unchecked.map((one) => one.grantRef)]).toEqual([["c"], ["a"]]);
  });

  it("says everything that was seen, in each language", () => {
    expect(activityText(seen({ stoppedOn: d("2026-08-10"), insolvency: true }), "nl")).toBe(
      "activiteit gestopt op 10 augustus 2026, toekenning loopt tot en met 31 december 2027, signaal van insolventie",
    );
    const kinds = [
      {},
      { insolvency: true },
      ...(["UNKNOWN", "NOT_ANSWERED", "NO_NUMBER"] as const).map((answer) => ({ answer })),
    ];
    const texts = languages.flatMap((language) => kinds.map((more) => activityText(seen(more), language)));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
