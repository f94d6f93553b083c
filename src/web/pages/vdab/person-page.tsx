// A person's file at VDAB: what stands open and what can be done, tickets, findings with their evidence, and what happened.

import type { Child } from "hono/jsx";
import { isRole, roleTitles } from "../../../access/index.ts";
import type { LetterLine } from "../../../counter/index.ts";
import { type AdviceText, labelOfEvidence, noteOf, type OpenedPerson } from "../../../counter/index.ts";
import { type IcfAdvices, type Indication, indicationStage, isValidOn, lastDayOf, type Ticket } from "../../../dossier/index.ts";
import { formatDate, formatInsz, isInsz, type PlainDate } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { nameOf } from "../../text/vdab.ts";
import { DocumentList } from "../letters/document-list.tsx";
import { personHistory } from "../person/history.ts";
import { fullName, type InPerson, VDAB_PATH, vdabCrumbs } from "./tools.tsx";

export interface PersonPageProps extends InPerson {
  readonly today: PlainDate;
  readonly done: string | null;
  /** A collective ticket that still waits for its double ticket. */
  readonly catchUp: { readonly examination: boolean } | null;
  readonly vop: boolean;
  readonly mayRecord: boolean;
  /** Whether a review may be entered: the secretary does, who records no finding. */
  readonly mayReview: boolean;
  readonly documents: readonly LetterLine[];
}

export function PersonFilePage(props: PersonPageProps) {
  const { page, person, done, today } = props;
  const { state } = person;
  const name = fullName(person.name);
  const tickets = Object.values(state.tickets).sort((a, b) => (a.grantedOn < b.grantedOn ? 1 : -1));
  const indications = Object.values(state.indications).sort((a, b) => (a.requestedOn < b.requestedOn ? 1 : -1));
  return (
    <Layout page={page} title={name} crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{name}</h1>
      <p class="mw-quiet">
        {isInsz(person.insz) ? <span class="mw-id">{formatInsz(person.insz)}</span> : null}
        {person.bornOn === null ? "" : ` geboren op ${formatDate(person.bornOn, "nl")}`}
      </p>
      {done === null ? null : <Alert kind="success" title={done} />}
      <Doing {...props} indications={indications} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Tickets</h2>
        {tickets.length === 0 ? (
          <Empty title="Nog geen tickets">
            <p>Een ticket komt er door een beslissing over een aanvraag.</p>
          </Empty>
        ) : (
          <TicketTable tickets={tickets} today={today} />
        )}
      </section>
      {indications.map((indication) => (
        <IndicationPart {...props} indication={indication} />
      ))}
      <DocumentList language="nl" documents={props.documents} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Wat er gebeurde</h2>
        <ol class="mw-timeline">
          {personHistory(person, "nl").map((line) => (
            <li>
              <time datetime={line.on}>{formatDate(line.on, "nl")}</time>
              {line.sentence} <span class="mw-quiet">({isRole(line.by) ? roleTitles[line.by].nl : line.by})</span>
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  );
}

function TicketTable({ tickets, today }: { readonly tickets: readonly Ticket[]; readonly today: PlainDate }) {
  return (
    <Table
      caption="Alle tickets, het laatste eerst"
      captionHidden
      columns={[
        { key: "type", title: "Ticket" },
        { key: "package", title: "Pakket" },
        { key: "guidance", title: "Begeleiding" },
        { key: "valid", title: "Geldig" },
        { key: "origin", title: "Hoe" },
      ]}
      rows={tickets.map((ticket) => ({
        cells: {
          type: (
            <>
              {nameOf(ticket.type)} {isValidOn(ticket, today) ? null : <span class="mw-quiet">(niet geldig vandaag)</span>}
            </>
          ),
          package: ticket.percentage === null ? nameOf(ticket.package) : `${ticket.percentage} %`,
          guidance: nameOf(ticket.guidanceNeed),
          valid: `${formatDate(ticket.validFrom, "nl")} tot en met ${formatDate(lastDayOf(ticket), "nl")}`,
          origin: `${nameOf(ticket.origin)}${ticket.motivation === null ? "" : ", met afwijking"}`,
        },
      }))}
    />
  );
}

function Doing(props: PersonPageProps & { readonly indications: readonly Indication[] }) {
  const { person, at, indications, catchUp, vop, mayRecord } = props;
  const { reviews, advices } = person.state;
  const open = indications.filter((one) => indicationStage(one) === "PENDING" && one.measure !== "AMA");
  const running = Object.values(reviews).filter((one) => one.decidedOn === null);
  const waiting = Object.values(advices).filter((one) => one.handledOn === null);
  return (
    <section class="mw-section mw-flow" id="doen">
      <h2 class="au-c-heading au-c-heading--2">Wat er openstaat</h2>
      {open.length + running.length + waiting.length === 0 ? <p>Er wacht nu niets op VDAB.</p> : null}
      {open.map((one) => (
        <div>
          <p>
            Aanvraag voor {nameOf(one.measure)} van {formatDate(one.requestedOn, "nl")}, {nameOf(one.path)}.
          </p>
          {mayRecord ? (
            <p class="mw-actions">
              <ButtonLink href={at(`/indicering/${one.indicationRef}`)}>Vaststelling invoeren</ButtonLink>
              <a href={at(`/indicering/${one.indicationRef}/bewijs`)}>Bewijsstuk toevoegen</a>
            </p>
          ) : null}
        </div>
      ))}
      {running.map((one) => (
        <p>
          <a href={`${VDAB_PATH}/heroverwegingen/${person.personRef}/${one.reviewRef}`}>
            Heroverweging, gevraagd op {formatDate(one.requestedOn, "nl")}
          </a>
          : uiterlijk {formatDate(one.boardBy ?? one.committeeBy, "nl")}.
        </p>
      ))}
      {waiting.map((one) => (
        <AdvicePart advice={one} person={person} at={at} mayRecord={mayRecord} />
      ))}
      {mayRecord ? (
        <ul>
          <li>
            <a href={at("/aanvraag")}>Nieuwe aanvraag invoeren</a>
          </li>
          {catchUp === null ? null : (
            <li>
              <a href={at("/dubbelticket")}>Dubbelticket geven (inhaalbeweging)</a>
              {catchUp.examination ? ": na een nieuw onderzoek (IND-16)" : ""}
            </li>
          )}
          {vop ? (
            <li>
              <a href={at("/vop")}>Recht op VOP omzetten (IND-17)</a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}

function AdvicePart(props: { advice: IcfAdvices[string]; person: OpenedPerson; at: InPerson["at"]; mayRecord: boolean }) {
  const { advice, person, at, mayRecord } = props;
  const content = person.written.get(advice.advice) as AdviceText | undefined;
  return (
    <div class="mw-note">
      <p>
        <strong>ICF-advies van {formatDate(advice.advisedOn, "nl")}</strong>, van organisatie{" "}
        {content?.organisation ?? "onbekend"}.
      </p>
      <Written text={content?.text ?? null} />
      {mayRecord ? (
        <p class="mw-actions">
          <ButtonLink secondary href={at(`/advies/${advice.adviceRef}`)}>
            Advies behandelen
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

function IndicationPart(props: PersonPageProps & { readonly indication: Indication }) {
  const { person, at, indication, mayReview } = props;
  const { finding, criteria, evidence, decidedOn } = indication;
  const note = [...person.written.values()].find(
    (one) => (one as { indicationRef?: string }).indicationRef === indication.indicationRef,
  ) as { text?: string } | undefined;
  const underReview = Object.values(person.state.reviews).some(
    (one) => one.subjectRef === indication.indicationRef && one.decidedOn === null,
  );
  const rows: { name: Child; value: Child }[] = [
    { name: "Gevraagd op", value: formatDate(indication.requestedOn, "nl") },
    ...(note?.text === undefined ? [] : [{ name: "Wat de persoon vertelt", value: note.text }]),
    ...(decidedOn === null ? [] : [{ name: "Beslist op", value: formatDate(decidedOn, "nl") }]),
    ...(criteria === null
      ? []
      : [
          {
            name: "Criteria (OPEN-37)",
            value: `${criteria.met ? "vervuld" : "niet vervuld"}. ${noteOf(person, criteria.motivation) ?? ""}`,
          },
        ]),
    ...(finding === null
      ? []
      : [
          { name: "Rendementsverlies", value: `${finding.productivityLossPct.replace(".", ",")} %` },
          { name: "Bijkomende kosten", value: `${finding.extraCostsPct.replace(".", ",")} %` },
          {
            name: "Begeleiding nodig",
            value: finding.guidanceRequired ? `ja, ${nameOf(finding.guidanceNeed)}` : "nee",
          },
          { name: "Behoefte", value: nameOf(finding.needDuration) },
          { name: "Steunt op", value: nameOf(finding.evidencePath) },
          {
            name: "Vaststelling geldig",
            value: `${formatDate(finding.validFrom, "nl")} tot en met ${formatDate(finding.validUntil, "nl")}`,
          },
        ]),
    ...Object.values(person.state.tickets)
      .filter((one) => one.indicationRef === indication.indicationRef && one.motivation !== null)
      .map((one) => ({ name: "Reden van de afwijking", value: noteOf(person, one.motivation) ?? "gewist" })),
    {
      name: "Bewijsstukken",
      value:
        evidence.length === 0 ? (
          "geen"
        ) : (
          <ul class="mw-filelist">
            {evidence.map((one) => (
              <li>
                <a href={at(`/bewijs/${one.evidence}`)}>{labelOfEvidence(person, one.label)?.name ?? "gewist"}</a>{" "}
                <span class="mw-quiet">{formatDate(one.addedOn, "nl")}</span>
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <section class="mw-section" id={`aanvraag-${indication.indicationRef}`}>
      <h2 class="au-c-heading au-c-heading--2">
        Aanvraag voor {nameOf(indication.measure)}: {STANDS[indication.outcome]}
      </h2>
      <SummaryList rows={rows} />
      {decidedOn === null || underReview || !mayReview ? null : (
        <p>
          <a href={at(`/heroverweging/${indication.indicationRef}`)}>Heroverweging van deze beslissing invoeren</a>
        </p>
      )}
    </section>
  );
}

const STANDS: Readonly<Record<Indication["outcome"], string>> = {
  PENDING: "in behandeling",
  ISSUED: "ticket gegeven",
  REFUSED: "negatief advies",
};

export function Written({ text }: { readonly text: string | null }) {
  if (text === null) return <p class="mw-quiet">De tekst is gewist.</p>;
  return (
    <>
      {text.split(/\n{2,}/).map((part) => (
        <p>{part}</p>
      ))}
    </>
  );
}
