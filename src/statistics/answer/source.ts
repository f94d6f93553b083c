// The files of an answer as checked data: the question, its figures, the published facts. Mistakes come back at their line.
import { z } from "zod";
import { fail, type Localized, localized, ok, parseInstant, parsePlainDate, type Result } from "../../kernel/index.ts";
import { type PlacedIssue, readYaml } from "../definition/index.ts";
import { checkReferences } from "./check-references.ts";

const text = z.strictObject({ nl: z.string(), en: z.string(), fr: z.string() });
const day = z.string().refine((text) => parsePlainDate(text).ok, { message: "a day that exists, as 2023-12-31" });
const key = z.array(z.string().nullable());
const cell = z.strictObject({ figure: z.string(), key });

const filled = z.string().regex(/\S/);
/** What an outcome cannot do without. */
const words = z.strictObject({ nl: filled, en: filled, fr: filled });
const outcome = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("answered") }),
  z.strictObject({ type: z.literal("narrative") }),
  z.strictObject({ type: z.literal("proxy"), askedUnit: words, why: words }),
  z.strictObject({ type: z.literal("partial"), missing: words }),
  z.strictObject({ type: z.literal("referred"), to: words }),
  z.strictObject({
    type: z.literal("notAvailableUntil"),
    until: words,
    why: words,
    dimensions: z.array(z.string()).default([]),
  }),
]);

const questionFile = z.strictObject({
  id: z.string(),
  reference: day,
  knownAt: z.string().refine((text) => parseInstant(text).ok, { message: "a moment in UTC, as 2024-03-15T10:00:00.000Z" }),
  header: z.strictObject({
    type: text,
    institution: text,
    theme: text,
    number: z.int(),
    date: day,
    follows: z.strictObject({ number: z.int(), date: day }).optional(),
    asker: z.string(),
    minister: z.strictObject({ name: z.string(), role: text }),
    title: z.string(),
    document: z.string(),
    file: z.string(),
    source: z.string(),
    period: text,
  }),
  published: z.strictObject({ reference: day }),
  questions: z.array(z.strictObject({ number: z.int(), title: text, asked: text, document: outcome, adds: text })),
});

const figuresFile = z.strictObject({
  figures: z.array(
    z.strictObject({
      question: z.int(),
      role: z.enum(["published", "asked", "context"]),
      /** Which words of the document the figure follows where the two answers differ (OPEN-57). */
      amaWording: z.enum(["AMA", "AMA_SOCIAL_ECONOMY"]).optional(),
      figure: z.record(z.string(), z.unknown()),
    }),
  ),
  derived: z
    .array(
      z.strictObject({
        id: z.string(),
        question: z.int(),
        title: text,
        sum: z.array(cell).optional(),
        difference: z.tuple([cell, cell]).optional(),
        ratio: z.tuple([z.array(cell), z.array(cell)]).optional(),
      }),
    )
    .default([]),
  /** Left out: nothing is solved from the figures. */
  bounds: z
    .strictObject({
      margins: z.array(
        z.strictObject({
          id: z.string(),
          has: z.array(z.string()).optional(),
          only: z.array(z.string()).optional(),
          figure: z.string(),
          key,
        }),
      ),
    })
    .optional(),
});

const publishedFile = z.strictObject({
  facts: z.array(z.strictObject({ id: z.string(), figure: z.string(), key, unit: z.string(), value: z.int() })),
});

export type QuestionFile = z.infer<typeof questionFile>;
export type FiguresFile = z.infer<typeof figuresFile>;
export type PublishedFile = z.infer<typeof publishedFile>;
export type CellReference = z.infer<typeof cell>;

export interface AnswerSource {
  readonly question: QuestionFile;
  readonly figures: FiguresFile;
  readonly published: PublishedFile;
  /** Puts a mistake in a figure's definition at its line. */
  readonly placeInFigures: (path: readonly (string | number)[], problem: PlacedIssue["problem"]) => PlacedIssue;
}

export interface AnswerTexts {
  readonly question: string;
  readonly figures: string;
  readonly published: string;
}

export function readAnswerSource(id: string, texts: AnswerTexts): Result<AnswerSource, readonly PlacedIssue[]> {
  const mistakes: PlacedIssue[] = [];
  const read = <T>(
    name: string,
    content: string,
    schema: z.ZodType<T>,
  ): { value: T; place: AnswerSource["placeInFigures"] } | null => {
    const yaml = readYaml(content, `answers/${id}/${name}`);
    if (!yaml.ok) {
      mistakes.push(...yaml.error);
      return null;
    }
    const place: AnswerSource["placeInFigures"] = (path, problem) => yaml.value.place({ path, problem });
    const parsed = schema.safeParse(yaml.value.data);
    if (parsed.success) return { value: parsed.data, place };
    for (const issue of parsed.error.issues) {
      // An unknown key stands at its own line.
      const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
      const path = [...issue.path.map((step) => (typeof step === "number" ? step : String(step))), ...unknown];
      const field = path.join(".");
      // The checker's own words are English only.
      mistakes.push(place(path, { id: "answer.form", field, message: notHere(field || name), expected: issue.message }));
    }
    return null;
  };
  const question = read("question.yaml", texts.question, questionFile);
  const figures = read("figures.yaml", texts.figures, figuresFile);
  const published = read("published.yaml", texts.published, publishedFile);
  if (question === null || figures === null || published === null) return fail(mistakes);
  const wrong = checkReferences(figures.value, published.value);
  mistakes.push(...wrong.figures.map(({ path, problem }) => figures.place(path, problem)));
  mistakes.push(...wrong.published.map(({ path, problem }) => published.place(path, problem)));
  if (mistakes.length > 0) return fail(mistakes);
  return ok({ question: question.value, figures: figures.value, published: published.value, placeInFigures: figures.place });
}

function notHere(field: string): Localized {
  return localized(
    `“${field}” is niet wat hier hoort te staan.`,
    `“${field}” is not what belongs here.`,
    `« ${field} » n'est pas ce qui doit figurer ici.`,
  );
}
