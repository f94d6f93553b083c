// Statements of payment: the list of an enterprise, one statement as page, PDF, CSV and XLSX, and the overview of a year.
import {
  type CounterPorts,
  fiscalView,
  mayReadStatements,
  ownBeneficiaries,
  statementNumber,
  statementView,
} from "../../../counter/index.ts";
import type { AccessPurpose } from "../../../dossier/index.ts";
import {
  brusselsDate,
  cents,
  formatDateShort,
  formatEuro,
  formatQuarter,
  fromQuarterNumber,
  isRef,
} from "../../../kernel/index.ts";
import {
  fiscalDocument,
  type LetterDocument,
  renderPdf,
  type StatementView,
  statementCsv,
  statementDocument,
  statementXlsx,
} from "../../../letters/index.ts";
import { type Door, type Shown, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import { pathIn } from "../../language.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { lettersText } from "../../text/letters.ts";
import { actingOf } from "../../visitor.ts";
import { DocumentBody } from "./document-body.tsx";
import { DOCUMENT_PATH } from "./document-list.tsx";
import { pdfResponse } from "./routes.tsx";

const LIST = `${DOCUMENT_PATH}/afrekeningen/:kbo`;
const ONE = `${DOCUMENT_PATH}/afrekening/:afrekening`;
const YEAR = `${DOCUMENT_PATH}/fiscaal/:kbo/:jaar`;

const notFound = (page: Page): Shown => ({ status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> });

export function statementRoutes(door: Door, { counter }: { readonly counter: CounterPorts }): void {
  const readerOf = (c: WebContext, purpose: string): AccessPurpose => {
    const acting = actingOf(visitorIn(c));
    return { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose };
  };
  const headsOf = async (c: WebContext) => {
    const beneficiaries = await ownBeneficiaries(counter, actingOf(visitorIn(c)), c.req.param("kbo") ?? "");
    const lists = await Promise.all(beneficiaries.map((one) => counter.statements.statements.ofBeneficiary(one.ref)));
    return { beneficiaries, heads: lists.flat().sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1)) };
  };
  door.page(LIST, "grant.follow", async (page, c) => {
    const { beneficiaries, heads } = await headsOf(c);
    if (beneficiaries.length === 0) return notFound(page);
    const kbo = c.req.param("kbo") ?? "";
    const text = lettersText(page.language);
    const years = [...new Set(heads.map((head) => brusselsDate(head.frozenAt).slice(0, 4)))];
    return (
      <Layout page={page} title={text.statements}>
        <h1 class="au-c-heading au-c-heading--1">{text.statements}</h1>
        {heads.length === 0 ? (
          <Empty title={text.noStatements}>
            <p>{text.noStatementsLead}</p>
          </Empty>
        ) : (
          <div class="mw-flow">
            <Table
              caption={text.statements}
              captionHidden
              columns={[
                { key: "statement", title: text.statement },
                { key: "on", title: text.settledOn, number: true },
                { key: "amount", title: text.amount, number: true },
                { key: "reference", title: text.reference },
              ]}
              rows={heads.map((head) => ({
                cells: {
                  statement: (
                    <a href={pathIn(page.language, `${DOCUMENT_PATH}/afrekening/${head.statementRef}`)}>
                      {formatQuarter(fromQuarterNumber(head.quarter), page.language)}
                    </a>
                  ),
                  on: formatDateShort(brusselsDate(head.frozenAt)),
                  amount: formatEuro(cents(head.cents), page.language),
                  reference: <span class="mw-id">{statementNumber(head)}</span>,
                },
              }))}
            />
            <h2 class="au-c-heading au-c-heading--2">{text.perYear}</h2>
            <ul>
              {years.map((year) => (
                <li>
                  <a href={pathIn(page.language, `${DOCUMENT_PATH}/fiscaal/${kbo}/${year}`)}>{text.yearOverview(year)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Layout>
    );
  });

  const opened = async (page: Page, c: WebContext, then: (view: StatementView) => Shown | Promise<Shown>): Promise<Shown> => {
    const ref = c.req.param("afrekening") ?? "";
    const statement = isRef(ref) ? await counter.statements.statements.read(ref) : null;
    if (statement === null || !(await mayReadStatements(counter, actingOf(visitorIn(c)), statement.beneficiary)))
      return notFound(page);
    return then(
      await statementView(counter.statements, statement, readerOf(c, `Afrekening lezen: ${statementNumber(statement)}`)),
    );
  };
  const path = (page: Page, c: WebContext, kind: string) =>
    pathIn(page.language, `${DOCUMENT_PATH}/afrekening/${c.req.param("afrekening")}/${kind}`);
  door.page(ONE, "grant.follow", (page, c) =>
    opened(page, c, (view) => (
      <DocumentPage
        page={page}
        document={statementDocument(counter.law, view)}
        files={[
          { href: path(page, c, "pdf"), label: "PDF" },
          { href: path(page, c, "csv"), label: "CSV" },
          { href: path(page, c, "xlsx"), label: "Excel" },
        ]}
      />
    )),
  );
  door.page(`${ONE}/pdf`, "grant.follow", (page, c) =>
    opened(page, c, (view) => pdfResponse(renderPdf(statementDocument(counter.law, view)), view.reference)),
  );
  door.page(`${ONE}/csv`, "grant.follow", (page, c) =>
    opened(page, c, (view) => fileResponse(statementCsv(view), "text/csv; charset=utf-8", `${view.reference}.csv`)),
  );
  door.page(`${ONE}/xlsx`, "grant.follow", (page, c) =>
    opened(page, c, async (view) => fileResponse(await statementXlsx(view), XLSX, `${view.reference}.xlsx`)),
  );

  const year = async (page: Page, c: WebContext, then: (document: LetterDocument) => Shown): Promise<Shown> => {
    const wished = c.req.param("jaar") ?? "";
    const { beneficiaries } = /^\d{4}$/.test(wished) ? await headsOf(c) : { beneficiaries: [] };
    for (const { ref } of beneficiaries) {
      const view = await fiscalView(counter.statements, ref, Number(wished), readerOf(c, `Fiscaal overzicht ${wished} lezen`));
      if (view !== null) return then(fiscalDocument(view));
    }
    return notFound(page);
  };
  door.page(YEAR, "grant.follow", (page, c) =>
    year(page, c, (document) => {
      const href = pathIn(page.language, `${DOCUMENT_PATH}/fiscaal/${c.req.param("kbo")}/${c.req.param("jaar")}/pdf`);
      return <DocumentPage page={page} document={document} files={[{ href, label: "PDF" }]} />;
    }),
  );
  door.page(`${YEAR}/pdf`, "grant.follow", (page, c) =>
    year(page, c, (document) => pdfResponse(renderPdf(document), document.reference)),
  );
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function fileResponse(content: string | Uint8Array, type: string, name: string): Response {
  return new Response(typeof content === "string" ? content : new Uint8Array(content), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

interface DocumentPageProps {
  readonly page: Page;
  readonly document: LetterDocument;
  readonly files: readonly { readonly href: string; readonly label: string }[];
}

function DocumentPage({ page, document, files }: DocumentPageProps) {
  const text = lettersText(page.language);
  return (
    <Layout page={page} title={document.title}>
      <p class="mw-actions mw-letter-tools mw-hide-print">
        {files.map((file) => (
          <a class="au-c-button au-c-button--secondary" href={file.href} download>
            {text.downloadAs(file.label)}
          </a>
        ))}
      </p>
      <DocumentBody document={document} />
    </Layout>
  );
}
