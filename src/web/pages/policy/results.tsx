// The result of a choice: one sentence, a chart with its table, the spread, and who gains or loses. Drawn by the server and by the browser alike.
import { formatQuarter, type Language, pick } from "../../../kernel/index.ts";
import { type QuarterCost, wholeEuro } from "../../../lab/index.ts";
import { Table } from "../../look/table.tsx";
import { BreakEvenTables } from "./break-even-tables.tsx";
import type { Outcome } from "./outcome.ts";
import { policyText } from "./policy-text.ts";
import { CaseLinks, ComponentTable, ShareTable } from "./result-tables.tsx";

export interface ResultsProps {
  readonly language: Language;
  readonly outcome: Outcome | null;
  readonly changed: boolean;
  /** The levers in the address, with its question mark, or empty. */
  readonly query: string;
}

export function Results({ language, outcome, changed, query }: ResultsProps) {
  const text = policyText(language);
  if (outcome === null) return <p class="mw-lead">{text.noResult}</p>;
  const { result, traits } = outcome;
  const [first] = result.quarters;
  const euro = (amount: number) => wholeEuro(amount, language);
  const signed = (amount: number) => (amount > 0 ? `+${euro(amount)}` : euro(amount));
  const number = (value: number) => numberFormats[language].format(value);
  const shown = (value: number | null) => (value === null ? text.withheld : number(value));
  const { before, after } = result.focus;
  return (
    <>
      {first === undefined ? null : (
        <p class="mw-policy__headline" role="status">
          <strong>
            {!changed || first.change === 0
              ? text.same
              : first.change > 0
                ? text.more(euro(first.change))
                : text.less(euro(-first.change))}
          </strong>{" "}
          {text.inQuarter(formatQuarter(first.quarter, language))}.{" "}
          {text.who(number(result.winners), number(result.losers), number(result.same))}
        </p>
      )}
      {changed ? null : <p>{text.unchanged}</p>}
      {result.uncertainty === null ? null : (
        <p>
          {text.uncertainty(
            String(result.uncertainty.draws),
            euro(result.uncertainty.change.low),
            euro(result.uncertainty.change.high),
          )}
        </p>
      )}
      <ChangeChart language={language} quarters={result.quarters} title={text.costChart} />
      <Table
        caption={text.costTable}
        columns={[
          { key: "quarter", title: text.quarter },
          { key: "before", title: text.before, number: true },
          { key: "after", title: text.after, number: true },
          { key: "change", title: text.change, number: true },
        ]}
        rows={result.quarters.map((one) => ({
          cells: {
            quarter: formatQuarter(one.quarter, language),
            before: euro(one.before),
            after: euro(one.after),
            change: signed(one.change),
          },
        }))}
      />
      <ComponentTable language={language} result={result} />
      <Table
        caption={`${text.spread}, ${formatQuarter(result.focus.quarter, language)}`}
        columns={[
          { key: "what", title: text.spread },
          { key: "before", title: text.before, number: true },
          { key: "after", title: text.after, number: true },
        ]}
        rows={(
          [
            [text.average, before.average, after.average],
            [text.low, before.p10, after.p10],
            [text.middle, before.p50, after.p50],
            [text.high, before.p90, after.p90],
          ] as const
        ).map(([what, one, other]) => ({ cells: { what, before: euro(one), after: euro(other) } }))}
      />
      <ShareTable language={language} result={result} />
      <BreakEvenTables language={language} result={result} traits={traits} />
      <CaseLinks language={language} result={result} query={query} />
      <h2 class="au-c-heading au-c-heading--2">{text.groups}</h2>
      {result.breakdowns.map((breakdown) => {
        const trait = traits.find(({ id }) => id === breakdown.trait);
        if (trait === undefined) return null;
        // A table of which nothing may stand is said in one sentence.
        if (breakdown.groups.every(({ people, change }) => people === null && change === null))
          return <p>{text.tooFine(pick(trait.title, language))}</p>;
        return (
          <Table
            caption={pick(trait.title, language)}
            columns={[
              { key: "group", title: text.group },
              { key: "people", title: text.people, number: true },
              { key: "up", title: text.up, number: true },
              { key: "down", title: text.down, number: true },
              { key: "change", title: text.change, number: true },
            ]}
            rows={breakdown.groups.map((group, index) => ({
              cells: {
                group: pick(trait.values[index]!.title, language),
                people: shown(group.people),
                up: shown(group.winners),
                down: shown(group.losers),
                change: group.change === null ? text.withheld : signed(group.change),
              },
            }))}
          />
        );
      })}
    </>
  );
}

/** Made once: making one takes longer than a hundred numbers. */
const numberFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat("nl-BE"),
  en: new Intl.NumberFormat("en-GB"),
  fr: new Intl.NumberFormat("fr-BE"),
};

/** Bars from a ground line, up for dearer and down for cheaper; the table under it gives the amounts. */
function ChangeChart({ language, quarters, title }: { language: Language; quarters: readonly QuarterCost[]; title: string }) {
  const most = Math.max(1, ...quarters.map(({ change }) => Math.abs(change)));
  const anyDown = quarters.some(({ change }) => change < 0);
  const anyUp = quarters.some(({ change }) => change > 0);
  const drawing = (width: number, height: number, size: number, variant: string) => {
    const room = height - size * 5;
    const ground = anyDown && anyUp ? height / 2 : anyDown ? size * 2 : height - size * 2;
    const scale = (anyDown && anyUp ? room / 2 : room) / most;
    const step = width / Math.max(quarters.length, 1);
    const shown = quarters.findIndex(({ change }) => Math.abs(change) === most);
    return (
      <svg class={variant} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} font-size={size}>
        <line class="mw-chart__axis" x1={0} x2={width} y1={ground} y2={ground} />
        {quarters.map(({ quarter, change }, index) => {
          const tall = Math.max(Math.abs(change) * scale, change === 0 ? 0 : 1);
          return (
            <g>
              <rect
                class={change < 0 ? "mw-stair--second" : "mw-stair--main"}
                x={index * step + step * 0.12}
                y={change < 0 ? ground : ground - tall}
                width={step * 0.76}
                height={tall}
              />
              {index === shown && change !== 0 ? (
                <text
                  class="mw-chart__label"
                  text-anchor={index > quarters.length / 2 ? "end" : "start"}
                  x={index > quarters.length / 2 ? (index + 1) * step : index * step}
                  y={change < 0 ? ground - size * 0.5 : ground - tall - size * 0.5}
                >
                  {wholeEuro(change, language)}
                </text>
              ) : null}
              {quarter.endsWith("Q1") ? (
                <text class="mw-chart__soft" x={index * step + 2} y={height - size * 0.4}>
                  {quarter.slice(0, 4)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    );
  };
  return (
    <figure class="mw-chart">
      <figcaption>{title}</figcaption>
      {drawing(960, 220, 16, "mw-chart__wide")}
      {drawing(328, 180, 12.5, "mw-chart__narrow")}
    </figure>
  );
}
