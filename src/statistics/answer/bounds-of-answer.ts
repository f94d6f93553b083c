// What the five margins of answers 1, 3 and 4 leave open, beside what the records hold.
import { type Localized, localized } from "../../kernel/index.ts";
import { selects } from "../bounds/cells.ts";
import { bounds, cellsOf, type DerivedQuantity, type Margin } from "../bounds/index.ts";
import { labelOf } from "../catalogue/index.ts";
import type { AmaPerimeter } from "../definition/index.ts";
import type { Figure } from "../figure/index.ts";
import type { AnswerBounds, BoundRow } from "./answer.ts";
import { countIn, sumIn } from "./cells.ts";
import type { FiguresFile } from "./source.ts";

const tickets = ["CMW", "IMW", "AMA"];

const derivedQuantities: readonly (DerivedQuantity & { readonly title: Localized })[] = [
  {
    id: "collectiveAndIndividual",
    has: ["CMW", "IMW"],
    title: localized("collectief en individueel", "collective and individual", "collectif et individuel"),
  },
  {
    id: "collectiveAndAma",
    has: ["CMW", "AMA"],
    title: localized("collectief en AMA", "collective and AMA", "collectif et AMA"),
  },
  {
    id: "individualAndAma",
    has: ["IMW", "AMA"],
    title: localized("individueel en AMA", "individual and AMA", "individuel et AMA"),
  },
  { id: "uniquePersons", title: localized("unieke personen", "unique persons", "personnes uniques") },
  {
    id: "twoOrMoreTickets",
    atLeastTickets: 2,
    title: localized(
      "personen met twee of meer tickets",
      "persons with two or more tickets",
      "personnes avec deux tickets ou plus",
    ),
  },
  {
    id: "collectiveWithoutIndividual",
    has: ["CMW"],
    hasNot: ["IMW"],
    title: localized("collectief zonder individueel", "collective without individual", "collectif sans individuel"),
  },
  {
    id: "collectiveWithoutAma",
    has: ["CMW"],
    hasNot: ["AMA"],
    title: localized("collectief zonder AMA", "collective without AMA", "collectif sans AMA"),
  },
];

const assumptions: readonly Localized[] = [
  localized(
    "Iedereen heeft hoogstens één ticket per soort.",
    "Everybody holds at most one ticket per type.",
    "Chacun a au plus un ticket par type.",
  ),
  localized(
    "De vijf cijfers gaan over één moment en één populatie.",
    "The five figures share one moment and one population.",
    "Les cinq chiffres portent sur un même moment et une même population.",
  ),
  localized(
    "De grenzen gelden elk apart: de cellen bewegen samen.",
    "The ranges are marginal: the cells move together.",
    "Les bornes valent séparément : les cellules varient ensemble.",
  ),
];

/** A margin that the gate took away leaves the others to say what they can. */
export function boundsOfAnswer(
  entry: NonNullable<FiguresFile["bounds"]>,
  figures: ReadonlyMap<string, Figure>,
  answerThree: AmaPerimeter,
): AnswerBounds {
  const margins = entry.margins.flatMap((margin) => {
    const count = countIn(figures, margin);
    return count === null ? [] : marginsOf(margin, count, answerThree);
  });
  const found = bounds({ tickets, margins, derived: derivedQuantities });
  const holders = (test: (cell: readonly string[]) => boolean): number | null => {
    const cells = cellsOf(tickets)
      .filter(test)
      .map((cell) => ({ figure: "persons-by-combination", key: [cell.join("+")] }));
    return sumIn(figures, cells);
  };
  const title = localized("Wat de cijfers openlaten", "What the figures leave open", "Ce que les chiffres laissent ouvert");
  if (!found.ok) return { title, assumptions, cells: {}, derived: {}, solutions: null, contradiction: found.error[0]!.message };
  const cells = found.value.cells.map((range): [string, BoundRow] => {
    const id = range.tickets.join("+");
    return [
      id,
      {
        id,
        title: labelOf("ticketCombination", id),
        min: range.min,
        max: range.max,
        actual: holders((cell) => cell.join("+") === id),
      },
    ];
  });
  const derived = derivedQuantities.map((quantity, index): [string, BoundRow] => {
    const { min, max } = found.value.derived[index]!;
    return [
      quantity.id,
      { id: quantity.id, title: quantity.title, min, max, actual: holders((cell) => selects(quantity, cell)) },
    ];
  });
  return {
    title,
    assumptions,
    cells: Object.fromEntries(cells),
    derived: Object.fromEntries(derived),
    solutions: found.value.solutions,
    contradiction: null,
  };
}

/** With one perimeter a margin is exact. With two (OPEN-57) answer 4 counts on the narrower one, and only inequalities remain. */
function marginsOf(
  margin: NonNullable<FiguresFile["bounds"]>["margins"][number],
  count: number,
  answerThree: AmaPerimeter,
): Margin[] {
  const selection = {
    ...(margin.has === undefined ? {} : { has: margin.has }),
    ...(margin.only === undefined ? {} : { only: margin.only }),
  };
  if (margin.id !== "onlyCollective" || answerThree === "SOCIAL_ECONOMY") return [{ id: margin.id, ...selection, equals: count }];
  return [
    { id: margin.id, ...selection, atMost: count },
    { id: `${margin.id}Wide`, has: ["CMW"], hasNot: ["IMW"], atLeast: count },
  ];
}
