// How a sub-question is answered: the kind, and the words that go with it. What a kind needs and is left open is refused at its line.
import { isOutcomeType, type OutcomeType, outcomeFields } from "../../../statistics/index.ts";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";

/** Names in the address, and in the sheet. */
export const outcomeWordFields = [
  { name: "gevraagdeEenheid", field: "askedUnit", label: "Wat gevraagd was", hint: "Bij een benadering: personen aan het werk." },
  {
    name: "gegevenEenheid",
    field: "givenUnit",
    label: "Wat gegeven wordt",
    hint: "Bij een benadering in woorden; met cijfers mag dit leeg blijven.",
  },
  { name: "waarom", field: "why", label: "Waarom", hint: "Bij een benadering, en als het nog niet beschikbaar is." },
  { name: "ontbreekt", field: "missing", label: "Wat ontbreekt", hint: "Als het deels beantwoord is." },
  { name: "totWanneer", field: "until", label: "Tot wanneer niet beschikbaar", hint: "Een dag, of wat er eerst moet komen." },
  {
    name: "naarWie",
    field: "to",
    label: "Naar wie verwezen wordt",
    hint: "Bij een verwijzing: een andere minister, een dienst.",
  },
] as const;

const kinds: Readonly<Record<OutcomeType, string>> = {
  answered: "beantwoord",
  proxy: "benadering: iets anders dan gevraagd was",
  partial: "deels beantwoord",
  notAvailableUntil: "nog niet beschikbaar",
  referred: "doorverwezen",
  narrative: "tekst",
};

/** What the sheet says of it: nothing where the figures say it themselves, and only the words of the kind. */
export function outcomeOf(question: { readonly outcome: string; readonly words: Readonly<Record<string, string>> }): {
  readonly outcome?: unknown;
} {
  const { outcome, words } = question;
  if (outcome === "") return {};
  const needed: readonly string[] = isOutcomeType(outcome) ? outcomeFields[outcome] : [];
  if (needed.length === 0) return { outcome };
  const asked = outcome === "proxy" ? [...needed, "givenUnit"] : needed;
  const filled = asked.filter((field) => (words[field] ?? "") !== "").map((field) => [field, words[field]]);
  return { outcome: { type: outcome, ...Object.fromEntries(filled) } };
}

export function OutcomeFields(props: {
  readonly index: number;
  readonly outcome: string;
  readonly words: Readonly<Record<string, string>>;
}) {
  const { index, outcome, words } = props;
  const needsWords = isOutcomeType(outcome) && outcomeFields[outcome].length > 0;
  return (
    <>
      <SelectField
        language="nl"
        name={`uitkomst${index}`}
        label={`Soort antwoord (${index + 1})`}
        value={outcome}
        options={[
          { value: "", label: "zoals de cijfers zeggen" },
          ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
        ]}
      />
      <details open={needsWords}>
        <summary>{`Wat bij het soort antwoord hoort (${index + 1})`}</summary>
        {outcomeWordFields.map(({ name, field, label, hint }) => (
          <TextField
            language="nl"
            name={`${name}${index}`}
            label={`${label} (${index + 1})`}
            hint={hint}
            kind="words"
            value={words[field] ?? ""}
          />
        ))}
      </details>
    </>
  );
}
