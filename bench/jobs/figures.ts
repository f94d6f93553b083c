// The questions of SV170 on a million persons with history: figure definitions beside the same questions as SQL written by hand.
import { assertOk, instant, plainDate } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { recordsOver } from "../../src/main/records.ts";
import {
  buildAnswer,
  evaluatorInMemory,
  evaluatorOver,
  extractTables,
  legalFactsOf,
  PLANNER_SETTINGS,
  parseDefinition,
  type Records,
  readAnswer,
} from "../../src/statistics/index.ts";
import { type TestDatabase, testDatabase } from "../../src/store/testing.ts";
import { benchQuestions } from "../programs/figures-by-hand.ts";
import { contentOf, dropGuards, fillByCopy, fillByEvents } from "../programs/figures-population.ts";
import { rounds, spread } from "../rounds.ts";
import type { Job } from "./index.ts";

/** What the noise of a machine may cost. */
const NO_SLOWER = 1.05;

const ROUNDS = 5;

/** Persons of whom the same history is told as events too. */
const CHECKED = 10_000;

const facts = legalFactsOf(openLaw());
const knownAt = instant("2024-01-15T00:00:00.000Z");
const day = plainDate("2023-12-31");

type Question = (typeof benchQuestions)[number];

const definitionOf = (question: Question) => assertOk(parseDefinition({ id: "bench", ...question.definition }));
const shown = (rows: readonly (readonly [string, number])[]): string =>
  rows
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${key} ${count}`)
    .sort()
    .join(", ");

/** A figure as the product counts it, over the records or in memory. */
async function figure(question: Question, evaluator: ReturnType<typeof evaluatorOver>): Promise<string> {
  const definition = definitionOf(question);
  const cells = await evaluator.cells(definition, definition.at[0]!, { knownAt, law: facts });
  return shown(cells.map((cell) => [cell.key[0] ?? "", cell.count]));
}

async function byHand(question: Question, records: Records): Promise<string> {
  const rows = await records.query(question.sql, question.sql.includes("$2") ? [knownAt, day] : [knownAt]);
  return shown(rows.map((row) => [String(row.key), Number(row.n)]));
}

export const figuresJob: Job = async ({ quick, say }) => {
  const persons = quick ? 20_000 : 1_000_000;
  const checked = await check(quick ? 1000 : CHECKED);
  say(
    `${checked.persons} persons told as ${checked.events} events: ${checked.tables} read tables and ${checked.equal} questions equal`,
  );
  const database = await testDatabase();
  try {
    await database.asOwner((client) => dropGuards(client));
    const started = performance.now();
    const rows = await database.asOwner((client) => fillByCopy(client, persons));
    say(`${persons} persons, ${rows} rows, filled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const records = recordsOver(database.statistics);
    const mistakes = [...checked.mistakes];
    const found: Record<string, unknown>[] = [];
    // Round by round over all questions, so that the ratio of a round is that of the whole answer.
    const total: { readonly ours: number[]; readonly theirs: number[] } = { ours: [], theirs: [] };
    const times = new Map<string, { readonly ours: readonly number[]; readonly theirs: readonly number[] }>();
    for (const question of benchQuestions) {
      const ours = (): Promise<string> => records.snapshot((snapshot) => figure(question, evaluatorOver(snapshot)));
      const theirs = (): Promise<string> => records.snapshot((snapshot) => byHand(question, snapshot));
      // A hand that also knows what the product tells the planner.
      const tuned = (): Promise<string> =>
        records.snapshot(async (snapshot) => {
          await snapshot.query(PLANNER_SETTINGS, []);
          return byHand(question, snapshot);
        });
      const [cells, hand] = [await ours(), await theirs()];
      if (cells !== hand || cells === "") mistakes.push(`${question.name}: ${cells} beside ${hand}`);
      const measured = await rounds(
        [
          { name: "figure", rows: persons, run: async () => void (await ours()) },
          { name: "hand", rows: persons, run: async () => void (await theirs()) },
          { name: "tuned", rows: persons, run: async () => void (await tuned()) },
        ],
        ROUNDS,
      );
      const [own, plain, same] = measured.map((one) => one.seconds);
      const best = plain!.map((seconds, round) => Math.min(seconds, same![round]!));
      times.set(question.name, { ours: own!, theirs: best });
      const ratio = spread(own!.map((seconds, round) => seconds / best[round]!));
      const ms = (values: readonly number[]): string => (spread(values).median * 1000).toFixed(1).padStart(8);
      say(
        `${question.name.padEnd(26)} ${ms(own!)} ms, by hand ${ms(plain!)} ms (as tuned ${ms(same!)}), ${ratio.median.toFixed(2)} times the better hand`,
      );
      found.push({
        question: question.name,
        seconds: spread(own!),
        byHand: spread(plain!),
        byHandTuned: spread(same!),
        ratio,
        cells,
      });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const sum = (side: "ours" | "theirs"): number => [...times.values()].reduce((all, one) => all + one[side][round]!, 0);
      total.ours.push(sum("ours"));
      total.theirs.push(sum("theirs"));
    }
    const seconds = await wholeAnswer(database);
    say(`the whole answer with its bounds, gate and caveats: ${seconds.toFixed(1)} s`);
    const ratio = spread(total.ours.map((one, round) => one / total.theirs[round]!));
    return {
      mistakes,
      gates: [
        {
          name: `the seven questions of SV170 on ${persons} persons beside SQL by hand, the better of two hands`,
          value: `${ratio.median.toFixed(2)} times its time (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)})`,
          gate: "no slower",
          ambition: "faster",
          holds: ratio.median <= NO_SLOWER,
        },
      ],
      figures: { persons, rows, checked, ratio, questions: found, wholeAnswerSeconds: Number(seconds.toFixed(2)) },
    };
  } finally {
    await database.close();
  }
};

/** The same people by COPY and as events: every read table holds the same rows, and each question gives the same figures three ways. */
async function check(persons: number) {
  const [copied, told] = [await testDatabase(), await testDatabase()];
  const mistakes: string[] = [];
  try {
    await copied.asOwner((client) => fillByCopy(client, persons));
    const events = await fillByEvents(told, persons);
    const [one, other] = [await copied.asOwner(contentOf), await told.asOwner(contentOf)];
    for (const [table, content] of Object.entries(one))
      if (content !== other[table]) mistakes.push(`${table}: ${content} by COPY, ${other[table]} from events`);
    const tables = await recordsOver(told.statistics).snapshot(extractTables);
    let equal = 0;
    for (const question of benchQuestions) {
      const ways = [
        await recordsOver(copied.statistics).snapshot((records) => figure(question, evaluatorOver(records))),
        await recordsOver(told.statistics).snapshot((records) => figure(question, evaluatorOver(records))),
        await figure(question, evaluatorInMemory(tables)),
        await recordsOver(told.statistics).snapshot((records) => byHand(question, records)),
      ];
      if (new Set(ways).size === 1 && ways[0] !== "") equal += 1;
      else mistakes.push(`${question.name} of ${persons} persons: ${ways.join(" | ")}`);
    }
    return { persons, events, tables: Object.keys(one).length, equal, mistakes };
  } finally {
    await copied.close();
    await told.close();
  }
}

async function wholeAnswer(database: TestDatabase): Promise<number> {
  const source = assertOk(readAnswer("sv-170"));
  const law = openLaw();
  const started = performance.now();
  await recordsOver(database.statistics).snapshot((snapshot) => buildAnswer(evaluatorOver(snapshot), law, source, { knownAt }));
  return (performance.now() - started) / 1000;
}
