// A form of the department on one file: what it asks, what is wrong with it, and what it does once.
import type { Child } from "hono/jsx";
import type { RouteAccess } from "../../../access/index.ts";
import type { At, DepartmentPorts } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { newRef, pick, type Result } from "../../../kernel/index.ts";
import type { SentForm } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { deskCrumbs, filePath, type InFile, whoIn } from "./within.tsx";

export type Given = (name: string) => string;
export type GivenAll = (name: string) => readonly string[];

/** What a form gives: the step to take, or what is wrong with it. */
export type ReadStep =
  | { readonly take: (at: At) => Promise<Result<unknown, readonly Reason[]>> }
  | { readonly mistakes: readonly FieldMistake[] };

export interface DeskStep {
  readonly path: string;
  readonly access: RouteAccess;
  readonly title: string;
  /** On the button: what happens. */
  readonly send: string;
  /** Said on the file afterwards. */
  readonly done: string;
  /** Whether it can be done now; otherwise the page leads back to the file. */
  readonly open: (within: InFile, ports: DepartmentPorts) => boolean;
  readonly body: (
    within: InFile,
    given: Given,
    all: GivenAll,
    mistakes: readonly FieldMistake[],
    ports: DepartmentPorts,
  ) => Child | Promise<Child>;
  readonly read: (within: InFile, form: SentForm, ports: DepartmentPorts) => ReadStep;
}

export const errorIn = (mistakes: readonly FieldMistake[], name: string) => mistakes.find((one) => one.field === name)?.message;

/** Free text of at most this many characters. */
export const longText = (form: SentForm, name: string): string => form.text(name).trim().slice(0, 5_000);

export const asMistake = (reason: Reason): FieldMistake => {
  const remedy = pick(reason.remedy, "nl");
  return { field: "", message: `${pick(reason.message, "nl")}.${remedy === "" ? "" : ` ${remedy.replace(/\.$/, "")}.`}` };
};

export const isStale = (reasons: readonly Reason[]): boolean => reasons.some((one) => one.id === "file.changed");

/** Hidden parts of every form: the key, the version that was shown, and the id under which it is done once. */
export function Hidden({ page, file, given }: Pick<InFile, "page" | "file"> & { readonly given: Given }) {
  return (
    <>
      <FormKey page={page} />
      <input type="hidden" name="versie" value={String(file.version)} />
      <input type="hidden" name="opdracht" value={given("opdracht") || newRef()} />
    </>
  );
}

export function DeskPage({
  page,
  file,
  acting,
  title,
  mistakes = [],
  children,
}: Pick<InFile, "page" | "file" | "acting"> & {
  readonly title: string;
  readonly mistakes?: readonly FieldMistake[];
  readonly children: Child;
}) {
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      crumbs={deskCrumbs({ acting }, { href: filePath(file.fileRef), label: whoIn(file) })}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <p class="mw-quiet">
        <span class="mw-id">{file.number}</span> {whoIn(file)}
        {file.firm === null ? "" : `, ${file.firm.name}`}
      </p>
      <ErrorSummary language="nl" mistakes={mistakes} />
      {children}
    </Layout>
  );
}

export async function stepPage(
  ports: DepartmentPorts,
  step: DeskStep,
  within: InFile,
  given: Given,
  all: GivenAll,
  mistakes: readonly FieldMistake[],
) {
  const at = filePath(within.file.fileRef);
  return (
    <DeskPage {...within} title={step.title} mistakes={mistakes}>
      <form class="mw-form mw-section" method="post" action={`${at}${step.path}`}>
        <Hidden {...within} given={given} />
        {await step.body(within, given, all, mistakes, ports)}
        <p class="mw-actions">
          <SubmitButton>{step.send}</SubmitButton>
          <a href={at}>Terug naar het dossier</a>
        </p>
      </form>
    </DeskPage>
  );
}
