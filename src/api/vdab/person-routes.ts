// The person's own file for programs; a guardian names the person.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  accessPage,
  addEvidence,
  firstRequestFor,
  type OpenedPerson,
  openOwn,
  parseNewPerson,
  parseRequest,
  parseReviewRequest,
  requestIndication,
  requestOfNewPerson,
  requestReview,
  type VdabPorts,
} from "../../counter/index.ts";
import { isInstant, isRef, ownValue, type PersonRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { evidenceIn } from "../applicant/evidence.ts";
import { text, withJson } from "../applicant/request.ts";
import { lineJson } from "../documents/line.ts";
import { asking, changing, keyed, refusedBy } from "./asking.ts";
import { PERSON } from "./paths.ts";
import { headersOf, personJson } from "./shapes.ts";

export function personApiRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  app.get(
    PERSON,
    allow("person.tickets.see", (c: ApiContext) => asking(c, (acting) => withOwn(c, ports, acting, answer(c, ports)))),
  );
  app.get(
    `${PERSON}/access`,
    allow("person.accessLog.see", (c: ApiContext) =>
      asking(c, (acting) =>
        withOwn(c, ports, acting, async ({ personRef }) => {
          const cursor = c.req.query("cursor");
          const page = await accessPage(ports, personRef, isInstant(cursor) ? cursor : null);
          return c.json({ items: page.lines, nextCursor: page.before }, 200, { "cache-control": "private, no-store" });
        }),
      ),
    ),
  );
  app.get(
    `${PERSON}/documents`,
    allow("person.tickets.see", (c: ApiContext) =>
      asking(c, (acting) =>
        withOwn(c, ports, acting, async ({ personRef }) => {
          const lines = await ports.letters.list({ personRef });
          return c.json({ items: lines.map(lineJson) }, 200, { "cache-control": "private, no-store" });
        }),
      ),
    ),
  );
  app.post(
    `${PERSON}/indications`,
    allow("person.indication.request", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, async (acting) => {
          const input = parseRequest({ ...body, requestedOn: undefined }, ports.clock.today(), "API");
          const files = evidenceIn(body.evidence);
          const wrong = [...(input.ok ? [] : input.error), ...files.wrong];
          if (wrong.length > 0 || !input.ok) return refused(c, wrong, 400);
          const opened = await openOwn(ports, acting, wishedIn(c));
          if (opened !== null && !opened.ok) return refused(c, opened.error, 503);
          if (opened !== null) {
            const person = opened.value;
            return changing(c, acting, async (meta) => {
              const done = await requestIndication(ports, acting, person, input.value, files.taken, meta);
              return done.ok ? again(c, ports, acting) : refusedBy(c, done.error);
            });
          }
          if (wishedIn(c) !== null || acting.insz === null) return notFound(c);
          // A guardian names the ward whom the records do not hold yet; anybody else asks for the own person only.
          const who = parseNewPerson({ ...body, insz: acting.role === "guardian" ? body.insz : acting.insz });
          if (!who.ok) return refused(c, who.error, 400);
          const allowed = acting.role === "guardian" ? await firstRequestFor(ports, acting, who.value.insz) : null;
          if (allowed?.ok === false) return refusedBy(c, allowed.error);
          return keyed(c, acting, async ({ commandId }) => {
            const done = await requestOfNewPerson(ports, acting, who.value, input.value, files.taken, commandId);
            return done.ok ? again(c, ports, acting, done.value) : refusedBy(c, done.error);
          });
        }),
      ),
    ),
  );
  app.post(
    `${PERSON}/indications/:indication/evidence`,
    allow("person.indication.request", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withOwn(c, ports, acting, async (person) => {
            const indication = ownValue(person.state.indications, c.req.param("indication") ?? "");
            if (indication === undefined) return notFound(c);
            const files = evidenceIn(body.evidence);
            if (files.wrong.length > 0) return refused(c, files.wrong, 400);
            return changing(c, acting, async (meta) => {
              const done = await addEvidence(ports, acting, person, indication.indicationRef, files.taken, meta);
              return done.ok ? again(c, ports, acting) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  app.post(
    `${PERSON}/reviews`,
    allow("person.review.ask", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withOwn(c, ports, acting, async (person) => {
            const input = parseReviewRequest({ ...body, requestedOn: undefined }, ports.clock.today());
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const about = text(body.indication) ?? "";
              const done = await requestReview(ports, acting, { person }, about, input.value, meta);
              return done.ok ? again(c, ports, acting) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
}

/** Of a guardian: whose file. */
function wishedIn(c: ApiContext): PersonRef | null {
  const id = c.req.query("person");
  return isRef(id) ? (id as string as PersonRef) : null;
}

/** Another's file answers as if it did not exist. */
async function withOwn(
  c: ApiContext,
  ports: VdabPorts,
  acting: Acting,
  then: (person: OpenedPerson) => Promise<Response>,
  wished: PersonRef | null = wishedIn(c),
): Promise<Response> {
  const opened = await openOwn(ports, acting, wished);
  if (opened === null) return notFound(c);
  return opened.ok ? then(opened.value) : refused(c, opened.error, 503);
}

const answer = (c: ApiContext, ports: VdabPorts) => async (person: OpenedPerson) =>
  c.json(personJson(ports.law, person, ports.clock.today()), 200, headersOf(person.version));

const again = (c: ApiContext, ports: VdabPorts, acting: Acting, wished?: PersonRef) =>
  withOwn(c, ports, acting, answer(c, ports), wished);
