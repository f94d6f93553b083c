// Reads the law on one day for one decision, and remembers every open point that the decision leaned on.
import { type PlainDate, type Problem, type Quarter, Refusal } from "../kernel/index.ts";
import {
  type Explanation,
  explain,
  type Facts,
  type Judgement,
  type Law,
  type Reason as LawReason,
  type PlainFact,
  plainValue,
  type StepLine,
  type SwitchChoice,
  stepLines,
} from "../law/index.ts";

/** What stands against something, by the law's own rules. */
export interface Findings {
  readonly reasons: readonly LawReason[];
  readonly questions: readonly Judgement[];
}

/** Throws a `Refusal` where the law has no value: the decision then gives that as its reason. */
export class LawReading {
  readonly law: Law;
  readonly day: PlainDate;
  private readonly chosen: SwitchChoice;
  private readonly read: Map<string, string>;

  constructor(law: Law, day: PlainDate, chosen: SwitchChoice = {}, read: Map<string, string> = new Map()) {
    const wrong = law.checkSwitches(chosen);
    if (wrong.length > 0) throw new Refusal(wrong);
    this.law = law;
    this.day = day;
    this.chosen = chosen;
    this.read = read;
  }

  /** The same reading on another day; what it leans on counts for this one too. */
  on(day: PlainDate): LawReading {
    return new LawReading(this.law, day, this.chosen, this.read);
  }

  /** OPEN ids that were leaned on, in order of their number. */
  get openPoints(): readonly string[] {
    return [...this.read.keys()].sort();
  }

  /** Every switch that was read, with the option in use. */
  get switches(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.read].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * Everything that a rule finds against these facts: all reasons of a refusal, and all questions that the law leaves to a person. A fact
   * that is not known yet counts neither for nor against.
   */
  findings(id: string, facts: Facts): Findings {
    const answer = explain(this.law, { rules: [id], facts, switches: this.chosen, steps: false });
    this.noteAll(answer.openPoints);
    return { reasons: answer.outcome === "refused" ? answer.reasons : [], questions: answer.questions };
  }

  /**
   * The value of a rule for these facts, in the form of facts: percentages in basis points, days and quarters as text. A rule that refuses,
   * misses a fact or leaves the matter to a person throws.
   */
  rule(id: string, facts: Facts, quarter?: Quarter): PlainFact {
    const rule = this.law.graph.rules.get(id);
    if (rule === undefined) throw new TypeError(`The law has no rule ${id}`);
    const about = quarter === undefined ? {} : { quarter };
    const answer = explain(this.law, { rules: [id], facts, switches: this.chosen, steps: false, ...about });
    this.noteAll(answer.openPoints);
    const value = answer.values.get(id);
    if (value === undefined) throw new Refusal(problemsOf(answer));
    return plainValue(value, rule.unit);
  }

  /** The steps behind these rules for these facts, for people to read. Notes what they lean on. */
  steps(ids: readonly string[], facts: Facts): readonly StepLine[] {
    const answer = explain(this.law, { rules: [...ids], facts, switches: this.chosen, steps: true });
    this.noteAll(answer.openPoints);
    return stepLines(this.law, answer.steps);
  }

  number(id: string): number {
    return this.value(id, "number");
  }

  flag(id: string): boolean {
    return this.value(id, "boolean");
  }

  date(id: string): PlainDate {
    return this.value<string>(id, "string") as PlainDate;
  }

  numbers(id: string): readonly number[] {
    const value = this.parameter(id);
    if (typeof value === "number") return [value];
    if (Array.isArray(value) && value.every((one) => typeof one === "number")) return value;
    throw new TypeError(`Parameter ${id} is not a list of numbers`);
  }

  words(id: string): readonly string[] {
    const value = this.parameter(id);
    if (typeof value === "string") return [value];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    throw new TypeError(`Parameter ${id} is not a list of words`);
  }

  /** The reading in use of an open point, for example "OPEN-03". */
  policy(openPoint: string): string {
    const result = this.law.switchValue(openPoint, this.chosen);
    if (!result.ok) throw new Refusal([result.error]);
    this.note(openPoint, result.value);
    return result.value;
  }

  private value<T extends number | boolean | string>(id: string, type: "number" | "boolean" | "string"): T {
    const value = this.parameter(id);
    if (typeof value !== type) throw new TypeError(`Parameter ${id} is not a ${type}`);
    return value as T;
  }

  private parameter(id: string) {
    const result = this.law.parameterAt(id, this.day, { switches: this.chosen });
    if (!result.ok) throw new Refusal([result.error]);
    this.noteAll(result.value.openPoints);
    return result.value.value;
  }

  private noteAll(openPoints: readonly string[]): void {
    for (const openPoint of openPoints) {
      const option = this.law.switchValue(openPoint, this.chosen);
      this.note(openPoint, option.ok ? option.value : "");
    }
  }

  private note(openPoint: string, option: string): void {
    this.read.set(openPoint, option);
  }
}

function problemsOf(answer: Explanation): Problem[] {
  switch (answer.outcome) {
    case "refused":
      return answer.reasons.map(({ id, field, message }) => ({ id, message, ...(field === null ? {} : { field }) }));
    case "incomplete":
      return answer.missing.map(({ field, message }) => ({ id: "law.missing", field, message }));
    case "judgement":
      return answer.judgements.map(({ id, question }) => ({ id, message: question }));
    case "value":
      return [];
  }
}
