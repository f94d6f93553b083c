// One choice out of a few, all visible: radio buttons in a fieldset.
import type { Child } from "hono/jsx";
import { describedBy, FieldError, type FieldProps, fieldClass, Hint } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
}

export interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** Tells two groups of one name apart, when rare choices stand elsewhere in the form; the name when left out. */
  readonly id?: string;
  /** The chosen value, or empty. */
  readonly value: string;
  /** Beside each other where there is room, for a few short choices. */
  readonly row?: boolean;
  /** When the heading of the page asks the question already. */
  readonly quietLegend?: boolean;
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { language, name, label, hint, error, choices, value, row = false, id: group = name, quietLegend = false } = props;
  return (
    <fieldset class={fieldClass(error)} aria-describedby={describedBy({ ...props, name: group })}>
      <legend class={quietLegend ? "au-u-hidden-visually" : undefined}>{label}</legend>
      {hint === undefined ? null : <Hint name={group}>{hint}</Hint>}
      <FieldError language={language} name={group} error={error} />
      <div class={row ? "mw-choices mw-choices--row" : "mw-choices"}>
        {choices.map((choice, index) => {
          // The first input carries the field's own name as id, so that the error summary lands on it.
          const id = index === 0 ? group : `${group}-${choice.value}`;
          return (
            <label class="mw-choice" for={id}>
              <input
                type="radio"
                id={id}
                name={name}
                value={choice.value}
                checked={choice.value === value}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-bij`}
              />
              <span class="mw-choice__label">{choice.label}</span>
              {choice.hint === undefined ? null : (
                <span class="mw-choice__hint" id={`${id}-bij`}>
                  {choice.hint}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
