// One file as the department reads it: where it stands, what is asked of whom by when, what it pays; then checks, work and history.
import type { Child } from "hono/jsx";
import { reachOf } from "../../../access/index.ts";
import {
  type Colleague,
  type DeskAssessment,
  type GrantQuarter,
  type LetterLine,
  type Preview,
  possibleWith,
  textOf,
} from "../../../counter/index.ts";
import { type Check, having, lastDayOf, lastDayOfGrant, type Severity } from "../../../dossier/index.ts";
import {
  formatDate,
  formatEuro,
  formatFraction,
  formatInsz,
  formatKbo,
  formatQuarter,
  isInsz,
  isKbo,
  type PlainDate,
  pick,
  type Quarter,
} from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList, type SummaryRow } from "../../look/summary-list.tsx";
import {
  deadlineWords,
  guidanceWords,
  packageWords,
  premiumWords,
  severityWords,
  situationWords,
  stateWords,
} from "../../text/department.ts";
import { groundText } from "../applicant/ground-text.ts";
import { QuarterAmounts } from "../applicant/quarter-amounts.tsx";
import { DocumentList } from "../letters/document-list.tsx";
import { Evidence, HandlingParts, Timeline } from "./file-parts.tsx";
import { deskCrumbs, filePath, type InFile, whoIn } from "./within.tsx";

export interface FilePageProps extends InFile {
  readonly law: Law;
  readonly today: PlainDate;
  readonly assessment: DeskAssessment | null;
  /** What a decision today would pay; null when there is nothing to decide or no outcome yet. */
  readonly preview: Preview | null;
  readonly deadline: { readonly on: PlainDate; readonly why: keyof typeof deadlineWords } | null;
  /** Of a grant. */
  readonly quarters: readonly GrantQuarter[];
  readonly open: Quarter | null;
  readonly staff: readonly Colleague[];
  readonly documents: readonly LetterLine[];
  /** What just succeeded, or what changed meanwhile. */
  readonly message: { readonly kind: "success" | "warning"; readonly title: string; readonly text?: string } | null;
}

export function FilePage(props: FilePageProps) {
  const { page, file, decides, assessment, message, law } = props;
  const { application, grant } = file.state;
  if (application === null) return null;
  const title = whoIn(file);
  return (
    <Layout page={page} title={`${title}, ${file.number}`} translated={false} crumbs={deskCrumbs(props)}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <p class="mw-quiet">
        <span class="mw-id">{file.number}</span> {premiumWords[application.premiums]}
        {file.firm === null ? ", zelfstandige" : `, ${file.firm.name}`}
      </p>
      {message === null ? null : (
        <Alert kind={message.kind} title={message.title}>
          {message.text === undefined ? null : <p>{message.text}</p>}
        </Alert>
      )}
      <section class="mw-section mw-flow" id="toestand">
        <h2 class="au-c-heading au-c-heading--2">Waar het staat</h2>
        <p class="mw-lead">{standing(props)}</p>
        <Asked {...props} />
      </section>
      {decides ? <Doing {...props} /> : null}
      {assessment === null ? null : <Checks checks={assessment.checks} />}
      <Pays {...props} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">De aanvraag</h2>
        <SummaryList rows={applicationRows(props)} />
        <Evidence file={file} />
      </section>
      {grant === null ? null : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">De toekenning</h2>
          <SummaryList rows={grantRows(props)} />
        </section>
      )}
      {application.grounds.length === 0 ? null : (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Gronden</h2>
          <ul class="mw-todo">
            {application.grounds.map((id) => (
              <li>
                {groundText(law, id, "nl")} <span class="mw-id">{id}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DocumentList language="nl" documents={props.documents} />
      <HandlingParts {...props} />
      <Timeline {...props} />
    </Layout>
  );
}

function standing({ file, today, assessment }: FilePageProps): string {
  const { application, grant } = file.state;
  if (application === null) return "";
  if (grant !== null) {
    const last = lastDayOfGrant(grant);
    const from = formatQuarter(grant.facts.fromQuarter ?? grant.facts.startQuarter, "nl");
    if (grant.stop !== null) return `Toegekend vanaf het ${from}, gestopt op ${formatDate(last, "nl")}.`;
    return today > last
      ? `Toegekend vanaf het ${from}, afgelopen op ${formatDate(last, "nl")}.`
      : `Toegekend vanaf het ${from} tot en met het ${formatQuarter(grant.endQuarter, "nl")}.`;
  }
  const since = formatDate(application.stateOn, "nl");
  if (application.state !== "PENDING") return `${stateWords[application.state]} sinds ${since}.`;
  const checks = assessment?.checks ?? [];
  if (having(checks, "BLOCK", "REFUSE").length > 0) return "In behandeling. Er zijn gronden voor een weigering.";
  const missing = having(checks, "COMPLETE").map((one) => one.reason.id);
  if (missing.length > 0)
    return missing.every((id) => id === "grant.noTicket")
      ? "In behandeling. De aanvraag wacht op een ticket van VDAB."
      : "In behandeling. Er ontbreekt iets.";
  if (having(checks, "MANUAL").length > 0 || assessment?.outcome === null) return "In behandeling. Iets vraagt uw oordeel.";
  return "In behandeling. Niets staat een toekenning in de weg.";
}

/** What is asked of whom, by when. */
function Asked({ file, deadline, today, law }: FilePageProps) {
  const { application, evaluations } = file.state;
  if (application === null) return null;
  const lines: Child[] = [];
  if (application.state === "INCOMPLETE") {
    const by = application.answerBy;
    lines.push(
      <>
        De aanvrager moet nog aanvullen
        {by == null ? "" : `, gevraagd tegen ${formatDate(by, "nl")}${by < today ? " (voorbij)" : ""}`}:{" "}
        {application.missing.map((id) => groundText(law, id, "nl") || id).join("; ")}
      </>,
    );
  }
  if (application.state === "PENDING" && deadline !== null) {
    lines.push(
      <>
        Van het departement: een beslissing tegen {formatDate(deadline.on, "nl")} ({deadlineWords[deadline.why]}).
        {deadline.why === "QUARTER_END" ? " Daarna begint de termijn een kwartaal later." : ""}
      </>,
    );
  }
  for (const one of Object.values(evaluations)) {
    if (one.finding === null)
      lines.push(`Van VDAB: een evaluatie op de werkvloer, gevraagd op ${formatDate(one.requestedOn, "nl")}.`);
    else if (!one.applied)
      lines.push(`Van het departement: een beslissing na de evaluatie van ${formatDate(one.finding.decidedOn, "nl")}.`);
  }
  if (file.handling.proposal !== null)
    lines.push(`Van een tweede persoon: het voorstel van ${formatDate(file.handling.proposal.on, "nl")} nakijken.`);
  if (lines.length === 0) return <p>Er wordt nu van niemand iets gevraagd.</p>;
  return (
    <ul class="mw-todo">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function Doing(props: FilePageProps) {
  const { file, assessment, acting } = props;
  const { application, grant, evaluations } = file.state;
  const at = (path: string) => filePath(file.fileRef, path);
  const stage = application?.state;
  const proposal = file.handling.proposal;
  const main =
    proposal !== null
      ? { href: at("/voorstel"), label: proposal.by === acting.actorRef ? "Uw voorstel bekijken" : "Voorstel nakijken" }
      : stage === "PENDING"
        ? { href: at("/beslissen"), label: "Beslissing voorbereiden" }
        : null;
  const ready = Object.values(evaluations).filter((one) => one.finding !== null && !one.applied);
  const open = stage === "PENDING" || stage === "INCOMPLETE";
  const links = [
    ...ready.map((one) => ({ href: at(`/evaluatie/${one.evaluationRef}`), label: "Beslissen na de evaluatie" })),
    stage === "PENDING" ? { href: at("/aanvulling"), label: "Aanvulling vragen" } : null,
    open ? { href: at("/weigeren"), label: "Weigeren" } : null,
    open ? { href: at("/onontvankelijk"), label: "Onontvankelijk verklaren" } : null,
    grant !== null && reachOf(acting.role, "grant.change") === "all" ? { href: at("/stopzetten"), label: "Stopzetten" } : null,
  ].filter((link) => link !== null);
  if (main === null && links.length === 0) return null;
  return (
    <section class="mw-section mw-flow" id="doen">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {main === null ? null : (
        <p class="mw-actions">
          <ButtonLink href={main.href}>{main.label}</ButtonLink>
          {assessment !== null && having(assessment.checks, "BLOCK", "REFUSE").length > 0 ? (
            <span class="mw-quiet">Er zijn gronden voor een weigering; zie de controles.</span>
          ) : null}
        </p>
      )}
      {links.length === 0 ? null : (
        <ul>
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ORDER: readonly Severity[] = ["BLOCK", "REFUSE", "COMPLETE", "MANUAL", "WARN"];

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <section class="mw-section mw-flow" id="controles">
      <h2 class="au-c-heading au-c-heading--2">Automatische controles</h2>
      {checks.length === 0 ? <p>Alle controles zijn in orde.</p> : null}
      {ORDER.map((severity) => {
        const found = having(checks, severity);
        return found.length === 0 ? null : (
          <>
            <h3 class="au-c-heading au-c-heading--3">{severityWords[severity]}</h3>
            <ul class="mw-todo">
              {found.map(({ reason }) => (
                <li>
                  <strong>{pick(reason.message, "nl")}.</strong> {pick(reason.remedy, "nl")}.{" "}
                  {reason.rule === "" ? null : <span class="mw-id">{reason.rule}</span>}
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </section>
  );
}

function Pays({ page, law, file, preview, quarters, open }: FilePageProps) {
  const { application, grant } = file.state;
  const self = application?.applicant === "SELF_EMPLOYED";
  if (grant !== null) {
    return (
      <QuarterAmounts
        page={page}
        law={law}
        self={self}
        guided={grant.facts.guidanceNeed !== "NONE"}
        quarters={quarters}
        open={open}
        title="Wat het betaalt"
        lead="Berekend op de loonaangiften die het departement kreeg."
        stepsHref={(quarter) => `${filePath(file.fileRef)}?kwartaal=${quarter}#stappen`}
      />
    );
  }
  if (preview === null) return null;
  const first = preview.quarters[0];
  if (preview.total === 0) {
    return (
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Wat een beslissing vandaag zou betalen</h2>
        <p class="mw-lead">Niets: er is geen kwartaal meer waarin deze tewerkstelling steun kan krijgen.</p>
      </section>
    );
  }
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Wat een beslissing vandaag zou betalen</h2>
      <p class="mw-lead">
        {preview.wage === "MOST" ? "Hoogstens " : ""}
        {formatEuro(preview.total, "nl")} over {preview.quarters.length} kwartalen
        {first === undefined ? "" : `, waarvan ${formatEuro(first.total, "nl")} in het ${formatQuarter(first.quarter, "nl")}`}.
      </p>
      <p>{wageText(preview)}</p>
    </section>
  );
}

export function wageText({ wage, basedOn }: Pick<Preview, "wage" | "basedOn">): string {
  switch (wage) {
    case "MOST":
      return "Er is nog geen loonaangifte van deze werknemer: de bedragen zijn het meeste dat de wet kan geven, bij een loon boven de grens.";
    case "DECLARED":
      return `Bij het loon van de aangifte van het ${basedOn === null ? "" : formatQuarter(basedOn, "nl")}, in elk kwartaal gelijk.`;
    case "NONE":
      return "De premie van een zelfstandige hangt niet van een loon af.";
  }
}

function applicationRows({ file }: FilePageProps): SummaryRow[] {
  const { application } = file.state;
  if (application === null) return [];
  const { contract, employmentFraction } = application;
  const insz = file.person?.insz ?? null;
  const kbo = file.firm?.kbo ?? null;
  const { contact } = file;
  return [
    ...(insz === null ? [] : [{ name: "Rijksregisternummer", value: isInsz(insz) ? formatInsz(insz) : insz }]),
    ...(kbo === null ? [] : [{ name: "Ondernemingsnummer", value: isKbo(kbo) ? formatKbo(kbo) : kbo }]),
    { name: "Ingediend", value: formatDate(application.filedOn, "nl") },
    { name: "Situatie", value: situationWords[application.situation] },
    ...(contract === null
      ? []
      : [
          {
            name: "Contract",
            value: `vanaf ${formatDate(contract.from, "nl")}${contract.until === null ? ", zonder einde" : ` tot en met ${formatDate(contract.until, "nl")}`}`,
          },
        ]),
    ...(employmentFraction === null ? [] : [{ name: "Tewerkstelling", value: formatFraction(employmentFraction, "nl") }]),
    ...(contact === null
      ? []
      : [{ name: "Contact", value: [contact.name, contact.email, contact.phone].filter((one) => one !== "").join(", ") }]),
  ];
}

function grantRows({ file, today, law }: FilePageProps): SummaryRow[] {
  const { grant } = file.state;
  if (grant === null) return [];
  const { facts } = grant;
  const possible = possibleWith(law, { state: file.state } as never, today);
  const opens = (window: typeof possible.adjustment, name: string) =>
    window === null ? [] : [{ name, value: window.open ? "nu mogelijk" : `vanaf ${formatDate(window.opensOn, "nl")}` }];
  const motivation = textOf(file, facts.motivation);
  return [
    { name: "Beslist op", value: formatDate(facts.decidedOn, "nl") },
    { name: "Pakket", value: packageWords[facts.package] },
    ...(facts.percentage === null ? [] : [{ name: "Percentage", value: `${facts.percentage} %` }]),
    { name: "Begeleidingsnood", value: guidanceWords[facts.guidanceNeed] },
    { name: "Laatste dag", value: formatDate(lastDayOfGrant(grant), "nl") },
    ...opens(possible.adjustment, "Aanpassing vragen"),
    ...opens(possible.extension, "Verlenging vragen"),
    ...(motivation === null ? [] : [{ name: "Motivering", value: motivation }]),
    {
      name: "Lezing van open punten",
      value:
        Object.keys(facts.switches).length === 0 ? (
          "geen"
        ) : (
          <ul>
            {Object.entries(facts.switches).map(([id, option]) => (
              <li>
                <span class="mw-id">{id}</span> {option}
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

export const ticketText = (outcome: NonNullable<DeskAssessment["outcome"]>): string =>
  `${packageWords[outcome.package]}, begeleidingsnood ${guidanceWords[outcome.guidanceNeed]}, ticket geldig tot en met ${formatDate(lastDayOf(outcome.ticket), "nl")}`;
