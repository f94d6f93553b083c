// One file as its applicant sees it: where it stands, what can be done, what it pays, what happened.
import type { Firm, GrantQuarter, LetterLine, OpenedFile, Possible } from "../../../counter/index.ts";
import { lastDayOfGrant } from "../../../dossier/index.ts";
import { formatDate, formatDateShort, formatFraction, formatQuarter, type Quarter } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList, type SummaryRow } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { type ApplicantText, applicantText } from "../../text/applicant.ts";
import { DocumentList } from "../letters/document-list.tsx";
import { crumbsOf } from "./crumbs.ts";
import { Evaluations } from "./evaluations.tsx";
import { groundText } from "./ground-text.ts";
import { historyOf } from "./history.ts";
import { QuarterAmounts } from "./quarter-amounts.tsx";
import { whoIn } from "./who.ts";

export interface FilePageProps {
  readonly page: Page;
  readonly law: Law;
  readonly firm: Firm;
  readonly file: OpenedFile;
  readonly possible: Possible;
  readonly quarters: readonly GrantQuarter[];
  /** The quarter whose steps stand open. */
  readonly open: Quarter | null;
  readonly documents: readonly LetterLine[];
  /** Whether a monthly advance can be asked or followed. */
  readonly advance: boolean;
  /** What just succeeded. */
  readonly done: string | null;
  /** Address inside the enterprise's pages. */
  readonly to: (path?: string) => string;
}

export function FilePage(props: FilePageProps) {
  const { page, file, possible, quarters, to, done } = props;
  const { language } = page;
  const text = applicantText(language);
  const { application, grant } = file.state;
  if (application === null) return null;
  const title = text.fileTitle(whoIn(file.worker, file.number));
  const at = (path = "") => to(`/dossier/${file.fileRef}${path}`);
  return (
    <Layout page={page} title={title} crumbs={crumbsOf(page, to())}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <p class="mw-quiet">
        <span class="mw-id">{file.number}</span> {text[`premium${application.premiums}`]}
      </p>
      {done === null ? null : <Alert kind="success" title={done} />}
      <section class="mw-section mw-flow" id="toestand">
        <h2 class="au-c-heading au-c-heading--2">{text.whereItStands}</h2>
        <p class="mw-lead">
          {application.state === "GRANTED" && grant !== null
            ? text.standsGRANTED(
                formatQuarter(grant.facts.fromQuarter ?? grant.facts.startQuarter, language),
                formatQuarter(grant.endQuarter, language),
              )
            : application.state === "GRANTED"
              ? text.stateGRANTED
              : text[`stands${application.state}`]}
        </p>
        {grant !== null && grant.stop !== null ? <p>{text.stopped(formatDate(lastDayOfGrant(grant), language))}</p> : null}
        {application.state === "INCOMPLETE" ? (
          <>
            <h3 class="au-c-heading au-c-heading--3">{text.missing}</h3>
            <Grounds law={props.law} language={language} ids={application.missing} />
            {file.question === null ? null : <blockquote class="mw-note">{file.question}</blockquote>}
            {application.answerBy == null ? null : <p>{text.answerBy(formatDate(application.answerBy, language))}</p>}
          </>
        ) : null}
        {application.grounds.length === 0 ? null : (
          <>
            <h3 class="au-c-heading au-c-heading--3">{text.grounds}</h3>
            <Grounds law={props.law} language={language} ids={application.grounds} />
          </>
        )}
      </section>
      <Doing page={page} text={text} possible={possible} advance={props.advance} at={at} />
      {quarters.length === 0 ? null : (
        <QuarterAmounts
          page={page}
          law={props.law}
          self={application.applicant === "SELF_EMPLOYED"}
          guided={grant?.facts.guidanceNeed !== "NONE"}
          quarters={quarters}
          open={props.open}
          title={text.amounts}
          lead={text.amountsLead}
          stepsHref={(quarter) => `${at()}?kwartaal=${quarter}#stappen`}
        />
      )}
      <Evaluations file={file} language={language} />
      <DocumentList language={language} documents={props.documents} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.given}</h2>
        <SummaryList rows={givenRows(props, text)} />
      </section>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.history}</h2>
        <ol class="mw-timeline">
          {historyOf(file, language).map((line) => (
            <li>
              <time datetime={line.on}>{formatDate(line.on, language)}</time>
              {line.sentence} <span class="mw-quiet">({text[line.by]})</span>
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  );
}

function Grounds({
  law,
  language,
  ids,
}: {
  readonly law: Law;
  readonly language: Page["language"];
  readonly ids: readonly string[];
}) {
  return (
    <ul class="mw-todo">
      {ids.map((id) => (
        <li>
          {groundText(law, id, language)} <span class="mw-id">{id}</span>
        </li>
      ))}
    </ul>
  );
}

function Doing({
  page,
  text,
  possible,
  advance,
  at,
}: {
  page: Page;
  text: ApplicantText;
  possible: Possible;
  advance: boolean;
  at: (path?: string) => string;
}) {
  const day = (window: Possible["adjustment"]) => (window === null ? "" : formatDate(window.opensOn, page.language));
  const { adjustment, extension } = possible;
  const links = [
    possible.guidance ? { href: at("/begeleiding"), label: text.doGuidance } : null,
    adjustment?.open === true ? { href: at("/aanpassing"), label: text.doAdjustment } : null,
    extension?.open === true ? { href: at("/verlenging"), label: text.doExtension } : null,
    possible.review?.inTerm !== true ? null : { href: at("/heroverweging"), label: text.askReviewTitle },
    advance ? { href: at("/voorschot"), label: text.advanceTitle } : null,
    possible.reportChange ? { href: at("/wijziging"), label: text.doChange } : null,
    possible.withdraw ? { href: at("/intrekken"), label: text.doWithdraw } : null,
  ].filter((link) => link !== null);
  const later = [
    possible.evaluationUnderWay ? text.underWay : null,
    !possible.evaluationUnderWay && adjustment !== null && !adjustment.open ? text.adjustmentFrom(day(adjustment)) : null,
    !possible.evaluationUnderWay && extension !== null && !extension.open ? text.extensionFrom(day(extension)) : null,
  ].filter((line) => line !== null);
  return (
    <section class="mw-section mw-flow" id="doen">
      <h2 class="au-c-heading au-c-heading--2">{text.whatYouCanDo}</h2>
      {possible.complete ? (
        <p class="mw-actions">
          <ButtonLink href={at("/aanvullen")}>{text.doComplete}</ButtonLink>
        </p>
      ) : null}
      {links.length === 0 && !possible.complete ? <p>{text.nothingToDo}</p> : null}
      {links.length === 0 ? null : (
        <ul>
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      {later.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  );
}

function givenRows({ file, page }: FilePageProps, text: ApplicantText): SummaryRow[] {
  const { language } = page;
  const { application } = file.state;
  if (application === null) return [];
  const { contract, employmentFraction, selfEmployment } = application;
  const words = text as unknown as Readonly<Record<string, string>>;
  return [
    { name: text.filedOn, value: formatDate(application.filedOn, language) },
    ...(file.worker?.insz == null ? [] : [{ name: text.insz, value: file.worker.insz }]),
    ...(application.applicant === "EMPLOYER"
      ? [{ name: text.stepSituation, value: words[`situation${application.situation}`] ?? "" }]
      : []),
    ...(contract === null
      ? []
      : [
          { name: text.contractKind, value: words[`kind${contract.kind}`] ?? contract.kind },
          { name: text.contractFrom, value: formatDateShort(contract.from) },
          ...(contract.until === null ? [] : [{ name: text.contractUntil, value: formatDateShort(contract.until) }]),
        ]),
    ...(employmentFraction === null ? [] : [{ name: text.fraction, value: formatFraction(employmentFraction, language) }]),
    ...(selfEmployment?.proof == null ? [] : [{ name: text.proofKind, value: words[`proof${selfEmployment.proof.kind}`] ?? "" }]),
    { name: text.stepEvidence, value: application.evidence.length === 0 ? text.noEvidence : String(application.evidence.length) },
  ];
}
