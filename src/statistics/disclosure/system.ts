// Everything that an attacker can put together, as numbers and sums: a number of several tables that is the same is there once.
import { type Group, nameOfGroup } from "./group.ts";
import { kinshipsOf } from "./kinship.ts";
import type { Line } from "./relations.ts";

/** Where a number stands: in which unit and as known at which moment it was counted. */
export interface Source {
  readonly unit: string;
  readonly knownAt: string;
}

/**
 * Counts of groups that tables show or withhold. Two of the same group that are equal are one number, in whatever units and as known at
 * whatever moments: an attacker who takes them for one is right.
 */
export class Numbers {
  readonly counts: number[] = [];
  /** Numbers of groups that no table has: what is left of a total beside its known parts. */
  readonly remainders = new Set<number>();
  readonly #places = new Map<string, number>();
  readonly #entries = new Map<
    string,
    { readonly group: Group; readonly at: Map<string, number>; readonly units: Map<string, number> }
  >();
  /** Withheld by a table of which the house does not remember how many there were. */
  readonly unknown = new Set<number>();
  readonly #sources = new Map<string, Source>();

  /** `count`: null where the house does not remember what was withheld. */
  put(group: Group, source: Source, count: number | null): number {
    const name = nameOfGroup(group);
    const entry = this.#entries.get(name) ?? { group, at: new Map<string, number>(), units: new Map<string, number>() };
    this.#entries.set(name, entry);
    const key = JSON.stringify([source.unit, source.knownAt]);
    const same = count === null ? entry.at.get(key) : undefined;
    const here = same ?? this.#number(JSON.stringify([name, count ?? key]), count);
    this.#sources.set(key, source);
    if (!entry.at.has(key)) entry.at.set(key, here);
    if (!entry.units.has(source.unit)) entry.units.set(source.unit, here);
    return here;
  }

  /** The sums across tables. `several`: see {@link kinshipsOf}. */
  lines(several: ReadonlySet<string>): readonly Line[] {
    const kinships = kinshipsOf(new Map([...this.#entries].map(([name, { group }]) => [name, group])), several);
    const found = new Map<string, Line>();
    for (const source of this.#sources.values()) {
      for (const { total, parts, overlap } of kinships) {
        const [whole, ...own] = [total, ...parts].map((name) => this.#best(name, source));
        const line = this.#lineOf(whole!, own, overlap);
        if (line !== null) found.set(JSON.stringify(line), line);
      }
    }
    return [...found.values()];
  }

  #lineOf(total: Found, parts: readonly Found[], overlap: boolean): Line | null {
    if ([total, ...parts].some(({ number }) => this.unknown.has(number))) return null;
    const numbers = parts.map(({ number }) => number);
    if (numbers.includes(total.number)) return null;
    const rest = numbers.reduce((left, part) => left - this.counts[part]!, this.counts[total.number]!);
    if (rest === 0) return { total: total.number, parts: numbers, exact: true };
    // In other units, parts can only be held against a total that they happen to make.
    if (parts.some(({ unit }) => unit !== total.unit)) return null;
    if (rest < 0)
      return numbers.every((part) => this.counts[part]! <= this.counts[total.number]!)
        ? { total: total.number, parts: numbers, exact: false }
        : null;
    if (overlap) return null;
    const remainder = this.#number(JSON.stringify(["rest", total.number, [...numbers].sort((a, b) => a - b)]), rest);
    this.remainders.add(remainder);
    return { total: total.number, parts: [...numbers, remainder], exact: true };
  }

  /** What stands for a group beside numbers of one source: of that source itself, of the same unit, or of any. */
  #best(name: string, { unit, knownAt }: Source): Found {
    const { at, units } = this.#entries.get(name)!;
    const own = at.get(JSON.stringify([unit, knownAt])) ?? units.get(unit);
    if (own !== undefined) return { number: own, unit };
    for (const [key, number] of at) {
      const [other, moment] = JSON.parse(key) as [string, string];
      if (moment === knownAt) return { number, unit: other };
    }
    const [other, number] = [...units][0]!;
    return { number, unit: other };
  }

  #number(key: string, count: number | null): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const here = this.counts.push(count ?? 0) - 1;
    this.#places.set(key, here);
    if (count === null) this.unknown.add(here);
    return here;
  }
}

interface Found {
  readonly number: number;
  readonly unit: string;
}
