// The application was filed: its number, and what happens next.
import { fileNumber } from "../../../counter/index.ts";
import type { FileRef } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Layout } from "../../look/layout.tsx";
import { applicantText } from "../../text/applicant.ts";
import { crumbsOf } from "./crumbs.ts";
import type { WithRegistered } from "./within.tsx";

export function DonePage({ page, to, fileRef }: WithRegistered & { readonly fileRef: FileRef }) {
  const text = applicantText(page.language);
  return (
    <Layout page={page} title={text.doneTitle} crumbs={crumbsOf(page, to())}>
      <h1 class="au-c-heading au-c-heading--1">{text.doneTitle}</h1>
      <Alert kind="success" title={text.doneNumber(fileNumber(fileRef))} />
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">{text.doneNext}</h2>
        <ol>
          <li>{text.doneNext1}</li>
          <li>{text.doneNext2}</li>
          <li>{text.doneNext3}</li>
        </ol>
        <p class="mw-actions">
          <ButtonLink href={to(`/dossier/${fileRef}`)}>{text.doneFollow}</ButtonLink>
          <a href={to("/nieuw")}>{text.doneAnother}</a>
        </p>
      </section>
    </Layout>
  );
}
