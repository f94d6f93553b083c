// Computes every answer from the default synthetic population and writes it to answers/<id>/frozen.jsonl. Run: npx tsx scripts/freeze-answers.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  ANSWERS_FOLDER,
  answerIds,
  buildAnswer,
  compareWithFrozen,
  evaluatorOver,
  freezeAnswer,
  readAnswer,
  readFrozen,
} from "../src/statistics/index.ts";
import { openDefaultFlanders } from "../tests/support/default-flanders.ts";

async function freezeAll(): Promise<void> {
  const flanders = await openDefaultFlanders();
  try {
    for (const id of answerIds()) {
      const source = readAnswer(id);
      if (!source.ok)
        throw new Error(source.error.map((issue) => `${issue.file}:${issue.line} ${issue.problem.message.en}`).join("\n"));
      const answer = await flanders.records.snapshot((records) =>
        buildAnswer(evaluatorOver(records), flanders.law, source.value),
      );
      const before = readFrozen(id);
      const moved = before === null ? null : compareWithFrozen(before, answer).differences;
      writeFileSync(join(ANSWERS_FOLDER, id, "frozen.jsonl"), freezeAnswer(answer));
      console.log(
        `${id}: ${moved === null ? "frozen for the first time" : `${moved.length} places differ from the line before`}`,
      );
      for (const { path, frozen, now } of moved ?? []) console.log(`  ${path}: ${frozen} -> ${now}`);
    }
  } finally {
    await flanders.close();
  }
}

await freezeAll();
process.exit(0);
