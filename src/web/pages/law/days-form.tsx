// The form of the two clocks.
import type { Language } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { TwoDays } from "./days.ts";
import { lawText } from "./text.ts";

export function DaysForm({
  language,
  days,
  action,
}: {
  readonly language: Language;
  readonly days: TwoDays;
  readonly action: string;
}) {
  const text = lawText(language);
  const errorOf = (field: string) => days.mistakes.find((mistake) => mistake.field === field)?.message;
  const field = (name: "op" | "bekend", label: string) => {
    const error = errorOf(name);
    return (
      <TextField
        language={language}
        name={name}
        label={label}
        hint={text.dayHint}
        kind="date"
        value={days.form[name]}
        {...(error === undefined ? {} : { error })}
      />
    );
  };
  return (
    <form class="mw-form mw-hide-print" method="get" action={action} aria-label={text.twoClocks}>
      {field("op", text.on)}
      {field("bekend", text.known)}
      <p>
        <SubmitButton secondary>{text.show}</SubmitButton>
      </p>
    </form>
  );
}
