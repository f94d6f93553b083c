// A block that asks for attention. Colour is never alone: the title says what kind it is.
import type { Child } from "hono/jsx";

export interface AlertProps {
  readonly kind: "info" | "success" | "warning" | "error";
  readonly title: string;
  readonly level?: 2 | 3;
  readonly children?: Child;
}

export function Alert({ kind, title, level = 2, children }: AlertProps) {
  return (
    <div class={`au-c-alert au-c-alert--${kind}`}>
      {level === 2 ? <h2 class="au-c-alert__title">{title}</h2> : <h3 class="au-c-alert__title">{title}</h3>}
      {children}
    </div>
  );
}
