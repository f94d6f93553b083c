// An amount that unfolds into its steps.
import type { Child } from "hono/jsx";

export interface UnfoldProps {
  readonly name: string;
  readonly amount: string;
  readonly open?: boolean;
  readonly children: Child;
}

export function Unfold({ name, amount, open = false, children }: UnfoldProps) {
  return (
    <details class="mw-unfold" open={open}>
      <summary>
        <span class="mw-unfold__name">{name}</span>
        <span class="mw-unfold__amount">{amount}</span>
      </summary>
      <div class="mw-unfold__body">{children}</div>
    </details>
  );
}
