// The questions of SV170 on a million persons with history: figure definitions beside the same questions as SQL written by hand.
import { assertOk, instant, plainDate } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { recordsOver } from "../../src/main/records.ts";
import { buildAnswer, evaluatorOver, legalFactsOf, parseDefinition, readAnswer } from "../../src/statistics/index.ts";
import { testDatabase } from "../../src/store/testing.ts";
import { benchQuestions } from "../programs/figures-by-hand.ts";
import { dropGuards, fillPopulation } from "../programs/figures-population.ts";
import { rounds, spread } from "../rounds.ts";
import type { Job } from "./index.ts";

/** What the noise of a machine may cost. */
const NO_SLOWER = 1.05;

export const figuresJob: Job = async ({ quick, say }) => {
  const persons = quick ? 20_000 : 1_000_000;
  const law = openLaw();
  const facts = legalFactsOf(law);
  const knownAt = instant("2024-01-15T00:00:00.000Z");
  const day = plainDate("2023-12-31");
  const database = await testDatabase();
  try {
    if (!quick) await database.asOwner((client) => dropGuards(client as never));
    const started = performance.now();
    const rows = await database.asOwner((client) =>
      fillPopulation({ connect: async () => Object.assign(client, { release: () => {} }) } as never, persons),
    );
    say(`${persons} persons, ${rows} rows, filled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const records = recordsOver(database.statistics);
    const mistakes: string[] = [];
    const found: Record<string, unknown>[] = [];
    let [ours, theirs] = [0, 0];
    for (const question of benchQuestions) {
      const definition = assertOk(parseDefinition({ id: "bench", ...question.definition }));
      const window = definition.at[0]!;
      const figure = () =>
        records.snapshot(async (snapshot) => evaluatorOver(snapshot).cells(definition, window, { knownAt, law: facts }));
      const parameters = question.sql.includes("$2") ? [knownAt, day] : [knownAt];
      const byHand = () => records.snapshot((snapshot) => snapshot.query(question.sql, parameters));
      const cells = (await figure()).map((cell) => `${cell.key[0] ?? ""} ${cell.count}`).sort();
      const hand = (await byHand())
        .map((row) => `${String(row.key)} ${Number(row.n)}`)
        .filter((line) => !line.endsWith(" 0"))
        .sort();
      if (JSON.stringify(cells.filter((line) => !line.endsWith(" 0"))) !== JSON.stringify(hand))
        mistakes.push(`${question.name}: ${cells.join(", ")} beside ${hand.join(", ")}`);
      const measured = await rounds(
        [
          { name: "figure", rows: persons, run: async () => void (await figure()) },
          { name: "hand", rows: persons, run: async () => void (await byHand()) },
        ],
        quick ? 5 : 7,
      );
      const [own, other] = measured.map((one) => spread(one.seconds));
      ours += own!.median;
      theirs += other!.median;
      say(
        `${question.name.padEnd(26)} ${(own!.median * 1000).toFixed(0).padStart(6)} ms, by hand ${(other!.median * 1000).toFixed(0).padStart(6)} ms`,
      );
      found.push({ question: question.name, seconds: own, byHand: other, cells });
    }
    const source = assertOk(readAnswer("sv-170"));
    const whole = performance.now();
    await records.snapshot((snapshot) => buildAnswer(evaluatorOver(snapshot), law, source, { knownAt }));
    const seconds = (performance.now() - whole) / 1000;
    say(`the whole answer with its bounds, gate and caveats: ${seconds.toFixed(1)} s`);
    const ratio = ours / theirs;
    return {
      mistakes,
      gates: [
        {
          name: `questions of SV170 on ${persons} persons beside SQL by hand`,
          value: `${ratio.toFixed(2)} times its time`,
          gate: "no slower",
          ambition: "faster",
          holds: ratio <= NO_SLOWER,
        },
      ],
      figures: { persons, rows, questions: found, wholeAnswerSeconds: Number(seconds.toFixed(2)) },
    };
  } finally {
    await database.close();
  }
};
