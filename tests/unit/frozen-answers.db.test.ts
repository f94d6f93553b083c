// Every frozen answer, computed again from the default synthetic population: same figures, same words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("answers over the default synthetic population", { timeout: 90_000 }, () => {
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
