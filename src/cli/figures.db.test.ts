// Figures at the terminal: questions, margins, answers, the yearly linkage and the check of releases, as asked and as mistyped.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ExitCode } from "./exit-code.ts";
import { terminal } from "./testing.ts";

const { folder, env, command, keepServer, close } = terminal();
afterAll(close);

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const question = "id: tickets\nunit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nby: [ticketMeasure]\n";

describe("a command line about figures that cannot be carried out", () => {
  const wrongUnit = file("wrong.yaml", "id: x\nunit: tickets\nmeasure: { stock: ticket }\nat: 2023-12-31\n");
  const good = file("good.yaml", question);
  const against = file(
    "against.yaml",
    "tickets: [A]\nmargins:\n  - { id: a, has: [A], equals: 5 }\n  - { id: b, has: [A], equals: 6 }\n",
  );
  const misspelt = file("misspelt.yaml", "tickets: [A]\nmargins:\n  - { id: a, has: [A], equal: 5 }\n");
  const linkage = ["linkage", "request", "--dimension", "education", "--out", join(folder, "none.csv")];
  test.each([
    ["a question that is not there", ["figure", "run", "/nowhere.yaml"], "/nowhere.yaml"],
    ["a moment that is none", ["figure", "run", good, "--known-at", "yesterday"], "--known-at"],
    ["margins that are not there", ["bounds", "/nowhere.yaml"], "/nowhere.yaml"],
    ["margins with a misspelt field", ["bounds", misspelt], "misspelt.yaml:3:"],
    ["margins that contradict each other", ["bounds", against], "a"],
    ["an answer that does not exist", ["answer", "sv-999"], "sv-170"],
    ["an answer at no day", ["answer", "sv-170", "--at", "then"], "--at"],
    ["an answer known at no moment", ["answer", "sv-170", "--known-at", "then"], "--known-at"],
    ["a linkage until no day", [...linkage, "--covers-until", "soon"], "--covers-until"],
    ["a linkage expected on no day", [...linkage, "--covers-until", "2025-12-31", "--expected-on", "x"], "--expected-on"],
    ["a linkage from no file", ["linkage", "take", "/nowhere.csv", "--linkage", "x"], "/nowhere.csv"],
    ["a linkage that is not named", ["linkage", "take", good], "--linkage"],
  ])("says what is wrong: %s", async (_name, args, told) => {
    const { code, err, out } = await command(...args);
    expect([code, out]).toEqual([ExitCode.usage, ""]);
    expect(err).toContain(told);
  });

  test("places a mistake in a question at its line", async () => {
    expect((await command("synthetic", "--scale", "0.02")).code).toBe(ExitCode.ok);
    const { code, err } = await command("figure", "run", wrongUnit);
    expect(code).toBe(ExitCode.usage);
    expect(err).toMatch(/wrong\.yaml:2:\d+ .*Did you mean “ticket”/);
  });
});

test("margins are solved, as lines and as data", async () => {
  const told = await command("bounds", join(examples, "bounds-of-three-tickets.yaml"));
  expect([told.code, told.out]).toEqual([ExitCode.ok, expect.stringMatching(/unique-persons +14770 +18156/)]);
  const { out } = await command("bounds", join(examples, "bounds-of-three-tickets.yaml"), "--json");
  expect(JSON.parse(out).derived).toContainEqual({ id: "unique-persons", min: 14_770, max: 18_156 });
});

describe("over synthetic records", () => {
  const good = () => file("good.yaml", question);

  beforeAll(async () => {
    await keepServer();
    expect((await command("synthetic", "--scale", "0.02")).code).toBe(ExitCode.ok);
  });

  test("a question gives its figure with unit and caveats, or as data", async () => {
    const told = await command("figure", "run", good());
    expect([told.code, told.out]).toEqual([ExitCode.ok, expect.stringContaining("tickets")]);
    expect(told.out).not.toContain("INTERNAL");
    const [figure] = JSON.parse((await command("figure", "run", good(), "--json")).out);
    expect([figure.id, figure.gate.policy]).toEqual(["tickets", "public-1-3"]);
    expect(figure).not.toHaveProperty("watermark");
  });

  test("internal figures carry a watermark, as text and as data", async () => {
    expect((await command("figure", "run", good(), "--internal")).out).toMatch(/^INTERNAL – do not pass on/);
    const figures = JSON.parse((await command("figure", "run", good(), "--internal", "--json")).out);
    for (const figure of figures) expect(figure.watermark.nl).toMatch(/^INTERN /);
  });

  test("a day means its end in Brussels, and what will be known later is refused", async () => {
    const [figure] = JSON.parse((await command("figure", "run", good(), "--known-at", "2024-07-15", "--json")).out);
    expect(figure.knownAt).toBe("2024-07-15T21:59:59.999Z");
    const later = await command("figure", "run", good(), "--known-at", "2999-01-01");
    expect([later.code, later.err]).toEqual([ExitCode.usage, expect.stringContaining("not known yet")]);
    const early = file("early.yaml", question.replace("2023-12-31", "1900-01-01"));
    expect((await command("figure", "run", early)).err).toContain("lies before the first data");
  });

  test("an answer is computed as text, and as the same bytes each time", async () => {
    const told = await command("answer", "sv-170", "--lang", "en");
    expect([told.code, told.out]).toEqual([ExitCode.ok, expect.stringContaining("Question 1")]);
    const args = ["answer", "sv-170", "--at", "2024-12-31", "--known-at", "2025-01-31", "--json"];
    const first = await command(...args);
    expect(JSON.parse(first.out)).toMatchObject({ reference: "2024-12-31", knownAt: "2025-01-31T22:59:59.999Z" });
    expect((await command(...args)).out).toBe(first.out);
    const before = await command("answer", "sv-170", "--at", "2020-01-01");
    expect([before.code, before.err]).toEqual([ExitCode.usage, expect.stringContaining("did not exist yet")]);
  });

  test("releases are verified: none yet, or those of a name", async () => {
    const none = await command("answer", "verify");
    expect([none.code, none.out]).toEqual([ExitCode.ok, expect.stringContaining("Nothing was published yet")]);
    await publish();
    const told = await command("answer", "verify");
    expect([told.code, told.out]).toEqual([ExitCode.ok, expect.stringContaining("1 of 1 releases the same")]);
    const [verified] = JSON.parse((await command("answer", "verify", "tickets-cli", "--json")).out);
    expect(verified).toMatchObject({ name: "tickets-cli", flaws: [], lawMoved: false, notComputed: null });
    expect(JSON.parse((await command("answer", "verify", "another", "--json")).out)).toEqual([]);
  });

  test("a linkage is asked for, taken whole or not at all, and listed", async () => {
    const out = join(folder, "pseudonyms.csv");
    const asked = ["linkage", "request", "--covers-until", "2025-12-31", "--out", out];
    const height = await command(...asked, "--dimension", "height");
    expect([height.code, height.err]).toEqual([ExitCode.usage, expect.stringContaining("education, origin")]);
    const future = await command("linkage", "request", "--dimension", "origin", "--covers-until", "2999-12-31", "--out", out);
    expect([future.code, future.err]).toEqual([ExitCode.usage, expect.stringContaining("yet to come")]);

    const made = await command(...asked, "--dimension", "education", "--expected-on", "2026-11-01");
    expect(made.code).toBe(ExitCode.ok);
    const [linkage, persons] = made.out.split(" ") as [string, string];
    const [head, ...pseudonyms] = readFileSync(out, "utf8").trim().split("\n");
    expect([head, String(pseudonyms.length)]).toEqual(["pseudonym", persons]);
    expect((await command("linkage", "list")).out).toContain("expected 2026-11-01");

    const wrong = file("back.csv", `pseudonym,value\n${pseudonyms[0]},TALL\n`);
    const refused = await command("linkage", "take", wrong, "--linkage", linkage);
    expect([refused.code, refused.err]).toEqual([ExitCode.usage, expect.stringContaining("Line 2")]);
    const unknown = await command("linkage", "take", wrong, "--linkage", "none");
    expect([unknown.code, unknown.err]).toEqual([ExitCode.usage, expect.stringContaining("not asked for")]);
    const back = file("back.csv", ["pseudonym,value", ...pseudonyms.map((one) => `${one},LOW`)].join("\n"));
    const taken = await command("linkage", "take", back, "--linkage", linkage);
    expect([taken.code, taken.out.trim()]).toEqual([ExitCode.ok, `${persons}/${persons} 100.0 %`]);
    const [line] = JSON.parse((await command("linkage", "list", "--json")).out);
    expect(line).toMatchObject({ linkageRef: linkage, dimension: "education", matched: Number(persons) });
  });
});

/** A release by two people: the terminal has none. */
async function publish(): Promise<void> {
  const { createSystem, readSettings } = await import("../main/index.ts");
  const { figures } = await import("../counter/index.ts");
  const settings = readSettings(env, {});
  if (!settings.ok) throw new Error("settings");
  const system = await createSystem({ settings: settings.value });
  try {
    const person = (ref: string) => ({ role: "statistician", ref });
    const drafting = { name: "tickets-cli", reason: "", source: { kind: "sheet" as const, text: question }, knownAt: null };
    const drafted = await figures.draftRelease(system.figures, person("luca"), drafting);
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
    const released = await figures.releaseDraft(system.figures, person("mira"), drafted.value.releaseRef, null);
    if (!released.ok) throw new Error(JSON.stringify(released.error));
  } finally {
    await system.close();
  }
}
