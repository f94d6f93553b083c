// The parts of a letter that hold amounts: each quarter of a term, and the steps behind one quarter. Only what the explanation gave.
import {
  type Cents,
  cents,
  formatEuro,
  formatPercent,
  formatQuarter,
  parsePercent,
  type Quarter,
  sumCents,
} from "../../kernel/index.ts";
import { formatValue, type Law, type StepLine, stepViews } from "../../law/index.ts";
import type { Block } from "../document/document.ts";

/** DECLARED: on the quarter's own declaration. LAST_KNOWN: on the last wage known. AT_MOST: at the cap. NO_WAGE: no wage is needed. */
export type AmountBasis = "DECLARED" | "LAST_KNOWN" | "AT_MOST" | "NO_WAGE";

export interface QuarterAmounts {
  readonly quarter: Quarter;
  /** Decimal text, for example "40". */
  readonly percentage: string;
  readonly basis: AmountBasis;
  /** Only the components that are granted. */
  readonly cents: Readonly<Partial<Record<"WAGE" | "GUIDANCE" | "SUPPORT", Cents>>>;
}

const NAMES = { WAGE: "Loonpremie", GUIDANCE: "Begeleidingspremie", SUPPORT: "Ondersteuningspremie" } as const;
const BASIS = { DECLARED: "aangegeven", LAST_KNOWN: "laatst bekend", AT_MOST: "hoogstens", NO_WAGE: "" } as const;

export const totalOf = (one: QuarterAmounts): Cents => sumCents(Object.values(one.cents));

export function percentNl(text: string): string {
  const parsed = parsePercent(text);
  return parsed.ok ? formatPercent(parsed.value, "nl") : `${text} %`;
}

/** One row per quarter, and their sum. */
export function termBlocks(quarters: readonly QuarterAmounts[]): readonly Block[] {
  const [first] = quarters;
  if (first === undefined) return [];
  const components = (["WAGE", "GUIDANCE", "SUPPORT"] as const).filter((one) => first.cents[one] !== undefined);
  const several = components.length > 1;
  const withWage = first.basis !== "NO_WAGE";
  const withPercentage = components.some((one) => one !== "GUIDANCE");
  const money = (amount: Cents) => formatEuro(amount, "nl");
  const row = (one: QuarterAmounts) => [
    formatQuarter(one.quarter, "nl"),
    ...(withWage ? [BASIS[one.basis]] : []),
    ...(withPercentage ? [percentNl(one.percentage)] : []),
    ...components.map((component) => money(one.cents[component] ?? cents(0))),
    ...(several ? [money(totalOf(one))] : []),
  ];
  const sumOf = (component: (typeof components)[number]) => sumCents(quarters.map((one) => one.cents[component] ?? cents(0)));
  return [
    {
      type: "table",
      caption: "Bedrag per kwartaal",
      columns: [
        { title: "Kwartaal", align: "start" },
        ...(withWage ? [{ title: "Loon", align: "start" as const }] : []),
        ...(withPercentage ? [{ title: "Percentage", align: "end" as const }] : []),
        ...components.map((component) => ({ title: NAMES[component], align: "end" as const })),
        ...(several ? [{ title: "Samen", align: "end" as const }] : []),
      ],
      rows: quarters.map(row),
      total: [
        "Hele periode",
        ...(withWage ? [""] : []),
        ...(withPercentage ? [""] : []),
        ...components.map((component) => money(sumOf(component))),
        ...(several ? [money(sumCents(quarters.map(totalOf)))] : []),
      ],
    },
  ];
}

/** Every step behind one amount, in the order of calculation: what, by which rule, and the result. */
export function stepsBlocks(law: Law, steps: readonly StepLine[], rule: string, caption: string): readonly Block[] {
  const views = stepViews(law, steps, rule);
  if (views.length === 0) return [];
  return [
    {
      type: "table",
      caption,
      columns: [
        { title: "Stap", align: "start" },
        { title: "Regel", align: "start" },
        { title: "Uitkomst", align: "end" },
      ],
      rows: views.map((view) => [
        `${view.step.title.nl}. ${view.sentences.map((sentence) => sentence.nl).join(" ")}`,
        view.ids.join(" "),
        view.value === null ? "" : formatValue(view.value, view.step.unit, "nl"),
      ]),
      total: null,
    },
  ];
}
