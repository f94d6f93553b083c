// A reform put on a law: checked as the law itself is, then one law per stretch of quarters.
import { addDays, compareQuarters, fail, localized, ok, type Quarter, type Result } from "../../kernel/index.ts";
import {
  type Law,
  type LawError,
  type RuleGraph,
  readGraph,
  type StoredGraph,
  type SwitchChoice,
  storeGraph,
} from "../../law/index.ts";
import { FormulaError, readFormula } from "./formula.ts";
import type { AddedComponent, ParameterChange, Placed, Reform, RuleChange } from "./reform.ts";

/** What holds in one quarter. */
export interface LawInQuarter {
  readonly law: Law;
  readonly switches: SwitchChoice;
  /** Components that the reform adds by then, besides those of the law. */
  readonly added: readonly AddedComponent[];
}

export interface ReformedLaw {
  readonly reform: Reform;
  readonly before: Law;
  at(quarter: Quarter): LawInQuarter;
}

/** Total that added components become part of. */
export const totalRule = "employerTotal";

/** The reformed law, or everything wrong: file, line and rule of each. */
export function applyReform(law: Law, reform: Reform): Result<ReformedLaw, readonly LawError[]> {
  const errors: LawError[] = [];
  const data = withParameters(law, reform.parameters, errors);
  for (const one of reform.switches) {
    for (const { message } of law.checkSwitches({ [one.id]: one.option })) errors.push(error(one, "switch", message));
  }
  const starts = [...new Set([...reform.rules, ...reform.components].map(({ from }) => from))].sort(compareQuarters);
  const stretches: { readonly from: Quarter; readonly law: Law; readonly added: readonly AddedComponent[] }[] = [];
  if (data !== null) {
    for (const from of starts) {
      const rules = reform.rules.filter((one) => one.from <= from);
      const added = reform.components.filter((one) => one.from <= from);
      const made = withRules(data, rules, added);
      if (made.ok) stretches.push({ from, law: made.value, added });
      else errors.push(...made.error);
    }
  }
  if (errors.length > 0 || data === null) return fail(unique(errors));
  const switchesAt = (quarter: Quarter): SwitchChoice =>
    Object.fromEntries(reform.switches.filter((one) => one.from <= quarter).map(({ id, option }) => [id, option]));
  return ok({
    reform,
    before: law,
    at: (quarter) => {
      const stretch = stretches.findLast((one) => one.from <= quarter);
      return { law: stretch?.law ?? data, switches: switchesAt(quarter), added: stretch?.added ?? [] };
    },
  });
}

/** The law with the changed values. */
function withParameters(law: Law, changes: readonly ParameterChange[], errors: LawError[]): Law | null {
  const before = errors.length;
  let view = law;
  checkSpans(law, changes, errors);
  for (const one of changes) {
    const { id, value, from, to } = one;
    const changed = view.withParameters([{ id, value, from, ...(to === null ? {} : { to }) }]);
    if (changed.ok) view = changed.value;
    else for (const { id: rule, message } of changed.error) errors.push(error(one, rule, message));
  }
  if (errors.length > before) return null;
  for (const one of changes) checkGap(view, one, errors);
  return errors.length > before ? null : view;
}

/** Two values of one reform for the same day would hide one of them. */
function checkSpans(law: Law, changes: readonly ParameterChange[], errors: LawError[]): void {
  changes.forEach((one, index) => {
    if (!law.parameters.has(one.id)) return;
    const other = changes
      .slice(0, index)
      .find((earlier) => earlier.id === one.id && earlier.file === one.file && overlaps(earlier, one));
    if (other === undefined) return;
    errors.push(
      error(
        one,
        "value.overlap",
        localized(
          `${one.id} krijgt voor dezelfde dagen twee waarden (zie regel ${other.line}). Geef de eerste een einde met "to".`,
          `${one.id} gets two values for the same days (see line ${other.line}). Give the first an end with "to".`,
          `${one.id} reçoit deux valeurs pour les mêmes jours (voir ligne ${other.line}). Donnez une fin à la première avec « to ».`,
        ),
      ),
    );
  });
}

function overlaps(a: ParameterChange, b: ParameterChange): boolean {
  return (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
}

/** From the first day of a change on, one row must follow the other. */
function checkGap(view: Law, change: ParameterChange, errors: LawError[]): void {
  // As written: a reader of the law would let the value before run on into a gap.
  const rows = view.parameters.get(change.id)?.values ?? [];
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    const ends = row.until;
    if (ends === null || (next !== undefined && next.from === ends)) return;
    // A gap that was there before and that the change does not touch is the law's own.
    if (ends < change.from && (next === undefined || next.from < change.from)) return;
    if (
      next === undefined &&
      change.to !== null &&
      view.parameters.get(change.id)?.values.at(-1)?.until === ends &&
      ends <= change.from
    )
      return;
    const last = next === undefined ? "…" : addDays(next.from, -1);
    errors.push(
      error(
        change,
        "value.gap",
        localized(
          `${change.id} heeft geen waarde van ${ends} tot ${last}. Laat de waarden aansluiten.`,
          `${change.id} has no value from ${ends} to ${last}. Let the values join up.`,
          `${change.id} n’a pas de valeur du ${ends} au ${last}. Faites se suivre les valeurs.`,
        ),
      ),
    );
  });
}

function withRules(law: Law, changes: readonly RuleChange[], added: readonly AddedComponent[]): Result<Law, readonly LawError[]> {
  const stored = storeGraph(law.graph);
  const rules: Record<string, unknown> = { ...stored.rules };
  const errors: LawError[] = [];
  const units = new Map<string, string>();
  const read = (one: RuleChange | AddedComponent) => {
    try {
      return readFormula(one.formula, law, law.graph, units);
    } catch (cause) {
      if (!(cause instanceof FormulaError)) throw cause;
      errors.push(error(one, cause.rule, plain(cause.message)));
      return null;
    }
  };
  for (const one of changes) {
    const old = rules[one.id] as Record<string, unknown> | undefined;
    if (old === undefined) {
      errors.push(error(one, "rule.unknown", plain(`There is no rule “${one.id}” to replace`)));
      continue;
    }
    const body = read(one);
    if (body !== null) rules[one.id] = { ...old, body, sentence: replacedSentence };
  }
  for (const one of added) {
    if (rules[one.id] !== undefined) {
      errors.push(error(one, "rule.duplicate", plain(`The law has a rule “${one.id}” already`)));
      continue;
    }
    const body = read(one);
    if (body === null) continue;
    rules[one.id] = {
      kind: "rule",
      unit: "cents/quarter",
      id: one.id,
      ids: (rules[totalRule] as { ids: readonly string[] }).ids,
      title: one.title,
      dutchTerm: one.title.nl,
      sentence: addedSentence,
      from: null,
      until: null,
      body,
    };
    units.set(one.id, "cents/quarter");
    const total = rules[totalRule] as { readonly body: unknown };
    const part = { kind: "rule", id: one.id, unit: "cents/quarter" };
    rules[totalRule] = { ...total, body: { kind: "add", unit: "cents/quarter", terms: [total.body, part] } };
  }
  if (errors.length > 0) return fail(errors);
  const [place] = [...changes, ...added];
  let graph: RuleGraph;
  try {
    graph = readGraph({ engine: stored.engine, rules } satisfies StoredGraph);
  } catch (cause) {
    const { message } = cause as Error;
    const culprit = [...changes, ...added].find(({ id }) => message.includes(id)) ?? place!;
    return fail([error(culprit, message.includes("cycle") ? "graph.cycle" : "rule.unit", plain(message))]);
  }
  const built = law.withGraph(graph);
  if (built.ok) return built;
  return fail(
    built.error.map((one) => {
      const culprit = [...changes, ...added].find(({ id }) => one.file.includes(id)) ?? place!;
      return error(culprit, one.rule, one.message);
    }),
  );
}

const replacedSentence = localized(
  "Volgens de hervorming is dit {value}.",
  "Under the reform this is {value}.",
  "Selon la réforme, c’est {value}.",
);
const addedSentence = localized("De hervorming voegt {value} toe.", "The reform adds {value}.", "La réforme ajoute {value}.");

function error({ file, line }: Placed, rule: string, message: LawError["message"]): LawError {
  return { file, line, rule, message };
}

function plain(text: string): LawError["message"] {
  return localized(text, text, text);
}

function unique(errors: readonly LawError[]): readonly LawError[] {
  const seen = new Set<string>();
  return errors.filter(({ file, line, rule }) => {
    const key = `${file} ${line} ${rule}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
