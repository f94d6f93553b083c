// Frozen statements as documents through the API: those of an enterprise, one as data, PDF, CSV and XLSX, and the overview of a year.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  type CounterPorts,
  fiscalView,
  mayReadStatements,
  ownBeneficiaries,
  StatementChanged,
  statementNumber,
  statementView,
} from "../../counter/index.ts";
import type { AccessPurpose } from "../../dossier/index.ts";
import { cents, euro, fromQuarterNumber, isRef } from "../../kernel/index.ts";
import {
  fiscalDocument,
  type LetterDocument,
  renderPdf,
  type StatementView,
  statementCsv,
  statementDocument,
  statementXlsx,
} from "../../letters/index.ts";
import { type ApiContext, type ApiEnv, notFound, unauthorized, withinFirm } from "../applicant/asker.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

export const STATEMENTS = "/api/v1/statements";
const FRESH = { "cache-control": "private, no-store" };
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function statementDocumentRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  const { statements, law } = counter;
  app.get(
    STATEMENTS,
    allow("grant.follow", (c: ApiContext) =>
      ofEnterprise(c, counter, async (refs) => {
        const lists = await Promise.all(refs.map((ref) => statements.statements.ofBeneficiary(ref)));
        const heads = lists.flat().sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1));
        return c.json({ items: heads.map(headJson) }, 200, FRESH);
      }),
    ),
  );
  const one = (end: string, answer: (c: ApiContext, view: StatementView) => Response | Promise<Response>) =>
    app.get(
      `${STATEMENTS}/:id${end}`,
      allow("loggedIn", (c: ApiContext) => opened(c, counter, (view) => answer(c, view))),
    );
  one("", (c, view) => c.json({ reference: view.reference, document: statementDocument(law, view) }, 200, FRESH));
  one("/pdf", (_c, view) => file(renderPdf(statementDocument(law, view)), "application/pdf", `${view.reference}.pdf`));
  one("/csv", (_c, view) => file(statementCsv(view), "text/csv; charset=utf-8", `${view.reference}.csv`));
  one("/xlsx", async (_c, view) => file(await statementXlsx(view), XLSX, `${view.reference}.xlsx`));
  const year = (end: string, answer: (c: ApiContext, document: LetterDocument) => Response) =>
    app.get(
      `${STATEMENTS}/years/:year${end}`,
      allow("grant.follow", (c: ApiContext) => ofYear(c, counter, (document) => answer(c, document))),
    );
  year("", (c, document) => c.json({ reference: document.reference, document }, 200, FRESH));
  year("/pdf", (_c, document) => file(renderPdf(document), "application/pdf", `${document.reference}.pdf`));
}

const readerOf = ({ role, actorRef, organisation }: Acting, purpose: string): AccessPurpose => ({
  actor: { role, ref: actorRef },
  organisation,
  purpose,
});

/** As whom the enterprise of the token, or the one that is named, is paid. */
async function ofEnterprise(
  c: ApiContext,
  counter: CounterPorts,
  then: (beneficiaries: readonly string[], acting: Acting) => Promise<Response>,
): Promise<Response> {
  return withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ acting, firm }) => {
    const own = await ownBeneficiaries(counter, acting, firm.kbo);
    return then(
      own.map((each) => each.ref),
      acting,
    );
  });
}

/** Another's statement answers as if there were none. */
async function opened(
  c: ApiContext,
  counter: CounterPorts,
  then: (view: StatementView) => Response | Promise<Response>,
): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const id = c.req.param("id") ?? "";
  const statement = isRef(id) ? await counter.statements.statements.read(id) : null;
  if (statement === null || !(await mayReadStatements(counter, acting, statement.beneficiary))) return notFound(c);
  const reader = readerOf(acting, `Afrekening lezen: ${statementNumber(statement)}`);
  try {
    return await then(await statementView(counter.statements, statement, reader));
  } catch (error) {
    if (!(error instanceof StatementChanged)) throw error;
    return problemResponse(409, "statement.changed", "This statement is not what was frozen", {
      detail: "Its lines differ from those that were frozen, so nothing of it is shown. Tell the department.",
      requestId: requestIdOf(c),
    });
  }
}

async function ofYear(c: ApiContext, counter: CounterPorts, then: (document: LetterDocument) => Response): Promise<Response> {
  const year = c.req.param("year") ?? "";
  if (!/^\d{4}$/.test(year))
    return problemResponse(400, "field.year", "A field cannot be read", {
      detail: "year: expected 2026.",
      requestId: requestIdOf(c),
    });
  return ofEnterprise(c, counter, async (refs, acting) => {
    for (const ref of refs) {
      const view = await fiscalView(counter.statements, ref, Number(year), readerOf(acting, `Fiscaal overzicht ${year} lezen`));
      if (view !== null) return then(fiscalDocument(view));
    }
    return notFound(c);
  });
}

type Head = Parameters<typeof statementNumber>[0] & {
  readonly cents: number;
  readonly lines: number;
  readonly frozenAt: string;
  readonly linesHash: string;
};

const headJson = (head: Head) => ({
  id: head.statementRef,
  reference: statementNumber(head),
  quarter: fromQuarterNumber(head.quarter),
  amount: euro(cents(head.cents)),
  lineCount: head.lines,
  frozenAt: head.frozenAt,
  linesHash: head.linesHash,
});

function file(content: string | Uint8Array, type: string, name: string): Response {
  return new Response(typeof content === "string" ? content : new Uint8Array(content), {
    headers: { ...FRESH, "content-type": type, "content-disposition": `attachment; filename="${name}"` },
  });
}
