// Every frozen answer, computed again from the default synthetic population: same figures, same words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figures } from "../../src/counter/index.ts";
import { fillReleases } from "../../src/main/demo-releases.ts";
import {
  ANSWERS_FOLDER,
  type Answer,
  type AnswerOptions,
  answerIds,
  buildAnswer,
  compareWithFrozen,
  evaluatorOver,
  readAnswer,
  readFrozen,
} from "../../src/statistics/index.ts";
import { failureOf, readCoverage } from "../../src/statistics/testing/coverage.ts";
import { type DefaultFlanders, openDefaultFlanders } from "../support/default-flanders.ts";

let flanders: DefaultFlanders;

beforeAll(async () => {
  flanders = await openDefaultFlanders();
}, 600_000);

afterAll(() => flanders.close());

const compute = (id: string, options: AnswerOptions = {}): Promise<Answer> => {
  const source = readAnswer(id);
  if (!source.ok)
    throw new Error(source.error.map((issue) => `${issue.file}:${issue.line} ${issue.problem.message.en}`).join("\n"));
  return flanders.records.snapshot((records) => buildAnswer(evaluatorOver(records), flanders.law, source.value, options));
};

describe("answers over the default synthetic population", () => {
  for (const id of answerIds()) {
    it(`${id} is what was frozen (if not on purpose: npx tsx scripts/freeze-answers.ts)`, async () => {
      const frozen = readFrozen(id);
      expect(frozen).not.toBeNull();
      expect(compareWithFrozen(frozen!, await compute(id)).differences).toEqual([]);
    });

    it(`${id} shows every row of its coverage`, async () => {
      const answer = await compute(id, { channel: "internal" });
      const rows = readCoverage(readFileSync(join(ANSWERS_FOLDER, id, "coverage.yaml"), "utf8"), "coverage.yaml");
      expect(rows.map((row) => failureOf(row, answer)).filter((failure) => failure !== null)).toEqual([]);
    });
  }
});

describe("releases over the default synthetic population", () => {
  it("are the same bytes when computed again, the answer to question 170 among them with every published number", async () => {
    const ports = flanders.figures;
    await fillReleases({ figures: ports, demo: true, log: { warn: fail } as never });
    const verified = await figures.verifyReleases(ports);
    expect(verified.map((one) => one.name).sort()).toEqual(["kerncijfers", "sv-170"]);
    expect(verified.map((one) => [one.name, one.flaws, one.notComputed, one.moved, one.lawMoved])).toEqual(
      verified.map((one) => [one.name, [], null, null, false]),
    );
    const answer = verified.find((one) => one.name === "sv-170");
    const file = await ports.publications.file(answer?.releaseRef ?? "", "answer.json");
    const issued = JSON.parse(new TextDecoder().decode(file?.body)) as Answer;
    const comparisons = Object.values(issued.questions).flatMap((one) =>
      Object.values(one.figures).flatMap((figure) => figure.comparisons),
    );
    expect(comparisons.length).toBeGreaterThanOrEqual(10);
    expect(comparisons.filter((one) => !one.equal)).toEqual([]);
  });
});

/** A first release that fails is only logged when a demonstration starts; here it is a failure. */
function fail(about: { readonly reason: string }): never {
  throw new Error(about.reason);
}
