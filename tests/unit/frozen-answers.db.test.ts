// Every frozen answer, computed again from the default synthetic population: same figures, same words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projection } from "../../src/dossier/index.ts";
import { fixedClock, plainDate } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { portsOf } from "../../src/main/flanders.ts";
import { recordsOver } from "../../src/main/records.ts";
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
import { createStore, masterKeyFrom } from "../../src/store/index.ts";
import { testDatabase } from "../../src/store/testing.ts";
import { loadFlanders } from "../../src/synthetic/index.ts";

const law = openLaw();
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  // What was recorded after the answer cannot change what was known then, so that it need not be made here.
  const until = plainDate("2024-02-29");
  const clock = fixedClock(until);
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  await loadFlanders(portsOf(store, clock), { law, until });
}, 300_000);

afterAll(() => database.close());

const compute = (id: string, options: AnswerOptions = {}): Promise<Answer> => {
  const source = readAnswer(id);
  if (!source.ok)
    throw new Error(source.error.map((issue) => `${issue.file}:${issue.line} ${issue.problem.message.en}`).join("\n"));
  return recordsOver(database.statistics).snapshot((records) => buildAnswer(evaluatorOver(records), law, source.value, options));
};

describe("answers over the default synthetic population", { timeout: 60_000 }, () => {
  for (const id of answerIds()) {
    it(`${id} is what was frozen`, async () => {
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
