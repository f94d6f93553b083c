// The session's own key, in every form that changes something: a page elsewhere does not know it.
import type { Page } from "../page.ts";

/** Name of the field. */
export const FORM_KEY = "sleutel";

export function FormKey({ page }: { readonly page: Page }) {
  const key = page.login?.visitor?.formKey;
  return key === undefined ? null : <input type="hidden" name={FORM_KEY} value={key} />;
}
