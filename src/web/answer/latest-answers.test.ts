// The list of the last answers: any id, newest first, and a page that shows it needs no store.
import { expect, test } from "vitest";
import type { ReleaseState } from "../../counter/index.ts";
import type { Publication } from "../../statistics/index.ts";
import { keptLatest, type LatestAnswer, latestAnswers, numbersOnce } from "./latest-answers.ts";

const released = (id: string | null, at: string, releaseRef: string) =>
  ({
    releaseRef,
    source: id === null ? { kind: "sheet", text: "" } : { kind: "folder", id, question: "", figures: "", published: "" },
    ended: { at, by: { role: "statistician", ref: "mira" }, reason: null },
  }) as ReleaseState;
const numbered = async (ref: string) => (ref === "unread" ? null : Number(ref));

test("each answer stands there once, by its newest release, and no other figures", async () => {
  const all = [
    released("sv-170", "2024-04-02T09:00:00.000Z", "170"),
    released("sv-201", "2024-05-02T09:00:00.000Z", "201"),
    released(null, "2024-06-01T09:00:00.000Z", "999"),
    released("sv-170", "2024-06-02T09:00:00.000Z", "171"),
    released("sv-202", "2024-05-20T09:00:00.000Z", "unread"),
  ];
  expect(await latestAnswers(all, numbered)).toEqual([
    { id: "sv-170", number: 171 },
    { id: "sv-202", number: null },
    { id: "sv-201", number: 201 },
  ]);
});

test("the list stays small", async () => {
  const many = Array.from({ length: 9 }, (_, at) => released(`sv-${at}`, `2024-04-0${at + 1}T09:00:00.000Z`, String(at)));
  expect((await latestAnswers(many, numbered)).map(({ id }) => id)).toEqual(["sv-8", "sv-7", "sv-6", "sv-5", "sv-4"]);
});

test("the number of a release is read once, and again only where there was none", async () => {
  const asked: string[] = [];
  const numberOf = numbersOnce(async (ref) => {
    asked.push(ref);
    return ref === "unread" ? null : ({ header: { number: Number(ref) } } as Publication);
  });
  for (const ref of ["170", "170", "unread", "unread"]) await numberOf(ref);
  expect([await numberOf("170"), await numberOf("unread")]).toEqual([170, null]);
  expect(asked).toEqual(["170", "unread", "unread", "unread"]);
});

test("it is asked for once by all who come together, again after a while, and is the same thing as long as it says the same", async () => {
  let [now, asked] = [0, 0];
  let answer: () => readonly LatestAnswer[] = () => [{ id: "sv-170", number: 170 }];
  const latest = keptLatest(
    async () => {
      asked += 1;
      return answer();
    },
    () => now,
  );
  const [one, two] = await Promise.all([latest(), latest()]);
  expect([one, asked]).toEqual([[{ id: "sv-170", number: 170 }], 1]);
  expect(two).toBe(one);
  now = 9_999;
  expect(await latest()).toBe(one);
  expect(asked).toBe(1);
  now = 10_000;
  expect(await latest()).toBe(one);
  expect(asked).toBe(2);
  answer = () => {
    throw new Error("The store is away");
  };
  now = 20_000;
  expect(await latest()).toBe(one);
  answer = () => [];
  now = 30_000;
  expect(await latest()).toEqual([]);
});
