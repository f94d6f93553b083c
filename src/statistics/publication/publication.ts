// What is published: figures that have passed the gate, in sections, with the header of a parliamentary question where it answers one.
import {
  fail,
  type Instant,
  type Localized,
  localized,
  ok,
  type PlainDate,
  type Problem,
  type Result,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { type DisclosurePolicy, type Earlier, type GatedFigure, type Guard, type Judge, judgeHere } from "../disclosure/index.ts";
import type { Evaluator } from "../evaluator.ts";
import { type Linkage, type Outcome, runFigure } from "../figure/index.ts";
import { legalFactsOf } from "../legal-facts.ts";
import type { AnswerHeader } from "./header.ts";
import type { Sheet } from "./sheet.ts";

export interface PublishedSection {
  readonly number: number | null;
  readonly title: Localized;
  readonly asked: Localized | null;
  readonly text: Localized | null;
  readonly outcome: Outcome;
  readonly figures: readonly GatedFigure[];
}

export interface Publication {
  readonly schema: "maatwerk.publication/1";
  readonly name: string;
  readonly title: Localized;
  readonly header: AnswerHeader | null;
  readonly reference: PlainDate | null;
  readonly knownAt: Instant;
  readonly law: { readonly version: string; readonly parameters: string };
  readonly policy: string;
  readonly sections: readonly PublishedSection[];
}

export interface PublicationInput {
  readonly name: string;
  readonly sheet: Sheet;
  readonly knownAt: Instant;
  readonly policy: DisclosurePolicy;
  /** Tables published before. */
  readonly earlier: readonly Earlier[];
  readonly linkages?: readonly Linkage[];
  /** Left out: here. */
  readonly judge?: Judge;
}

export interface Built {
  readonly publication: Publication;
  /** By figure id. */
  readonly guards: ReadonlyMap<string, Guard>;
}

/** Every figure of the sheet, or why one of them cannot be given. */
export async function buildPublication(
  evaluator: Evaluator,
  law: LawData,
  input: PublicationInput,
): Promise<Result<Built, readonly Problem[]>> {
  const { sheet, policy, judge = judgeHere() } = input;
  const knownAt = sheet.knownAt ?? input.knownAt;
  const facts = legalFactsOf(law);
  const guards = new Map<string, Guard>();
  const passed: Earlier[] = [...input.earlier];
  const sections: PublishedSection[] = [];
  for (const { definitions, ...section } of sheet.sections) {
    const figures: GatedFigure[] = [];
    for (const definition of definitions) {
      const figure = await runFigure(evaluator, definition, { knownAt, law: facts, linkages: input.linkages ?? [] });
      if (!figure.ok)
        return fail(figure.error.map((one) => ({ ...one, field: [definition.id, one.field].filter((part) => part).join(".") })));
      const gated = await judge(figure.value, policy, passed);
      guards.set(definition.id, gated.guard);
      passed.push({ ...gated.figure, guard: gated.guard });
      figures.push(gated.figure);
    }
    sections.push({ ...section, outcome: section.outcome ?? worstOf(figures), figures });
  }
  return ok({
    guards,
    publication: {
      schema: "maatwerk.publication/1",
      name: input.name,
      title: titleOf(sheet, sections),
      header: sheet.header,
      reference: sheet.reference,
      knownAt,
      law: { version: law.version, parameters: law.parametersHash },
      policy: policy.id,
      sections,
    },
  });
}

export function figuresOf(publication: Publication): readonly GatedFigure[] {
  return publication.sections.flatMap((section) => section.figures);
}

/** Figures that cannot be protected any more: what was published before gives a small group away. */
export function exposedFigures(publication: Publication): readonly string[] {
  return figuresOf(publication)
    .filter((figure) => (figure.gate.exposed ?? 0) > 0)
    .map((figure) => figure.id);
}

function titleOf(sheet: Sheet, sections: readonly PublishedSection[]): Localized {
  if (sheet.title !== null) return sheet.title;
  if (sheet.header !== null) return localized(sheet.header.title, sheet.header.title, sheet.header.title);
  return sections[0]?.figures[0]?.title ?? localized("Cijfers", "Figures", "Chiffres");
}

/** A section is answered as far as its least answered figure. */
function worstOf(figures: readonly GatedFigure[]): Outcome {
  const order = ["notAvailableUntil", "referred", "partial", "proxy", "narrative", "answered"];
  return figures
    .map((figure) => figure.outcome)
    .reduce<Outcome>((worst, one) => (order.indexOf(one.type) < order.indexOf(worst.type) ? one : worst), { type: "answered" });
}
