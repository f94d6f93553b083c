// Reads the law on one day for one decision, and remembers every open point that the decision leaned on.
import { type PlainDate, Refusal } from "../kernel/index.ts";
import type { LawData, SwitchChoice } from "../law/index.ts";

/** Throws a `Refusal` where the law has no value: the decision then gives that as its reason. */
export class LawReading {
  readonly law: LawData;
  readonly day: PlainDate;
  private readonly chosen: SwitchChoice;
  private readonly read: Map<string, string>;

  constructor(law: LawData, day: PlainDate, chosen: SwitchChoice = {}, read: Map<string, string> = new Map()) {
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
    for (const openPoint of result.value.openPoints) {
      const option = this.law.switchValue(openPoint, this.chosen);
      this.note(openPoint, option.ok ? option.value : "");
    }
    return result.value.value;
  }

  private note(openPoint: string, option: string): void {
    this.read.set(openPoint, option);
  }
}
