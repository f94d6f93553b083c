// What every page of the payment counter shares: its frame, its way of writing amounts, quarters and moments, and calm refusals.
import type { Child } from "hono/jsx";
import type { Arrivals, PaymentCounter } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import {
  brusselsDate,
  cents,
  epochMillisecondsOf,
  formatDate,
  formatEuro,
  formatQuarter,
  fromQuarterNumber,
  type Instant,
  isQuarter,
  type PlainDate,
  type Problem,
  pick,
  quarterIndexNumber,
} from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import {
  type Door,
  type FormHandler,
  type PageHandler,
  type Shown,
  type UploadHandler,
  visitorIn,
  type WebContext,
} from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { Crumb } from "../../look/breadcrumb.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { paymentText } from "../../text/payment.ts";
import { actingOf } from "../../visitor.ts";

export const PAYMENT_PATH = "/betalingen";
export const at = (path = ""): string => `${PAYMENT_PATH}${path}`;

export interface PaymentTools {
  readonly counter: PaymentCounter;
  readonly law: Law;
}

export interface PaymentDoor {
  page(path: string, access: Parameters<Door["page"]>[1], make: PageHandler): void;
  form(path: string, access: Parameters<Door["form"]>[1], take: FormHandler): void;
  upload(path: string, access: Parameters<Door["upload"]>[1], arrivals: Arrivals, take: UploadHandler): void;
}

export const euros = (amount: number): string => formatEuro(cents(amount), "nl");
/** With its sign, for a difference. */
export const signed = (amount: number): string => (amount > 0 ? `+ ${euros(amount)}` : euros(amount));
export const quarterText = (number: number): string => formatQuarter(fromQuarterNumber(number), "nl");
export const componentName = (component: string): string => paymentText.componentNames[component] ?? component;
/** "november 2026", from its first day. */
export const monthText = (month: PlainDate): string => formatDate(month, "nl").replace(/^\S+ /, "");
export const dayOf = (moment: Instant): string => formatDate(brusselsDate(moment), "nl");

const clockTime = new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" });
export const momentText = (moment: Instant): string => `${dayOf(moment)}, ${clockTime.format(epochMillisecondsOf(moment))} uur`;

/** "2024-K3", "2024-Q3"; null when it is none. */
export function readQuarter(text: string): number | null {
  const plain = text.trim().toUpperCase().replace("K", "Q");
  return isQuarter(plain) ? quarterIndexNumber(plain) : null;
}

export const quarterCode = (number: number): string => fromQuarterNumber(number).replace("Q", "K");

export const acting = (c: WebContext) => actingOf(visitorIn(c));
export const actorOf = (c: WebContext) => {
  const who = acting(c);
  return { role: who.role as string, ref: who.actorRef };
};

export interface FrameProps {
  readonly page: Page;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly reasons?: readonly Reason[];
  /** Fields of the form on the page, so that a reason leads to its field. */
  readonly fields?: readonly string[];
  readonly children: Child;
}

export function Frame({ page, title, crumbs = [], reasons = [], fields = [], children }: FrameProps) {
  const home = title === paymentText.title ? [] : [{ href: at(), label: paymentText.title }];
  return (
    <Layout page={page} title={title} crumbs={[...home, ...crumbs]} translated={false} refused={reasons.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary
        language="nl"
        mistakes={reasons.map((one) => ({
          field: one.field !== undefined && fields.includes(one.field) ? one.field : "",
          message: reasonText(one),
        }))}
      />
      {children}
    </Layout>
  );
}

/** What is wrong, what to do, and the rule where there is one. */
export function reasonText(one: Reason): string {
  const remedy = pick(one.remedy, "nl");
  const rule = one.rule === "" ? "" : ` (${one.rule})`;
  return `${pick(one.message, "nl")}${rule}.${remedy === "" ? "" : ` ${remedy}.`}`;
}

export const errorOf = (reasons: readonly Reason[], field: string): string | undefined => {
  const found = reasons.find((one) => one.field === field);
  return found === undefined ? undefined : reasonText(found);
};

/** What a form of the counter lacks or has wrong, before anything is asked of payment. */
export const mistake = (field: string, nl: string, remedy = ""): Reason => ({
  id: `form.${field}`,
  rule: "",
  field,
  message: { nl, en: nl, fr: nl },
  remedy: { nl: remedy, en: remedy, fr: remedy },
});

/** What the kernel found wrong in a text, as a reason of the form. */
export const fromProblem = (problem: Problem, field = problem.field ?? ""): Reason => ({
  ...problem,
  field,
  rule: "",
  remedy: { nl: "", en: "", fr: "" },
});

/** A page, or the page again with what is wrong. */
export const shownWith = (body: Child, reasons: readonly Reason[]) => ({
  status: (reasons.length > 0 ? 422 : 200) as 200 | 422,
  body,
});

export function notFound(page: Page): Shown {
  return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
}

/** What was done, in a line above the page, after a redirect. */
export const doneIn = (c: WebContext): string => c.req.query("ok") ?? "";
