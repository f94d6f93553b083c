// What published margins leave open: the exact range of every cell and of every derived quantity, or why they contradict each other.
import type { Problem, Result } from "../../kernel/index.ts";
import { fail, ok } from "../../kernel/index.ts";
import { cellsOf, describeSelection, formOf, MAX_TICKETS, type Selection } from "./cells.ts";
import { minimalConflict } from "./conflict.ts";
import { countSolutions } from "./count.ts";
import { type Constraint, maximise, minimise } from "./integer-program.ts";

/** A published number of persons. Exactly one of `equals`, `atLeast`, `atMost`. */
export interface Margin extends Selection {
  readonly id: string;
  readonly equals?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface DerivedQuantity extends Selection {
  readonly id: string;
}

/**
 * Margins over persons who hold at least one of the tickets. Assumes one ticket per type per person, and one population and
 * one moment for all margins; where that does not hold, give `atLeast` and `atMost` instead of `equals`.
 */
export interface BoundsQuestion {
  /** At most four names. */
  readonly tickets: readonly string[];
  readonly margins: readonly Margin[];
  readonly derived?: readonly DerivedQuantity[];
}

/** Both ends are reached by a whole-number population; `max` is null when the margins leave it open upwards. */
export interface Range {
  readonly min: number;
  readonly max: number | null;
}

export interface Bounds {
  readonly cells: readonly (Range & { readonly tickets: readonly string[] })[];
  readonly derived: readonly (Range & { readonly id: string })[];
  /** Number of whole-number populations that fit, as text; null when it was not counted (open upwards, or too many free cells). */
  readonly solutions: string | null;
}

/** Ranges of all cells, or a problem that names a smallest set of margins that cannot hold together. */
export function bounds(question: BoundsQuestion): Result<Bounds, readonly Problem[]> {
  const problems = check(question);
  if (problems.length > 0) return fail(problems);
  const cells = cellsOf(question.tickets);
  const constraints = question.margins.map((margin) => constraintOf(margin, cells));
  const any = cells.map(() => 0n);
  if (maximise(any, constraints).status === "infeasible") return fail([contradiction(question.margins, constraints)]);
  const range = (form: readonly bigint[]): Range => {
    const low = minimise(form, constraints);
    const high = maximise(form, constraints);
    return {
      min: low.status === "optimal" ? Number(low.value) : 0,
      max: high.status === "optimal" ? Number(high.value) : null,
    };
  };
  const ranges = cells.map((tickets, index) => ({ tickets, ...range(cells.map((_, other) => (other === index ? 1n : 0n))) }));
  return ok({
    cells: ranges,
    derived: (question.derived ?? []).map((quantity) => ({ id: quantity.id, ...range(formOf(quantity, cells)) })),
    solutions: countSolutions(constraints, ranges)?.toString() ?? null,
  });
}

function constraintOf(margin: Margin, cells: readonly (readonly string[])[]): Constraint {
  const coefficients = formOf(margin, cells);
  if (margin.equals !== undefined) return { coefficients, relation: "=", bound: BigInt(margin.equals) };
  if (margin.atLeast !== undefined) return { coefficients, relation: ">=", bound: BigInt(margin.atLeast) };
  return { coefficients, relation: "<=", bound: BigInt(margin.atMost!) };
}

/** Says which margins collide and what the first of them could have been next to the others. */
function contradiction(margins: readonly Margin[], constraints: readonly Constraint[]): Problem {
  const conflict = minimalConflict(constraints);
  const named = conflict.map(
    (index) => `${margins[index]!.id} (${describeSelection(margins[index]!)} ${sizeOf(margins[index]!)})`,
  );
  const hints = conflict.flatMap((index) => {
    const others = conflict.filter((other) => other !== index).map((other) => constraints[other]!);
    const low = minimise(constraints[index]!.coefficients, others);
    const high = maximise(constraints[index]!.coefficients, others);
    if (low.status !== "optimal") return [];
    return [`${margins[index]!.id}: ${low.value} .. ${high.status === "optimal" ? high.value : "∞"}`];
  });
  return {
    id: "bounds.contradiction",
    field: margins[conflict[0]!]!.id,
    message: {
      nl: `Deze aantallen kunnen niet samen waar zijn: ${named.join("; ")}.`,
      en: `These numbers cannot hold together: ${named.join("; ")}.`,
      fr: `Ces nombres ne peuvent pas être vrais ensemble : ${named.join("; ")}.`,
    },
    expected: hints.join("; "),
  };
}

function sizeOf(margin: Margin): string {
  if (margin.equals !== undefined) return `= ${margin.equals}`;
  return margin.atLeast !== undefined ? `>= ${margin.atLeast}` : `<= ${margin.atMost}`;
}

function check(question: BoundsQuestion): Problem[] {
  const problems: Problem[] = [];
  const add = (id: string, field: string, nl: string, en: string, fr: string): void => {
    problems.push({ id: `bounds.${id}`, field, message: { nl, en, fr } });
  };
  const { tickets } = question;
  if (tickets.length < 1 || tickets.length > MAX_TICKETS || new Set(tickets).size !== tickets.length) {
    add(
      "tickets",
      "tickets",
      `Geef een tot ${MAX_TICKETS} verschillende tickets.`,
      `Give one to ${MAX_TICKETS} different tickets.`,
      `Indiquez un à ${MAX_TICKETS} tickets différents.`,
    );
  }
  for (const entry of [...question.margins, ...(question.derived ?? [])]) {
    for (const ticket of [...(entry.has ?? []), ...(entry.hasNot ?? []), ...(entry.only ?? [])]) {
      if (tickets.includes(ticket)) continue;
      const known = tickets.join(", ");
      add(
        "unknownTicket",
        entry.id,
        `"${ticket}" is geen van de tickets (${known}).`,
        `"${ticket}" is none of the tickets (${known}).`,
        `« ${ticket} » n'est aucun des tickets (${known}).`,
      );
    }
  }
  for (const margin of question.margins) {
    const sizes = [margin.equals, margin.atLeast, margin.atMost].filter((size) => size !== undefined);
    if (sizes.length === 1 && Number.isSafeInteger(sizes[0]) && sizes[0]! >= 0) continue;
    add(
      "size",
      margin.id,
      "Geef precies een van equals, atLeast en atMost: een geheel aantal vanaf 0.",
      "Give exactly one of equals, atLeast and atMost: a whole number from 0.",
      "Indiquez exactement un de equals, atLeast et atMost : un nombre entier à partir de 0.",
    );
  }
  return problems;
}
