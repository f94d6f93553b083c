// Choosing a file to send.
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export function FileField(props: FieldProps & { readonly accept: string }) {
  const { language, name, label, hint, error, accept } = props;
  return (
    <div class={fieldClass(error)}>
      <label class="mw-label" for={name}>
        {label}
      </label>
      {hint === undefined ? null : <Hint name={name}>{hint}</Hint>}
      <FieldError language={language} name={name} error={error} />
      <input
        class="mw-file"
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : "true"}
      />
    </div>
  );
}
