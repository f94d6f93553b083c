// How an answer relates to what was asked: answered, proxy, partial, not yet available, text. The word says it, not the colour.
import type { OutcomeView } from "../../statistics/index.ts";

export function OutcomePill({ outcome }: { readonly outcome: OutcomeView }) {
  return (
    <>
      <span class="mw-outcome">{outcome.label}</span>
      {outcome.detail === null ? null : <span class="mw-outcome__detail"> {outcome.detail}</span>}
    </>
  );
}
