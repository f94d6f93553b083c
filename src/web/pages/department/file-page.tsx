// One file as the department reads it: where it stands, what is asked of whom by when, what it pays; then checks, work and history.
import { Alert } from "../../look/alert.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { premiumWords } from "../../text/department.ts";
import { groundText } from "../applicant/ground-text.ts";
import { DocumentList } from "../letters/document-list.tsx";
import { Checks, Doing } from "./file-doing.tsx";
import { Evidence, HandlingParts, Timeline } from "./file-parts.tsx";
import { Pays } from "./file-pays.tsx";
import type { FilePageProps } from "./file-props.ts";
import { applicationRows, grantRows } from "./file-rows.tsx";
import { Asked, standing } from "./file-standing.tsx";
import { deskCrumbs, whoIn } from "./within.tsx";

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
