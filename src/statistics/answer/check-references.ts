// What the files of an answer say of each other: a figure, unit or number of codes that is not there is a mistake at its line.
import { localized } from "../../kernel/index.ts";
import { units } from "../catalogue/index.ts";
import type { Issue } from "../definition/index.ts";
import type { CellReference, FiguresFile, PublishedFile } from "./source.ts";

export interface ReferenceIssues {
  readonly figures: readonly Issue[];
  readonly published: readonly Issue[];
}

interface Known {
  readonly unit: unknown;
  /** How many codes a key has; null where the definition itself is wrong. */
  readonly codes: number | null;
}

export function checkReferences(figures: FiguresFile, published: PublishedFile): ReferenceIssues {
  const known = new Map(
    figures.figures.map(({ figure }): [string, Known] => {
      const { id, unit, by = [] } = figure;
      return [String(id), { unit, codes: Array.isArray(by) ? by.length : null }];
    }),
  );
  const cellIssues = ({ figure, key }: CellReference, path: Issue["path"]): Issue[] => {
    const found = known.get(figure);
    if (found === undefined) return [issue([...path, "figure"], figure, [...known.keys()].join(", "))];
    if (found.codes === null || found.codes === key.length) return [];
    return [issue([...path, "key"], JSON.stringify(key), `${found.codes} codes, as ${figure} has dimensions`)];
  };
  const derivedIssues = figures.derived.flatMap(({ sum, difference, ratio }, at) => [
    ...(sum ?? []).flatMap((cell, index) => cellIssues(cell, ["derived", at, "sum", index])),
    ...(difference ?? []).flatMap((cell, index) => cellIssues(cell, ["derived", at, "difference", index])),
    ...(ratio ?? []).flatMap((cells, side) =>
      cells.flatMap((cell, index) => cellIssues(cell, ["derived", at, "ratio", side, index])),
    ),
  ]);
  return {
    figures: [
      ...derivedIssues,
      ...(figures.bounds?.margins ?? []).flatMap((margin, at) => cellIssues(margin, ["bounds", "margins", at])),
    ],
    published: published.facts.flatMap((fact, at) => {
      const unit = known.get(fact.figure)?.unit;
      return [
        ...cellIssues(fact, ["facts", at]),
        // A unit that does not exist is a mistake of the definition, and told there.
        ...(!units.some((one) => one === unit) || unit === fact.unit
          ? []
          : [issue(["facts", at, "unit"], fact.unit, String(unit))]),
      ];
    }),
  };
}

function issue(path: Issue["path"], said: string, expected: string): Issue {
  const shown = said.slice(0, 60);
  const message = localized(
    `“${shown}” komt in dit antwoord niet voor.`,
    `“${shown}” is not in this answer.`,
    `« ${shown} » ne figure pas dans cette réponse.`,
  );
  return { path, problem: { id: "answer.reference", field: path.join("."), message, expected } };
}
