// What each quarter of a grant pays, each amount with its steps: the same for who applied and for who decides.
import type { GrantQuarter } from "../../../counter/index.ts";
import { cents, formatEuro, formatQuarter, parseEuro, type Quarter } from "../../../kernel/index.ts";
import { formatValue, type Law, type StepLine, stepViews } from "../../../law/index.ts";
import { Steps } from "../../amount/steps.tsx";
import { Unfold } from "../../amount/unfold.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { applicantText } from "../../text/applicant.ts";
import { simulatorText } from "../../text/simulator.ts";
import { openPointPath } from "../law/paths.ts";

export interface QuarterAmountsProps {
  readonly page: Page;
  readonly law: Law;
  /** Whether it is the premium of a self-employed person. */
  readonly self: boolean;
  readonly guided: boolean;
  readonly quarters: readonly GrantQuarter[];
  /** The quarter whose steps stand open. */
  readonly open: Quarter | null;
  readonly title: string;
  readonly lead: string;
  /** Where the steps of a quarter stand open; null where they cannot be shown. */
  readonly stepsHref: ((quarter: Quarter) => string) | null;
}

export function QuarterAmounts({
  page,
  law,
  self,
  guided: withGuide,
  quarters,
  open,
  title,
  lead,
  stepsHref,
}: QuarterAmountsProps) {
  const { language } = page;
  const text = applicantText(language);
  const words = simulatorText(language);
  const guided = withGuide && !self;
  const shown = quarters.find((one) => one.quarter === open && one.state === "CALCULATED");
  const sum = (one: GrantQuarter, name: string): number | null =>
    one.state !== "CALCULATED"
      ? null
      : one.outcomes.reduce((total, outcome) => {
          const amount = (outcome as unknown as Readonly<Record<string, string>>)[name];
          const parsed = amount === undefined ? null : parseEuro(amount);
          return total + (parsed?.ok === true ? parsed.value : 0);
        }, 0);
  const money = (one: GrantQuarter, name: string) => {
    const amount = sum(one, name);
    return amount === null ? "" : formatEuro(cents(amount), language);
  };
  const premium = self ? "supportPremium" : "wagePremium";
  const premiumName = self ? words.supportPremium : words.wagePremium;
  return (
    <section class="mw-section" id="bedragen">
      <h2 class="au-c-heading au-c-heading--2">{title}</h2>
      <p>{lead}</p>
      {shown === undefined ? null : (
        <div class="mw-flow" id="stappen">
          <h3 class="au-c-heading au-c-heading--3">{text.stepsOf(formatQuarter(shown.quarter, language))}</h3>
          <div>
            {shown.outcomes.map((outcome) => {
              const steps: readonly StepLine[] = ("steps" in outcome ? outcome.steps : undefined) ?? [];
              const of = (name: string) => {
                const parsed = parseEuro((outcome as unknown as Readonly<Record<string, string>>)[name] ?? "0.00");
                return formatEuro(parsed.ok ? parsed.value : cents(0), language);
              };
              const href = (id: string) => openPointPath(language, id);
              return (
                <>
                  <Unfold name={premiumName} amount={of(premium)} open>
                    <Steps language={language} steps={stepViews(law, steps, premium)} openPointHref={href} />
                  </Unfold>
                  {guided ? (
                    <Unfold name={words.guidancePremium} amount={of("guidancePremium")}>
                      <Steps language={language} steps={stepViews(law, steps, "guidancePremium")} openPointHref={href} />
                    </Unfold>
                  ) : null}
                </>
              );
            })}
          </div>
        </div>
      )}
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: "quarter", title: text.quarter },
          { key: "percentage", title: text.percentage, number: true },
          { key: "premium", title: premiumName, number: true },
          ...(guided
            ? [
                { key: "guidance", title: words.guidancePremium, number: true },
                { key: "total", title: text.total, number: true },
              ]
            : []),
        ]}
        rows={quarters.map((one) => ({
          current: one.quarter === shown?.quarter,
          cells: {
            quarter: formatQuarter(one.quarter, language),
            percentage: percentageOf(one, language),
            premium:
              one.state !== "CALCULATED" ? (
                <span class="mw-quiet">{text[`quarter${one.state}`]}</span>
              ) : stepsHref === null ? (
                money(one, premium)
              ) : (
                <a href={stepsHref(one.quarter)}>
                  {money(one, premium)}
                  <span class="au-u-hidden-visually"> {text.showSteps(formatQuarter(one.quarter, language))}</span>
                </a>
              ),
            guidance: money(one, "guidancePremium"),
            total: money(one, "total"),
          },
        }))}
      />
    </section>
  );
}

function percentageOf(one: GrantQuarter, language: Page["language"]): string {
  const [outcome] = one.outcomes;
  return outcome !== undefined && "percentage" in outcome ? formatValue(outcome.percentage, "%", language) : "";
}
