// The first page after logging in: what is asked of you, what you are working on, your files.

import { applyingOf, type Draft, type ListedFile, listFiles, mandatesOf } from "../../../counter/index.ts";
import { brusselsDate, formatDate, formatKbo, isKbo, plainDate } from "../../../kernel/index.ts";
import { type Door, visitorIn } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { applicantText } from "../../text/applicant.ts";
import { lettersText } from "../../text/letters.ts";
import { olderRightsText } from "../../text/older-rights.ts";
import { actingOf } from "../../visitor.ts";
import { DOCUMENT_PATH } from "../letters/document-list.tsx";
import { whoIn } from "./who.ts";
import { APPLICANT_PATH, type ApplicantTools, type Within, withinFirm } from "./within.tsx";

const perPage = 25;

export function startRoutes(door: Door, tools: ApplicantTools): void {
  const { counter } = tools;
  door.page(APPLICANT_PATH, "application.file", async (page, c) => {
    const acting = actingOf(visitorIn(c));
    const { search } = new URL(c.req.url);
    const then = new URLSearchParams(search).get("doe") === "nieuw" ? `/nieuw${search}` : "";
    if (acting.role !== "payrollOffice" && isKbo(acting.organisation))
      return c.redirect(pathIn(page.language, `${APPLICANT_PATH}/${acting.organisation}${then}`), 303);
    const mandates = await mandatesOf(counter, acting);
    return <OfficePage page={page} mandates={mandates.ok ? mandates.value : []} then={then} failed={!mandates.ok} />;
  });
  door.page(`${APPLICANT_PATH}/:kbo`, "application.file", (page, c) =>
    withinFirm(tools, page, c, async (within) => {
      const { firm, acting } = within;
      const after = cursorOf(c.req.query("na"));
      const [files, drafts, sides] = await Promise.all([
        listFiles(counter, acting, firm, { limit: perPage + 1, ...(after === null ? {} : { after }) }),
        firm.subjectRef === null ? Promise.resolve([]) : counter.drafts.list(firm.subjectRef),
        applyingOf(counter, acting, firm),
      ]);
      const asked = await Promise.all(sides.map((side) => counter.files.filesOf(side, { limit: 20, states: ["INCOMPLETE"] })));
      const askedRefs = new Set(asked.flat().map((one) => one.fileRef));
      const named = await listFiles(counter, acting, firm, { limit: 20, states: ["INCOMPLETE"] });
      return (
        <StartPage
          {...within}
          files={files.slice(0, perPage)}
          more={files.length > perPage ? (files[perPage - 1] ?? null) : null}
          drafts={drafts}
          asked={named.filter((one) => askedRefs.has(one.fileRef))}
        />
      );
    }),
  );
}

function cursorOf(text: string | undefined) {
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? "");
  return match === null ? null : { filedOn: plainDate(match[1] as string), fileRef: match[2] as never };
}

interface OfficeProps {
  readonly page: Page;
  readonly mandates: readonly { readonly firm: string; readonly firmName: string }[];
  readonly then: string;
  readonly failed: boolean;
}

function OfficePage({ page, mandates, then, failed }: OfficeProps) {
  const text = applicantText(page.language);
  return (
    <Layout page={page} title={text.officeTitle}>
      <h1 class="au-c-heading au-c-heading--1">{text.officeTitle}</h1>
      <p class="mw-form-lead">{text.officeLead}</p>
      {failed ? <Alert kind="warning" title={text.refusedTitle} /> : null}
      {mandates.length === 0 ? (
        <Empty title={text.officeNone}>
          <p>{text.officeNoneBody}</p>
        </Empty>
      ) : (
        <Table
          caption={text.officeTitle}
          columns={[
            { key: "name", title: text.name },
            { key: "number", title: text.number },
          ]}
          rows={mandates.map((one) => ({
            cells: {
              name: <a href={pathIn(page.language, `${APPLICANT_PATH}/${one.firm}${then}`)}>{one.firmName}</a>,
              number: isKbo(one.firm) ? formatKbo(one.firm) : one.firm,
            },
          }))}
        />
      )}
    </Layout>
  );
}

interface StartProps extends Within {
  readonly files: readonly ListedFile[];
  readonly more: ListedFile | null;
  readonly drafts: readonly Draft[];
  readonly asked: readonly ListedFile[];
}

function StartPage({ page, firm, acting, to, files, more, drafts, asked, c }: StartProps) {
  const { language } = page;
  const text = applicantText(language);
  const registered = firm.registeredOn !== null;
  return (
    <Layout page={page} title={firm.name === "" ? text.title : firm.name}>
      <h1 class="au-c-heading au-c-heading--1">{firm.name === "" ? text.title : firm.name}</h1>
      <p class="mw-quiet">
        {formatKbo(firm.kbo)}
        {registered && firm.registeredOn !== null ? `. ${text.registeredSince(formatDate(firm.registeredOn, language))}.` : "."}{" "}
        {acting.role === "payrollOffice" ? <a href={pathIn(language, APPLICANT_PATH)}>{text.otherFirm}</a> : null}
      </p>
      {c.req.query("ok") === "geregistreerd" ? (
        <Alert kind="success" title={text.registered}>
          <p>{text.registeredBody}</p>
        </Alert>
      ) : null}
      {registered ? (
        <p class="mw-actions">
          <ButtonLink href={to("/nieuw")}>{text.newApplication}</ButtonLink>
          <a href={pathIn(language, `${DOCUMENT_PATH}/afrekeningen/${firm.kbo}`)}>{lettersText(language).statements}</a>
          <a href={to("/programma")}>{text.programs}</a>
          <a href={to("/oude-maatregelen")}>{olderRightsText(language).link}</a>
        </p>
      ) : (
        <Alert kind="info" title={text.notRegistered}>
          <p>{text.notRegisteredBody}</p>
          <p class="mw-actions">
            <ButtonLink href={to("/registratie")}>{text.register}</ButtonLink>
            <a href={to("/oude-maatregelen")}>{olderRightsText(language).link}</a>
          </p>
        </Alert>
      )}
      {registered ? (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">{text.askedOfYou}</h2>
          {asked.length === 0 ? (
            <p>{text.askedNothing}</p>
          ) : (
            <ul class="mw-todo">
              {asked.map((one) => (
                <li>
                  <a href={to(`/dossier/${one.fileRef}/aanvullen`)}>{text.askedCompletion(whoIn(one.worker, one.number))}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ) : null}
      {drafts.length === 0 ? null : (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">{text.drafts}</h2>
          <ul class="mw-filelist">
            {drafts.map((draft) => (
              <li>
                <a href={to(`/aanvraag/${draft.draftRef}`)}>{draftTitle(draft, language)}</a>
                <span class="mw-quiet">{text.savedAt(formatDate(brusselsDate(draft.savedAt), language))}</span>
                <form method="post" action={to(`/aanvraag/${draft.draftRef}/weg`)}>
                  <FormKey page={page} />
                  <button type="submit" class="mw-link-button">
                    {text.discard}
                    <span class="au-u-hidden-visually"> {draftTitle(draft, language)}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.files}</h2>
        {files.length === 0 ? (
          <Empty title={text.noFiles}>
            <p>{text.noFilesBody}</p>
          </Empty>
        ) : (
          <Table
            caption={text.files}
            columns={[
              { key: "who", title: text.person },
              { key: "number", title: text.fileNumber },
              { key: "premium", title: text.premium },
              { key: "filed", title: text.filedOn },
              { key: "state", title: text.state },
            ]}
            rows={files.map((one) => ({
              cells: {
                who: <a href={to(`/dossier/${one.fileRef}`)}>{whoIn(one.worker, one.number)}</a>,
                number: <span class="mw-id">{one.number}</span>,
                premium: text[`premium${one.premiums}`],
                filed: formatDate(one.filedOn, language),
                state: text[`state${one.state}`],
              },
            }))}
          />
        )}
        {more === null ? null : (
          <p>
            <a href={`${to()}?na=${more.filedOn}_${more.fileRef}`}>{text.moreFiles}</a>
          </p>
        )}
      </section>
    </Layout>
  );
}

function draftTitle(draft: Draft, language: Page["language"]): string {
  const text = applicantText(language);
  const who = `${draft.fields["worker.givenName"] ?? ""} ${draft.fields["worker.familyName"] ?? ""}`.trim();
  return who === "" ? text.draftNew : text.draftFor(who);
}
