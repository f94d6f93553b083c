// Several lines of free text.
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export interface AreaFieldProps extends FieldProps {
  readonly value: string;
  readonly rows?: number;
}

export function AreaField(props: AreaFieldProps) {
  const { language, name, label, hint, error, value, rows = 6 } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="mw-label" for={name}>
        {label}
      </label>
      {hint === undefined ? null : <Hint name={name}>{hint}</Hint>}
      <FieldError language={language} name={name} error={error} />
      <div class="mw-input-line">
        <textarea
          class="mw-area"
          id={name}
          name={name}
          rows={rows}
          maxlength={5000}
          aria-describedby={describedBy(props)}
          aria-invalid={error === undefined ? undefined : "true"}
        >
          {value}
        </textarea>
      </div>
    </div>
  );
}
