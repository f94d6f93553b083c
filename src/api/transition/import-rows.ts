// Single lines of a file of older rights, for the department's programs: opened, corrected, or dropped with a reason.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type By, type Cells, COLUMNS, type ImportRow, type TransitionImports } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { type Cents, euro, isRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused, unauthorized } from "../applicant/asker.ts";
import { type Json, withJson } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { byOf, fteOf } from "./import-parts.ts";
import { IMPORTS } from "./paths.ts";

const MOST_SIGNS = 200;
const MOST_OF_REASON = 2_000;

type Opened = NonNullable<Awaited<ReturnType<TransitionImports["openRow"]>>>;
interface Line {
  readonly id: string;
  readonly line: number;
  readonly by: By;
  readonly opened: Opened;
}

export function importRowRoutes(app: Hono<ApiEnv>, imports: TransitionImports): void {
  const path = `${IMPORTS}/:id/rows/:line`;
  app.get(
    path,
    allow("transition.import", (c: ApiContext) =>
      withLine(c, async ({ opened }) => c.json({ ...rowJson(opened.row), cells: opened.cells })),
    ),
  );
  app.post(
    `${path}/correct`,
    allow("transition.import", (c: ApiContext) =>
      withLine(c, ({ id, line, by, opened }) =>
        withJson(c, async (body) => {
          const wrong = wrongField(body, COLUMNS, MOST_SIGNS);
          if (wrong !== null) return fieldProblem(c, wrong, COLUMNS, MOST_SIGNS);
          const cells = Object.fromEntries(
            COLUMNS.map((column) => [column, String(body[column] ?? opened.cells[column]).trim()]),
          );
          return answered(c, await imports.correctRow(id, line, cells as unknown as Cells, by));
        }),
      ),
    ),
  );
  app.post(
    `${path}/drop`,
    allow("transition.import", (c: ApiContext) =>
      withLine(c, ({ id, line, by }) =>
        withJson(c, async (body) => {
          const wrong = wrongField(body, ["reason"], MOST_OF_REASON);
          if (wrong !== null) return fieldProblem(c, wrong, ["reason"], MOST_OF_REASON);
          return answered(c, await imports.dropRow(id, line, String(body.reason ?? ""), by));
        }),
      ),
    ),
  );

  /** A line that is not there is not found, whatever is asked of it. */
  const withLine = async (c: ApiContext, then: (line: Line) => Promise<Response>): Promise<Response> => {
    const by = byOf(c);
    if (by === null) return unauthorized(c);
    const id = c.req.param("id") ?? "";
    const typed = c.req.param("line") ?? "";
    // Longer numbers are no line of any file, and no number that the records can look for.
    if (!isRef(id) || !/^\d{1,9}$/.test(typed)) return notFound(c);
    const line = Number(typed);
    const opened = await imports.openRow(id, line, by);
    return opened === null ? notFound(c) : then({ id, line, by, opened });
  };
}

const rowJson = ({ line, measure, outcome, fte, cents, reasons }: ImportRow) => ({
  line,
  measure,
  outcome,
  fte: fteOf(fte),
  amount: euro(cents as Cents),
  reasons,
});

function answered(c: ApiContext, done: Awaited<ReturnType<TransitionImports["correctRow"]>>): Response {
  return done.ok ? c.json(rowJson(done.value)) : refused(c, done.error, statusOf(done.error));
}

/** What the moment does not allow is a conflict; what was sent wrongly is not. */
function statusOf(reasons: readonly Reason[]): 409 | 422 {
  return reasons.some((one) => one.id === "import.stage" || one.id === "import.rowUnknown") ? 409 : 422;
}

/** The name of the first field that is not known, is no text, or is too long. */
function wrongField(body: Json, known: readonly string[], most: number): string | null {
  const wrong = Object.entries(body).find(
    ([name, value]) => !known.includes(name) || typeof value !== "string" || value.length > most,
  );
  return wrong === undefined ? null : wrong[0].slice(0, 40);
}

function fieldProblem(c: ApiContext, wrong: string, known: readonly string[], most: number): Response {
  return problemResponse(400, "field", "A field is not known, is not text, or is too long", {
    detail: `${wrong}: fields are ${known.join(", ")}, each as text of at most ${most} characters.`,
    requestId: requestIdOf(c),
  });
}
