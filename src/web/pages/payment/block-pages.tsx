// Payment blocks as they are read: the list, a new one, and one with its steps and what can be done.
import type { NamedBeneficiary, OpenedBlock } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, formatIban, isIban } from "../../../kernel/index.ts";
import type { Block, BlockKind, StoredBlockStep } from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { ButtonLink, SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, errorOf, euros, Frame, momentText } from "./frame.tsx";

export const KINDS: readonly BlockKind[] = ["SEIZURE", "ASSIGNMENT", "BANKRUPTCY", "DEATH"];

const FIELDS = ["number", "kind", "from", "mostCents", "payeeName", "payeeIban", "reason", "lastDay"];

export interface Filled {
  /** Of the block to be: a double click sets one. */
  readonly ref: string;
  readonly number: string;
  readonly kind: string;
  readonly from: string;
  readonly most: string;
  readonly payeeName: string;
  readonly payeeIban: string;
  readonly reason: string;
}

interface ListProps {
  readonly page: Page;
  readonly found: readonly Block[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly mayAdd: boolean;
}

const mostText = ({ mostCents }: Block) => (mostCents === null ? "alles" : `hoogstens ${euros(mostCents)}`);

export function ListPage({ page, found, names, mayAdd }: ListProps) {
  return (
    <Frame page={page} title={t.pages.blocks}>
      <p class="mw-form-lead">
        Een blokkering houdt geld hier tegen, of stuurt het naar iemand anders. Gaat het naar iemand anders, dan zijn er twee
        personen nodig, bij het zetten en bij het opheffen. Zolang de tweede niet keek, wacht het geld.
      </p>
      {mayAdd ? (
        <p class="mw-actions">
          <ButtonLink href={at("/blokkering/nieuw")}>Blokkering toevoegen</ButtonLink>
        </p>
      ) : null}
      {found.length === 0 ? (
        <Empty title="Geen blokkeringen">
          <p>Alle betalingen gaan naar wie de premie krijgt.</p>
        </Empty>
      ) : (
        <Table
          caption="Blokkeringen, nieuwste eerst"
          captionHidden
          columns={[
            { key: "who", title: "Van wie" },
            { key: "kind", title: "Soort" },
            { key: "stage", title: "Toestand" },
            { key: "from", title: "Vanaf" },
            { key: "most", title: "Hoeveel" },
            { key: "held", title: "Wacht hier", number: true },
          ]}
          rows={found.map((one) => ({
            cells: {
              who: <a href={at(`/blokkering/${one.blockRef}`)}>{names.get(one.beneficiary.ref)?.name ?? "?"}</a>,
              kind: t.blockKinds[one.kind],
              stage: t.blockStages[one.stage],
              from: formatDate(one.from, "nl"),
              most: mostText(one),
              held: euros(one.heldCents),
            },
          }))}
        />
      )}
    </Frame>
  );
}

const BACK = { href: at("/blokkeringen"), label: t.pages.blocks };

export function NewPage({
  page,
  filled,
  reasons,
}: {
  readonly page: Page;
  readonly filled: Filled;
  readonly reasons: readonly Reason[];
}) {
  const field = (name: string) => ({ language: "nl" as const, name, error: errorOf(reasons, name) });
  return (
    <Frame page={page} title="Blokkering toevoegen" crumbs={[BACK]} reasons={reasons} fields={FIELDS}>
      <form method="post" action={at("/blokkering/nieuw")} class="mw-form">
        <FormKey page={page} />
        <input type="hidden" name="ref" value={filled.ref} />
        <TextField
          {...field("number")}
          kind="words"
          label="Ondernemingsnummer, of rijksregisternummer van een zelfstandige"
          value={filled.number}
        />
        <ChoiceField
          {...field("kind")}
          label="Soort"
          value={filled.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: t.blockKinds[kind] ?? kind }))}
        />
        <TextField {...field("from")} kind="date" label="Eerste dag" hint="Bijvoorbeeld 1/12/2026" value={filled.from} />
        <TextField
          {...field("mostCents")}
          kind="amount"
          before="€"
          label="Hoogste bedrag in euro"
          hint="Leeg: alles wat betaald zou worden."
          value={filled.most}
        />
        <TextField
          {...field("payeeName")}
          kind="words"
          label="Wie het geld krijgt"
          hint="Leeg: het geld wacht hier. Vult u dit in, dan moet een andere persoon bevestigen."
          value={filled.payeeName}
        />
        <TextField {...field("payeeIban")} kind="words" label="Rekeningnummer van wie het geld krijgt" value={filled.payeeIban} />
        <AreaField
          {...field("reason")}
          label="Reden en stuk"
          hint="Bijvoorbeeld het nummer van het exploot. Dit blijft verzegeld bij de begunstigde."
          rows={4}
          value={filled.reason}
        />
        <p class="mw-actions">
          <SubmitButton>Blokkering zetten</SubmitButton>
          <a href={at("/blokkeringen")}>Niet doen</a>
        </p>
      </form>
    </Frame>
  );
}

interface BlockProps {
  readonly page: Page;
  readonly opened: OpenedBlock;
  readonly named: NamedBeneficiary;
  readonly reasons: readonly Reason[];
  readonly mayPropose: boolean;
  readonly mayConfirm: boolean;
  readonly me: string;
  readonly done: string;
}

const DONE: Readonly<Record<string, string>> = {
  gezet: "De blokkering is vastgelegd",
  bevestigen: "De blokkering is bevestigd",
  weigeren: "De blokkering is geweigerd",
  opheffen: "Het opheffen is vastgelegd",
  "opheffing-bevestigen": "De blokkering is opgeheven",
  behouden: "De blokkering blijft",
};

export function BlockPage(props: BlockProps) {
  const { page, opened, named, reasons, done } = props;
  const { block, payee, steps, reasons: written } = opened;
  return (
    <Frame page={page} title={`${t.blockKinds[block.kind]} ${named.name}`} crumbs={[BACK]} reasons={reasons} fields={FIELDS}>
      {DONE[done] === undefined || reasons.length > 0 ? null : <Alert kind="success" title={DONE[done]} />}
      <p class="mw-lead">{t.blockStages[block.stage]}.</p>
      <SummaryList
        rows={[
          { name: "Van wie", value: named.number === null ? named.name : `${named.name} (${named.number})` },
          { name: "Vanaf", value: formatDate(block.from, "nl") },
          ...(block.lastDay === null ? [] : [{ name: "Tot en met", value: formatDate(block.lastDay, "nl") }]),
          { name: "Hoeveel", value: mostText(block) },
          {
            name: "Het geld",
            value:
              payee === null
                ? "Wacht hier"
                : `Gaat naar ${payee.name}, ${isIban(payee.iban) ? formatIban(payee.iban) : payee.iban}`,
          },
          { name: "Wacht nu hier", value: euros(block.heldCents) },
          { name: "Al doorgestuurd", value: euros(block.redirectedCents) },
        ]}
      />
      <Forms {...props} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Wat er gebeurde</h2>
        <ol class="mw-timeline">
          {[...steps].reverse().map((one) => (
            <li>
              <time datetime={one.at}>{momentText(one.at)}</time>
              {sentence(one, written)} <span class="mw-quiet">({one.actor.role})</span>
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

function sentence({ step }: StoredBlockStep, written: ReadonlyMap<string, string>): string {
  const why = "reasonRef" in step ? written.get(step.reasonRef) : undefined;
  const because = why === undefined ? "" : ` Reden: ${why}`;
  switch (step.step) {
    case "SET":
      return `Gezet.${because}`;
    case "CONFIRMED":
      return "Bevestigd door een andere persoon.";
    case "REFUSED":
      return `Geweigerd.${because}`;
    case "LIFT_ASKED":
      return `Opheffing gevraagd vanaf de dag na ${formatDate(step.lastDay, "nl")}.${because}`;
    case "LIFTED":
      return `Opgeheven; laatste dag ${formatDate(step.lastDay, "nl")}.`;
    case "USED":
      return { HELD: "Tegengehouden", REDIRECTED: "Doorgestuurd", RELEASED: "Vrijgegeven" }[step.how].concat(
        `: ${euros(step.cents)}.`,
      );
  }
}

function Forms({ page, opened, reasons, mayPropose, mayConfirm, me }: BlockProps) {
  const { block } = opened;
  const to = (path: string) => at(`/blokkering/${block.blockRef}${path}`);
  const button = (path: string, label: string, secondary = false) => (
    <form method="post" action={to(path)}>
      <FormKey page={page} />
      <SubmitButton secondary={secondary}>{label}</SubmitButton>
    </form>
  );
  const waits = block.stage === "PROPOSED" || block.stage === "LIFT_PROPOSED";
  const own = (block.stage === "PROPOSED" ? block.setBy : block.liftAskedBy)?.ref === me;
  if (!waits && !(block.stage === "IN_FORCE" && mayPropose)) return null;
  return (
    <section class="mw-section mw-flow mw-hide-print">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {waits && !mayConfirm ? <p>Een goedkeurder kijkt dit na.</p> : null}
      {waits && mayConfirm && own ? <p>U vroeg dit zelf. Een andere persoon moet bevestigen.</p> : null}
      {block.stage === "PROPOSED" && mayConfirm && !own ? (
        <>
          <p>Vergelijk naam en rekening met het stuk. Na uw bevestiging gaat het geld naar die rekening.</p>
          {button("/bevestigen", "Bevestigen")}
          <form method="post" action={to("/weigeren")} class="mw-form">
            <FormKey page={page} />
            <AreaField
              language="nl"
              name="reason"
              label="Waarom weigert u?"
              rows={3}
              value=""
              error={errorOf(reasons, "reason")}
            />
            <p class="mw-actions">
              <SubmitButton secondary>Weigeren</SubmitButton>
            </p>
          </form>
        </>
      ) : null}
      {block.stage === "LIFT_PROPOSED" && mayConfirm && !own ? (
        <div class="mw-actions">
          {button("/opheffing-bevestigen", "Opheffing bevestigen")}
          {button("/behouden", "Blokkering behouden", true)}
        </div>
      ) : null}
      {block.stage === "IN_FORCE" && mayPropose ? (
        <form method="post" action={to("/opheffen")} class="mw-form">
          <FormKey page={page} />
          <TextField
            language="nl"
            name="lastDay"
            kind="date"
            label="Laatste dag van de blokkering"
            hint={block.payeeRef === null ? "Wat hier wacht, wordt daarna betaald." : "Een andere persoon moet bevestigen."}
            value=""
            error={errorOf(reasons, "lastDay")}
          />
          <AreaField language="nl" name="reason" label="Waarom?" rows={3} value="" error={errorOf(reasons, "reason")} />
          <p class="mw-actions">
            <SubmitButton secondary>Opheffen</SubmitButton>
          </p>
        </form>
      ) : null}
    </section>
  );
}
