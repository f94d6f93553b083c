// VDAB's counter for programs: persons and their indications; the rest stands beside it.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  addEvidence,
  findByName,
  findByNumber,
  isPurpose,
  type OpenedPerson,
  openPerson,
  type Purpose,
  parseFinding,
  parseNewPerson,
  parseRequest,
  parseReviewRequest,
  proposeFor,
  recordFinding,
  requestIndication,
  requestOfNewPerson,
  requestReview,
  type VdabPorts,
} from "../../counter/index.ts";
import type { Indication } from "../../dossier/index.ts";
import { isRef, ownValue, type PersonRef, parseInsz } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { evidenceIn } from "../applicant/evidence.ts";
import { text, withJson } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { adviceRoutes } from "./advice-routes.ts";
import { asking, changing, closed, keyed, refusedBy } from "./asking.ts";
import { vdabBatchRoutes } from "./batch-routes.ts";
import { evaluationRoutes } from "./evaluation-routes.ts";
import * as paths from "./paths.ts";
import { reviewRoutes } from "./review-routes.ts";
import { headersOf, personJson, proposalJson } from "./shapes.ts";
import { workList } from "./work-route.ts";

export function vdabApiRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  app.get(
    paths.WORK,
    allow("finding.see", (c: ApiContext) => asking(c, (acting) => workList(c, ports, acting))),
  );
  // Sent and not in the address: a number or name does not belong there.
  app.post(
    paths.SEARCH,
    allow("finding.see", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, async (acting) => {
          const number = text(body.insz);
          if (number === undefined) {
            const items = await findByName(ports, acting, text(body.name)?.slice(0, 200) ?? "", 20);
            return c.json({ items: items.map(({ personRef, name }) => ({ id: personRef, name })) }, 200, closed);
          }
          const insz = parseInsz(number, "insz");
          if (!insz.ok)
            return problemResponse(400, "insz", "This is no national number", {
              problems: [insz.error],
              requestId: requestIdOf(c),
            });
          const found = await findByNumber(ports, insz.value);
          return c.json({ items: found === null ? [] : [{ id: found, name: null }] }, 200, closed);
        }),
      ),
    ),
  );
  app.post(
    paths.REQUESTS,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, async (acting) => {
          const who = parseNewPerson(body);
          const asked = parseRequest(body, ports.clock.today(), null);
          const files = evidenceIn(body.evidence);
          const wrong = [...(who.ok ? [] : who.error), ...(asked.ok ? [] : asked.error), ...files.wrong];
          if (wrong.length > 0 || !who.ok || !asked.ok) return refused(c, wrong, 400);
          return keyed(c, acting, async ({ commandId }) => {
            const known = await findByNumber(ports, who.value.insz);
            const person = known === null ? null : await openPerson(ports, acting, known, "INDICATION");
            const done =
              person === null
                ? await requestOfNewPerson(ports, acting, who.value, asked.value, files.taken, commandId)
                : await requestIndication(ports, acting, person, asked.value, files.taken, {
                    version: person.version,
                    commandId,
                  });
            if (!done.ok) return refusedBy(c, done.error);
            const id = person?.personRef ?? done.value;
            return c.json({ person: id }, 201, { location: `${paths.VDAB}/persons/${id}` });
          });
        }),
      ),
    ),
  );
  app.get(
    paths.PERSON_FILE,
    allow("finding.see", (c: ApiContext) => asking(c, (acting) => withPerson(c, ports, acting, personAnswer(c, ports)))),
  );
  app.post(
    `${paths.INDICATION}/proposal`,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withIndication(c, ports, acting, async (person, indication) => {
            const request = parseFinding({ ...body, departure: undefined });
            if (!request.ok) return refused(c, request.error, 400);
            const proposed = proposeFor(ports, person, indication, request.value);
            return proposed.ok ? c.json(proposalJson(proposed.value), 200, closed) : refusedBy(c, proposed.error);
          }),
        ),
      ),
    ),
  );
  app.post(
    `${paths.INDICATION}/decision`,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withIndication(c, ports, acting, async (person, indication) => {
            const request = parseFinding(body);
            if (!request.ok) return refused(c, request.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await recordFinding(ports, acting, person, indication, request.value, meta);
              return done.ok ? again(c, ports, acting, person.personRef) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  app.post(
    `${paths.INDICATION}/evidence`,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withIndication(c, ports, acting, async (person, { indicationRef }) => {
            const files = evidenceIn(body.evidence);
            if (files.wrong.length > 0) return refused(c, files.wrong, 400);
            return changing(c, acting, async (meta) => {
              const done = await addEvidence(ports, acting, person, indicationRef, files.taken, meta);
              return done.ok ? again(c, ports, acting, person.personRef) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  app.post(
    `${paths.INDICATION}/reviews`,
    allow("review.handle", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withIndication(c, ports, acting, async (person, { indicationRef }) => {
            const request = parseReviewRequest(body, ports.clock.today());
            if (!request.ok) return refused(c, request.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await requestReview(ports, acting, { person }, indicationRef, request.value, meta);
              return done.ok ? again(c, ports, acting, person.personRef) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  evaluationRoutes(app, ports);
  reviewRoutes(app, ports);
  adviceRoutes(app, ports);
  vdabBatchRoutes(app, ports);
}

/** The purpose is asked of every reader and written to the access log; the person sees it. */
async function withPerson(
  c: ApiContext,
  ports: VdabPorts,
  acting: Acting,
  then: (person: OpenedPerson) => Promise<Response>,
): Promise<Response> {
  const id = c.req.param("person") ?? "";
  const said = c.req.query("purpose");
  const purpose: Purpose | null = said === undefined && c.req.method !== "GET" ? "INDICATION" : isPurpose(said) ? said : null;
  if (purpose === null) {
    return problemResponse(400, "purpose", "Say why you open this file", {
      detail: "purpose is one of INDICATION, EVALUATION, REVIEW, EXPIRY, ADVICE, CATCH_UP, CONVERSION, QUESTION.",
      requestId: requestIdOf(c),
    });
  }
  const person = isRef(id) ? await openPerson(ports, acting, id as string as PersonRef, purpose) : null;
  return person === null ? notFound(c) : then(person);
}

const personAnswer = (c: ApiContext, ports: VdabPorts) => async (person: OpenedPerson) =>
  c.json(personJson(ports.law, person, ports.clock.today()), 200, headersOf(person.version));

async function again(c: ApiContext, ports: VdabPorts, acting: Acting, personRef: PersonRef): Promise<Response> {
  const person = await openPerson(ports, acting, personRef, "INDICATION");
  return person === null ? notFound(c) : personAnswer(c, ports)(person);
}

function withIndication(
  c: ApiContext,
  ports: VdabPorts,
  acting: Acting,
  then: (person: OpenedPerson, indication: Indication) => Promise<Response>,
): Promise<Response> {
  return withPerson(c, ports, acting, (person) => {
    const indication = ownValue(person.state.indications, c.req.param("indication") ?? "");
    return indication === undefined ? Promise.resolve(notFound(c)) : then(person, indication);
  });
}
