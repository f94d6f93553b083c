// Computes what a source asks: a sheet, or an answer's folder. The same source, moment, policy and earlier tables give the same value.
import { compareInstants, fail, type Instant, instant, ok, type Problem, Refusal, type Result } from "../../kernel/index.ts";
import {
  type Answer,
  buildAnswer,
  buildPublication,
  type Definition,
  type DisclosurePolicy,
  definitionsOf,
  type Earlier,
  evaluatorOver,
  type Guard,
  type Linkage,
  type PlacedIssue,
  type Publication,
  parseSheet,
  publicationOfAnswer,
  type ReleaseSource,
  readAnswerSource,
  type Sheet,
} from "../../statistics/index.ts";
import type { FiguresPorts } from "./ports.ts";

/** Name of a question that comes from no file. */
const SHEET = "vraag.yaml";

export interface Computed {
  readonly publication: Publication;
  readonly guards: ReadonlyMap<string, Guard>;
  /** Only of a folder: the whole answer with its bounds and comparisons. */
  readonly answer: Answer | null;
}

/** A source that has been read: what it defines, to compare with what its name stood for before. */
export interface ReadSource {
  readonly definitions: readonly Definition[];
  readonly sheet: Sheet | null;
  /** The moment that the source is written for; null: whenever it is asked. */
  readonly knownAt: Instant | null;
}

export function readSource(ports: FiguresPorts, source: ReleaseSource): Result<ReadSource, readonly PlacedIssue[]> {
  if (source.kind === "sheet") {
    const sheet = parseSheet(source.text, SHEET, ports.law);
    if (!sheet.ok) return sheet;
    return ok({
      sheet: sheet.value,
      knownAt: sheet.value.knownAt,
      definitions: sheet.value.sections.flatMap((section) => section.definitions),
    });
  }
  const answer = readAnswerSource(source.id, source);
  if (!answer.ok) return answer;
  const definitions = definitionsOf(answer.value, ports.law);
  const knownAt = instant(answer.value.question.knownAt);
  return definitions.ok ? ok({ sheet: null, knownAt, definitions: definitions.value }) : definitions;
}

/** The latest moment that the source itself names, as a whole or in one of its questions; null: it names none. */
export function latestKnownAt({ sheet, definitions }: ReadSource): Instant | null {
  const named = [sheet?.knownAt ?? null, ...definitions.map((one) => one.knownAt)].filter((one) => one !== null);
  return named.sort(compareInstants).at(-1) ?? null;
}

export interface ComputeOptions {
  readonly name: string;
  readonly source: ReleaseSource;
  /** Where mistakes are placed. */
  readonly file?: string;
  readonly knownAt: Instant;
  readonly policy: DisclosurePolicy;
  readonly earlier: readonly Earlier[];
  /** Asks the question with what was known then, whatever moment the sheet itself names. */
  readonly atThatMoment?: boolean;
}

export type NotComputed =
  | { readonly kind: "source"; readonly issues: readonly PlacedIssue[] }
  | { readonly kind: "figures"; readonly problems: readonly Problem[] };

export async function compute(ports: FiguresPorts, options: ComputeOptions): Promise<Result<Computed, NotComputed>> {
  const { name, source, knownAt, policy, earlier } = options;
  const linkages: readonly Linkage[] = await ports.linkages();
  if (source.kind === "folder") {
    const read = readAnswerSource(source.id, source);
    if (!read.ok) return fail({ kind: "source", issues: read.error });
    const guards = new Map<string, Guard>();
    try {
      const answer = await ports.records.snapshot((records) =>
        buildAnswer(evaluatorOver(records), ports.law, read.value, {
          knownAt,
          linkages,
          earlier,
          judge: ports.judge,
          onGuard: (id, guard) => guards.set(id, guard),
        }),
      );
      return ok({ publication: { ...publicationOfAnswer(answer), name }, guards, answer });
    } catch (error) {
      if (error instanceof Refusal) return fail({ kind: "figures", problems: error.problems });
      throw error;
    }
  }
  const read = parseSheet(source.text, options.file ?? SHEET, ports.law);
  if (!read.ok) return fail({ kind: "source", issues: read.error });
  const sheet = options.atThatMoment === true ? { ...read.value, knownAt: null } : read.value;
  const built = await ports.records.snapshot((records) =>
    buildPublication(evaluatorOver(records), ports.law, {
      name,
      sheet,
      knownAt,
      policy,
      earlier,
      linkages,
      judge: ports.judge,
    }),
  );
  return built.ok ? ok({ ...built.value, answer: null }) : fail({ kind: "figures", problems: built.error });
}
