// Runs a question: counts at each window, and dresses the numbers with everything a reader must know.
import { fail, type Instant, localized, ok, type Problem, type Result } from "../../kernel/index.ts";
import { attributeOf, labelOf, partsCanExceedTotal, UNKNOWN, unitFacts } from "../catalogue/index.ts";
import type { LegalFacts } from "../context.ts";
import { type Definition, firstDayOf, lastDayOf, nameOfWindow, subjectOfMeasure, type Window } from "../definition/index.ts";
import type { Evaluator } from "../evaluator.ts";
import { awaitingDeclarations, awaitingLinkage, type Linkage, untilDeclarations, untilLinkage } from "./availability.ts";
import { caveatsOf } from "./caveats.ts";
import { describeCounted, describePopulation } from "./describe.ts";
import type { Caveat, Figure, FigureCell, FigureDimension, Outcome } from "./figure.ts";
import { growthOf, numberOf, percentOf, shown } from "./numbers.ts";
import type { RawCell } from "./raw-cell.ts";
import { refusalsOf } from "./refusals.ts";

export interface FigureContext {
  /** Used where the definition does not fix a moment of its own. */
  readonly knownAt: Instant;
  readonly law: LegalFacts;
  /** Linkages that have arrived (DATA-07); none when left out. */
  readonly linkages?: readonly Linkage[];
}

/** The figure, or why it cannot be given: see `refusalsOf`. */
export async function runFigure(
  evaluator: Evaluator,
  definition: Definition,
  context: FigureContext,
): Promise<Result<Figure, readonly Problem[]>> {
  const knownAt = definition.knownAt ?? context.knownAt;
  const problems = await refusalsOf(evaluator, definition, context.law, knownAt);
  if (problems.length > 0) return fail(problems);
  const linkage = awaitingLinkage(definition, knownAt, context.linkages ?? []);
  const declared = await awaitingDeclarations(evaluator, definition, knownAt);
  const awaited = [...linkage, ...declared];
  const counted: Counted[] = [];
  if (awaited.length === 0) {
    for (const window of definition.at) {
      const run = { knownAt, law: context.law };
      const cells = await evaluator.cells(definition, window, run);
      const largest = byEmployer(definition);
      counted.push({
        window,
        cells,
        employers: largest === null ? [] : await evaluator.cells(largest, window, run),
        sums: largest === null || isSum(definition) ? [] : await evaluator.cells(summedUp(definition), window, run),
      });
    }
  }
  const cells = dressed(definition, counted);
  const dimensions = definition.by.map((id, index) =>
    dimensionOf(
      definition,
      id,
      cells.map((cell) => cell.key[index]!),
    ),
  );
  const outcome: Outcome =
    awaited.length === 0
      ? definition.outcome
      : { type: "notAvailableUntil", until: linkage.length > 0 ? untilLinkage : untilDeclarations, dimensions: awaited };
  const facts = unitFacts[definition.unit];
  return ok({
    id: definition.id,
    title: definition.title ?? describeCounted(definition),
    unit: { id: definition.unit, title: facts.title, meaning: facts.meaning },
    measure: definition.measure.kind,
    counted: describeCounted(definition),
    population: describePopulation(definition),
    windows: definition.at.map((window) => ({
      name: nameOf(definition, window),
      from: firstDayOf(window),
      until: lastDayOf(window),
    })),
    knownAt,
    outcome,
    dimensions,
    cells,
    caveats: caveatsOf({
      definition,
      knownAt,
      law: context.law,
      dimensions,
      counts: counted.flatMap((one) => one.cells.map((cell) => cell.count)),
    }),
    warnings: counted.flatMap(({ window, cells }) => sumWarnings(definition, dimensions, window, cells)),
  });
}

interface Counted {
  readonly window: Window;
  readonly cells: readonly RawCell[];
  /** For amounts: how many employers each cell has, and what the largest of them received. */
  readonly employers: readonly RawCell[];
  /** For amounts that are not sums: the sums. */
  readonly sums: readonly RawCell[];
}

/** The same question about the largest employer of each cell; null where it is not about amounts, or no employer receives them. */
function byEmployer(definition: Definition): Definition | null {
  if (definition.unit !== "euro" || definition.value === null) return null;
  return { ...definition, value: { ...definition.value, statistic: "max", per: "employer" } };
}

function summedUp(definition: Definition): Definition {
  return definition.value === null ? definition : { ...definition, value: { ...definition.value, statistic: "sum" } };
}

function isSum({ value }: Definition): boolean {
  return value?.statistic === "sum";
}

/** One of what is counted has this amount: whoever knows that it is the largest, knows what it received. */
function isOfOne({ unit, value }: Definition): boolean {
  return unit === "euro" && (value?.statistic === "min" || value?.statistic === "max");
}

function dimensionOf(definition: Definition, id: string, occurring: readonly (string | null)[]): FigureDimension {
  const attribute = attributeOf(id);
  const codes = [...new Set(occurring.filter((code) => code !== null))].sort(
    (a, b) => rank(id, a) - rank(id, b) || (a < b ? -1 : 1),
  );
  const { kind } = definition.measure;
  const gathering = kind === "stock" ? "date" : kind === "ever" ? "period" : "events";
  return {
    id,
    title: attribute.title,
    exclusive: !partsCanExceedTotal(
      attribute,
      subjectOfMeasure(definition.measure),
      definition.value?.per ?? definition.unit,
      gathering,
    ),
    owner: attribute.owner,
    values: codes.map((code) => ({ code, title: labelOf(id, code) })),
  };
}

/** Place of a code in the catalogue; unknown last but before nothing, open lists by their text. */
function rank(id: string, code: string | null): number {
  if (code === null) return 1_000_000;
  const { domain } = attributeOf(id);
  if (code === UNKNOWN) return 999_999;
  return domain.kind === "codes" ? domain.values.indexOf(code) : 0;
}

/** Cells in the order of windows and of the catalogue, totals last, with shares and growth where asked. */
function dressed(definition: Definition, counted: readonly Counted[]): FigureCell[] {
  const out: FigureCell[] = [];
  let before: ReadonlyMap<string, RawCell> | null = null;
  for (const { window, cells, employers, sums } of counted) {
    const firms = new Map(employers.map((cell) => [JSON.stringify(cell.key), cell]));
    const sumOf = new Map(sums.map((cell) => [JSON.stringify(cell.key), cell.value ?? "0"]));
    const total = cells.find((cell) => cell.key.every((part) => part === null));
    const sorted = [...cells];
    if (definition.zeros) sorted.push(...emptyCells(definition, cells));
    sorted.sort((a, b) => byCatalogue(definition, a, b));
    const named: ReadonlyMap<string, RawCell> = new Map(cells.map((cell) => [JSON.stringify(cell.key), cell]));
    for (const cell of sorted) {
      const earlier: RawCell | undefined = before?.get(JSON.stringify(cell.key));
      const firm = firms.get(JSON.stringify(cell.key));
      const all = sumOf.get(JSON.stringify(cell.key));
      out.push({
        window: nameOf(definition, window),
        key: cell.key,
        value: shown(definition, cell),
        ...(definition.value === null ? {} : { basis: cell.count }),
        ...(firm === undefined
          ? {}
          : { employers: { count: firm.count, largest: firm.value ?? "0", ...(all === undefined ? {} : { all }) } }),
        ...(isOfOne(definition) && cell.count > 0 ? { ofOne: true as const } : {}),
        ...(definition.share ? { share: percentOf(numberOf(cell), total === undefined ? 0n : numberOf(total)) } : {}),
        ...(definition.growth
          ? { growth: before === null ? null : growthOf(numberOf(cell), earlier === undefined ? 0n : numberOf(earlier)) }
          : {}),
      });
    }
    before = named;
  }
  return out;
}

function byCatalogue(definition: Definition, a: RawCell, b: RawCell): number {
  for (const [index, id] of definition.by.entries()) {
    const [left, right] = [a.key[index]!, b.key[index]!];
    if (left !== right) return rank(id, left) - rank(id, right) || (String(left) < String(right) ? -1 : 1);
  }
  return 0;
}

/** The combinations of closed values that the population allows and nobody has. */
function emptyCells(definition: Definition, cells: readonly RawCell[]): RawCell[] {
  const there = new Set(cells.map((cell) => JSON.stringify(cell.key)));
  let keys: (string | null)[][] = [[]];
  for (const [index, id] of definition.by.entries()) {
    const { domain } = attributeOf(id);
    const occurring = cells.map((cell) => cell.key[index]!).filter((code) => code !== null);
    const allowed =
      domain.kind === "codes"
        ? domain.values.filter((code) => domain.rare?.includes(code) !== true && allows(definition, id, code))
        : [];
    const codes: (string | null)[] = [...new Set([...allowed, ...occurring]), ...(definition.totals ? [null] : [])];
    keys = keys.flatMap((key) => codes.map((code) => [...key, code]));
  }
  return keys.filter((key) => !there.has(JSON.stringify(key))).map((key) => ({ key, count: 0, value: null }));
}

function allows(definition: Definition, id: string, code: string): boolean {
  return definition.population.every(
    (condition) =>
      condition.kind !== "values" || condition.attribute !== id || condition.values.includes(code) !== condition.negated,
  );
}

/** Running totals all begin on the same day: their windows are named by both ends, whatever calendar shape they happen to have. */
function nameOf(definition: Definition, window: Window): string {
  return definition.measure.kind === "cumulative" ? `${firstDayOf(window)}/${lastDayOf(window)}` : nameOfWindow(window);
}

/** For one dimension at a time: parts that should add up to the total and do not. */
function sumWarnings(
  definition: Definition,
  dimensions: readonly FigureDimension[],
  window: Window,
  cells: readonly RawCell[],
): Caveat[] {
  if (!definition.totals || definition.value !== null) return [];
  const total = cells.find((cell) => cell.key.every((part) => part === null));
  return dimensions.flatMap((dimension, index): Caveat[] => {
    const parts = cells.filter((cell) => cell.key.every((part, at) => (at === index ? part !== null : part === null)));
    const sum = parts.reduce((all, cell) => all + cell.count, 0);
    const difference = sum - (total?.count ?? 0);
    if (difference === 0) return [];
    const name = nameOfWindow(window);
    const say = (title: string, more: string, exclusive: string): string =>
      dimension.exclusive ? `${name}, ${title}: ${exclusive} ${difference}.` : `${name}, ${title}: ${more} ${difference}.`;
    return [
      {
        id: dimension.exclusive ? "partsDoNotAddUp" : "partsExceedTotalBy",
        ids: ["STAT-09"],
        text: localized(
          say(
            dimension.title.nl,
            "de delen zijn samen groter dan het totaal met",
            "de delen tellen niet op tot het totaal; verschil",
          ),
          say(dimension.title.en, "the parts together exceed the total by", "the parts do not add up to the total; difference"),
          say(dimension.title.fr, "les parties dépassent le total de", "les parties ne s'additionnent pas au total ; différence"),
        ),
      },
    ];
  });
}
