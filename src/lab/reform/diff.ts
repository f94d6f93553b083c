// What a reform changes in the law, as sentences and as rows: what it says now, what it would say, and from when.
import { formatDate, formatQuarter, type Language, type Localized, localized, pick } from "../../kernel/index.ts";
import { type Law, writeValue } from "../../law/index.ts";
import type { Reform } from "./reform.ts";

export interface DiffLine {
  /** "parameter", "switch", "rule" or "component". */
  readonly kind: string;
  readonly id: string;
  readonly title: Localized;
  readonly from: Localized;
  readonly before: string | null;
  readonly after: string;
  /** Rulebook ids. */
  readonly ids: readonly string[];
}

export function diffOf(law: Law, reform: Reform): readonly DiffLine[] {
  const each = (text: (language: Language) => string) => localized(text("nl"), text("en"), text("fr"));
  return [
    ...reform.parameters.map((one): DiffLine => {
      const parameter = law.parameters.get(one.id);
      const now = law.parameterAt(one.id, one.from);
      return {
        kind: "parameter",
        id: one.id,
        title: parameter?.title ?? localized(one.id, one.id, one.id),
        from: each((language) =>
          one.to === null
            ? formatDate(one.from, language)
            : `${formatDate(one.from, language)} – ${formatDate(one.to, language)}`,
        ),
        before: now.ok ? writeValue(now.value.value, now.value.unit) : null,
        after: one.value,
        ids: parameter?.ids ?? [],
      };
    }),
    ...reform.switches.map((one): DiffLine => {
      const point = law.switches.get(one.id);
      const now = law.switchValue(one.id);
      return {
        kind: "switch",
        id: one.id,
        title: point?.question ?? localized(one.id, one.id, one.id),
        from: each((language) => formatQuarter(one.from, language)),
        before: now.ok ? now.value : null,
        after: one.option,
        ids: [one.id],
      };
    }),
    ...reform.rules.map((one): DiffLine => {
      const rule = law.graph.rules.get(one.id);
      return {
        kind: "rule",
        id: one.id,
        title: rule?.title ?? localized(one.id, one.id, one.id),
        from: each((language) => formatQuarter(one.from, language)),
        before: rule === undefined ? null : rule.sentence.nl,
        after: one.formula,
        ids: rule?.ids ?? [],
      };
    }),
    ...reform.components.map(
      (one): DiffLine => ({
        kind: "component",
        id: one.id,
        title: one.title,
        from: each((language) => formatQuarter(one.from, language)),
        before: null,
        after: one.formula,
        ids: [],
      }),
    ),
  ];
}

/** One line of text per change. */
export function diffText(lines: readonly DiffLine[], language: Language): string {
  return lines
    .map(
      ({ id, title, from, before, after }) =>
        `${pick(title, language)} (${id}), ${pick(from, language)}: ${before ?? "-"} → ${after}`,
    )
    .join("\n");
}
