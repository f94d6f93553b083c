// A share of full time as people type it: "80", "80 %", "0,8", "4/5".
import { compare, div, one, parseDecimal, type Ratio, ratio, toDecimal, zero } from "../../kernel/index.ts";

/** A share with more decimals than a contract knows is rounded half up to four. */
const decimals = 4;

/**
 * The share as decimal text of the calculation ("0.8"), or null when it is none. A number up to 1 without percent sign is a share of one,
 * because nobody works 1 % of full time.
 *
 * @param allowZero - Work performed may be zero, a contract may not.
 */
export function parseShare(typed: string, allowZero: boolean): string | null {
  const share = readShare(typed.trim().replace(/,/g, "."));
  if (share === null || compare(share, one) > 0 || compare(share, zero) < 0) return null;
  const text = toDecimal(share, decimals);
  return text === "0" && !allowZero ? null : text;
}

function readShare(text: string): Ratio | null {
  const parts = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(text);
  if (parts !== null) return Number(parts[2]) === 0 ? null : ratio(Number(parts[1]), Number(parts[2]));
  const match = /^(\d{1,3}(?:\.\d{1,6})?)\s*(%?)$/.exec(text);
  const number = match === null ? null : parseDecimal((match[1] ?? "").replace(/^0+(?=\d)/, ""));
  if (match === null || number === null || !number.ok) return null;
  const isShareOfOne = match[2] === "" && compare(number.value, one) <= 0;
  return isShareOfOne ? number.value : div(number.value, ratio(100));
}
