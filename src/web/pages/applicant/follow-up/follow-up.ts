// What can follow on an application that was filed: each is one form that gives one command.
import type { Child } from "hono/jsx";
import type { Following } from "../../../../counter/index.ts";
import type { SentForm } from "../../../door.tsx";
import type { FieldMistake } from "../../../look/error-summary.tsx";
import type { ApplicantText } from "../../../text/applicant.ts";
import type { ApplicantTools, withinFile } from "../within.tsx";

export type InFile = Parameters<Parameters<typeof withinFile>[3]>[0];

/** What a form of a follow-up gives: the command, or what is wrong with it. */
type ReadForm = { readonly command: Following["command"] } | { readonly mistakes: readonly FieldMistake[] };

export interface FollowUp {
  readonly path: string;
  readonly access: "application.file" | "grant.change";
  readonly title: (text: ApplicantText) => string;
  readonly send: (text: ApplicantText) => string;
  readonly done: string;
  /** Whether it can be done now; otherwise the page leads back to the file. */
  readonly open: (within: InFile, tools: ApplicantTools) => boolean;
  readonly body: (within: InFile, given: Given, mistakes: readonly FieldMistake[], tools: ApplicantTools) => Child;
  readonly read: (within: InFile, form: SentForm, tools: ApplicantTools) => ReadForm | Promise<ReadForm>;
  readonly upload?: boolean;
}

export type Given = (name: string) => string;

export const errorIn = (mistakes: readonly FieldMistake[], name: string) => mistakes.find((one) => one.field === name)?.message;

/** Free text of at most this many characters. */
const longest = 5_000;
export const longText = (form: SentForm, name: string) => form.text(name).trim().slice(0, longest);
