// A simple random sample that anybody can draw again: each line gets a number from the seed and its own key; the lowest ones are taken.
import { sha256Hex } from "../../kernel/index.ts";
import type { Component, LedgerLine } from "../ports.ts";

export type LineKey = Pick<LedgerLine, "grantRef" | "quarter" | "component" | "seq">;

export const lineKeyText = ({ grantRef, quarter, component, seq }: LineKey): string =>
  `${grantRef} ${quarter} ${component} ${seq}`;

/** The number of a line under a seed: 64 hexadecimal digits, the same wherever it is computed. */
export const drawNumber = (seed: string, key: LineKey): string => sha256Hex(`${seed}|${lineKeyText(key)}`);

/** @returns the `size` lines with the lowest numbers, in that order; all of them when there are fewer. */
export function drawSample<K extends LineKey>(lines: Iterable<K>, seed: string, size: number): readonly K[] {
  return [...lines]
    .map((line) => ({ line, number: drawNumber(seed, line) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .slice(0, size)
    .map(({ line }) => line);
}

/** Which payments are drawn from: quarters that were paid for, both included, of all components or one; booked up to a moment. */
export interface SampleFrame {
  readonly fromQuarter: number;
  readonly untilQuarter: number;
  readonly component: Component | null;
}
