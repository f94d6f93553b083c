// Steps of no particular rule, for tests.
import { constant, rule } from "../engine/build.ts";
import { exact } from "../engine/exact.ts";
import { Step, StepPlace } from "../engine/trace.ts";

export { exact };

const text = { nl: "{value}", en: "{value}", fr: "{value}" };

export function openStep(
  more: Partial<Pick<Step, "value" | "facts" | "parameters" | "switches" | "from" | "openPoints">>,
  id = "one",
): Step {
  const of = rule(id, { ids: ["WP-01"], title: text, dutchTerm: id, sentence: text, gives: constant("times", 1) });
  return Object.assign(new Step(new StepPlace(of, null)), more);
}
