// /docs: the documents for every user, as they lie in the repository.
import { raw } from "hono/html";
import { type Door, unchanging } from "../../door.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { DOCS_PATH, type Document, documentLibrary } from "./library.ts";

/** @param notFound - The page for a document that is not there. */
export function docsRoutes(door: Door, notFound: (page: Page) => Parameters<typeof Layout>[0]["children"]): void {
  const library = documentLibrary();
  const shown = (page: Page, name: string) => {
    const document = library.find(name);
    if (document === null) return { status: 404 as const, body: notFound(page) };
    return unchanging(document, () => <DocumentPage page={page} document={document} list={name === "README"} />);
  };
  door.page(DOCS_PATH, "everyone", (page) => shown(page, "README"));
  door.page(`${DOCS_PATH}/:name`, "everyone", (page, c) => shown(page, c.req.param("name") ?? ""));
  door.page(`${DOCS_PATH}/decisions/:name`, "everyone", (page, c) => shown(page, `decisions/${c.req.param("name")}`));
}

function DocumentPage({ page, document, list }: { readonly page: Page; readonly document: Document; readonly list: boolean }) {
  const text = frameText(page.language);
  const crumbs = [{ href: "/", label: text.home }, ...(list ? [] : [{ href: DOCS_PATH, label: text.documents }])];
  return (
    <Layout page={page} title={document.title} crumbs={crumbs} translated={false}>
      <article class="mw-document mw-flow" lang={document.language === page.language ? undefined : document.language}>
        <h1 class="au-c-heading au-c-heading--1">{document.title}</h1>
        {raw(document.html)}
      </article>
    </Layout>
  );
}
