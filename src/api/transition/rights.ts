// Older rights one by one for the department's programs: lists, one right with its quarters, and what may be recorded of it.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type OlderRights, RIGHT_ACTS, RIGHT_FIELDS, type RightAct, type RightLine } from "../../counter/index.ts";
import { lastDayOfRight, TRANSITION_MEASURES, type TransitionMeasure } from "../../dossier/index.ts";
import { type Cents, euro, fromQuarterNumber, isPlainDate, isRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused, unauthorized } from "../applicant/asker.ts";
import { commandKey, statusOf, withJson } from "../applicant/request.ts";
import { decimalText } from "../decimal-text.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { ORGANISATIONS, RIGHTS } from "./paths.ts";

const MOST = 500;

export function rightRoutes(app: Hono<ApiEnv>, rights: OlderRights): void {
  app.get(
    RIGHTS,
    allow("transition.import", async (c: ApiContext) => {
      const measure = c.req.query("measure");
      const [employerRef, personRef, after] = ["employerRef", "personRef", "after"].map((name) => c.req.query(name));
      const [lastDay, rightRef] = (after ?? "").split("_");
      const place = isPlainDate(lastDay) && isRef(rightRef) ? { lastDay, rightRef } : null;
      const limit = Number(c.req.query("limit") ?? "100");
      const known = TRANSITION_MEASURES.find((one) => one === measure);
      const wrong =
        (measure !== undefined && known === undefined) ||
        (employerRef !== undefined && !isRef(employerRef)) ||
        (personRef !== undefined && !isRef(personRef)) ||
        (after !== undefined && place === null) ||
        !(Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST);
      if (wrong) {
        return problemResponse(400, "query", "The query is wrong", {
          detail: `measure is one of ${TRANSITION_MEASURES.join(", ")}; employerRef and personRef are references; limit is 1 to ${MOST}; after is the next of the page before.`,
          requestId: requestIdOf(c),
        });
      }
      const items = await rights.list({
        ...(known === undefined ? {} : { measures: [known as TransitionMeasure] }),
        ...(employerRef === undefined ? {} : { employerRef }),
        ...(personRef === undefined ? {} : { personRef }),
        ...(place === null ? {} : { after: place }),
        limit,
      });
      const last = items.at(-1);
      const next = items.length === limit && last?.lastDay != null ? `${last.lastDay}_${last.rightRef}` : null;
      return c.json({ items: items.map(lineJson), next });
    }),
  );
  app.get(
    `${RIGHTS}/:id`,
    allow("transition.import", async (c: ApiContext) => {
      const shown = await rightJson(rights, c.req.param("id") ?? "");
      return shown === null ? notFound(c) : c.json(shown);
    }),
  );
  app.get(
    `${ORGANISATIONS}/:id`,
    allow("transition.import", async (c: ApiContext) => {
      const employerRef = c.req.param("id") ?? "";
      const view = isRef(employerRef) ? await rights.organisation(employerRef) : null;
      if (view === null) return notFound(c);
      return c.json({
        id: employerRef,
        rights: view.rights.map(lineJson),
        lde: view.lde.map(({ year, rights: count, fte, contingent }) => ({
          year,
          rights: count,
          fte: decimalText(fte, 2),
          contingent: decimalText(contingent, 4),
        })),
        sine: {
          workers: view.sineWorkers,
          contingent: view.sine.map(({ reading, fte, inUse }) => ({ reading, fte, inUse })),
        },
      });
    }),
  );
  for (const act of RIGHT_ACTS) {
    app.post(
      `${RIGHTS}/:id/${act}`,
      allow("transition.import", async (c: ApiContext) => {
        const acting = c.get("acting");
        if (acting === null) return unauthorized(c);
        const key = commandKey(c, acting.actorRef);
        if (typeof key !== "string") return key;
        return withJson(c, async (body) => {
          const given = fieldsOf(act, body);
          if (typeof given === "string") {
            return problemResponse(400, "field", "A field is not known or is not text", {
              detail: `${given}: fields are ${RIGHT_FIELDS[act].join(", ") || "none"}, each as text.`,
              requestId: requestIdOf(c),
            });
          }
          const id = c.req.param("id") ?? "";
          const done = await rights.record(id, act, given, { role: acting.role, ref: acting.actorRef }, key);
          if (done === null) return notFound(c);
          return done.ok ? c.json((await rightJson(rights, id)) ?? {}) : refused(c, done.error, statusOf(done.error));
        });
      }),
    );
  }
}

/** The name of the first field that is not one of the act's, or that is no text. */
function fieldsOf(act: RightAct, body: Readonly<Record<string, unknown>>): ((field: string) => string) | string {
  for (const [name, value] of Object.entries(body)) {
    if (!RIGHT_FIELDS[act].includes(name) || typeof value !== "string") return name.slice(0, 40);
  }
  return (field) => (typeof body[field] === "string" ? (body[field] as string) : "");
}

const lineJson = ({ rightRef, grantFrom, grantRef: _, ...line }: RightLine) => ({
  id: rightRef,
  ...line,
  grantFrom: grantFrom === null ? null : fromQuarterNumber(grantFrom),
});

async function rightJson(rights: OlderRights, rightRef: string): Promise<object | null> {
  const opened = isRef(rightRef) ? await rights.open(rightRef) : null;
  if (opened === null) return null;
  const { right, actions, said } = opened;
  const line = await rights.lineOf(rightRef);
  return {
    id: rightRef,
    ...right.facts,
    lastDay: lastDayOfRight(right),
    evaluation: right.evaluation,
    ldeChoice: right.ldeChoice,
    amounts: right.amounts.map(({ cents, per, fromQuarter, throughQuarter }) => ({
      amount: euro(cents),
      per,
      fromQuarter,
      throughQuarter,
    })),
    activity: right.activity,
    converted: right.converted,
    warnedOfEnd: right.warnedOfEnd,
    pendingFile: line?.pendingFile ?? null,
    grant: line?.grantFrom == null ? null : { file: line.grantFile, from: fromQuarterNumber(line.grantFrom) },
    actions,
    said,
    quarters: (await rights.quarters(rightRef, right)).map(({ quarter, by, percentage, cents, reduction }) => ({
      quarter: fromQuarterNumber(quarter),
      by,
      percentage,
      booked: cents === null ? null : euro(cents as Cents),
      reduction: reduction === null ? null : euro(reduction as Cents),
    })),
  };
}
