// VDAB's counter for programs: work, persons, indications, evaluations, reviews, advices, the catch-up.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  addEvidence,
  adviseReview,
  type BatchLine,
  type BatchStore,
  decideReviewOf,
  findByName,
  findByNumber,
  giveAdvice,
  isPurpose,
  type OpenedPerson,
  openFileOfGrant,
  openPerson,
  openReviewPlace,
  ownAdvices,
  type Portion,
  type Purpose,
  parseAdvice,
  parseEvaluation,
  parseFinding,
  parseNewPerson,
  parseRequest,
  parseReviewAdvice,
  parseReviewDecision,
  parseReviewRequest,
  proposeFor,
  type ReviewPlace,
  recordEvaluation,
  recordFinding,
  requestIndication,
  requestOfNewPerson,
  requestReview,
  reviewsOf,
  runConversions,
  runPortion,
  startCatchUp,
  startConversions,
  tryConversions,
  VDAB_WORK_KINDS,
  type VdabPorts,
  type VdabWorkCursor,
  vdabWorkPage,
  versionOf,
} from "../../counter/index.ts";
import type { Indication, Review } from "../../dossier/index.ts";
import {
  asRef,
  type FileRef,
  isPlainDate,
  isRef,
  newRef,
  type PersonRef,
  parseInsz,
  type ReviewRef,
} from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { evidenceIn } from "../applicant/evidence.ts";
import { text, withJson } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { asking, changing, keyed, refusedBy } from "./asking.ts";
import * as paths from "./paths.ts";
import { evaluationJson, headersOf, personJson, proposalJson, reviewJson, workJson } from "./shapes.ts";

const closed = { "cache-control": "private, no-store" };

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
  batchRoutes(app, paths.CATCH_UPS, {
    store: ports.catchUps,
    start: (acting, id) => startCatchUp(ports, acting, id),
    portion: (acting, id) => runPortion(ports, acting, id),
  });
  batchRoutes(app, paths.CONVERSIONS, {
    store: ports.conversions,
    start: (acting, id) => startConversions(ports, acting, id),
    portion: (acting, id) => runConversions(ports, acting, id),
    tryOut: (id) => tryConversions(ports, id),
  });
}

async function workList(c: ApiContext, ports: VdabPorts, acting: Acting): Promise<Response> {
  const wished = c.req.query("limit") ?? "50";
  const limit = /^\d{1,3}$/.test(wished) ? Number(wished) : 0;
  const kind = c.req.query("kind") ?? null;
  const known = VDAB_WORK_KINDS.find((one) => one === kind) ?? null;
  const until = c.req.query("until") ?? null;
  const assignee = c.req.query("assignee") ?? null;
  const after = cursorIn(c.req.query("cursor"));
  const wrong =
    limit < 1 ||
    limit > 200 ||
    (kind !== null && known === null) ||
    (until !== null && !isPlainDate(until)) ||
    ![null, "me", "nobody"].includes(assignee) ||
    after === "wrong";
  if (wrong || (until !== null && !isPlainDate(until))) {
    return problemResponse(400, "query", "The question cannot be read", {
      detail: `limit is 1 to 200; kind is one of ${VDAB_WORK_KINDS.join(", ")}; until is a day; assignee is me or nobody; cursor is the nextCursor of the page before.`,
      requestId: requestIdOf(c),
    });
  }
  const page = await vdabWorkPage(ports, acting, {
    kind: known,
    until,
    assignee: assignee === null ? null : assignee === "me" ? { ref: acting.actorRef } : "NOBODY",
    after,
    limit,
  });
  const last = page.more ? page.lines.at(-1) : undefined;
  const nextCursor =
    last === undefined ? null : Buffer.from(`${last.deadline ?? ""}_${last.since}_${last.workRef}`).toString("base64url");
  return c.json({ items: page.lines.map(workJson), nextCursor }, 200, closed);
}

function cursorIn(cursor: string | undefined): VdabWorkCursor | null | "wrong" {
  if (cursor === undefined) return null;
  const [deadline = "", since, workRef] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  if (!isPlainDate(since) || !isRef(workRef)) return "wrong";
  return { deadline: isPlainDate(deadline) ? deadline : null, since, workRef };
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
    const indication = person.state.indications[c.req.param("indication") ?? ""];
    return indication === undefined ? Promise.resolve(notFound(c)) : then(person, indication);
  });
}

function evaluationRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  const withEvaluation = async (
    c: ApiContext,
    acting: Acting,
    then: (...of: Parameters<typeof evaluationJson>) => Promise<Response>,
  ): Promise<Response> => {
    const id = c.req.param("file") ?? "";
    const file = isRef(id) ? await openFileOfGrant(ports, acting, id as string as FileRef, "EVALUATION") : null;
    const evaluation = file?.state.evaluations[c.req.param("evaluation") ?? ""];
    return file === null || evaluation === undefined ? notFound(c) : then(file, evaluation);
  };
  const answer =
    (c: ApiContext) =>
    async (...[file, evaluation]: Parameters<typeof evaluationJson>) =>
      c.json(evaluationJson(file, evaluation), 200, headersOf(file.version));
  app.get(
    paths.EVALUATION,
    allow("finding.see", (c: ApiContext) => asking(c, (acting) => withEvaluation(c, acting, answer(c)))),
  );
  app.post(
    paths.EVALUATION,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withEvaluation(c, acting, async (file, evaluation) => {
            const input = parseEvaluation(body);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await recordEvaluation(ports, acting, file, evaluation, input.value, meta);
              return done.ok ? withEvaluation(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
}

function reviewRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  const withReview = async (
    c: ApiContext,
    acting: Acting,
    then: (place: ReviewPlace, review: Review) => Promise<Response>,
  ): Promise<Response> => {
    const stream = c.req.param("stream") ?? "";
    const place = isRef(stream) ? await openReviewPlace(ports, acting, stream) : null;
    const review = place === null ? undefined : reviewsOf(place)[c.req.param("review") ?? ""];
    return place === null || review === undefined ? notFound(c) : then(place, review);
  };
  const answer = (c: ApiContext) => async (place: ReviewPlace, review: Review) =>
    c.json({ ...reviewJson(review), version: versionOf(place) }, 200, headersOf(versionOf(place)));
  app.get(
    paths.REVIEW,
    allow("review.handle", (c: ApiContext) => asking(c, (acting) => withReview(c, acting, answer(c)))),
  );
  app.post(
    `${paths.REVIEW}/advice`,
    allow("review.handle", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withReview(c, acting, async (place, review) => {
            const input = parseReviewAdvice(body);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await adviseReview(ports, acting, place, asRef<ReviewRef>(review.reviewRef), input.value, meta);
              return done.ok ? withReview(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  app.post(
    `${paths.REVIEW}/decision`,
    allow("review.handle", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withReview(c, acting, async (place, review) => {
            const input = parseReviewDecision(body, review.subject);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await decideReviewOf(ports, acting, place, review, input.value, meta);
              return done.ok ? withReview(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
}

function adviceRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  app.get(
    paths.ADVICES,
    allow("advice.record", (c: ApiContext) =>
      asking(c, async (acting) => {
        const items = await ownAdvices(ports, acting, 200);
        return c.json(
          { items: items.map(({ adviceRef, advisedOn, name }) => ({ id: adviceRef, advisedOn, name })) },
          200,
          closed,
        );
      }),
    ),
  );
  app.post(
    paths.ADVICES,
    allow("advice.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, async (acting) => {
          const input = parseAdvice(body);
          if (!input.ok) return refused(c, input.error, 400);
          return keyed(c, acting, async ({ commandId }) => {
            const done = await giveAdvice(ports, acting, input.value, commandId);
            return done.ok ? c.json({ advisedOn: input.value.advisedOn }, 201) : refusedBy(c, done.error);
          });
        }),
      ),
    ),
  );
}

/** Supervised batches: begun, tried out, worked portion after portion. */
function batchRoutes(
  app: Hono<ApiEnv>,
  path: string,
  batches: {
    readonly store: BatchStore<unknown>;
    start(acting: Acting, id: string): Promise<void>;
    portion(acting: Acting, id: string): Promise<Portion | null>;
    tryOut?(id: string): Promise<readonly BatchLine[]>;
  },
): void {
  const { store, tryOut } = batches;
  app.post(
    path,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, async (acting) => {
        const id = newRef();
        await batches.start(acting, id);
        return c.json({ id }, 201, { location: `${path}/${id}` });
      }),
    ),
  );
  app.get(
    `${path}/:batch`,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, async () => {
        const id = c.req.param("batch") ?? "";
        const batch = isRef(id) ? await store.read(id) : null;
        if (batch === null) return notFound(c);
        const lines = await store.lines(id, 1_000);
        return c.json({ id, startedAt: batch.startedAt, counts: batch.counts, lines }, 200, closed);
      }),
    ),
  );
  if (tryOut !== undefined) {
    app.get(
      `${path}/:batch/try`,
      allow("catchUp.run", (c: ApiContext) =>
        asking(c, async () => {
          const id = c.req.param("batch") ?? "";
          if (!isRef(id) || (await store.read(id)) === null) return notFound(c);
          return c.json({ id, lines: await tryOut(id) }, 200, closed);
        }),
      ),
    );
  }
  app.post(
    `${path}/:batch/portions`,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, async (acting) => {
        const id = c.req.param("batch") ?? "";
        const done = isRef(id) ? await batches.portion(acting, id) : null;
        if (done === null) return notFound(c);
        return c.json({ id, counts: done.batch.counts, lines: done.lines, finished: done.finished }, 200, closed);
      }),
    ),
  );
}
