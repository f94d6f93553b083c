// What every page of an applicant begins with: which enterprise, whether this visitor may act for it, and calm answers when not.
import { type CounterPorts, type Firm, type OpenedFile, openFile, openFirm } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { type FileRef, isKbo, isRef, pick } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { type Shown, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { applicantText } from "../../text/applicant.ts";
import { actingOf } from "../../visitor.ts";

export const APPLICANT_PATH = "/loket";

export interface ApplicantTools {
  readonly counter: CounterPorts;
  readonly law: Law;
}

export interface Within {
  readonly page: Page;
  readonly c: WebContext;
  readonly firm: Firm;
  readonly acting: ReturnType<typeof actingOf>;
  /** Address inside this enterprise's pages, in the page's language. */
  readonly to: (path?: string) => string;
}

export async function withinFirm(
  { counter }: ApplicantTools,
  page: Page,
  c: WebContext,
  then: (within: Within) => Shown | Promise<Shown>,
): Promise<Shown> {
  const kbo = c.req.param("kbo") ?? "";
  if (!isKbo(kbo)) return notFound(page);
  const acting = actingOf(visitorIn(c));
  const opened = await openFirm(counter, acting, kbo);
  if (opened === null) return notFound(page);
  if (!opened.ok) return refusedPage(page, opened.error, pathIn(page.language, APPLICANT_PATH), 403);
  const to = (path = "") => pathIn(page.language, `${APPLICANT_PATH}/${kbo}${path}`);
  return then({ page, c, firm: opened.value, acting, to });
}

export interface WithRegistered extends Within {
  /** The enterprise as subject of the vault. */
  readonly owner: string;
}

/** Pages that need the one-off registration (PROC-02). Who has not registered is shown the way to it. */
export async function withinRegistered(
  tools: ApplicantTools,
  page: Page,
  c: WebContext,
  then: (within: WithRegistered) => Shown | Promise<Shown>,
): Promise<Shown> {
  return withinFirm(tools, page, c, (within) => {
    const { firm, to } = within;
    if (firm.subjectRef === null || firm.registeredOn === null) return c.redirect(to("/registratie"), 303);
    return then({ ...within, owner: firm.subjectRef });
  });
}

export async function withinFile(
  tools: ApplicantTools,
  page: Page,
  c: WebContext,
  then: (within: Within & { readonly file: OpenedFile }) => Shown | Promise<Shown>,
): Promise<Shown> {
  return withinFirm(tools, page, c, async (within) => {
    const fileRef = c.req.param("dossier") ?? "";
    if (!isRef(fileRef)) return notFound(page);
    const file = await openFile(tools.counter, within.acting, within.firm, fileRef as string as FileRef);
    return file === null ? notFound(page) : then({ ...within, file });
  });
}

export function notFound(page: Page): Shown {
  return { status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> };
}

/** Something cannot be done now: every reason, each with what mends it. */
export function refusedPage(page: Page, reasons: readonly Reason[], back: string, status: 403 | 409 | 422 = 422): Shown {
  const text = applicantText(page.language);
  return {
    status,
    body: (
      <Layout page={page} title={text.refusedTitle} translated={false}>
        <h1 class="au-c-heading au-c-heading--1">{text.refusedTitle}</h1>
        <div class="mw-flow">
          <Reasons page={page} reasons={reasons} />
          <p class="mw-actions">
            <a href={back}>{text.toStart}</a>
          </p>
        </div>
      </Layout>
    ),
  };
}

export function Reasons({ page, reasons }: { readonly page: Page; readonly reasons: readonly Reason[] }) {
  return (
    <ul class="mw-todo">
      {reasons.map((reason) => (
        <li>
          <strong>{pick(reason.message, page.language)}.</strong>{" "}
          {pick(reason.remedy, page.language) === "" ? null : `${pick(reason.remedy, page.language)}.`}{" "}
          {reason.rule === "" ? null : <span class="mw-id">{reason.rule}</span>}
        </li>
      ))}
    </ul>
  );
}
