// One document: as a page, and as the PDF that was issued.
import { actingFor, type CounterPorts, readLetter, type VdabPorts } from "../../../counter/index.ts";
import { brusselsDate, formatDate, isRef, pick } from "../../../kernel/index.ts";
import { LETTER_KINDS } from "../../../letters/index.ts";
import { type Door, type Shown, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { lettersText } from "../../text/letters.ts";
import { actingOf } from "../../visitor.ts";
import { DocumentBody } from "./document-body.tsx";
import { DOCUMENT_PATH, deliveryText } from "./document-list.tsx";

type Read = NonNullable<Awaited<ReturnType<typeof readLetter>>>;

export interface LetterTools {
  readonly counter: CounterPorts;
  /** Left out: nobody acts as guardian here. */
  readonly vdab?: VdabPorts;
}

export function letterRoutes(door: Door, { counter, vdab }: LetterTools): void {
  const opened = async (
    page: Page,
    c: WebContext,
    then: (read: Read, content: NonNullable<Read["content"]>) => Shown,
  ): Promise<Shown> => {
    const letterRef = c.req.param("document") ?? "";
    const acting = actingOf(visitorIn(c));
    const read = isRef(letterRef) ? await readLetter(counter, acting, letterRef, actingFor(vdab, acting)) : null;
    if (read === null) return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
    return read.content === null ? { status: 404, body: erasedPage(page) } : then(read, read.content);
  };
  door.page(`${DOCUMENT_PATH}/:document`, "loggedIn", (page, c) =>
    opened(page, c, (read, { document }) => {
      const text = lettersText(page.language);
      const { line } = read;
      return (
        <Layout page={page} title={pick(LETTER_KINDS[line.kind].name, page.language)}>
          <p class="mw-actions mw-letter-tools mw-hide-print">
            <a class="au-c-button" href={pathIn(page.language, `${DOCUMENT_PATH}/${line.letterRef}/pdf`)} download>
              {text.download}
            </a>
            <span class="mw-quiet">{deliveryText(line, page.language)}</span>
          </p>
          <DocumentBody document={document} />
          <section class="mw-section mw-flow mw-hide-print">
            <h2 class="au-c-heading au-c-heading--3">{text.kept}</h2>
            <p>{text.keptText}</p>
            <SummaryList
              rows={[
                { name: text.issuedAt, value: formatDate(brusselsDate(line.issuedAt), page.language) },
                { name: text.delivery, value: deliveryText(line, page.language) },
                { name: text.pdfHash, value: <span class="mw-hash">{line.pdfHash}</span> },
              ]}
            />
          </section>
        </Layout>
      );
    }),
  );
  door.page(`${DOCUMENT_PATH}/:document/pdf`, "loggedIn", (page, c) =>
    opened(page, c, ({ line }, { pdf }) => pdfResponse(pdf, line.reference)),
  );
}

/** The bytes as issued; the name of the file is the letter's reference, which names nobody. */
export function pdfResponse(pdf: Uint8Array, reference: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${reference.replace(/[^A-Za-z0-9-]/g, "-")}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function erasedPage(page: Page) {
  const text = lettersText(page.language);
  return (
    <Layout page={page} title={text.erasedTitle} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{text.erasedTitle}</h1>
      <p>{text.erased}</p>
    </Layout>
  );
}
