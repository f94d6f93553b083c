// The gate in its thread: the same tables and errors as without it, in order, and a server that goes on answering meanwhile.
import { expect, test } from "vitest";
import { localized } from "../../kernel/index.ts";
import { type Earlier, type Figure, heldAgainst, type Judge, judgeHere, policies } from "../../statistics/index.ts";
import { largeFigure } from "../../statistics/testing.ts";
import { gateThread } from "./gate-thread.ts";

const judge = gateThread();
const small = largeFigure({ municipalities: 3 });
const large = largeFigure({ municipalities: 40 });

/** The whole without a value of a part, as if it were asked apart. */
function narrowed(figure: Figure, part: number, code: string): Figure {
  const { title } = figure.dimensions[part]!;
  const [nl, en, fr] = [title.nl, title.en, title.fr].map((one) => `${one}: ${code}`);
  return {
    ...figure,
    id: `${figure.id}-${code}`,
    population: localized(nl!, en!, fr!),
    cells: figure.cells.filter((cell) => cell.key[part] === code),
  };
}

async function published(by: Judge, figures: readonly Figure[]): Promise<readonly Earlier[]> {
  const earlier: Earlier[] = [];
  for (const figure of figures) {
    const passed = await by(figure, policies.public, earlier);
    earlier.push({ ...passed.figure, guard: passed.guard });
  }
  return earlier;
}

test("tables are judged as without a thread, byte for byte, beside all that was published", async () => {
  const other = { ...small, id: "files", counted: localized("dossiers", "files: open files", "dossiers") };
  const year = [small, other, narrowed(small, 2, "F"), narrowed(small, 1, "25"), { ...small, id: "again" }];
  const [there, here] = [await published(judge, year), await published(judgeHere(), year)];
  expect(JSON.stringify(there)).toBe(JSON.stringify(here));
  expect(there.flatMap((figure) => figure.cells).filter((cell) => cell.suppressed === true).length).toBeGreaterThan(20);
  // What has nothing to do with a table is not sent along.
  expect(heldAgainst(small, there).map(({ id }) => id)).toEqual(["large", "large-F", "large-25", "again"]);
});

test("several that wait each get their own", async () => {
  const asked = [largeFigure({ municipalities: 6 }), narrowed(small, 2, "M"), small, narrowed(small, 2, "F")];
  const [there, here] = [judge, judgeHere()].map((by) => Promise.all(asked.map((figure) => by(figure, policies.public, []))));
  expect(JSON.stringify(await there)).toBe(JSON.stringify(await here));
  expect(await judge(small, policies.internal, [])).toEqual(await judgeHere()(small, policies.internal, []));
});

test("what the bound leaves open is left open there too", async () => {
  const [there, here] = [await gateThread(5)(small, policies.public, []), await judgeHere(5)(small, policies.public, [])];
  expect(there.figure.gate).toMatchObject({ exposed: 1, unsettled: 1 });
  expect(JSON.stringify(there)).toBe(JSON.stringify(here));
});

test("an error comes back as itself, and the next table is judged all the same", async () => {
  const broken = { ...small, windows: [] };
  const why = await judgeHere()(broken, policies.public, []).catch((error: Error) => error);
  expect(why).toBeInstanceOf(TypeError);
  await expect(judge(broken, policies.public, [])).rejects.toThrow((why as Error).message);
  expect((await judge(small, policies.public, [])).figure.cells).toHaveLength(small.cells.length);
});

test("the event loop keeps turning while a large table is judged", { timeout: 120_000, retry: 2 }, async () => {
  // The thread is started before anything is timed.
  await judge(small, policies.public, []);
  const [there, here] = [await longestStop(judge), await longestStop(judgeHere())];
  console.log(`judged in ${there.took} ms, the longest stop was ${there.stop} ms; without a thread ${here.stop} ms`);
  // Against each other, as other programs take their part of the processors.
  expect(here.stop).toBeGreaterThan(300);
  expect(there.stop).toBeLessThan(here.stop / 4);
});

/** How long a timer had to wait at most while the table was judged, in milliseconds. */
async function longestStop(by: Judge): Promise<{ readonly took: number; readonly stop: number }> {
  const begun = performance.now();
  let [last, stop] = [begun, 0];
  const looked = () => {
    const now = performance.now();
    [last, stop] = [now, Math.max(stop, now - last)];
  };
  const timer = setInterval(looked, 5);
  // It turns once before it is asked to judge, as a server does.
  await new Promise((next) => setTimeout(next, 20));
  await by(large, policies.public, []);
  await new Promise((next) => setTimeout(next, 20));
  clearInterval(timer);
  return { took: Math.round(performance.now() - begun), stop: Math.round(stop) };
}
