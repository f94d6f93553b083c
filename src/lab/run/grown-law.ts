// The law past what is known: the guaranteed minimum income goes on rising as the assumptions say.
import type { PlainDate, Quarter } from "../../kernel/index.ts";
import type { Law, ParameterOverride } from "../../law/index.ts";
import type { Assumptions } from "../population/population.ts";

/** A yearly rise in ten-thousandths over some quarters, as a factor in ten-thousandths. */
export function growth(yearly: number, quarters: number): number {
  return Math.round(10_000 * (1 + yearly / 10_000) ** (quarters / 4));
}

/** The law with the guaranteed minimum income that is assumed past the last known value, for ten years from the base quarter on. */
export function grownLaw(base: Quarter, assumptions: Assumptions): (law: Law) => Law {
  const made = new WeakMap<Law, Law>();
  return (law) => {
    const known = made.get(law);
    if (known !== undefined) return known;
    const [last] = law.timeline("ggmmi").slice(-1);
    const grown = last === undefined ? law : withOverrides(law, laterValues(last.value as number, last.from, base, assumptions));
    made.set(law, grown);
    return grown;
  };
}

/** One value per year, on 1 January, after the last known one. */
function laterValues(value: number, from: PlainDate, base: Quarter, assumptions: Assumptions): readonly ParameterOverride[] {
  if (assumptions.minimumIncomeGrowth === 0) return [];
  const first = Math.max(Number(from.slice(0, 4)), Number(base.slice(0, 4))) + 1;
  return Array.from({ length: 11 }, (_, year) => {
    const cents = Math.floor((value * growth(assumptions.minimumIncomeGrowth, 4 * (year + 1))) / 10_000);
    return {
      id: "ggmmi",
      value: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`,
      from: `${first + year}-01-01` as PlainDate,
    };
  });
}

function withOverrides(law: Law, overrides: readonly ParameterOverride[]): Law {
  const made = law.withParameters(overrides);
  if (!made.ok) throw new TypeError(made.error.map(({ message }) => message.en).join("; "));
  return made.value;
}
