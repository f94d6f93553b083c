// All pages in all languages under their stable addresses.

import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { allow, enforceAccess, type Role, reachOf } from "../access/index.ts";
import type { CounterPorts, DepartmentPorts, FiguresPorts, PaymentCounter, PrivacyPorts, VdabPorts } from "../counter/index.ts";
import { type Clock, isOutage, type Language } from "../kernel/index.ts";
import { type ComputeLab, computeLab, type LabPorts, openGate } from "../lab/index.ts";
import { type CaseBook, calculateJson, type Law } from "../law/index.ts";
import type { Transition, Watch } from "../main/index.ts";
import { AboutPage } from "./about/about-page.tsx";
import { AccessibilityPage } from "./about/accessibility-page.tsx";
import { PrivacyPage } from "./about/privacy-page.tsx";
import { keptLatest, latestAnswers, numbersOnce } from "./answer/latest-answers.ts";
import { ANY_ANSWER_PATH } from "./answer/path.ts";
import { type AskAnswer, answerAt } from "./answer/routes.tsx";
import { DevelopersPage } from "./developers/developers-page.tsx";
import { makeDoor, type PageHandler, type Shown, seeOther, type Unchanging, unchanging, type WebContext } from "./door.tsx";
import { ErrorPage } from "./errors/error-page.tsx";
import { glossaryOf } from "./glossary.ts";
import { GlossaryPage } from "./glossary-page/glossary-page.tsx";
import { HomePage } from "./home/home-page.tsx";
import { keptPages } from "./kept-pages.ts";
import { languageOfPath, pathIn, preferredLanguage } from "./language.ts";
import { fontFile } from "./look/fonts.ts";
import { listKeysScript } from "./look/list-keys.tsx";
import { markSvg } from "./look/mark.tsx";
import type { Stylesheet } from "./look/stylesheet.ts";
import type { Page, PageVisitor } from "./page.ts";
import { APPLICANT_PATH, applicantRoutes } from "./pages/applicant/routes.tsx";
import { DEPARTMENT_PATH, departmentRoutes, SEARCH_PATH } from "./pages/department/routes.tsx";
import { docsRoutes } from "./pages/docs/routes.tsx";
import { publicationOf, releasedOf } from "./pages/figures/desk.ts";
import { figureRoutes, WORK_PATH } from "./pages/figures/routes.tsx";
import { keyRoutes } from "./pages/keys/routes.tsx";
import { lawRoutes } from "./pages/law/routes.tsx";
import { postRoutes } from "./pages/letters/post-page.tsx";
import { letterRoutes } from "./pages/letters/routes.tsx";
import { statementRoutes } from "./pages/letters/statement-routes.tsx";
import { forbiddenPage, loginRoutes } from "./pages/login/routes.tsx";
import { OPERATOR_PATH, operatorRoutes } from "./pages/operator/routes.tsx";
import { PAYMENT_PATH, paymentRoutes } from "./pages/payment/routes.tsx";
import { PERSON_PATH, personRoutes } from "./pages/person/routes.tsx";
import { RECORDS_PATH } from "./pages/policy/paths.ts";
import { policyRecordsRoutes } from "./pages/policy/records-routes.tsx";
import { policyRoutes } from "./pages/policy/routes.tsx";
import { PRIVACY_DESK_PATH } from "./pages/privacy-desk/paths.ts";
import { privacyDeskRoutes } from "./pages/privacy-desk/routes.tsx";
import { transitionRoutes } from "./pages/transition/routes.tsx";
import { ADVICE_PATH, VDAB_PATH, vdabRoutes } from "./pages/vdab/routes.tsx";
import { PartsPage } from "./parts/parts-page.tsx";
import { securityHeaders, setOnAnswer } from "./security.ts";
import { employerSimulator, selfEmployedSimulator } from "./simulator/routes.tsx";
import { EMPLOYER_PATH, SELF_EMPLOYED_PATH } from "./simulator/tabs.tsx";
import { type Visitor, visitorOf, type WebEnv, type WebLogin } from "./visitor.ts";

export interface WebOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly stylesheet: Stylesheet;
  readonly answers: AskAnswer;
  /** The worked cases of the law; left out: no pages about the law. */
  readonly cases?: () => Promise<CaseBook>;
  /** Left out: nobody can log in here. */
  readonly login?: WebLogin;
  /** Left out: no counters. */
  readonly counter?: CounterPorts;
  /** Left out: no counter of older rights. */
  readonly transition?: Transition;
  /** Left out: nobody watches the system from here. */
  readonly watch?: Watch;
  /** Left out: no counter of the department. */
  readonly department?: DepartmentPorts;
  /** Left out: no desk of the data-protection officer. */
  readonly privacy?: PrivacyPorts;
  /** Left out: no pages about figures beside the answer. */
  readonly figures?: FiguresPorts;
  /** Left out: the policy page computes over invented people only. */
  readonly lab?: LabPorts;
  /** Computes the public policy page over invented people; left out, on the thread that answers. */
  readonly policy?: ComputeLab;
  /** Left out: no payment counter. */
  readonly payment?: PaymentCounter;
  /** Told of a failure while a page was made; the reader gets a number to quote. */
  readonly onFailure?: (error: Error, requestId: string | null) => void;
  /** Left out: without the counter of VDAB and the person's page. */
  readonly vdab?: VdabPorts;
  /** Largest request of the API, for its page. */
  readonly bodyLimit: number;
}

const forEver = "public, max-age=31536000, immutable";

export function createWeb(options: WebOptions): Hono<WebEnv> {
  const { law, clock, demo, stylesheet, login = null, counter = null, department } = options;
  const app = new Hono<WebEnv>();
  const glossary = glossaryOf(law.rulebook);
  const stylesheetPath = `/look/maatwerk-${stylesheet.hash}.css`;
  app.use(
    "*",
    securityHeaders(() => login?.providerOrigin() ?? null),
  );
  app.use("*", async (c, next) => {
    c.set("visitor", await visitorOf(c, login));
    await next();
    // A page that names its reader is nobody else's.
    if (c.get("visitor") !== null) setOnAnswer(c, "cache-control", "private, no-store");
  });
  app.use(
    "*",
    enforceAccess(
      (c) => {
        const visitor = (c as WebContext).get("visitor");
        return visitor === null ? null : { role: visitor.session.active.role };
      },
      (c, verdict) => {
        const { language, path } = languageOfPath(new URL(c.req.url).pathname);
        const back = encodeURIComponent(
          c.req.method === "GET" ? pathIn(language, path) + new URL(c.req.url).search : pathIn(language, "/mijn"),
        );
        if (verdict === "login") return seeOther(`${pathIn(language, "/aanmelden")}?terug=${back}`);
        return show(c as WebContext, { status: 403, body: forbiddenPage(pageOf(c as WebContext, language, path)) });
      },
    ),
  );

  const pageOf = (c: WebContext, language: Language, path: string): Page => {
    const preferred = preferredLanguage(c.req.header("accept-language"));
    return {
      language,
      path,
      query: new URL(c.req.url).search,
      demo,
      offered: preferred === language ? null : preferred,
      stylesheet: stylesheetPath,
      login: login === null ? null : { visitor: pageVisitor(c.get("visitor") ?? null) },
      law: { version: law.version, stateOfKnowledge: law.stateOfKnowledge },
    };
  };
  const kept = keptPages();
  const textOf = async (body: Child): Promise<string> => `<!doctype html>${await String(body)}`;
  const show = async (c: WebContext, shown: Shown): Promise<Response> => {
    if (shown instanceof Response) return shown;
    c.header("vary", "Accept-Language");
    c.header("cache-control", "no-cache");
    if (isUnchanging(shown)) {
      const { language, path } = languageOfPath(new URL(c.req.url).pathname);
      const make = () => textOf(shown.make());
      return c.html(await kept.text(shown.on, pageOf(c, language, path), clock.today(), make));
    }
    const { status, body } = isPageWithStatus(shown) ? shown : { status: 200 as const, body: shown };
    return c.html(await textOf(body), status);
  };
  const door = makeDoor(app, { pageOf, show });
  /** A page that everybody may see. */
  const pages = (path: string, make: PageHandler) => door.page(path, "everyone", make);
  /** One that rests on the law alone. */
  const lasting = (path: string, make: (page: Page) => Child) => pages(path, (page) => unchanging(law, () => make(page)));

  const file = (path: string, give: (c: Context<WebEnv, "/look/fonts/:name">) => Response | Promise<Response>) =>
    app.get(path as "/look/fonts/:name", allow("everyone", give));
  file(stylesheetPath, (c) =>
    c.body(stylesheet.css, 200, { "content-type": "text/css; charset=utf-8", "cache-control": forEver }),
  );
  file("/look/fonts/:name", (c) => {
    const bytes = fontFile(c.req.param("name"));
    return bytes === null ? c.notFound() : c.body(bytes, 200, { "content-type": "font/woff2", "cache-control": forEver });
  });
  file(listKeysScript.path, (c) =>
    c.body(listKeysScript.text, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": forEver }),
  );
  file("/look/mark.svg", (c) =>
    c.body(markSvg, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }),
  );

  const { figures } = options;
  const numberOf = numbersOnce(async (releaseRef) => (figures === undefined ? null : publicationOf(figures, releaseRef)));
  const latest = keptLatest(async () => (figures === undefined ? [] : latestAnswers(await releasedOf(figures), numberOf)));
  pages("/", async (page) => {
    const released = await latest();
    return unchanging(released, () => <HomePage page={page} glossary={glossary} answers={released} />);
  });
  lasting("/over", (page) => <AboutPage page={page} />);
  lasting("/over/bouwstenen", (page) => <PartsPage page={page} />);
  lasting("/toegankelijkheid", (page) => <AccessibilityPage page={page} />);
  lasting("/privacy", (page) => <PrivacyPage page={page} />);
  lasting("/begrippen", (page) => <GlossaryPage page={page} entries={law.rulebook.glossary} />);
  lasting("/api", (page) => (
    <DevelopersPage page={page} example={example(law)} limitMegabytes={options.bodyLimit / 1024 / 1024} />
  ));
  for (const [path, simulator] of [
    [EMPLOYER_PATH, employerSimulator],
    [SELF_EMPLOYED_PATH, selfEmployedSimulator],
  ] as const) {
    pages(path, (page, c) => {
      const shown = () => simulator(page, law, clock.today(), new URL(c.req.url).searchParams);
      return page.query === "" ? unchanging(law, () => shown().body) : shown();
    });
  }
  pages(ANY_ANSWER_PATH, async (page, c) => {
    const inside = reachOf(c.get("visitor")?.session.active.role ?? null, "figure.ask") !== null;
    const query = new URL(c.req.url).searchParams;
    return (
      (await answerAt(page, c.req.param("id") ?? "", query, clock.today(), inside, options.answers)) ?? (c.notFound() as Response)
    );
  });
  docsRoutes(door, (page) => <ErrorPage page={page} kind="notFound" requestId={null} />);
  const compute = options.policy ?? ((job) => computeLab(law, openGate, job));
  policyRoutes(door, app, { law, clock, compute, records: options.lab?.kept !== undefined });
  if (options.lab?.kept !== undefined) policyRecordsRoutes(door, options.lab, options.lab.kept);
  if (options.cases !== undefined) lawRoutes(door, { law, clock, cases: options.cases });
  if (login !== null) loginRoutes(door, login, ({ active }) => startOf(active.role));
  if (counter !== null) {
    applicantRoutes(door, { counter, law });
    keyRoutes(door, counter.tokens, APPLICANT_PATH);
    postRoutes(door, { counter });
    statementRoutes(door, { counter });
    letterRoutes(door, { counter, ...(options.vdab === undefined ? {} : { vdab: options.vdab }) });
  }
  if (options.transition !== undefined) transitionRoutes(door, options.transition, counter);
  if (options.payment !== undefined) paymentRoutes(door, { counter: options.payment, law });
  if (options.watch !== undefined) operatorRoutes(door, options.watch);
  if (department !== undefined) departmentRoutes(door, department);
  if (options.privacy !== undefined) privacyDeskRoutes(door, options.privacy);
  if (options.figures !== undefined) {
    const accounts = options.payment?.accounts ?? null;
    figureRoutes(door, options.figures, () => login?.origin() ?? "", accounts);
  }
  if (options.vdab !== undefined) {
    vdabRoutes(door, { vdab: options.vdab, law });
    personRoutes(door, { vdab: options.vdab, law });
  }

  const failed = (c: WebContext, kind: "notFound" | "failure" | "notReady", status: 404 | 500 | 503) => {
    const { language, path } = languageOfPath(new URL(c.req.url).pathname);
    return show(c, {
      status,
      body: <ErrorPage page={pageOf(c, language, path)} kind={kind} requestId={status === 404 ? null : requestIdOf(c)} />,
    });
  };
  app.notFound((c) => failed(c, "notFound", 404));
  app.onError((error, c) => {
    options.onFailure?.(error, requestIdOf(c));
    return isOutage(error) ? failed(c, "notReady", 503) : failed(c, "failure", 500);
  });
  return app;
}

const PAYMENT_ROLES: ReadonlySet<Role> = new Set<Role>(["paymentOfficer", "paymentApprover", "auditor"]);

/** Where a role finds its work after logging in; null: nothing of its own yet. */
function startOf(role: Role): string | null {
  if (reachOf(role, "system.status") !== null) return OPERATOR_PATH;
  if (PAYMENT_ROLES.has(role)) return PAYMENT_PATH;
  if (reachOf(role, "processing.register") !== null) return PRIVACY_DESK_PATH;
  if (reachOf(role, "application.file") !== null) return APPLICANT_PATH;
  if (reachOf(role, "application.decide") !== null) return DEPARTMENT_PATH;
  if (reachOf(role, "lab.run") !== null) return RECORDS_PATH;
  if (reachOf(role, "figure.ask") !== null) return WORK_PATH;
  if (reachOf(role, "finding.see") !== null) return VDAB_PATH;
  if (reachOf(role, "advice.record") !== null) return ADVICE_PATH;
  if (reachOf(role, "person.tickets.see") !== null) return PERSON_PATH;
  return reachOf(role, "application.search") === null ? null : SEARCH_PATH;
}

function pageVisitor(visitor: Visitor | null): PageVisitor | null {
  if (visitor === null) return null;
  const { principal, active, formKey } = visitor.session;
  const own = principal.organisation;
  return {
    name: `${principal.givenName} ${principal.familyName}`.trim(),
    role: active.role,
    organisation: active.organisation !== null && own?.code === active.organisation ? own.name : active.organisation,
    formKey,
    manyRoles: principal.roles.length > 1,
  };
}

const isUnchanging = (shown: Shown): shown is Unchanging => typeof shown === "object" && shown !== null && "make" in shown;

const isPageWithStatus = (shown: Shown): shown is Extract<Shown, { readonly body: Child; readonly status: number }> =>
  typeof shown === "object" && shown !== null && "status" in shown && "body" in shown;

/** The number that the process gave the request; the reader quotes it. */
function requestIdOf(c: Context): string | null {
  return (c.env as { readonly requestId?: string } | undefined)?.requestId ?? null;
}

/** The example of the API's page, computed by the law that the page speaks of. */
function example(law: Law): { request: string; answer: string } {
  const request = {
    scheme: "employer",
    package: "P5",
    guidanceNeed: "HIGH",
    startQuarter: "2023-Q3",
    quarter: "2024-Q1",
    employmentFraction: "0.8",
    performedFraction: "0.75",
    grossWage: "9000.00",
    employerContributions: "2250.00",
    contributionReductions: "600.00",
    inServiceFrom: "2024-01-01",
  };
  return { request: JSON.stringify(request, null, 2), answer: JSON.stringify(calculateJson(law, request), null, 2) };
}
