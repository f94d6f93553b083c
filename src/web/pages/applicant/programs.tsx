// Many applications at once from a CSV file, and access for the enterprise's own programs: tokens and webhooks.
import {
  CSV_EXAMPLE,
  type CsvReport,
  csvOfReport,
  fileCsv,
  readCsv,
  type TokenLine,
  type Webhook,
} from "../../../counter/index.ts";
import { isRef, pick } from "../../../kernel/index.ts";
import { type Door, type Shown, seeOther } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import { applicantText } from "../../text/applicant.ts";
import { keyText } from "../../text/keys.ts";
import { KeyList, NewSecret, takeKeyForm } from "../keys/key-parts.tsx";
import { crumbsOf } from "./crumbs.ts";
import { APPLICANT_PATH, type ApplicantTools, type WithRegistered, withinRegistered } from "./within.tsx";

const base = `${APPLICANT_PATH}/:kbo/programma`;

export function programRoutes(door: Door, tools: ApplicantTools): void {
  const { counter } = tools;
  const show = async (within: WithRegistered, more: Partial<ProgramProps> = {}): Promise<Shown> => {
    const { acting, owner } = within;
    const [tokens, webhooks] = await Promise.all([counter.tokens.list(acting.organisation), counter.webhooks.list(owner)]);
    const body = <ProgramPage {...within} tokens={tokens} webhooks={webhooks} mistakes={[]} {...more} />;
    return (more.mistakes ?? []).length > 0 ? { status: 400, body } : body;
  };
  door.page(base, "application.file", (page, c) => withinRegistered(tools, page, c, (within) => show(within)));
  door.page(`${base}/voorbeeld`, "application.file", (page, c) =>
    withinRegistered(tools, page, c, () => csvFile(CSV_EXAMPLE, "voorbeeld.csv")),
  );
  door.form(`${base}/csv`, "application.file", (page, c, form) =>
    withinRegistered(tools, page, c, async (within) => {
      const file = form.file("csv");
      const text = applicantText(page.language);
      if (file === null) return show(within, { mistakes: [{ field: "csv", message: text.noFileChosen }] });
      const rows = readCsv(new Uint8Array(await file.arrayBuffer()));
      if (!rows.ok) {
        const mistakes = rows.error.map((one) => ({
          field: "csv",
          message: `${pick(one.message, page.language)}. ${pick(one.remedy, page.language)}.`,
        }));
        return show(within, { mistakes });
      }
      const report = await fileCsv(counter, within.acting, within.firm, rows.value);
      return form.text("als") === "csv" ? (
        csvFile(csvOfReport(report, page.language), "verslag.csv")
      ) : (
        <ReportPage {...within} report={report} />
      );
    }),
  );
  door.form(`${base}/token`, "application.file", (page, c, form) =>
    withinRegistered(tools, page, c, async (within) => {
      const { role, organisation, insz } = within.acting;
      const done = await takeKeyForm(counter.tokens, { role, organisation, insz }, form);
      const text = keyText(page.language);
      if (done.did === "revoked") return seeOther(within.to("/programma"));
      if (done.did === "nothing") return show(within, { mistakes: [{ field: "label", message: text.labelMissing }] });
      return show(within, { secret: { title: text.made, value: done.token } });
    }),
  );
  door.form(`${base}/webhook`, "application.file", (page, c, form) =>
    withinRegistered(tools, page, c, async (within) => {
      const url = form.text("url").trim();
      const text = applicantText(page.language);
      if (counter.webhooks.flawOf(url) !== null)
        return show(within, { mistakes: [{ field: "url", message: text.webhookWrong }], url });
      const { secret } = await counter.webhooks.add(within.owner, url);
      return show(within, { secret: { title: text.webhookSecret, value: secret } });
    }),
  );
  door.form(`${base}/webhook-weg`, "application.file", (page, c, form) =>
    withinRegistered(tools, page, c, async ({ owner, to }) => {
      if (isRef(form.text("webhook"))) await counter.webhooks.remove(owner, form.text("webhook"));
      return seeOther(to("/programma"));
    }),
  );
}

function csvFile(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

interface ProgramProps extends WithRegistered {
  readonly tokens: readonly TokenLine[];
  readonly webhooks: readonly Webhook[];
  readonly mistakes: readonly FieldMistake[];
  readonly secret?: { readonly title: string; readonly value: string };
  readonly url?: string;
}

function ProgramPage({ page, to, tokens, webhooks, mistakes, secret, url = "" }: ProgramProps) {
  const { language } = page;
  const text = applicantText(language);
  const words = keyText(language);
  const at = (path: string) => to(`/programma${path}`);
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  return (
    <Layout page={page} title={text.programsTitle} crumbs={crumbsOf(page, to())} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{text.programsTitle}</h1>
      <ErrorSummary language={language} mistakes={mistakes} />
      {secret === undefined ? null : <NewSecret page={page} title={secret.title} value={secret.value} />}
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">{text.csvTitle}</h2>
        <p>{text.csvLead}</p>
        <p>
          <a href={at("/voorbeeld")}>{text.csvExample}</a>
        </p>
        <form class="mw-form" method="post" action={at("/csv")} enctype="multipart/form-data">
          <FormKey page={page} />
          <FileField language={language} name="csv" label={text.csvChoose} accept=".csv,text/csv" error={error("csv")} />
          <p class="mw-actions">
            <SubmitButton>{text.csvSend}</SubmitButton>
          </p>
        </form>
      </section>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">{words.sectionTitle}</h2>
        <p>{words.organisationLead}</p>
        <KeyList page={page} tokens={tokens} action={at("/token")} wrong={error("label") !== undefined} />
      </section>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">{text.webhooksTitle}</h2>
        <p>{text.webhooksLead}</p>
        {webhooks.length === 0 ? null : (
          <ul class="mw-filelist">
            {webhooks.map((webhook) => (
              <li>
                <span>{webhook.url}</span>
                <span class="mw-quiet">
                  {text.webhookOutcome}: {webhook.lastOutcome ?? words.never}
                </span>
                <form method="post" action={at("/webhook-weg")}>
                  <FormKey page={page} />
                  <input type="hidden" name="webhook" value={webhook.webhookRef} />
                  <button type="submit" class="mw-link-button">
                    {text.remove}
                    <span class="au-u-hidden-visually"> {webhook.url}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <form class="mw-form" method="post" action={at("/webhook")}>
          <FormKey page={page} />
          <TextField language={language} name="url" label={text.webhookUrl} error={error("url")} value={url} kind="words" />
          <p class="mw-actions">
            <SubmitButton secondary>{text.webhookAdd}</SubmitButton>
          </p>
        </form>
      </section>
    </Layout>
  );
}

function ReportPage({ page, to, report }: WithRegistered & { readonly report: CsvReport }) {
  const { language } = page;
  const text = applicantText(language);
  return (
    <Layout
      page={page}
      title={text.csvReport}
      crumbs={crumbsOf(page, to(), { href: to("/programma"), label: text.programsTitle })}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.csvReport}</h1>
      <p class="mw-lead">{text.csvSummary(report.filed, report.repeated, report.refused)}</p>
      <Table
        caption={text.csvReport}
        columns={[
          { key: "row", title: text.csvRow, number: true },
          { key: "reference", title: text.csvReference },
          { key: "outcome", title: text.csvOutcome },
          { key: "file", title: text.fileNumber },
          { key: "why", title: text.csvWhy },
        ]}
        rows={report.rows.map((one) => ({
          cells: {
            row: String(one.row),
            reference: one.reference,
            outcome: text[`csv${one.outcome}`],
            file: one.fileRef === "" ? "" : <a href={to(`/dossier/${one.fileRef}`)}>{one.number}</a>,
            why: one.reasons
              .map((reason) => `${reason.field === undefined ? "" : `${reason.field}: `}${pick(reason.message, language)}.`)
              .join(" "),
          },
        }))}
      />
    </Layout>
  );
}
