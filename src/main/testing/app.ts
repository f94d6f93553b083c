// Pages and API over a test's counter, with visitors of any role who need no provider to log in.
import { randomUUID } from "node:crypto";
import type {
  LoggedInSession,
  LoginProvider,
  Principal,
  RoleInContext,
  SessionContent,
  SessionStore,
} from "../../access/index.ts";
import { createApi } from "../../api/index.ts";
import type { DepartmentPorts, PaymentCounter } from "../../counter/index.ts";
import type { TestCounter } from "../../counter/testing.ts";
import type { Insz } from "../../kernel/index.ts";
import { createWeb } from "../../web/index.ts";
import { createAnswers, pagesOf } from "../answers.ts";
import { createFigures, type FiguresOptions } from "../figures.ts";
import { createLab } from "../lab.ts";
import { createPaymentCounter } from "../payment-counter.ts";
import { createPrivacy } from "../privacy.ts";
import { createTransition } from "../transition.ts";
import { measureNames } from "../watch/measures.ts";
import type { SystemStatus, Watch } from "../watch/watch.ts";
import { testDepartment } from "./department.ts";

/** Sessions in memory; the token is the key of the map. */
export function memorySessions(): SessionStore {
  const held = new Map<string, { content: SessionContent; subject: string | null }>();
  return {
    async create(content, subject) {
      const token = randomUUID();
      held.set(token, { content, subject });
      return token;
    },
    read: async (token) => held.get(token)?.content ?? null,
    async rotate(token, content, subject) {
      held.delete(token);
      return this.create(content, subject);
    },
    async end(token) {
      held.delete(token);
    },
    async endAll(subject) {
      const own = [...held].filter(([, one]) => one.subject === subject);
      for (const [token] of own) held.delete(token);
      return own.length;
    },
  };
}

export interface TestVisitor {
  readonly cookie: string;
  readonly formKey: string;
}

export type TestApp = ReturnType<typeof testApp>;

export const ORIGIN = "http://localhost:3000";

const outOfOrder = () => Promise.reject(new Error("The provider is out of order"));

/**
 * @param provider - Left out: nobody can log in at it, and visitors are made here.
 * @param how - Who judges tables and where the answers are; as usual when left out.
 */
export function testApp(
  counter: TestCounter,
  department: DepartmentPorts = testDepartment(counter),
  payment: PaymentCounter = createPaymentCounter(counter),
  provider: LoginProvider = { begin: outOfOrder, complete: outOfOrder, logoutUrl: outOfOrder },
  how: Pick<FiguresOptions, "judge" | "answersFolder"> = {},
) {
  const { law, clock, store } = counter;
  const sessions = memorySessions();
  const failures: Error[] = [];
  const onFailure = (error: Error) => void failures.push(error);
  const watch = quietWatch();
  const transition = createTransition({ law, clock, store, demo: true });
  const figures = createFigures({ law, clock, database: store.database, synthetic: true, ...how });
  const lab = createLab({ law, clock, store, demo: true });
  const answers = createAnswers({
    law,
    clock,
    ...figures.mayLag,
    linkages: figures.linkages,
    published: figures.publications,
    ...(how.answersFolder === undefined ? {} : { folder: how.answersFolder }),
  });
  const web = createWeb({
    law,
    clock,
    demo: false,
    stylesheet: { css: "", hash: "x" } as never,
    answers: pagesOf(answers),
    figures,
    lab,
    bodyLimit: 1,
    onFailure,
    payment,
    transition,
    counter,
    watch,
    privacy: createPrivacy({ store, clock }),
    department,
    vdab: counter.vdab,
    login: {
      sessions,
      origin: () => ORIGIN,
      standIn: false,
      providerOrigin: () => null,
      provider,
    },
  });
  const api = createApi({
    payment,
    transition,
    law,
    clock,
    answers,
    figures,
    lab,
    ready: async () => null,
    onFailure,
    counter,
    department,
    watch,
    vdab: counter.vdab,
  });
  return {
    web,
    api,
    figures,
    answers,
    sessions,
    /** What made a request answer 500. */
    failures,
    /** @param person - Who it is; the same person may have several roles. Left out: somebody else for each role. */
    async visitor(active: RoleInContext, insz: Insz | null = null, person?: string): Promise<TestVisitor> {
      const principal: Principal = {
        subject: person ?? `test-${active.role}-${active.organisation}${insz === null ? "" : `-${insz}`}`,
        givenName: "Test",
        familyName: "Syntest",
        insz,
        capacity: "EA",
        organisation: active.organisation === null ? null : { code: active.organisation, name: "Synfirma" },
        roles: [active],
      };
      const session: LoggedInSession = { kind: "session", principal, active, idToken: "none", formKey: "test-form-key" };
      return { cookie: `maatwerk=${await sessions.create(session, principal.subject)}`, formKey: session.formKey };
    },
    get: (path: string, as: TestVisitor | null) =>
      web.request(`${ORIGIN}${path}`, as === null ? {} : { headers: { cookie: as.cookie } }),
    async post(path: string, as: TestVisitor, fields: Readonly<Record<string, string | File>> = {}) {
      const body = new FormData();
      body.set("sleutel", as.formKey);
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return web.request(`${ORIGIN}${path}`, { method: "POST", headers: { cookie: as.cookie, origin: ORIGIN }, body });
    },
  };
}

/** A system of which nothing is known, without alerts. */
function quietWatch(): Watch {
  const measures = Object.fromEntries(measureNames.map((name) => [name, null])) as SystemStatus["measures"];
  const at = "2026-01-01T00:00:00.000Z";
  return {
    status: async () => ({
      at,
      version: "0",
      measures,
      vitals: null,
      readServer: null,
      verified: null,
      backup: null,
      correction: null,
      alerts: [],
    }),
    metrics: async () => "",
  };
}
