// What every page of a person begins with: whose file it is, and the same calm answer when it is not theirs.
import { type OpenedPerson, openOwn, type VdabPorts } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, type PersonRef, pick } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { type Shown, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import { pathIn } from "../../language.ts";
import type { Crumb } from "../../look/breadcrumb.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { personText } from "../../text/person.ts";
import { actingOf } from "../../visitor.ts";
import { refusedPage } from "../applicant/within.tsx";

export const PERSON_PATH = "/mijn-dossier";
/** Of a guardian: the person is named by the reference. */
export const WARD_PATH = `${PERSON_PATH}/voor/:persoon`;

export interface PersonTools {
  readonly vdab: VdabPorts;
  readonly law: Law;
}

export interface Own {
  readonly page: Page;
  readonly c: WebContext;
  readonly acting: ReturnType<typeof actingOf>;
  readonly guardian: boolean;
  /** Address inside this person's pages, in the page's language. */
  readonly to: (path?: string) => string;
}

export interface WithFile extends Own {
  readonly person: OpenedPerson;
}

export function ownOf(page: Page, c: WebContext): Own {
  const ward = c.req.param("persoon");
  const base = ward === undefined ? PERSON_PATH : `${PERSON_PATH}/voor/${ward}`;
  return {
    page,
    c,
    acting: actingOf(visitorIn(c)),
    guardian: ward !== undefined,
    to: (path = "") => pathIn(page.language, `${base}${path}`),
  };
}

/** `none`: what to show when there is no file yet; left out, the answer is that there is nothing here. */
export async function withinOwn(
  { vdab }: PersonTools,
  page: Page,
  c: WebContext,
  then: (within: WithFile) => Shown | Promise<Shown>,
  none?: (own: Own) => Shown | Promise<Shown>,
): Promise<Shown> {
  const own = ownOf(page, c);
  const ward = c.req.param("persoon");
  if (ward !== undefined && !isRef(ward)) return notFound(page);
  const opened = await openOwn(vdab, own.acting, ward === undefined ? null : (ward as string as PersonRef));
  if (opened === null) {
    const mayBegin = none !== undefined && ward === undefined && ["person", "selfEmployed"].includes(own.acting.role);
    return mayBegin ? none(own) : notFound(page);
  }
  if (!opened.ok) return refusedPage(page, opened.error, pathIn(page.language, PERSON_PATH));
  return then({ ...own, person: opened.value });
}

export const notFound = (page: Page): Shown => ({
  status: 404,
  body: <ErrorPage page={page} kind="notFound" requestId={null} />,
});

export function personCrumbs(own: Own, ...more: readonly Crumb[]): readonly Crumb[] {
  const { page, to } = own;
  return [
    { href: pathIn(page.language, "/"), label: frameText(page.language).home },
    ...more.map((crumb) => ({ ...crumb, href: crumb.href === "" ? to() : crumb.href })),
  ];
}

/** A reason as a mistake of its field, in the words of the form. */
export function mistakeOf(reason: Reason, language: Page["language"], labels: Readonly<Record<string, string>>): FieldMistake {
  const text = personText(language);
  const field = reason.field ?? "";
  const label = labels[field];
  if (label !== undefined && (reason.id === "input.required" || reason.id === "input.choice"))
    return { field, message: text.answer(label) };
  const message = pick(reason.message, language);
  const remedy = pick(reason.remedy, language);
  return { field: label === undefined ? "" : field, message: remedy === "" ? message : `${message}. ${remedy}.` };
}

export const conflict = (reasons: readonly Reason[]): 409 | 422 =>
  reasons.some((one) => one.id === "file.changed" || one.id === "command.reused" || one.id === "action.notAllowed") ? 409 : 422;
