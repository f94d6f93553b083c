// All mistakes of a form at its top, each a link to its field. It takes the focus through its fragment, so it works without script.
import type { Language } from "../../kernel/index.ts";
import { formText } from "../text/form.ts";

export interface FieldMistake {
  /** Name of the field; empty when the mistake belongs to no single field. */
  readonly field: string;
  readonly message: string;
}

export function ErrorSummary({
  language,
  mistakes,
}: {
  readonly language: Language;
  readonly mistakes: readonly FieldMistake[];
}) {
  return mistakes.length === 0 ? null : (
    <div class="mw-error-summary" role="alert" aria-labelledby="fouten" tabindex={-1} autofocus>
      <h2 id="fouten">{formText(language).problemTitle}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li>{mistake.field === "" ? mistake.message : <a href={`#${mistake.field}`}>{mistake.message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
