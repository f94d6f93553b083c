// A rule of the law: a named node with its Dutch title, its rulebook ids, a sentence for people, and the days between which it holds.
import { type Localized, localized, type PlainDate, toEpochDay } from "../../../kernel/index.ts";
import type { Frame } from "../frame.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { StepPlace } from "../trace.ts";
import type { Unit } from "../units.ts";
import { refusal } from "../value.ts";

export interface Rule<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "rule";
  readonly id: string;
  /** Rulebook ids, the most specific first; never empty. */
  readonly ids: readonly string[];
  readonly title: Localized;
  readonly dutchTerm: string;
  /**
   * One plain sentence with places to fill: `{value}` for the result, `{fact:name}`, `{rule:id}` and `{parameter:id}` for what it used.
   */
  readonly sentence: Localized;
  /** First day on which the rule holds; null: as long as the scheme is in force. */
  readonly from: PlainDate | null;
  /** First day on which the rule no longer holds; null: still in force. */
  readonly until: PlainDate | null;
  readonly body: Expression<U>;
}

export type AnyRule = Rule<Unit>;

export interface RuleText<U extends Unit> {
  readonly ids: readonly string[];
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly sentence: Localized;
  /** Left out: as long as the scheme is in force. */
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly gives: Expression<U>;
}

export function rule<U extends Unit>(id: string, text: RuleText<U>): Rule<U> {
  return frozen<Rule<U>>({
    kind: "rule",
    unit: text.gives.unit,
    id,
    ids: text.ids,
    title: text.title,
    dutchTerm: text.dutchTerm,
    sentence: text.sentence,
    from: text.from ?? null,
    until: text.until ?? null,
    body: text.gives,
  });
}

/** A century: only made-up cases come beyond it. */
const MOST_MONTHS = 1200;

export const ruleKind: Kind<AnyRule> = {
  kind: "rule",
  operands: (node) => [node.body],
  check: (node) => {
    if (node.ids.length === 0) return "a rule names at least one rulebook id";
    return node.body.unit === node.unit ? null : `a rule of unit ${node.unit} computes ${node.body.unit}`;
  },
  prepare: (node, link) => {
    const { index, perMonth, body } = link.rule(node);
    const from = node.from === null ? Number.NEGATIVE_INFINITY : toEpochDay(node.from);
    const until = node.until === null ? Number.POSITIVE_INFINITY : toEpochDay(node.until);
    const notInForce = refusal({ id: node.ids[0]!, rule: node.id, field: null, message: outsideValidity(node), input: false });
    let ready: ReturnType<typeof body> | null = null;
    const whole = new StepPlace(node, null);
    const months = new Map<string, StepPlace>();
    const placeIn = (frame: Frame, month: number): StepPlace => {
      if (month < 0) return whole;
      const name = frame.monthName(month);
      let place = months.get(name);
      if (place === undefined) {
        place = new StepPlace(node, name);
        if (months.size >= MOST_MONTHS) months.clear();
        months.set(name, place);
      }
      return place;
    };
    return (run) => {
      const month = perMonth ? run.month : -1;
      const place = index * 3 + Math.max(month, 0);
      const { memo } = run;
      if (memo.writtenIn[place] === run.number) {
        if (run.trace !== null) run.trace.link(placeIn(run.frame, month));
        return memo.values[place]!;
      }
      if (ready === null) ready = body();
      const { frame, trace } = run;
      const parent = trace === null ? null : trace.open(placeIn(frame, month));
      const inForce = frame.quarter === null || (frame.lastDay >= from && frame.firstDay < until);
      const value = inForce ? ready(run) : notInForce;
      memo.values[place] = value;
      memo.writtenIn[place] = run.number;
      if (trace !== null) trace.close(parent, value);
      return value;
    };
  },
};

function outsideValidity(node: AnyRule): Localized {
  const [from, until] = [node.from ?? "…", node.until ?? "…"];
  return localized(
    `“${node.title.nl}” geldt alleen van ${from} tot ${until}; kies een kwartaal in die tijd.`,
    `“${node.title.en}” holds only from ${from} to ${until}; choose a quarter in that time.`,
    `« ${node.title.fr} » ne vaut que du ${from} au ${until} ; choisissez un trimestre dans cette période.`,
  );
}
