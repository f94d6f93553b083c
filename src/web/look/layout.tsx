// The frame of every page: head, skip link, demonstration mark, header, main column, footer.
import type { Child } from "hono/jsx";
import { languages } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";
import { DemoMark } from "./demo-mark.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { VisitorBar } from "./visitor-bar.tsx";

export interface LayoutProps {
  readonly page: Page;
  /** The page's own title; the product's name is added. */
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description?: string;
  /** Pages above this one, from the home page down; empty on the home page. */
  readonly crumbs?: readonly Crumb[];
  /** True when the form on the page was refused: the title then starts with "Error", so that a screen reader says it first. */
  readonly refused?: boolean;
  /** False on pages that exist at one address only, such as an error page: no language switch then. */
  readonly translated?: boolean;
  readonly children: Child;
}

export function Layout({ page, title, description, crumbs = [], refused = false, translated = true, children }: LayoutProps) {
  const text = frameText(page.language);
  const offer = page.offered === null || !translated ? null : frameText(page.offered).offer;
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${refused ? text.errorPrefix : ""}${title} - ${text.product}`}</title>
        {description === undefined ? null : <meta name="description" content={description} />}
        <meta name="color-scheme" content="light" />
        <link rel="stylesheet" href={page.stylesheet} />
        <link rel="icon" type="image/svg+xml" href="/look/mark.svg" />
        {translated
          ? languages.map((language) => (
              <link rel="alternate" hreflang={language} href={pathIn(language, page.path) + page.query} />
            ))
          : null}
      </head>
      <body>
        <a class="mw-skip" href="#inhoud">
          {text.skip}
        </a>
        {page.demo ? <DemoMark language={page.language} /> : null}
        {page.offered === null || offer === null ? null : (
          <aside class="mw-offer" lang={page.offered} aria-label={offer}>
            <div class="mw-wrap">
              <p>
                <a href={pathIn(page.offered, page.path) + page.query} hreflang={page.offered}>
                  {offer}
                </a>
              </p>
            </div>
          </aside>
        )}
        <VisitorBar page={page} />
        <Header page={page} translated={translated} />
        <main class="mw-main" id="inhoud" tabindex={-1}>
          <div class="mw-wrap">
            {crumbs.length === 0 ? null : <Breadcrumb language={page.language} crumbs={crumbs} here={title} />}
            {children}
          </div>
        </main>
        <Footer page={page} />
      </body>
    </html>
  );
}
