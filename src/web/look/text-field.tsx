// One line of text: an amount, a share, a date or plain words, with its unit said beside it.
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly kind: "amount" | "share" | "date" | "words";
  /** Shown before the input, for example the euro sign; the label must make sense without it. */
  readonly before?: string;
  readonly after?: string;
}

const inputClass = { amount: "mw-input--amount", share: "mw-input--short", date: "mw-input--date", words: "au-c-input--block" };

export function TextField(props: TextFieldProps) {
  const { language, name, label, hint, error, value, kind, before, after } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="mw-label" for={name}>
        {label}
      </label>
      {hint === undefined ? null : <Hint name={name}>{hint}</Hint>}
      <FieldError language={language} name={name} error={error} />
      <div class="mw-input-line">
        {before === undefined ? null : <span aria-hidden="true">{before}</span>}
        <input
          class={`au-c-input ${inputClass[kind]}${error === undefined ? "" : " au-c-input--error"}`}
          id={name}
          name={name}
          type="text"
          inputmode={kind === "amount" || kind === "share" ? "decimal" : undefined}
          autocomplete="off"
          spellcheck={false}
          value={value}
          aria-describedby={describedBy(props)}
          aria-invalid={error === undefined ? undefined : "true"}
        />
        {after === undefined ? null : <span aria-hidden="true">{after}</span>}
      </div>
    </div>
  );
}
