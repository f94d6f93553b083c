// Issued documents through the API: those of one application, one by one as data, and as the PDF that was issued.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { actingFor, type CounterPorts, type LetterLine, readLetter, type VdabPorts } from "../../counter/index.ts";
import { isRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, unauthorized } from "../applicant/asker.ts";
import { withinFile } from "../applicant/file-access.ts";
import { APPLICATIONS } from "../applicant/paths.ts";
import { lineJson } from "./line.ts";
import { rightDocumentRoutes } from "./on-rights.ts";

export const DOCUMENTS = "/api/v1/documents";

const fresh = { "cache-control": "private, no-store" };

/** @param vdab - Left out: nobody acts as guardian here. */
export function documentRoutes(app: Hono<ApiEnv>, counter: CounterPorts, vdab?: VdabPorts): void {
  app.get(
    `${APPLICATIONS}/:id/documents`,
    allow("application.follow", (c: ApiContext) =>
      withinFile(c, counter, async (_within, file) => {
        const lines = await counter.letters.list({ fileRef: file.fileRef });
        return c.json({ items: lines.map(lineJson) }, 200, fresh);
      }),
    ),
  );
  rightDocumentRoutes(app, counter);
  app.get(
    `${DOCUMENTS}/:id`,
    allow("loggedIn", (c: ApiContext) =>
      reading(c, { counter, vdab }, async ({ line, content }) =>
        c.json({ ...lineJson(line), document: content.document }, 200, fresh),
      ),
    ),
  );
  app.get(
    `${DOCUMENTS}/:id/pdf`,
    allow("loggedIn", (c: ApiContext) =>
      reading(
        c,
        { counter, vdab },
        async ({ line, content }) =>
          new Response(new Uint8Array(content.pdf), {
            headers: { ...fresh, "content-type": "application/pdf", etag: `"${line.pdfHash}"` },
          }),
      ),
    ),
  );
}

type Read = NonNullable<Awaited<ReturnType<typeof readLetter>>>;

async function reading(
  c: ApiContext,
  { counter, vdab }: { readonly counter: CounterPorts; readonly vdab: VdabPorts | undefined },
  then: (read: { readonly line: LetterLine; readonly content: NonNullable<Read["content"]> }) => Promise<Response>,
): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const id = c.req.param("id") ?? "";
  const read = isRef(id) ? await readLetter(counter, acting, id, actingFor(vdab, acting)) : null;
  return read?.content == null ? notFound(c) : then({ line: read.line, content: read.content });
}
