// A draft beside an earlier release: how much of each change was registered late, is another law, or is the population.
import type { ReleaseState } from "../../../counter/index.ts";
import { type Compared, internalWatermark, labelOf, type Publication } from "../../../statistics/index.ts";
import { Empty } from "../../look/empty.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { draftPath } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

export interface ComparePageProps {
  readonly page: Page;
  readonly state: ReleaseState;
  readonly earlier: ReleaseState;
  readonly publication: Publication;
  readonly compared: Compared;
}

export function ComparePage({ page, state, earlier, publication, compared }: ComparePageProps) {
  const figures = publication.sections.flatMap((section) => section.figures);
  const number = new Intl.NumberFormat("nl-BE");
  const signed = new Intl.NumberFormat("nl-BE", { signDisplay: "exceptZero" });
  const shown = (value: number | null, format = number): string => (value === null ? "afgeschermd" : format.format(value));
  return (
    <StaffPage page={page} title={`${state.name} naast ${earlier.name}`}>
      <p class="mw-lead">
        De eerdere vraag is opnieuw gesteld met wat nu bekend is, eerst onder de wet van toen. Wat dan verschilt, is later
        geregistreerd. Daarna is ze gesteld onder de wet van nu: dat verschil is de wet. Wat nog overblijft, zijn andere mensen.
      </p>
      <p class="mw-watermark mw-watermark__words">{internalWatermark.nl}</p>
      <p>
        <a href={draftPath(state.releaseRef)}>Terug naar het ontwerp</a>
      </p>
      <p class="mw-note">
        {compared.lawMoved
          ? "De wet of haar parameters zijn tussen beide gewijzigd. In de kolom Wet staat wat andere datums en waarden van de wet aan deze vraag veranderen. Wat mensen deden of wat beslist werd omdat de wet anders is, zit bij de populatie."
          : "De wet en haar parameters zijn tussen beide niet gewijzigd."}
      </p>
      {compared.notComparable.length === 0 ? null : (
        <p class="mw-warning">{`Niet te vergelijken, want een andere vraag of teleenheid: ${compared.notComparable.join(", ")}.`}</p>
      )}
      {compared.changes.length === 0 ? (
        <Empty title="Niets om te vergelijken">
          <p>Geen enkel cijfer staat in beide, met dezelfde naam, teleenheid en indeling.</p>
        </Empty>
      ) : null}
      {figures
        .filter((figure) => compared.changes.some((change) => change.figure === figure.id))
        .map((figure) => (
          <section class="mw-section">
            <h2 class="au-c-heading au-c-heading--2">{figure.title.nl}</h2>
            <Table
              caption={`${figure.unit.title.nl}: ${figure.title.nl}`}
              columns={[
                { key: "what", title: "Wat" },
                { key: "before", title: "Eerder", number: true },
                { key: "late", title: "Later geregistreerd", number: true },
                { key: "law", title: "Wet", number: true },
                { key: "population", title: "Populatie", number: true },
                { key: "now", title: "Nu", number: true },
              ]}
              rows={compared.changes
                .filter((change) => change.figure === figure.id)
                .map((change) => ({
                  total: change.key.every((code) => code === null),
                  cells: {
                    what:
                      change.key.length === 0
                        ? figure.title.nl
                        : change.key.map((code, index) => labelOf(figure.dimensions[index]!.id, code).nl).join(", "),
                    before: shown(change.before),
                    late: shown(change.late, signed),
                    law: change.law === null && !compared.lawKept ? "niet bewaard" : shown(change.law, signed),
                    population: shown(change.population, signed),
                    now: shown(change.now),
                  },
                }))}
            />
          </section>
        ))}
    </StaffPage>
  );
}
