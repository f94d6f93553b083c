// How an area of pages is put into the web: in every language, with who may use it, and with the guards of every form.
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Child } from "hono/jsx";
import { allow, isFormKey, isOwnOrigin, type RouteAccess } from "../access/index.ts";
import { ARRIVAL_LIMIT, type Arrivals } from "../counter/index.ts";
import { type Language, languages, Refusal } from "../kernel/index.ts";
import { languageOfPath, pathIn } from "./language.ts";
import { FORM_KEY } from "./look/form-key.tsx";
import type { Page } from "./page.ts";
import { NoticePage } from "./pages/login/notice-page.tsx";
import { loginText } from "./text/login.ts";
import { readUpload, type SentUpload } from "./upload.ts";
import type { Visitor, WebEnv } from "./visitor.ts";

export type WebContext = Context<WebEnv>;

/** What a handler gives: a page, a page with a status of its own, or an answer that is no page. */
export type Shown =
  | Child
  | Unchanging
  | { readonly status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503; readonly body: Child }
  | Response;

/** A page that is the same for every stranger as long as `on` is the same thing, such as the law or a release. */
export interface Unchanging {
  readonly on: object;
  readonly make: () => Child;
}

export const unchanging = (on: object, make: () => Child): Unchanging => ({ on, make });

export type PageHandler = (page: Page, c: WebContext) => Shown | Promise<Shown>;
export type UploadHandler = (page: Page, c: WebContext, sent: SentUpload | Refusal) => Shown | Promise<Shown>;
export type FormHandler = (page: Page, c: WebContext, form: SentForm) => Shown | Promise<Shown>;

/** A form as it was sent. Missing fields are empty; only the last of several values of one name counts, unless all are asked. */
export interface SentForm {
  text(name: string): string;
  all(name: string): readonly string[];
  file(name: string): File | null;
}

export interface Door {
  /** @param spoken - The languages that the page exists in; all when left out. */
  page(path: string, access: RouteAccess, make: PageHandler, spoken?: readonly Language[]): void;
  form(path: string, access: RouteAccess, take: FormHandler, spoken?: readonly Language[]): void;
  /** A form with one file of up to `ARRIVAL_LIMIT`, kept aside until the handler is done. */
  upload(path: string, access: RouteAccess, arrivals: Arrivals, take: UploadHandler, spoken?: readonly Language[]): void;
}

/** The counters of civil servants are in Dutch only. */
export const IN_DUTCH: readonly Language[] = ["nl"];

/** Enough for one piece of evidence with the rest of its form, or for a CSV file. */
const formLimit = 12 * 1024 * 1024;

export interface DoorTools {
  readonly pageOf: (c: WebContext, language: Language, path: string) => Page;
  readonly show: (c: WebContext, shown: Shown) => Promise<Response>;
}

export function makeDoor(app: Hono<WebEnv>, { pageOf, show }: DoorTools): Door {
  const here = (c: WebContext, language: Language) => pageOf(c, language, languageOfPath(new URL(c.req.url).pathname).path);
  const refuse = (c: WebContext, language: Language, kind: "stale" | "elsewhere" | "tooLarge", status: 403 | 413) => {
    const page = here(c, language);
    const text = loginText(language);
    return show(c, { status, body: <NoticePage page={page} title={text[`${kind}Title`]} text={text[kind]} /> });
  };
  return {
    page(path, access, make, spoken = languages) {
      for (const language of spoken)
        app.get(
          pathIn(language, path),
          allow(access, async (c: WebContext) => show(c, await make(here(c, language), c))),
        );
    },
    form(path, access, take, spoken = languages) {
      for (const language of spoken) {
        app.post(
          pathIn(language, path),
          bodyLimit({ maxSize: formLimit, onError: (c) => refuse(c as WebContext, language, "tooLarge", 413) }),
          allow(access, async (c: WebContext) => {
            if (fromElsewhere(c)) return refuse(c, language, "elsewhere", 403);
            const sent = await c.req.parseBody({ all: true });
            const key = sent[FORM_KEY];
            if (isStale(c, Array.isArray(key) ? key.at(-1) : key)) return refuse(c, language, "stale", 403);
            return show(c, await take(here(c, language), c, sentForm(sent)));
          }),
        );
      }
    },
    upload(path, access, arrivals, take, spoken = languages) {
      for (const language of spoken) {
        app.post(
          pathIn(language, path),
          allow(access, async (c: WebContext) => {
            if (fromElsewhere(c)) return refuse(c, language, "elsewhere", 403);
            // What it says itself; what really comes is counted as it comes.
            if (Number(c.req.header("content-length") ?? "0") > ARRIVAL_LIMIT + formLimit)
              return refuse(c, language, "tooLarge", 413);
            const sent = await readUpload(c.req.raw, arrivals, ARRIVAL_LIMIT).catch(refusalOnly);
            if (sent instanceof Refusal) return show(c, await take(here(c, language), c, sent));
            try {
              if (isStale(c, sent.fields[FORM_KEY])) return await refuse(c, language, "stale", 403);
              return await show(c, await take(here(c, language), c, sent));
            } finally {
              await sent.file?.kept.release();
            }
          }),
        );
      }
    },
  };
}

/** Sent from a page of another site. */
function fromElsewhere(c: WebContext): boolean {
  const headers = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
  return !isOwnOrigin(headers, new URL(c.req.url).host);
}

/** Sent from a page of another session. */
function isStale(c: WebContext, key: unknown): boolean {
  const visitor = c.get("visitor");
  return visitor !== null && !isFormKey(key, visitor.session.formKey);
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function sentForm(sent: Readonly<Record<string, string | File | (string | File)[]>>): SentForm {
  const valuesOf = (name: string) => {
    const value = sent[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  // No text of the database holds the character U+0000, and no keyboard types it.
  const all = (name: string) => valuesOf(name).flatMap((one) => (typeof one === "string" ? [one.replaceAll("\0", "")] : []));
  return {
    all,
    text: (name) => all(name).at(-1) ?? "",
    // A browser sends an empty file when none was chosen.
    file: (name) => valuesOf(name).find((one): one is File => one instanceof File && (one.name !== "" || one.size > 0)) ?? null,
  };
}

/** Post, redirect, get. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** Of a route that only lets in who has logged in. */
export function visitorIn(c: WebContext): Visitor {
  const visitor = c.get("visitor");
  if (visitor === null) throw new Error("A page for visitors who have logged in was reached by somebody who has not");
  return visitor;
}
