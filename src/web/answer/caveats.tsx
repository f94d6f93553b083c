// What must be known before the figures are read; stands above them.
import type { FigureView } from "../../statistics/index.ts";

export function Caveats({ title, caveats }: { readonly title: string; readonly caveats: FigureView["caveats"] }) {
  return caveats.length === 0 ? null : (
    <div class="mw-note">
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="mw-caveats">
        {caveats.map((caveat) => (
          <li>
            {caveat.text} <Ids ids={caveat.ids} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Ids({ ids }: { readonly ids: readonly string[] }) {
  return (
    <>
      {ids.map((id) => (
        <>
          <span class="mw-id">{id}</span>{" "}
        </>
      ))}
    </>
  );
}
