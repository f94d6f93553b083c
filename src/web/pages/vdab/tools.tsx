// What every page of VDAB's counter begins with: the person, the purpose of looking, and calm answers when something is not there.
import type { Child } from "hono/jsx";
import {
  isPurpose,
  type OpenedPerson,
  openPerson,
  type PersonName,
  type Purpose,
  type VdabPorts,
} from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, newRef, type PersonRef, parseDateAsTyped, pick } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { Crumb } from "../../look/breadcrumb.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { versionIn } from "../../sent-version.ts";
import { frameText } from "../../text/frame.ts";
import { fieldNames } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";

export const VDAB_PATH = "/vdab";
export const ADVICE_PATH = "/vdab/advies";
/** One person's pages. */
export const PERSON_FILE = `${VDAB_PATH}/personen/:persoon`;
export const personPath = (ref: string, more = ""): string => `${VDAB_PATH}/personen/${ref}${more}`;

export interface VdabTools {
  readonly vdab: VdabPorts;
  readonly law: Law;
}

export interface InPerson {
  readonly page: Page;
  readonly c: WebContext;
  readonly acting: ReturnType<typeof actingOf>;
  readonly person: OpenedPerson;
  readonly purpose: Purpose;
  /** Address inside this person's pages, with the purpose. */
  readonly at: (path?: string, fragment?: string) => string;
}

/** Opens the file for the purpose that the address names; without one, asks for it before anything is opened. */
export async function inPerson(
  { vdab }: VdabTools,
  page: Page,
  c: WebContext,
  then: (within: InPerson) => Shown | Promise<Shown>,
): Promise<Shown> {
  const ref = c.req.param("persoon") ?? "";
  if (!isRef(ref)) return notFound(page);
  const given = c.req.query("doel");
  if (!isPurpose(given) && c.req.method === "GET") return seeOther(personPath(ref, "/openen"));
  const purpose = isPurpose(given) ? given : "INDICATION";
  const acting = actingOf(visitorIn(c));
  const person = await openPerson(vdab, acting, ref as string as PersonRef, purpose);
  if (person === null) return notFound(page);
  const at = (path = "", fragment = "") => `${personPath(ref, path)}?doel=${purpose}${fragment}`;
  return then({ page, c, acting, person, purpose, at });
}

export const notFound = (page: Page): Shown => ({
  status: 404,
  body: <ErrorPage page={page} kind="notFound" requestId={null} />,
});

export const fullName = (name: PersonName | null): string =>
  name === null ? "Naam gewist" : `${name.given} ${name.family}`.trim();

export function vdabCrumbs(...more: readonly Crumb[]): readonly Crumb[] {
  return [{ href: "/", label: frameText("nl").home }, { href: VDAB_PATH, label: "Werklijst VDAB" }, ...more];
}

/** A day as people type it, as the day that a program would send; what cannot be read goes on as it is and is refused there. */
export function typedDay(text: string): string {
  const parsed = parseDateAsTyped(text.trim());
  return parsed.ok ? parsed.value : text.trim();
}

/** "44,9 %" as "44.9". */
export const typedPercent = (text: string): string => text.replace("%", "").trim().replace(",", ".");

export const typedFlag = (text: string): boolean | undefined => (text === "yes" ? true : text === "no" ? false : undefined);

export const yesNo = [
  { value: "yes", label: "Ja" },
  { value: "no", label: "Nee" },
] as const;

/** A reason as a mistake of its field, with the field's name in front. */
export function mistakeOf(reason: Reason): FieldMistake {
  const field = reason.field ?? "";
  const label = fieldNames[field];
  const message = pick(reason.message, "nl");
  const remedy = pick(reason.remedy, "nl");
  if (reason.id === "input.required" || reason.id === "input.choice")
    return { field, message: label?.endsWith("?") ? `Beantwoord de vraag: ${label}` : `Vul in: ${label ?? field}` };
  const said = label === undefined ? message : `${label.replace(/\?$/, "")}: ${message}`;
  const end = remedy === "" ? "" : ` ${remedy}.`;
  return { field: label === undefined ? "" : field, message: `${said.replace(/\.$/, "")}.${end}` };
}

export const errorIn = (mistakes: readonly FieldMistake[], name: string): string | undefined =>
  mistakes.find((one) => one.field === name)?.message;

/** Of a refusal: a stale form and a second command are conflicts, the rest is what the rules say. */
export const statusOf = (reasons: readonly Reason[]): 409 | 422 =>
  reasons.some((one) => one.id === "file.changed" || one.id === "command.reused" || one.id === "action.notAllowed") ? 409 : 422;

/** What a form shows again, by field. */
export type Given = (name: string) => string;
export const NOTHING: Given = () => "";

/** The version that the form showed, and the id under which its command is done once. */
export const sentMeta = (form: Pick<SentForm, "text">) => ({
  version: versionIn(form.text("versie")),
  commandId: form.text("opdracht") || newRef(),
});

/** The end of a form on a person's file. */
export function FormEnd({ send, back }: { readonly send: string; readonly back: string }) {
  return (
    <p class="mw-actions">
      <SubmitButton>{send}</SubmitButton>
      <a href={back}>Terug naar het dossier</a>
    </p>
  );
}

export interface FormPageProps {
  readonly page: Page;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly mistakes: readonly FieldMistake[];
  readonly action: string;
  /** The version that was read, and the id under which the command is done once. */
  readonly version: number;
  readonly command: string;
  readonly upload?: boolean;
  /** Above the form. */
  readonly lead?: Child;
  readonly children: Child;
}

/** One form on one page: mistakes on top, nothing lost, the key of the session and the version in it. */
export function FormPage(props: FormPageProps) {
  const { page, title, crumbs, mistakes, action, version, command, upload = false, lead, children } = props;
  return (
    <Layout page={page} title={title} crumbs={crumbs} refused={mistakes.length > 0} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      {lead === undefined ? null : <div class="mw-flow mw-form-lead">{lead}</div>}
      <form class="mw-form mw-section" method="post" action={action} enctype={upload ? "multipart/form-data" : undefined}>
        <FormKey page={page} />
        <input type="hidden" name="versie" value={String(version)} />
        <input type="hidden" name="opdracht" value={command === "" ? newRef() : command} />
        {children}
      </form>
    </Layout>
  );
}
