// Any number out of a few, all visible: checkboxes in a fieldset.
import type { Choice } from "./choice-field.tsx";
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export interface CheckFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
}

export function CheckField(props: CheckFieldProps) {
  const { language, name, label, hint, error, choices, values } = props;
  return (
    <fieldset class={fieldClass(error)} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      {hint === undefined ? null : <Hint name={name}>{hint}</Hint>}
      <FieldError language={language} name={name} error={error} />
      <div class="mw-choices">
        {choices.map((choice, index) => {
          const id = index === 0 ? name : `${name}-${choice.value}`;
          return (
            <label class="mw-choice" for={id}>
              <input type="checkbox" id={id} name={name} value={choice.value} checked={values.includes(choice.value)} />
              <span class="mw-choice__label">{choice.label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
