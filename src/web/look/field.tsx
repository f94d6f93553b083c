// The parts that every form field shares: where its label, hint and error stand and how they are tied to the input.
import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/index.ts";
import { formText } from "../text/form.ts";

export interface FieldProps {
  readonly language: Language;
  /** Also the name under which the value is sent, and the target of the error summary's link. */
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child | undefined;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
}

export const hintId = (name: string) => `${name}-uitleg`;
export const errorId = (name: string) => `${name}-fout`;

/** Ids of what describes the input, for aria-describedby; undefined when there is nothing. */
export function describedBy({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">): string | undefined {
  const ids = [hint === undefined ? [] : hintId(name), error === undefined ? [] : errorId(name)].flat();
  return ids.length === 0 ? undefined : ids.join(" ");
}

export const fieldClass = (error: string | undefined) => (error === undefined ? "mw-field" : "mw-field mw-field--error");

export function Hint({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <span class="mw-hint" id={hintId(name)}>
      {children}
    </span>
  );
}

export function FieldError({ language, name, error }: { language: Language; name: string; error: string | undefined }) {
  return error === undefined ? null : (
    <span class="mw-field-error" id={errorId(name)}>
      <span class="au-u-hidden-visually">{formText(language).error} </span>
      {error}
    </span>
  );
}
