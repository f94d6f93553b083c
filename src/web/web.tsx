// All pages in all languages under their stable addresses.
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Clock, type Language, languages } from "../kernel/index.ts";
import { calculateJson, type Law } from "../law/index.ts";
import { AboutPage } from "./about/about-page.tsx";
import { AccessibilityPage } from "./about/accessibility-page.tsx";
import { PrivacyPage } from "./about/privacy-page.tsx";
import { DevelopersPage } from "./developers/developers-page.tsx";
import { ErrorPage } from "./errors/error-page.tsx";
import { glossaryOf } from "./glossary.ts";
import { GlossaryPage } from "./glossary-page/glossary-page.tsx";
import { HomePage } from "./home/home-page.tsx";
import { languageOfPath, pathIn, preferredLanguage } from "./language.ts";
import { fontFile } from "./look/fonts.ts";
import { markSvg } from "./look/mark.tsx";
import type { Stylesheet } from "./look/stylesheet.ts";
import type { Page } from "./page.ts";
import { PartsPage } from "./parts/parts-page.tsx";
import { securityHeaders } from "./security.ts";
import { employerSimulator, selfEmployedSimulator } from "./simulator/routes.tsx";
import { EMPLOYER_PATH, SELF_EMPLOYED_PATH } from "./simulator/tabs.tsx";

export interface WebOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly stylesheet: Stylesheet;
  /** Told of a failure while a page was made; the reader gets a number to quote. */
  readonly onFailure?: (error: Error, requestId: string | null) => void;
  /** Largest request of the API, for its page. */
  readonly bodyLimit: number;
}

const forEver = "public, max-age=31536000, immutable";

export function createWeb(options: WebOptions): Hono {
  const { law, clock, demo, stylesheet } = options;
  const app = new Hono();
  const glossary = glossaryOf(law.rulebook);
  const stylesheetPath = `/look/maatwerk-${stylesheet.hash}.css`;
  app.use("*", securityHeaders);

  const pageOf = (c: Context, language: Language, path: string): Page => {
    const preferred = preferredLanguage(c.req.header("accept-language"));
    return {
      language,
      path,
      query: new URL(c.req.url).search,
      demo,
      offered: preferred === language ? null : preferred,
      stylesheet: stylesheetPath,
      law: { version: law.version, stateOfKnowledge: law.stateOfKnowledge },
    };
  };
  const show = async (c: Context, body: Child, status: 200 | 400 | 404 | 500 | 503 = 200) => {
    c.header("vary", "Accept-Language");
    c.header("cache-control", "no-cache");
    return c.html(`<!doctype html>${await String(body)}`, status);
  };
  const pages = (path: string, make: (page: Page, c: Context) => Child | Promise<Child>) => {
    for (const language of languages) {
      app.get(pathIn(language, path), async (c) => show(c, await make(pageOf(c, language, path), c)));
    }
  };

  app.get(stylesheetPath, (c) =>
    c.body(stylesheet.css, 200, { "content-type": "text/css; charset=utf-8", "cache-control": forEver }),
  );
  app.get("/look/fonts/:name", (c) => {
    const bytes = fontFile(c.req.param("name"));
    return bytes === null ? c.notFound() : c.body(bytes, 200, { "content-type": "font/woff2", "cache-control": forEver });
  });
  app.get("/look/mark.svg", (c) =>
    c.body(markSvg, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }),
  );

  pages("/", (page) => <HomePage page={page} glossary={glossary} />);
  pages("/over", (page) => <AboutPage page={page} />);
  pages("/over/bouwstenen", (page) => <PartsPage page={page} />);
  pages("/toegankelijkheid", (page) => <AccessibilityPage page={page} />);
  pages("/privacy", (page) => <PrivacyPage page={page} />);
  pages("/begrippen", (page) => <GlossaryPage page={page} entries={law.rulebook.glossary} />);
  pages("/api", (page) => <DevelopersPage page={page} example={example(law)} limitMegabytes={options.bodyLimit / 1024 / 1024} />);
  for (const [path, simulator] of [
    [EMPLOYER_PATH, employerSimulator],
    [SELF_EMPLOYED_PATH, selfEmployedSimulator],
  ] as const) {
    for (const language of languages) {
      app.get(pathIn(language, path), (c) => {
        const { body, status } = simulator(pageOf(c, language, path), law, clock.today(), new URL(c.req.url).searchParams);
        return show(c, body, status);
      });
    }
  }

  const failed = (c: Context, kind: "notFound" | "failure", status: 404 | 500) => {
    const { language, path } = languageOfPath(new URL(c.req.url).pathname);
    const requestId = c.res?.headers.get("x-request-id") ?? c.req.header("x-request-id") ?? null;
    return show(
      c,
      <ErrorPage page={pageOf(c, language, path)} kind={kind} requestId={status === 500 ? requestId : null} />,
      status,
    );
  };
  app.notFound((c) => failed(c, "notFound", 404));
  app.onError((error, c) => {
    options.onFailure?.(error, c.req.header("x-request-id") ?? null);
    return failed(c, "failure", 500);
  });
  return app;
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
