// Identity, enterprise and account numbers that pass their check digits and still are plainly synthetic:
// national numbers with an order number of 900 and above, enterprise numbers in 19xx.xxx.xxx, accounts at "bank" 999.

const two = (n: number): string => String(n).padStart(2, "0");

/** First order number handed out; the civil registry gives these to hardly anyone, since one day has few births. */
const FIRST_ORDER = 900;
const LAST_ORDER = 998;
/** A very large population goes on below the first order number, down to this one. */
const LEAST_ORDER = 100;

/** Even (women, X) or odd (men) order numbers, in the order in which they are handed out. */
function orders(parity: 0 | 1): readonly number[] {
  const found: number[] = [];
  for (let order = FIRST_ORDER; order <= LAST_ORDER; order++) if (order % 2 === parity) found.push(order);
  for (let order = FIRST_ORDER - 1; order >= LEAST_ORDER; order--) if (order % 2 === parity) found.push(order);
  return found;
}
const ORDERS = [orders(0), orders(1)] as const;

/** Enterprise and account numbers of self-employed persons start above those of firms. */
const FIRST_OWN_ENTERPRISE = 500_000;
const FIRST_OWN_ACCOUNT = 5_000_000;

/** Hands out numbers of persons, each once. */
export class NumberBook {
  private readonly taken = new Map<string, number>();
  private enterprises = 0;

  /**
   * @param bornIn month of birth, YYYY-MM
   * @returns day of birth and the national number (INSZ) of eleven digits; women have even order numbers, men odd, X even
   * @throws RangeError when a month of birth has no number left
   */
  person(bornIn: string, sex: "F" | "M" | "X"): { readonly bornOn: string; readonly insz: string } {
    const parity = sex === "M" ? 1 : 0;
    const key = `${bornIn}${parity}`;
    const count = this.taken.get(key) ?? 0;
    this.taken.set(key, count + 1);
    const day = 1 + ((count * 11) % 28);
    const order = ORDERS[parity][Math.floor(count / 28)];
    if (order === undefined)
      throw new RangeError(`No synthetic national number left for people born in ${bornIn}: ask for a smaller population`);
    const year = Number(bornIn.slice(0, 4));
    const base = `${two(year % 100)}${bornIn.slice(5, 7)}${two(day)}${String(order).padStart(3, "0")}`;
    // From birth year 2000 on the check digits are computed over the number with a 2 before it.
    const check = 97 - (Number(year >= 2000 ? `2${base}` : base) % 97);
    return { bornOn: `${bornIn}-${two(day)}`, insz: `${base}${two(check)}` };
  }

  /** Enterprise number and account of a self-employed person. */
  ownEnterprise(): { readonly kbo: string; readonly iban: string } {
    const nth = this.enterprises++;
    return { kbo: syntheticKbo(FIRST_OWN_ENTERPRISE + nth), iban: syntheticIban(FIRST_OWN_ACCOUNT + nth) };
  }
}

/** The nth synthetic enterprise number (KBO), ten digits; n from 0 to 999,999. */
export function syntheticKbo(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`No synthetic enterprise number ${n}`);
  const base = 19_000_000 + ((n * 7_919) % 1_000_000);
  return `${base}${two(97 - (base % 97))}`;
}

/** The nth synthetic Belgian account (IBAN), at a bank code that no bank has; n from 0 to 9,999,999. */
export function syntheticIban(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9_999_999) throw new RangeError(`No synthetic account ${n}`);
  const account = 999_0000000 + ((n * 7_919) % 10_000_000);
  const domestic = `${account}${two(account % 97 || 97)}`;
  // IBAN: the domestic number followed by "BE00" (B = 11, E = 14), so 98 minus the remainder.
  const check = 98n - (BigInt(`${domestic}111400`) % 97n);
  return `BE${two(Number(check))}${domestic}`;
}

/** National numbers of people who stand on lists only, each once: below the order numbers of the population, so that the two never meet. */
export class ListedNumbers {
  /** @param nth - From 0 to about 600,000; the same always gives the same number. */
  person(nth: number, sex: "F" | "M"): { readonly insz: string } {
    // Born from 1958 to 2002: 45 years of 12 months of 28 days, then the next order number of the sex.
    const day = nth % 28;
    const month = Math.floor(nth / 28) % 12;
    const year = 1958 + (Math.floor(nth / 336) % 45);
    const order = LEAST_ORDER - 2 - 2 * Math.floor(nth / 15_120) + (sex === "M" ? 1 : 0);
    if (order < 1) throw new RangeError(`No synthetic national number for place ${nth} of a list`);
    const base = `${two(year % 100)}${two(month + 1)}${two(day + 1)}${String(order).padStart(3, "0")}`;
    const check = 97 - (Number(year >= 2000 ? `2${base}` : base) % 97);
    return { insz: `${base}${two(check)}` };
  }
}
