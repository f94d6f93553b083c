// What somebody filled in, name beside value, each with a link to change it.
import type { Child } from "hono/jsx";

export interface SummaryRow {
  readonly name: Child;
  readonly value: Child;
  readonly change?: { readonly href: string; readonly label: string; readonly about: string };
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="mw-summary">
      {rows.map((row) => (
        <div>
          <dt>{row.name}</dt>
          <dd>
            {row.value}
            {row.change === undefined ? null : (
              <>
                {" "}
                <a class="mw-hide-print" href={row.change.href}>
                  {row.change.label}
                  <span class="au-u-hidden-visually"> {row.change.about}</span>
                </a>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
