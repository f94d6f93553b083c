// Which part of a reform a population or the exact range does not bear: the first that is refused by itself.
import { localized, type Quarter } from "../../kernel/index.ts";
import { columns, type Law, type LawError, NotInColumns } from "../../law/index.ts";
import { missingFacts, type Population } from "../population/population.ts";
import { applyReform, totalRule } from "../reform/apply-reform.ts";
import { emptyReform, type Placed, type Reform } from "../reform/reform.ts";
import { MissingData } from "./run-lab.ts";

/** Null: the error is of another kind. */
export function refusalOf(law: Law, reform: Reform, population: Population, quarter: Quarter, error: unknown): LawError | null {
  if (!(error instanceof MissingData) && !(error instanceof NotInColumns)) return null;
  const parts: readonly (readonly [Placed, Reform])[] = (["rules", "components", "parameters", "switches"] as const).flatMap(
    (kind) => reform[kind].map((part) => [part, { ...emptyReform(reform.id, reform.title), [kind]: [part] }] as const),
  );
  const guilty = parts.find(([, alone]) => isRefused(law, alone, population, quarter))?.[0] ?? parts[0]?.[0];
  const place = { file: guilty?.file ?? reform.id, line: guilty?.line ?? 1 };
  if (error instanceof MissingData) {
    const facts = error.facts.join(", ");
    return {
      ...place,
      rule: "data.missing",
      message: localized(
        `De hervorming vraagt het gegeven ${facts}, en dat heeft deze populatie niet. Gebruik een ander gegeven.`,
        `The reform asks for the fact ${facts}, which this population does not have. Use another fact.`,
        `La réforme demande la donnée ${facts}, que cette population n’a pas. Utilisez une autre donnée.`,
      ),
    };
  }
  return {
    ...place,
    rule: "range.exact",
    message: localized(
      `Een bedrag kan buiten het bereik komen waarin exact gerekend wordt (${error.message}). Neem een kleinere waarde of minder decimalen.`,
      `An amount could leave the range in which the calculation is exact (${error.message}). Use a smaller value or fewer decimals.`,
      `Un montant pourrait sortir de la plage de calcul exact (${error.message}). Prenez une valeur plus petite ou moins de décimales.`,
    ),
  };
}

function isRefused(law: Law, alone: Reform, population: Population, quarter: Quarter): boolean {
  const applied = applyReform(law, alone);
  if (!applied.ok) return true;
  // A reform may begin later than the run: it is looked at from its first quarter on.
  const starts = [...alone.rules, ...alone.components, ...alone.switches].map(({ from }) => from);
  const later = alone.parameters.map(({ from }) => `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}` as Quarter);
  const at = [quarter, ...starts, ...later].sort().at(-1)!;
  const then = applied.value.at(at);
  try {
    const rules = [totalRule, ...then.added.map(({ id }) => id)];
    return missingFacts(columns(then.law, at, { rules, switches: then.switches }).inputs, population).length > 0;
  } catch (error) {
    if (error instanceof NotInColumns) return true;
    throw error;
  }
}
