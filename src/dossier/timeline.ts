// What held when, inside the state of a stream: the last word on a day counts.
import type { PlainDate } from "../kernel/index.ts";

export interface Span<T> {
  readonly from: PlainDate;
  /** First day after; null: no end known. */
  readonly until: PlainDate | null;
  readonly value: T;
}

/** In order of `from`, without overlap. */
export type Timeline<T> = readonly Span<T>[];

/** Says that `value` holds on [from, until), whatever was said of it before. */
export function withSpan<T>(timeline: Timeline<T>, from: PlainDate, until: PlainDate | null, value: T): Timeline<T> {
  const kept = timeline.flatMap((span): Span<T>[] => {
    const before: Span<T>[] =
      span.from < from ? [{ ...span, until: span.until === null || span.until > from ? from : span.until }] : [];
    const after: Span<T>[] =
      until !== null && (span.until === null || span.until > until)
        ? [{ ...span, from: span.from > until ? span.from : until }]
        : [];
    return [...before, ...after];
  });
  return [...kept, { from, until, value }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export function valueOn<T>(timeline: Timeline<T>, day: PlainDate): T | null {
  return timeline.find((span) => span.from <= day && (span.until === null || day < span.until))?.value ?? null;
}

/** The first start after `day`: where a fact reported late must stop, because a later one is known already. */
export function nextStart<T>(timeline: Timeline<T>, day: PlainDate): PlainDate | null {
  return timeline.find((span) => span.from > day)?.from ?? null;
}
