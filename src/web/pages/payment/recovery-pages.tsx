// Recoveries as they are read: the list, and one with its plan, its steps and what can be done.
import type { NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, type PlainDate } from "../../../kernel/index.ts";
import {
  overdueCents,
  type Recovery,
  type RecoveryManner,
  type RecoveryTerms,
  recoveryStage,
  type StoredRecoveryStep,
} from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, errorOf, euros, Frame, momentText } from "./frame.tsx";
import { type Filled, MANNERS, openOf } from "./recovery-input.ts";

interface ListProps {
  readonly page: Page;
  /** Those proposed last, and those of which a part should have come back. */
  readonly latest: readonly Recovery[];
  readonly overdue: readonly Recovery[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly wished: string;
  readonly today: PlainDate;
}

/** As the address names recoveries with a part that is late. */
export const LATE = "TE_LAAT";

export function ListPage({ page, latest, overdue, names, wished, today }: ListProps) {
  const stages = ["PROPOSED", "RUNNING", "CLOSED"] as const;
  const found = latest;
  const shown = wished === LATE ? overdue : found.filter((one) => wished === "" || recoveryStage(one) === wished);
  const here = at("/terugvorderingen");
  return (
    <Frame page={page} title={t.pages.recoveries}>
      <p class="mw-form-lead">
        Een terugvordering komt voort uit het verschil van twee berekeningen. De wet zegt niets over termijnen, intrest of
        verjaring (OPEN-23): er gebeurt niets zonder een persoon en een reden, en zonder intrest.
      </p>
      <nav aria-label="Filter op toestand">
        <ul class="mw-stages-filter">
          <li>
            <a href={here} aria-current={wished === "" ? "true" : undefined}>
              Alle ({found.length})
            </a>
          </li>
          {stages.map((stage) => (
            <li>
              <a href={`${here}?toestand=${stage}`} aria-current={wished === stage ? "true" : undefined}>
                {t.recoveryStages[stage]} ({found.filter((one) => recoveryStage(one) === stage).length})
              </a>
            </li>
          ))}
          <li>
            <a href={`${here}?toestand=${LATE}`} aria-current={wished === LATE ? "true" : undefined}>
              Te laat ({overdue.length})
            </a>
          </li>
        </ul>
      </nav>
      {shown.length === 0 ? (
        <Empty title={wished === LATE ? "Niets te laat" : "Geen terugvorderingen"}>
          <p>
            {wished === LATE
              ? "Wat tegen vandaag moest terugkomen, kwam terug."
              : "Ze komen hier nadat ze bij een geboekte berekening zijn voorgesteld."}
          </p>
        </Empty>
      ) : (
        <Table
          caption="Terugvorderingen"
          captionHidden
          columns={[
            { key: "who", title: "Van wie" },
            { key: "stage", title: "Toestand" },
            { key: "how", title: "Hoe" },
            { key: "cents", title: "Bedrag", number: true },
            { key: "open", title: "Nog open", number: true },
            { key: "late", title: "Waarvan te laat", number: true },
          ]}
          rows={shown.map((one) => ({
            cells: {
              who: <a href={at(`/terugvordering/${one.recoveryRef}`)}>{names.get(one.beneficiary.ref)?.name ?? "?"}</a>,
              stage: t.recoveryStages[recoveryStage(one)],
              how: one.how === null ? "" : t.manners[one.how.manner],
              cents: euros(one.cents),
              open: euros(openOf(one)),
              late: overdueCents(one, today) === 0 ? "" : euros(overdueCents(one, today)),
            },
          }))}
        />
      )}
    </Frame>
  );
}

interface RecoveryProps {
  readonly page: Page;
  readonly recovery: Recovery;
  readonly steps: readonly StoredRecoveryStep[];
  readonly named: NamedBeneficiary;
  readonly reasons: readonly Reason[];
  readonly filled: Filled;
  readonly mayDecide: boolean;
  readonly maySettle: boolean;
  readonly own: boolean;
  readonly done: string;
  readonly today: PlainDate;
  readonly terms: RecoveryTerms;
}

const DONE: Readonly<Record<string, string>> = {
  beslist: "Uw beslissing is vastgelegd",
  ontvangen: "De ontvangst is vastgelegd",
  kwijtgescholden: "De kwijtschelding is vastgelegd",
};

export function RecoveryPage(props: RecoveryProps) {
  const { page, recovery, named, reasons, done } = props;
  const stage = recoveryStage(recovery);
  const late = overdueCents(recovery, props.today);
  return (
    <Frame
      page={page}
      title={`Terugvordering ${named.name}`}
      crumbs={[{ href: at("/terugvorderingen"), label: t.pages.recoveries }]}
      reasons={reasons}
      fields={["manner", "months", "first", "amount", "reference", "reason"]}
    >
      {DONE[done] === undefined || reasons.length > 0 ? null : <Alert kind="success" title={DONE[done]} />}
      <p class="mw-lead">
        {t.recoveryStages[stage]}. {stage === "CLOSED" ? "Er staat niets meer open." : `Nog open: ${euros(openOf(recovery))}.`}
      </p>
      <SummaryList
        rows={[
          { name: "Van wie", value: named.number === null ? named.name : `${named.name} (${named.number})` },
          { name: "Te veel betaald", value: euros(recovery.cents) },
          { name: "Teruggekomen", value: euros(recovery.settledCents) },
          { name: "Kwijtgescholden", value: euros(recovery.waivedCents) },
          {
            name: "Uit berekening",
            value: <a href={at(`/run/${recovery.runRef}/regels?soort=correction`)}>correcties met hun oorzaak</a>,
          },
          ...(recovery.how === null ? [] : [{ name: "Hoe", value: t.manners[recovery.how.manner] ?? "" }]),
          ...(late === 0 ? [] : [{ name: "Te laat", value: euros(late) }]),
          { name: "Voorwaarden (OPEN-23)", value: termsText(props.terms) },
        ]}
      />
      {recovery.how?.manner === "INSTALMENTS" ? <Plan recovery={recovery} plan={recovery.how.plan} today={props.today} /> : null}
      <Forms {...props} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Wat er gebeurde</h2>
        <ol class="mw-timeline">
          {[...props.steps].reverse().map((one) => (
            <li>
              <time datetime={one.at}>{momentText(one.at)}</time>
              {sentence(one)} <span class="mw-quiet">({one.actor.role})</span>
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

/** What the law says, and what it leaves to who decides. */
function termsText({ maxInstalments, interest, limitationYears }: RecoveryTerms): string {
  if (maxInstalments === null && interest === null && limitationYears === null)
    return "De wet zegt niets over termijnen, intrest of verjaring.";
  return [
    maxInstalments === null ? "Geen grootste aantal termijnen." : `Hoogstens ${maxInstalments} termijnen.`,
    interest === null ? "Geen intrest." : "De wet noemt intrest; geen regel zegt hoe die loopt, pas ze zelf toe.",
    limitationYears === null
      ? "Geen verjaringstermijn."
      : `Verjaring na ${limitationYears} jaar; geen regel zegt vanaf welke dag, kijk dat zelf na.`,
  ].join(" ");
}

function sentence({ step }: StoredRecoveryStep): string {
  switch (step.step) {
    case "PROPOSED":
      return `Voorgesteld: ${euros(step.cents)}.`;
    case "DECIDED":
      return `Beslist: ${t.manners[step.how.manner]?.toLowerCase()}. Reden: ${step.reason}`;
    case "SETTLED":
      return step.by === "SET_OFF"
        ? `Ingehouden op een betaling: ${euros(step.cents)}.`
        : `Ontvangen: ${euros(step.cents)} (${step.ref}).`;
    case "WAIVED":
      return `Kwijtgescholden: ${euros(step.cents)}. Reden: ${step.reason}`;
  }
}

function Plan({
  recovery,
  plan,
  today,
}: {
  readonly recovery: Recovery;
  readonly plan: Extract<RecoveryManner, { manner: "INSTALMENTS" }>["plan"];
  readonly today: PlainDate;
}) {
  // Money that came back pays the oldest instalments first.
  let left = recovery.settledCents + recovery.waivedCents;
  const rows = plan.map((part) => {
    const paid = Math.min(left, part.cents);
    left -= paid;
    return { ...part, open: part.cents - paid };
  });
  const state = (row: (typeof rows)[number]) => (row.open === 0 ? "Betaald" : row.dueOn < today ? "Te laat" : "Nog te betalen");
  return (
    <section class="mw-section">
      <h2 class="au-c-heading au-c-heading--2">Termijnen</h2>
      <Table
        caption="Afbetalingsplan"
        captionHidden
        columns={[
          { key: "due", title: "Ten laatste op" },
          { key: "state", title: "Toestand" },
          { key: "cents", title: "Bedrag", number: true },
          { key: "open", title: "Nog open", number: true },
        ]}
        rows={rows.map((row) => ({
          cells: { due: formatDate(row.dueOn, "nl"), state: state(row), cents: euros(row.cents), open: euros(row.open) },
        }))}
      />
    </section>
  );
}

function Forms({ page, recovery, reasons, filled, mayDecide, maySettle, own }: RecoveryProps) {
  const stage = recoveryStage(recovery);
  const to = (path: string) => at(`/terugvordering/${recovery.recoveryRef}${path}`);
  if (stage === "CLOSED") return null;
  return (
    <section class="mw-section mw-flow mw-hide-print">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {mayDecide && own ? <p>U stelde deze terugvordering voor. Een andere persoon beslist erover.</p> : null}
      {!mayDecide && stage === "PROPOSED" ? <p>Een goedkeurder beslist nu.</p> : null}
      {mayDecide && !own ? (
        <form method="post" action={to("/beslissen")} class="mw-form">
          <FormKey page={page} />
          <ChoiceField
            language="nl"
            name="manner"
            label={stage === "PROPOSED" ? "Hoe vordert u terug?" : "Beslis opnieuw hoe u terugvordert"}
            value={filled.manner}
            error={errorOf(reasons, "manner")}
            choices={MANNERS.map((manner) => ({ value: manner, label: t.manners[manner] ?? manner }))}
          />
          <TextField
            language="nl"
            name="months"
            kind="share"
            label="Aantal maandelijkse termijnen"
            hint="Alleen bij afbetalen. De centen die niet opgaan, zitten in de eerste termijn."
            value={filled.months}
            error={errorOf(reasons, "months")}
          />
          <TextField
            language="nl"
            name="first"
            kind="date"
            label="Eerste betaling ten laatste op"
            hint="Leeg: de eerste dag van volgende maand."
            value={filled.first}
            error={errorOf(reasons, "first")}
          />
          <AreaField
            language="nl"
            name="reason"
            label="Reden"
            rows={3}
            value={filled.reason}
            error={errorOf(reasons, "reason")}
          />
          <p class="mw-actions">
            <SubmitButton>Beslissing vastleggen</SubmitButton>
          </p>
        </form>
      ) : null}
      {maySettle && stage === "RUNNING" ? (
        <form method="post" action={to("/ontvangen")} class="mw-form">
          <FormKey page={page} />
          <h3 class="au-c-heading au-c-heading--3">Ontvangen geld boeken</h3>
          <TextField
            language="nl"
            name="amount"
            kind="amount"
            before="€"
            label="Bedrag in euro"
            value={filled.amount}
            error={errorOf(reasons, "amount")}
          />
          <TextField
            language="nl"
            name="reference"
            kind="words"
            label="Referentie van de bankbeweging"
            value={filled.reference}
            error={errorOf(reasons, "reference")}
          />
          <p class="mw-actions">
            <SubmitButton>Ontvangst boeken</SubmitButton>
          </p>
        </form>
      ) : null}
      {mayDecide && !own && stage === "RUNNING" ? (
        <form method="post" action={to("/kwijtschelden")} class="mw-form">
          <FormKey page={page} />
          <h3 class="au-c-heading au-c-heading--3">Een deel kwijtschelden</h3>
          <label class="mw-label" for="waive">
            Bedrag in euro
          </label>
          <div class="mw-input-line">
            <input
              class="au-c-input mw-input--amount"
              id="waive"
              name="amount"
              type="text"
              inputmode="decimal"
              autocomplete="off"
            />
          </div>
          <label class="mw-label" for="waive-reason">
            Reden
          </label>
          <div class="mw-input-line">
            <textarea class="mw-area" id="waive-reason" name="reason" rows={3} maxlength={5000} />
          </div>
          <p class="mw-actions">
            <SubmitButton secondary>Kwijtschelden</SubmitButton>
          </p>
        </form>
      ) : null}
    </section>
  );
}
