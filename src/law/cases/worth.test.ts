// What each reading of an open point is worth: a worked case shows it in euro, or the point is one that moves no amount.
import { describe, expect, it } from "vitest";
import { LAW_FOLDER, readYaml, yamlFiles } from "../files.ts";
import { openLaw } from "../open-law.ts";
import { readingsOfCase } from "./law-case.ts";
import { readCases } from "./read-cases.ts";

const law = openLaw();
const read = readCases(
  law,
  yamlFiles(LAW_FOLDER, "cases").map((file) => readYaml(LAW_FOLDER, file)),
);
const cases = read.ok ? read.value : [];

/** Points that decide about a day, a person's ticket, a full-time equivalent or a figure; no reading of them changes an amount. */
const WITHOUT_AMOUNT: Readonly<Record<string, string>> = {
  "OPEN-18": "a day that is shown",
  "OPEN-19": "the last day of an appeal",
  "OPEN-20": "the last day of a review",
  "OPEN-22": "the quarter of the term that is shown: no premium reads it",
  "OPEN-28": "the day of payment",
  "OPEN-29": "who guides",
  "OPEN-33": "whether the budget stops a decision",
  "OPEN-38": "whether a new indication is needed",
  "OPEN-39": "when the second ticket is given",
  "OPEN-40": "how tickets are caught up",
  "OPEN-45": "full-time equivalents of contingent",
  "OPEN-51": "what is told about a return",
  "OPEN-57": "the perimeter of a figure",
  "OPEN-59": "whether an application waits for the finding",
};

const isAmount = (name: string): boolean => {
  const unit = law.graph.rules.get(name)?.unit;
  return unit !== undefined ? unit.startsWith("cents") : name === "total";
};

/** By the facts that cases about a point share but for its reading: the amounts under each reading that they name. */
function pairs(id: string): readonly ReadonlyMap<string, string>[] {
  const point = law.switches.get(id)!;
  const byFacts = new Map<string, Map<string, string>>();
  for (const one of cases) {
    if (!one.ids.includes(id)) continue;
    const option = readingsOfCase(one)[id] ?? point.default;
    const given = one.ask.kind === "rules" ? one.ask.facts : one.ask.input;
    const { switches = {}, ...facts } = given;
    const { [id]: _, ...others } = switches as Readonly<Record<string, string>>;
    const key = JSON.stringify([one.id.split("/")[0], Object.entries(facts).sort(), Object.entries(others).sort()]);
    const amounts = Object.entries(one.expected).filter(([name]) => isAmount(name));
    const readings = byFacts.get(key) ?? new Map<string, string>();
    if (amounts.length > 0) byFacts.set(key, readings.set(option, JSON.stringify(amounts)));
  }
  return [...byFacts.values()];
}

const withAlternatives = [...law.switches.values()]
  .map((point) => ({ id: point.id, options: point.options.filter((one) => one.computable).map((one) => one.value) }))
  .filter(({ options }) => options.length > 1);

describe("each open point that can be read in more than one way", () => {
  it.each(withAlternatives.filter(({ id }) => !(id in WITHOUT_AMOUNT)).map(({ id, options }) => [id, options] as const))(
    "%s shows another amount under each reading for the same facts",
    (id, options) => {
      const [first, ...others] = options;
      const shown = pairs(id);
      const differs = (option: string) =>
        shown.some((amounts) => {
          const own = amounts.get(option);
          return own !== undefined && [...amounts].some(([reading, amount]) => reading !== option && amount !== own);
        });
      expect([first!, ...others].filter((option) => !differs(option))).toEqual([]);
    },
  );

  it("is known to move no amount where no case shows one", () => {
    expect(Object.keys(WITHOUT_AMOUNT).filter((id) => !withAlternatives.some((one) => one.id === id))).toEqual([]);
  });
});
