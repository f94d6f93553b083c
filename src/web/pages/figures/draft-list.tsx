// Drafts as a table: what waits for a second person.
import type { ReleaseState } from "../../../counter/index.ts";
import { brusselsDate, formatDate } from "../../../kernel/index.ts";
import { Table } from "../../look/table.tsx";
import { draftPath } from "./paths.ts";

export const dayOf = (moment: ReleaseState["draftedAt"]): string => formatDate(brusselsDate(moment), "nl");

export function DraftList({ drafts }: { readonly drafts: readonly ReleaseState[] }) {
  return (
    <section class="mw-section" aria-labelledby="ontwerpen">
      <h2 class="au-c-heading au-c-heading--2" id="ontwerpen">
        Ontwerpen die op een tweede persoon wachten
      </h2>
      {drafts.length === 0 ? (
        <p class="mw-quiet">Er wacht geen ontwerp.</p>
      ) : (
        <Table
          caption="Ontwerpen"
          captionHidden
          columns={[
            { key: "name", title: "Naam" },
            { key: "revision", title: "Herziening" },
            { key: "on", title: "Gemaakt op" },
            { key: "known", title: "Zoals bekend op" },
            { key: "reason", title: "Reden" },
          ]}
          rows={drafts.map((state) => ({
            cells: {
              name: <a href={draftPath(state.releaseRef)}>{state.name}</a>,
              revision: String(state.revision),
              on: dayOf(state.draftedAt),
              known: dayOf(state.knownAt),
              reason: state.reason === "" ? "eerste uitgave" : state.reason,
            },
          }))}
        />
      )}
    </section>
  );
}
