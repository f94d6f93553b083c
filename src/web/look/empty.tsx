// Nothing here: why, and what to do next.
import type { Child } from "hono/jsx";

export function Empty({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <div class="mw-empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
