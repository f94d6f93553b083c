// The person's own file: where it stands, the tickets in plain words, the decisions, what happened.

import { isRole, roleTitles } from "../../../access/index.ts";
import type { LetterLine, PersonRight } from "../../../counter/index.ts";
import { labelOfEvidence, lastDayToAsk, noteOf } from "../../../counter/index.ts";
import { type Indication, isValidOn, lastDayOf, type Ticket } from "../../../dossier/index.ts";
import {
  formatDate,
  formatPercent,
  type Language,
  type PlainDate,
  parsePercent,
  pick,
  quarterOf,
} from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList, type SummaryRow } from "../../look/summary-list.tsx";
import { packageHint } from "../../simulator/package-text.ts";
import { SCHEDULED_PACKAGES } from "../../simulator/packages.ts";
import { type PersonText, personText } from "../../text/person.ts";
import { groundText } from "../applicant/ground-text.ts";
import { DocumentList } from "../letters/document-list.tsx";
import { personHistory } from "./history.ts";
import { lawName, typeName } from "./names.ts";
import { OlderRightsOf } from "./older-rights.tsx";
import { personCrumbs, type WithFile } from "./tools.tsx";

export interface OwnPageProps extends WithFile {
  readonly law: Law;
  readonly today: PlainDate;
  readonly done: string | null;
  readonly documents: readonly LetterLine[];
  /** Stretches of time under older measures. */
  readonly rights: readonly PersonRight[];
}

export function OwnPage(props: OwnPageProps) {
  const { page, person, guardian, today, done, to } = props;
  const { language } = page;
  const text = personText(language);
  const { state, name } = person;
  const tickets = Object.values(state.tickets).sort((a, b) => (a.grantedOn < b.grantedOn ? 1 : -1));
  const indications = Object.values(state.indications).sort((a, b) => (a.requestedOn < b.requestedOn ? 1 : -1));
  const title = guardian ? text.titleFor(name === null ? text.erased : `${name.given} ${name.family}`) : text.title;
  return (
    <Layout page={page} title={title} crumbs={personCrumbs(props)}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      {done === null ? null : <Alert kind="success" title={done} />}
      <Where {...props} text={text} indications={indications} />
      <section class="mw-section mw-flow" id="tickets">
        <h2 class="au-c-heading au-c-heading--2">{text.tickets}</h2>
        {tickets.length === 0 ? (
          <Empty title={text.ticketsNone}>
            <p>{text.ticketsNoneBody}</p>
          </Empty>
        ) : (
          tickets.map((ticket) => <TicketPart {...props} text={text} ticket={ticket} />)
        )}
        {tickets.some((ticket) => isValidOn(ticket, today)) ? <p>{text.givesYours}</p> : null}
      </section>
      <OlderRightsOf language={language} rights={props.rights} />
      {indications.some((one) => one.decidedOn !== null) ? (
        <section class="mw-section mw-flow" id="beslissingen">
          <h2 class="au-c-heading au-c-heading--2">{text.decisions}</h2>
          <p class="mw-quiet">{text.onlyVdab}</p>
          {indications.map((one) => (one.decidedOn === null ? null : <Decision {...props} text={text} indication={one} />))}
        </section>
      ) : null}
      <DocumentList language={language} documents={props.documents} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.whoLooked}</h2>
        <p>
          <a href={to("/wie-keek")}>{text.whoLookedLead}</a>
        </p>
      </section>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.history}</h2>
        <ol class="mw-timeline">
          {personHistory(person, language).map((line) => (
            <li>
              <time datetime={line.on}>{formatDate(line.on, language)}</time>
              {line.sentence} <span class="mw-quiet">({isRole(line.by) ? pick(roleTitles[line.by], language) : line.by})</span>
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  );
}

type PartProps = OwnPageProps & { readonly text: PersonText };

function Where({ page, person, to, text, indications }: PartProps & { readonly indications: readonly Indication[] }) {
  const { language } = page;
  const open = indications.filter((one) => one.outcome === "PENDING");
  const running = Object.values(person.state.reviews).filter((one) => one.decidedOn === null);
  return (
    <section class="mw-section mw-flow" id="toestand">
      <h2 class="au-c-heading au-c-heading--2">{text.where}</h2>
      {open.length + running.length === 0 ? <p>{text.nothingWaits}</p> : null}
      {open.map((one) => (
        <div>
          <p class="mw-lead">{text.waiting(typeName(one.measure, language), formatDate(one.requestedOn, language))}</p>
          <p>
            {text.noTerm} <span class="mw-id">OPEN-21</span>
          </p>
          <EvidenceList {...{ person, to, text, indication: one }} />
          <p class="mw-actions">
            <ButtonLink secondary href={to(`/aanvraag/${one.indicationRef}/bewijs`)}>
              {text.addEvidence}
            </ButtonLink>
          </p>
        </div>
      ))}
      {running.map((one) => (
        <p>{text.reviewRuns(formatDate(one.boardBy ?? one.committeeBy, language))}</p>
      ))}
      <p class="mw-actions">
        <ButtonLink href={to("/aanvraag")}>{text.ask}</ButtonLink>
      </p>
    </section>
  );
}

function EvidenceList(props: Pick<PartProps, "person" | "to" | "text"> & { readonly indication: Indication }) {
  const { person, to, text, indication } = props;
  if (indication.evidence.length === 0) return null;
  return (
    <>
      <p>{text.evidence}</p>
      <ul class="mw-filelist">
        {indication.evidence.map((one) => (
          <li>
            <a href={to(`/bewijs/${one.evidence}`)}>{labelOfEvidence(person, one.label)?.name ?? text.erased}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A ticket in plain words: until when, and what it gives, read from the law. */
function TicketPart({ page, law, today, text, ticket }: PartProps & { readonly ticket: Ticket }) {
  const { language } = page;
  const valid = isValidOn(ticket, today);
  return (
    <div class="mw-note">
      <h3 class="au-c-heading au-c-heading--3">
        {text.ticketTitle(typeName(ticket.type, language))} {valid ? null : <span class="mw-quiet">({text.ticketOver})</span>}
      </h3>
      <p>{text.validUntil(formatDate(ticket.validFrom, language), formatDate(lastDayOf(ticket), language))}</p>
      {valid ? <Gives law={law} today={today} text={text} ticket={ticket} language={language} /> : null}
    </div>
  );
}

function Gives(props: { law: Law; today: PlainDate; text: PersonText; ticket: Ticket; language: Language }) {
  const { law, today, text, ticket, language } = props;
  if (ticket.type === "COLLECTIVE") return <p>{text.givesCollective}</p>;
  if (ticket.type !== "INDIVIDUAL") return <p>{text.givesOther}</p>;
  const scheduled = SCHEDULED_PACKAGES.find((one) => one === ticket.package);
  const hint = scheduled === undefined ? "" : packageHint(law, scheduled, quarterOf(today), language);
  return (
    <>
      <p>{text.givesIndividual(hint)}</p>
      {ticket.guidanceNeed === "NONE" ? null : <p>{text.givesGuidance(lawName(ticket.guidanceNeed, language))}</p>}
      <p>{text.givesSelf}</p>
    </>
  );
}

function Decision({ page, person, law, today, to, text, indication }: PartProps & { readonly indication: Indication }) {
  const { language } = page;
  const { finding, criteria, decidedOn, outcome } = indication;
  if (decidedOn === null) return null;
  const refusal = person.history.find(
    (event) => event.type === "TicketRefused" && event.payload.indicationRef === indication.indicationRef,
  );
  const grounds = refusal?.type === "TicketRefused" ? refusal.payload.grounds : [];
  const departures = Object.values(person.state.tickets).filter(
    (one) => one.indicationRef === indication.indicationRef && one.motivation !== null,
  );
  const rows: SummaryRow[] = [
    ...(grounds.length === 0
      ? []
      : [{ name: text.grounds, value: grounds.map((id) => groundText(law, id, language)).join(" ") }]),
    ...(finding === null
      ? []
      : [
          { name: text.loss, value: percent(finding.productivityLossPct, language) },
          { name: text.costs, value: percent(finding.extraCostsPct, language) },
          { name: text.need, value: text[`need${finding.needDuration}`] },
        ]),
    ...(criteria === null
      ? []
      : [
          {
            name: text.criteria,
            value: `${criteria.met ? text.met : text.notMet}. ${noteOf(person, criteria.motivation) ?? ""}`,
          },
        ]),
    ...departures.map((one) => ({ name: text.why, value: noteOf(person, one.motivation) ?? text.erased })),
  ];
  return (
    <div id={`beslissing-${indication.indicationRef}`}>
      <h3 class="au-c-heading au-c-heading--3">
        {text.decidedOn(typeName(indication.measure, language), formatDate(decidedOn, language))}
      </h3>
      <p>{outcome === "ISSUED" ? text.positive : text.negative}</p>
      {rows.length === 0 ? null : <SummaryList rows={rows} />}
      <EvidenceList {...{ person, to, text, indication }} />
      <ReviewLine {...{ law, person, language, text, to, today, decidedOn, indicationRef: indication.indicationRef }} />
    </div>
  );
}

function ReviewLine(
  props: Pick<PartProps, "law" | "person" | "text" | "to" | "today"> & {
    readonly language: Language;
    readonly decidedOn: PlainDate;
    readonly indicationRef: string;
  },
) {
  const { law, person, text, to, today, language, decidedOn, indicationRef } = props;
  const last = lastDayToAsk(law, decidedOn);
  const runs = Object.values(person.state.reviews).some((one) => one.subjectRef === indicationRef);
  if (last === null || runs) return null;
  const lastSaid = formatDate(last, language);
  return (
    <p>
      {today <= last ? text.reviewUntil(formatDate(decidedOn, language), lastSaid) : text.reviewOver(lastSaid)} {text.reviewLater}{" "}
      <a href={to(`/heroverweging/${indicationRef}`)}>{text.askReview}</a>
    </p>
  );
}

function percent(text: string, language: Language): string {
  const parsed = parsePercent(text);
  return parsed.ok ? formatPercent(parsed.value, language) : text;
}
