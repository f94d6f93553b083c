// Applications through the API: file, list, read, complete, withdraw, report a change; and many at once from a CSV file.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type CounterPorts,
  csvOfReport,
  type Evidence,
  type Following,
  fileApplication,
  fileCsv,
  fileNumber,
  follow,
  listFiles,
  type OpenedFile,
  openFile,
  parseApplication,
  possibleWith,
  quartersOfGrant,
  readCsv,
  registerFirm,
  type Sealing,
  takeEvidence,
} from "../../counter/index.ts";
import { APPLICATION_STATES, type ChangeFacts, type Reason } from "../../dossier/index.ts";
import {
  type FileRef,
  isLanguage,
  isPlainDate,
  isRef,
  type PlainDate,
  parseFraction,
  parseIban,
  parsePlainDate,
  type SealedRef,
} from "../../kernel/index.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { type ApiContext, type ApiEnv, notFound, refused, type Within, withinFirm } from "./asker.ts";
import { etagOf, fileJson, listedJson, quarterJson } from "./shapes.ts";

export const APPLICATIONS = "/api/v1/applications";
export const REGISTRATIONS = "/api/v1/registrations";
export const GRANTS = "/api/v1/grants";

export function applicationRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.post(
    REGISTRATIONS,
    allow("employer.register", (c: ApiContext) =>
      withJson(c, async (body) =>
        withinFirm(c, counter, text(body.enterpriseNumber), async ({ acting, firm }) => {
          const key = commandKey(c, acting.actorRef);
          if (key instanceof Response) return key;
          const registered = await registerFirm(counter, acting, firm, { measure: "IMW", commandId: key });
          if (!registered.ok) return refused(c, registered.error, 422);
          return c.json(
            { enterpriseNumber: firm.kbo, measure: "IMW", registeredOn: firm.registeredOn ?? counter.clock.today() },
            201,
          );
        }),
      ),
    ),
  );
  app.get(
    REGISTRATIONS,
    allow("employer.register", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ firm }) =>
        c.json({
          items:
            firm.registeredOn === null ? [] : [{ enterpriseNumber: firm.kbo, measure: "IMW", registeredOn: firm.registeredOn }],
        }),
      ),
    ),
  );

  app.post(
    APPLICATIONS,
    allow("application.file", (c: ApiContext) =>
      withJson(c, async (body) =>
        withinFirm(c, counter, text(body.enterpriseNumber), async ({ acting, firm }) => {
          const key = commandKey(c, acting.actorRef);
          if (key instanceof Response) return key;
          const input = parseApplication(body);
          const evidence = evidenceIn(body.evidence);
          const wrong = [...(input.ok ? [] : input.error), ...evidence.wrong];
          if (wrong.length > 0 || !input.ok) return refused(c, wrong, 400);
          const filed = await fileApplication(counter, acting, firm, {
            input: input.value,
            evidence: evidence.taken,
            channel: "API",
            commandId: key,
          });
          if (!filed.ok) return refused(c, filed.error, statusOf(filed.error));
          const { fileRef, filedOn, repeated } = filed.value;
          return c.json({ id: fileRef, number: fileNumber(fileRef), status: "PENDING", filedOn }, 201, {
            location: `${APPLICATIONS}/${fileRef}`,
            ...(repeated ? { "idempotent-replayed": "true" } : {}),
          });
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/csv`,
    allow("application.file", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ acting, firm }) => {
        const body = await readBody(c.req.raw);
        if (body.kind !== "bytes") return bodyProblem(c, body.kind);
        const rows = readCsv(body.bytes);
        if (!rows.ok) return refused(c, rows.error, 400);
        const report = await fileCsv(counter, acting, firm, rows.value);
        if ((c.req.header("accept") ?? "").includes("text/csv")) {
          const language = c.req.query("lang");
          return new Response(csvOfReport(report, isLanguage(language) ? language : "en"), {
            headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" },
          });
        }
        return c.json(report);
      }),
    ),
  );
  app.get(
    APPLICATIONS,
    allow("application.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), (within) => list(c, counter, within, false)),
    ),
  );
  app.get(
    GRANTS,
    allow("grant.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), (within) => list(c, counter, within, true)),
    ),
  );
  app.get(
    `${APPLICATIONS}/:id`,
    allow("application.follow", (c: ApiContext) =>
      withinFile(c, counter, async (_within, file) => {
        if (c.req.header("if-none-match") === etagOf(file))
          return new Response(null, { status: 304, headers: { etag: etagOf(file) } });
        return c.json(fileJson(file, possibleWith(counter.law, file, counter.clock.today())), 200, headersOf(file));
      }),
    ),
  );
  app.get(
    `${GRANTS}/:id`,
    allow("grant.follow", (c: ApiContext) =>
      withinFile(c, counter, async (_within, file) => {
        const { grant, application } = file.state;
        if (grant === null || application === null) return notFound(c);
        const { employerRef, personRef } = application;
        const declared = employerRef === null ? [] : await counter.declarations.declarationsOf({ employerRef, personRef });
        const wished = c.req.query("steps");
        const quarters = quartersOfGrant(counter.law, grant, declared, counter.clock.today(), (wished ?? null) as never);
        const { grant: facts, id, number } = fileJson(file, possibleWith(counter.law, file, counter.clock.today()));
        return c.json({ application: id, number, ...facts, quarters: quarters.map(quarterJson) }, 200, headersOf(file));
      }),
    ),
  );
  app.patch(
    `${APPLICATIONS}/:id`,
    allow("application.file", (c: ApiContext) =>
      withJson(c, (body) =>
        changing(c, counter, (within, file, version, key) => {
          const evidence = evidenceIn(body.evidence);
          if (evidence.wrong.length > 0) return Promise.resolve(refused(c, evidence.wrong, 400));
          const answer = text(body.answer)?.slice(0, 5_000) ?? "";
          const { application } = file.state;
          return followed(c, counter, within, file, {
            version,
            commandId: key,
            command: (sealing) => {
              const personRef = application?.personRef ?? "";
              const sealed: SealedRef[] = evidence.taken.map((one) => sealEvidence(sealing, personRef, file.fileRef, one));
              if (answer !== "") sealed.push(sealing.seal(personRef, "answer", { fileRef: file.fileRef, text: answer }));
              const supplied = Array.isArray(body.supplied)
                ? body.supplied.filter((one): one is string => typeof one === "string")
                : (application?.missing ?? []);
              return {
                type: "CompleteApplication",
                fileRef: file.fileRef,
                on: counter.clock.today(),
                completion: { supplied, evidence: sealed },
              };
            },
          });
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/:id/withdraw`,
    allow("application.file", (c: ApiContext) =>
      changing(c, counter, (within, file, version, key) =>
        followed(c, counter, within, file, {
          version,
          commandId: key,
          command: () => ({ type: "WithdrawApplication", fileRef: file.fileRef, on: counter.clock.today() }),
        }),
      ),
    ),
  );
  app.post(
    `${APPLICATIONS}/:id/changes`,
    allow("grant.change", (c: ApiContext) =>
      withJson(c, (body) =>
        changing(c, counter, (within, file, version, key) => {
          const read = readChange(body, file);
          if ("wrong" in read) return Promise.resolve(refused(c, read.wrong, 400));
          return followed(c, counter, within, file, {
            version,
            commandId: key,
            command: (sealing) => ({
              type: "ReportChange",
              fileRef: file.fileRef,
              on: counter.clock.today(),
              effectiveOn: read.effectiveOn,
              change: read.change(sealing),
            }),
          });
        }),
      ),
    ),
  );
}

async function withinFile(
  c: ApiContext,
  counter: CounterPorts,
  then: (within: Within, file: OpenedFile) => Promise<Response>,
): Promise<Response> {
  return withinFirm(c, counter, c.req.query("enterpriseNumber"), async (within) => {
    const id = c.req.param("id") ?? "";
    const file = isRef(id) ? await openFile(counter, within.acting, within.firm, id as string as FileRef) : null;
    return file === null ? notFound(c) : then(within, file);
  });
}

/** A change of an existing file: says which version it builds on (If-Match) and under which key it is done once. */
async function changing(
  c: ApiContext,
  counter: CounterPorts,
  then: (within: Within, file: OpenedFile, version: number, key: string) => Promise<Response>,
): Promise<Response> {
  const match = c.req.header("if-match");
  if (match === undefined) {
    return problemResponse(428, "ifMatch", "Say which version you change", {
      detail: "Send If-Match with the ETag of the application as you read it.",
      requestId: requestIdOf(c),
    });
  }
  return withinFile(c, counter, async (within, file) => {
    const key = commandKey(c, within.acting.actorRef);
    if (key instanceof Response) return key;
    const version = Number(/^"v(\d+)"$/.exec(match)?.[1] ?? "0");
    return then(within, file, version, key);
  });
}

async function followed(
  c: ApiContext,
  counter: CounterPorts,
  { acting, firm }: Within,
  file: OpenedFile,
  following: Following,
): Promise<Response> {
  const done = await follow(counter, acting, firm, file, following);
  if (!done.ok) return refused(c, done.error, done.error.some((one) => one.id === "file.changed") ? 412 : statusOf(done.error));
  const after = await openFile(counter, acting, firm, file.fileRef);
  if (after === null) return notFound(c);
  return c.json(fileJson(after, possibleWith(counter.law, after, counter.clock.today())), 200, headersOf(after));
}

const headersOf = (file: OpenedFile) => ({ etag: etagOf(file), "cache-control": "private, no-store" });

async function list(c: ApiContext, counter: CounterPorts, { acting, firm }: Within, granted: boolean): Promise<Response> {
  const wished = c.req.query("limit") ?? "50";
  const limit = /^\d{1,3}$/.test(wished) ? Number(wished) : 0;
  const after = cursorIn(c.req.query("cursor"));
  const status = c.req.query("status");
  const states = granted
    ? (["GRANTED"] as const)
    : status === undefined
      ? undefined
      : APPLICATION_STATES.filter((one) => one === status);
  if (limit < 1 || limit > 200 || after === "wrong" || states?.length === 0) {
    return problemResponse(400, "query", "The question cannot be read", {
      detail: `limit is 1 to 200; cursor is the nextCursor of the page before; status is one of ${APPLICATION_STATES.join(", ")}.`,
      requestId: requestIdOf(c),
    });
  }
  const files = await listFiles(counter, acting, firm, {
    limit: limit + 1,
    ...(after === null ? {} : { after }),
    ...(states === undefined ? {} : { states }),
  });
  const items = files.slice(0, limit);
  const last = files.length > limit ? items.at(-1) : undefined;
  return c.json(
    {
      items: items.map(listedJson),
      nextCursor: last === undefined ? null : Buffer.from(`${last.filedOn}_${last.fileRef}`).toString("base64url"),
    },
    200,
    { "cache-control": "private, no-store" },
  );
}

function cursorIn(cursor: string | undefined): { filedOn: PlainDate; fileRef: FileRef } | null | "wrong" {
  if (cursor === undefined) return null;
  const [filedOn, fileRef] = Buffer.from(cursor, "base64url").toString("utf8").split("_");
  return isPlainDate(filedOn) && isRef(fileRef) ? { filedOn, fileRef: fileRef as string as FileRef } : "wrong";
}

/** Every command has a key of the sender, so that a message that is sent twice is done once. */
function commandKey(c: ApiContext, actorRef: string): string | Response {
  const key = c.req.header("idempotency-key") ?? "";
  if (/^[\x21-\x7e]{8,100}$/.test(key)) return `api:${actorRef}:${key}`;
  return problemResponse(400, "idempotencyKey", "An Idempotency-Key is needed", {
    detail:
      "Send the header Idempotency-Key: 8 to 100 visible characters, a new one for each command, the same when you try again.",
    requestId: requestIdOf(c),
  });
}

type Json = Readonly<Record<string, unknown>>;

async function withJson(c: ApiContext, then: (body: Json) => Promise<Response>): Promise<Response> {
  const body = await readBody(c.req.raw);
  if (body.kind !== "bytes") return bodyProblem(c, body.kind);
  let json: unknown = null;
  try {
    json = JSON.parse(utf8(body.bytes) ?? "");
  } catch {
    // Said below.
  }
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return then(json as Json);
  return problemResponse(400, "json", "The body is not a JSON object", {
    detail: "Send one JSON object as UTF-8.",
    requestId: requestIdOf(c),
  });
}

function bodyProblem(c: ApiContext, kind: "tooLarge" | "cutOff"): Response {
  return kind === "tooLarge"
    ? problemResponse(413, "bodySize", "The request is too large", { detail: "At most 10 MB.", requestId: requestIdOf(c) })
    : problemResponse(400, "bodyCutOff", "The request was cut off", { detail: "Send it again.", requestId: requestIdOf(c) });
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Files as base64; each is what its bytes say. */
function evidenceIn(value: unknown): { readonly taken: readonly Evidence[]; readonly wrong: readonly Reason[] } {
  const taken: Evidence[] = [];
  const wrong: Reason[] = [];
  for (const one of Array.isArray(value) ? value.slice(0, 10) : []) {
    const { name, content } = (typeof one === "object" && one !== null ? one : {}) as { name?: unknown; content?: unknown };
    const bytes = Buffer.from(text(content) ?? "", "base64");
    const result = takeEvidence(text(name) ?? "", "", new Uint8Array(bytes));
    if (result.ok) taken.push(result.value);
    else wrong.push(...result.error);
  }
  return { taken, wrong };
}

function sealEvidence(sealing: Sealing, personRef: string, fileRef: string, { name, type, bytes }: Evidence): SealedRef {
  const base64 = Buffer.from(bytes).toString("base64");
  return sealing.seal(personRef, "evidence", { fileRef, name, type, size: bytes.length, base64 });
}

type ReadChange =
  | { readonly wrong: readonly Reason[] }
  | { readonly effectiveOn: PlainDate; readonly change: (sealing: Sealing) => ChangeFacts };

function readChange(body: Json, file: OpenedFile): ReadChange {
  const day = parsePlainDate(text(body.effectiveOn) ?? "", "effectiveOn");
  if (!day.ok) return { wrong: [asReason(day.error)] };
  const effectiveOn = day.value;
  const payee = file.state.application?.employerRef ?? file.state.application?.personRef ?? "";
  switch (body.kind) {
    case "HOURS": {
      const fraction = parseFraction(text(body.employmentFraction) ?? "", "employmentFraction");
      if (!fraction.ok) return { wrong: [asReason(fraction.error)] };
      return { effectiveOn, change: () => ({ kind: "HOURS", employmentFraction: fraction.value }) };
    }
    case "CONTRACT_END":
    case "ACTIVITY_STOPPED": {
      const { kind } = body;
      return { effectiveOn, change: () => ({ kind, lastDay: effectiveOn }) };
    }
    case "TAKE_OVER":
      return { effectiveOn, change: () => ({ kind: "TAKE_OVER", acquirerRef: null, lastDay: effectiveOn }) };
    case "ACCOUNT": {
      const account = parseIban(text(body.account) ?? "", "account");
      if (!account.ok) return { wrong: [asReason(account.error)] };
      return {
        effectiveOn,
        change: (sealing) => ({ kind: "ACCOUNT", account: sealing.seal(payee, "account", { iban: account.value }) }),
      };
    }
    case "OTHER": {
      const description = (text(body.description) ?? "").slice(0, 5_000);
      return {
        effectiveOn,
        change: (sealing) => ({
          kind: "OTHER",
          description: sealing.seal(payee, "note", { fileRef: file.fileRef, text: description }),
        }),
      };
    }
    default:
      return { wrong: [unknownKind] };
  }
}

const KINDS = "HOURS, CONTRACT_END, TAKE_OVER, ACTIVITY_STOPPED, ACCOUNT, OTHER";
const unknownKind: Reason = {
  id: "change.kind",
  rule: "",
  field: "kind",
  expected: KINDS,
  message: { nl: "Deze melding bestaat niet", en: "There is no such report", fr: "Cette déclaration n’existe pas" },
  remedy: { nl: `Kies uit ${KINDS}`, en: `Choose from ${KINDS}`, fr: `Choisissez parmi ${KINDS}` },
};

const asReason = (problem: Omit<Reason, "rule" | "remedy">): Reason => ({
  ...problem,
  rule: "",
  remedy: { nl: "Verbeter deze waarde", en: "Correct this value", fr: "Corrigez cette valeur" },
});

/** What stands in the way of the moment is a conflict; what the law does not allow is not. */
function statusOf(reasons: readonly Reason[]): 409 | 422 {
  const conflicts = ["application.secondOpen", "application.grantRuns", "command.reused", "action.notAllowed"];
  return reasons.some((one) => conflicts.includes(one.id)) ? 409 : 422;
}
