// The outcome of a simulation: the amount, how it came about, how sure it is, every quarter, and what was filled in.
import {
  cents,
  firstDay,
  formatEuro,
  formatQuarter,
  type Language,
  pick,
  type Quarter,
  ratioFromDecimal,
  toDecimal,
} from "../../kernel/index.ts";
import { formatMoneyText, formatValue, type Law, stepViews } from "../../law/index.ts";
import { OpenPoints, openPointAnchor } from "../amount/open-points.tsx";
import { Steps } from "../amount/steps.tsx";
import { Unfold } from "../amount/unfold.tsx";
import { pathIn } from "../language.ts";
import { ButtonLink } from "../look/button.tsx";
import { Layout } from "../look/layout.tsx";
import { StaircaseChart } from "../look/staircase-chart.tsx";
import { SummaryList } from "../look/summary-list.tsx";
import { type Column, Table } from "../look/table.tsx";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { simulatorText } from "../text/simulator.ts";
import type { SimulatedCase } from "./contract.ts";
import { givenRows } from "./given-rows.ts";
import type { LeanedOn } from "./readings.ts";
import { type SimulatedQuarter, type Simulation, stepsOf } from "./simulate.ts";

type Term = Extract<Simulation, { kind: "term" }>;

export interface ResultPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly simulated: SimulatedCase;
  readonly simulation: Term;
  /** The same with contributions above the cap, when they were not given. */
  readonly most: Simulation | null;
  readonly readings: readonly LeanedOn[];
  /** The quarter whose steps are shown. */
  readonly chosen: SimulatedQuarter;
  /** Which amount stands open: "loonpremie", "begeleidingspremie" or none. */
  readonly open: string | null;
  /** The address of this simulation with some of its fields changed; null takes one away. */
  readonly address: (changes: Readonly<Record<string, string | null>>) => string;
  readonly path: string;
}

export function ResultPage(props: ResultPageProps) {
  const { page, law, simulated, simulation, chosen, open, address, path, readings } = props;
  const { language } = page;
  const text = simulatorText(language);
  const quarterName = formatQuarter(chosen.quarter, language);
  const employer = simulated.scheme === "employer";
  const openPointHref = (id: string) => `#${openPointAnchor(id)}`;
  const steps = stepsOf(law, simulated, chosen.quarter);
  const premiumName = employer ? text.wagePremium : text.supportPremium;
  const guided = simulation.quarters.some((one) => one.guidance > 0);
  return (
    <Layout
      page={page}
      title={text.resultTitle}
      crumbs={[
        { href: pathIn(language, "/"), label: frameText(language).home },
        { href: pathIn(language, path), label: text.title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.resultTitle}</h1>
      <div class="mw-beside">
        <div>
          <Hero {...props} />

          <section class="mw-section mw-flow" id="berekening">
            <h2 class="au-c-heading au-c-heading--2">{text.howCalculated(quarterName)}</h2>
            <p>{text.openIt}</p>
            <div>
              <Unfold name={premiumName} amount={formatEuro(chosen.premium, language)} open={open === "loonpremie"}>
                <Steps
                  language={language}
                  steps={stepViews(law, steps, employer ? "wagePremium" : "supportPremium")}
                  openPointHref={openPointHref}
                />
              </Unfold>
              {guided ? (
                <Unfold
                  name={text.guidancePremium}
                  amount={formatEuro(chosen.guidance, language)}
                  open={open === "begeleidingspremie"}
                >
                  <Steps language={language} steps={stepViews(law, steps, "guidancePremium")} openPointHref={openPointHref} />
                </Unfold>
              ) : null}
            </div>
          </section>

          <section class="mw-section mw-flow" id="hoe-zeker">
            <h2 class="au-c-heading au-c-heading--2">{text.howSure}</h2>
            {readings.length === 0 ? (
              <p>{text.howSureNone}</p>
            ) : (
              <details class="mw-unsure" open={Object.keys(simulated.switches).length > 0}>
                <summary>{text.howSureCount(readings.length)}</summary>
                <p>{text.howSureLead}</p>
                <OpenPoints language={language} readings={readings} hrefWith={(id, value) => address({ [id]: value })} />
              </details>
            )}
          </section>
        </div>
        <aside class="mw-aside" aria-labelledby="ingevuld">
          <h2 id="ingevuld">{text.given}</h2>
          <SummaryList rows={givenRows(law, simulated, language)} />
          <p class="mw-actions">
            <ButtonLink secondary href={address({ wijzig: "1", kwartaal: null, toon: null })}>
              {text.changeInput}
            </ButtonLink>
            <a href={pathIn(language, path)}>{text.again}</a>
          </p>
          {page.login === null ? null : (
            <p class="mw-actions mw-hide-print">
              <ButtonLink href={pathIn(language, applyPath(simulated))}>{text.apply}</ButtonLink>
            </p>
          )}
          <p class="mw-hide-print">{text.share}</p>
        </aside>
      </div>
      <section class="mw-section" id="kwartalen">
        <h2 class="au-c-heading au-c-heading--2">{text.allQuarters}</h2>
        <Chart {...props} guided={guided} premiumName={premiumName} />
        <Notes law={law} language={language} simulation={simulation} />
        <Quarters {...props} guided={guided} premiumName={premiumName} />
      </section>
    </Layout>
  );
}

function Hero({ page, law, simulated, simulation, most, chosen }: ResultPageProps) {
  const { language } = page;
  const text = simulatorText(language);
  const money = (amount: number) => formatEuro(cents(amount), language);
  const atMost = most?.kind === "term" ? most.quarters.find((one) => one.quarter === chosen.quarter) : undefined;
  const room = atMost !== undefined && atMost.total > chosen.total;
  const percentage = formatValue(chosen.percentage, "%", language);
  return (
    <div class="mw-hero">
      <p>
        {text.inQuarter(formatQuarter(chosen.quarter, language))}
        {room ? ` ${text.atLeast}` : ""}
        <strong class="mw-hero__amount">{money(chosen.total)}</strong>
        {room ? text.andAtMost(money(atMost.total)) : null}
      </p>
      <p>
        {simulated.scheme === "employer"
          ? text.wageShare(percentage)
          : text.supportShare(percentage, formatMoneyText(twoDecimals(chosen.base), language))}
      </p>
      <p>
        {room && most?.kind === "term"
          ? text.overTermBetween(simulation.quarters.length, money(simulation.total), money(most.total))
          : (simulated.scheme === "employer" ? text.overTerm : text.overTermSelf)(
              simulation.quarters.length,
              money(simulation.total),
            )}
      </p>
      {simulated.scheme === "selfEmployed" ? <IncomeCondition law={law} language={language} of={chosen.quarter} /> : null}
      <p class="mw-quiet">{text.noRight}</p>
    </div>
  );
}

/** The income that a self-employed person must have, in the year of the quarter or the last year that the law knows. */
function IncomeCondition({ law, language, of }: { readonly law: Law; readonly language: Language; readonly of: Quarter }) {
  const rows = law.timeline("self.minIncome");
  const row = rows.find((one) => one.from <= firstDay(of) && (one.until === null || one.until > firstDay(of))) ?? rows.at(-1);
  if (row === undefined || typeof row.value !== "number") return null;
  return <p>{simulatorText(language).selfIncome(formatEuro(cents(row.value), language), Number(row.from.slice(0, 4)))}</p>;
}

/** A new application with what the simulation knows of it; wages are not asked there. */
function applyPath(simulated: SimulatedCase): string {
  const query =
    simulated.scheme === "employer"
      ? { doe: "nieuw", tewerkstelling: simulated.employmentFraction, begeleiding: simulated.guidanceNeed }
      : { doe: "nieuw", wie: "zelfstandige" };
  return `/loket?${new URLSearchParams(query)}`;
}

interface PartProps extends ResultPageProps {
  readonly guided: boolean;
  readonly premiumName: string;
}

function Chart({ page, simulation, chosen, guided, premiumName }: PartProps) {
  const { language } = page;
  const text = simulatorText(language);
  const { quarters } = simulation;
  const [first] = quarters;
  const last = quarters.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <StaircaseChart
      language={language}
      title={text.chartTitle(quarters.length)}
      description={text.chartDescription(formatEuro(first.total, language), formatEuro(last.total, language))}
      columns={quarters.map((one) => ({
        quarter: one.quarter,
        parts: guided ? [one.premium, one.guidance] : [one.premium],
        plateau: `${formatValue(one.percentage, "%", language)}|${one.guidance}`,
      }))}
      chosen={quarters.indexOf(chosen)}
      names={guided ? [premiumName, text.guidancePremium] : [premiumName]}
    />
  );
}

/** What must be known about later quarters, each thing once. */
function Notes({ language, simulation }: { readonly law: Law; readonly language: Language; readonly simulation: Term }) {
  const text = simulatorText(language);
  const seen = new Map<string, { quarter: Quarter; message: string }>();
  for (const one of simulation.quarters) {
    for (const note of one.notes) {
      if (!seen.has(note.id)) seen.set(note.id, { quarter: one.quarter, message: pick(note.message, language) });
    }
  }
  if (seen.size === 0) return null;
  return (
    <div class="mw-note">
      {[...seen].map(([id, note]) => (
        <p>{id === "ggmmi.carriedForward" ? text.carriedForward(formatQuarter(note.quarter, language)) : note.message}</p>
      ))}
    </div>
  );
}

function Quarters({ page, simulated, simulation, chosen, address, guided, premiumName }: PartProps) {
  const { language } = page;
  const text = simulatorText(language);
  const employer = simulated.scheme === "employer";
  const columns: Column[] = [
    { key: "quarter", title: text.quarter },
    { key: "percentage", title: text.percentageColumn, number: true },
    { key: "base", title: employer ? text.cap : text.base, number: true },
    { key: "premium", title: premiumName, number: true },
    ...(guided
      ? [
          { key: "guidance", title: text.guidancePremium, number: true },
          { key: "total", title: text.total, number: true },
        ]
      : []),
  ];
  const link = (one: SimulatedQuarter, amount: number, toon: string) => (
    <a href={`${address({ kwartaal: one.quarter, toon })}#berekening`}>
      {formatEuro(cents(amount), language)}
      <span class="au-u-hidden-visually">{text.stepsOf(formatQuarter(one.quarter, language))}</span>
    </a>
  );
  const sum = (of: (one: SimulatedQuarter) => number) =>
    formatEuro(cents(simulation.quarters.reduce((total, one) => total + of(one), 0)), language);
  return (
    <Table
      caption={text.tableCaption}
      columns={columns}
      rows={[
        ...simulation.quarters.map((one) => ({
          current: one.quarter === chosen.quarter,
          cells: {
            quarter: formatQuarter(one.quarter, language),
            percentage: formatValue(one.percentage, "%", language),
            base: formatMoneyText(twoDecimals(one.base), language),
            premium: link(one, one.premium, "loonpremie"),
            guidance: link(one, one.guidance, "begeleidingspremie"),
            total: formatEuro(one.total, language),
          },
        })),
        {
          total: true,
          cells: {
            quarter: text.allTogether,
            percentage: "",
            base: "",
            premium: sum((one) => one.premium),
            guidance: sum((one) => one.guidance),
            total: sum((one) => one.total),
          },
        },
      ]}
    />
  );
}

function twoDecimals(text: string): string {
  const rounded = toDecimal(ratioFromDecimal(text), 2);
  const [whole = "0", decimals = ""] = rounded.split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}
