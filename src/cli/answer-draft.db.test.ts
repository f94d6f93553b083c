// A parliamentary answer drafted and released at the terminal: by two people, and only as the second one saw it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExitCode } from "./exit-code.ts";
import { terminal } from "./testing.ts";

const { command, keepServer, close } = terminal();
beforeAll(async () => {
  await keepServer();
  expect((await command("synthetic", "--scale", "0.02")).code).toBe(ExitCode.ok);
});
afterAll(close);

test.each([
  ["nobody who drafts", ["answer", "draft", "sv-170"], "--as"],
  ["a person without a name", ["answer", "draft", "sv-170", "--as", " "], "--as"],
  ["an answer that there is not", ["answer", "draft", "sv-999", "--as", "luca"], "sv-170"],
  ["a moment that is none", ["answer", "draft", "sv-170", "--as", "luca", "--known-at", "then"], "--known-at"],
  ["a draft that is none", ["answer", "release", "x", "--as", "mira"], "x: 8-4-4-4-12"],
])("says what is wrong: %s", async (_name, args, told) => {
  const { code, err, out } = await command(...args);
  expect([code, out]).toEqual([ExitCode.usage, ""]);
  expect(err).toContain(told);
});

test("is drafted by one, looked at and released by another, and then verified", async () => {
  const made = await command("answer", "draft", "sv-170", "--as", "luca", "--json");
  expect([made.code, made.err]).toEqual([ExitCode.ok, ""]);
  const { id, ...draft } = JSON.parse(made.out) as { id: string; seen: string };
  expect(draft).toMatchObject({ status: "DRAFT", name: "sv-170", revision: 1 });
  const again = await command("answer", "draft", "sv-170", "--as", "luca");
  expect([again.code, again.err]).toEqual([ExitCode.badInput, expect.stringContaining("draft of this name already")]);

  const looked = await command("answer", "release", id, "--as", "mira");
  expect(looked.code).toBe(ExitCode.ok);
  expect(looked.out).toContain("Question 4");
  expect(looked.out).toContain(`--seen ${draft.seen}`);
  expect((await command("answer", "verify", "sv-170")).out).toContain("Nothing was published yet");

  const own = await command("answer", "release", id, "--as", "luca", "--seen", draft.seen);
  expect([own.code, own.err]).toEqual([ExitCode.badInput, expect.stringContaining("A second person releases")]);
  const other = await command("answer", "release", id, "--as", "mira", "--seen", "0".repeat(64));
  expect([other.code, other.err]).toEqual([ExitCode.badInput, expect.stringContaining("look again")]);

  const released = await command("answer", "release", id, "--as", "mira", "--seen", draft.seen);
  expect([released.code, released.out.trim()]).toEqual([ExitCode.ok, "Released: sv-170, revision 1."]);
  const twice = await command("answer", "release", id, "--as", "mira");
  expect([twice.code, twice.err]).toEqual([ExitCode.badInput, expect.stringContaining("no draft")]);
  expect((await command("answer", "verify", "sv-170")).out).toContain("1 of 1 releases the same");
  // A next revision gives its reason.
  const silent = await command("answer", "draft", "sv-170", "--as", "luca");
  expect([silent.code, silent.err]).toEqual([ExitCode.badInput, expect.stringContaining("A revision has a reason")]);
});
