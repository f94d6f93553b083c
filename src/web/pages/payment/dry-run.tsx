// What is looked at before a run is approved: against the quarter before and the forecast, outliers, what is missing, firsts and lasts.
import type { DryRun } from "../../../payment/index.ts";
import { Table } from "../../look/table.tsx";
import { ActivityPart } from "./activity.tsx";
import { componentName, euros, quarterText, signed } from "./frame.tsx";

interface DryRunProps {
  readonly report: DryRun;
  readonly numbers: ReadonlyMap<string, string>;
  /** At most so many of each list. */
  readonly shown: number;
}

export function DryRunPart({ report, numbers, shown }: DryRunProps) {
  const number = (grantRef: string) => <span class="mw-id">{numbers.get(grantRef) ?? grantRef.slice(0, 8)}</span>;
  const compared = report.compared.filter((one) => one.grants > 0 || one.grantsBefore > 0);
  return (
    <>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Vergeleken</h2>
        <p>
          Het {quarterText(report.quarter)} als geheel, naast wat voor het {quarterText(report.quarter - 1)} geboekt is en naast
          wat de lonen van eerdere kwartalen lieten voorzien.
        </p>
        <Table
          caption="Dit kwartaal, het vorige en de raming"
          columns={[
            { key: "component", title: "Premie" },
            { key: "grants", title: "Toekenningen", number: true },
            { key: "cents", title: "Dit kwartaal", number: true },
            { key: "before", title: "Vorig kwartaal", number: true },
            { key: "difference", title: "Verschil", number: true },
            { key: "foreseen", title: "Raming", number: true },
            { key: "off", title: "Verschil met raming", number: true },
          ]}
          rows={compared.map((one) => ({
            cells: {
              component: componentName(one.component),
              grants: `${one.grants} (was ${one.grantsBefore})`,
              cents: euros(one.cents),
              before: euros(one.centsBefore),
              difference: signed(one.cents - one.centsBefore),
              foreseen: one.centsForeseen === null ? "" : euros(one.centsForeseen),
              off: one.centsForeseen === null ? "" : signed(one.cents - one.centsForeseen),
            },
          }))}
        />
      </section>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Uitschieters</h2>
        {report.outliers.length === 0 ? (
          <p>Geen enkel bedrag veranderde tegenover het vorige kwartaal.</p>
        ) : (
          <Table
            caption="Bedragen die het meest veranderden"
            columns={[
              { key: "file", title: "Dossier" },
              { key: "component", title: "Premie" },
              { key: "before", title: "Vorig kwartaal", number: true },
              { key: "cents", title: "Dit kwartaal", number: true },
              { key: "difference", title: "Verschil", number: true },
            ]}
            rows={report.outliers.map((one) => ({
              cells: {
                file: number(one.grantRef),
                component: componentName(one.component),
                before: euros(one.centsBefore),
                cents: euros(one.cents),
                difference: signed(one.cents - one.centsBefore),
              },
            }))}
          />
        )}
      </section>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Aandacht</h2>
        <Refs
          title="Zonder aangifte"
          text="Voor deze werknemers is nog niets aangegeven. Ze krijgen nu niets."
          total={report.counts.undeclared}
          refs={report.undeclared}
          shown={shown}
          number={number}
        />
        <Refs
          title="Meer dan één aangifte"
          text="Voor deze werknemers kwamen aangiften met verschillende nummers bij dezelfde werkgever; ze zijn opgeteld. Kijk na of het twee jobs zijn, of één loon dat twee keer aangegeven is."
          total={report.counts.several}
          refs={report.several}
          shown={shown}
          number={number}
        />
        <Refs
          title="Zonder bedrag"
          text="De wet geeft hier geen bedrag; een persoon moet kijken."
          total={report.counts.withheld}
          refs={report.withheld.map((one) => one.grantRef)}
          shown={shown}
          number={number}
        />
        <ActivityPart report={report} shown={shown} number={number} />
        <Refs
          title="Eerste kwartaal"
          text="Voor deze toekenningen is dit het eerste kwartaal."
          total={report.counts.first}
          refs={report.first}
          shown={shown}
          number={number}
        />
        <Refs
          title="Laatste kwartaal"
          text="Voor deze toekenningen is dit het laatste kwartaal."
          total={report.counts.last}
          refs={report.last}
          shown={shown}
          number={number}
        />
        <Refs
          title="Eindigt binnenkort"
          text="Deze toekenningen eindigen in de volgende kwartalen."
          total={report.counts.endingSoon}
          refs={report.endingSoon}
          shown={shown}
          number={number}
        />
      </section>
    </>
  );
}

interface RefsProps {
  readonly title: string;
  readonly text: string;
  readonly refs: readonly string[];
  /** How many there are in all. */
  readonly total: number;
  readonly shown: number;
  readonly number: (grantRef: string) => unknown;
}

function Refs({ title, text, refs, total, shown, number }: RefsProps) {
  return (
    <details class="mw-unfold">
      <summary>
        <span class="mw-unfold__name">{title}</span>
        <span class="mw-unfold__amount">{total}</span>
      </summary>
      <div class="mw-unfold__body mw-flow">
        <p>{total === 0 ? "Geen." : text}</p>
        {refs.length === 0 ? null : (
          <ul class="mw-refs">
            {refs.slice(0, shown).map((ref) => (
              <li>{number(ref) as never}</li>
            ))}
          </ul>
        )}
        {total > shown ? <p>En nog {total - shown} andere.</p> : null}
      </div>
    </details>
  );
}
