// One choice out of many, in a list that opens.
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

export function SelectField(props: SelectFieldProps) {
  const { language, name, label, hint, error, options, value } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="mw-label" for={name}>
        {label}
      </label>
      {hint === undefined ? null : <Hint name={name}>{hint}</Hint>}
      <FieldError language={language} name={name} error={error} />
      <div class="mw-input-line">
        <select
          class={`au-c-input mw-input--select${error === undefined ? "" : " au-c-input--error"}`}
          id={name}
          name={name}
          aria-describedby={describedBy(props)}
          aria-invalid={error === undefined ? undefined : "true"}
        >
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
