// The fields of a question. Without script: everything is there, and what does not fit is said when it is asked.
import type { Child } from "hono/jsx";
import { attributes, events, eventTitles, subjectFacts, subjects, unitFacts, units } from "../../../statistics/index.ts";
import { CheckField } from "../../look/check-field.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { ComposeForm } from "./compose-query.ts";

const none = { value: "", label: "–" };
const dimensionOptions = [
  none,
  ...attributes
    .filter(({ domain }) => domain.kind === "codes" || domain.kind === "text")
    .map(({ id, title }) => ({ value: id, label: `${title.nl} (${id})` })),
];
const conditionOptions = [none, ...attributes.map(({ id, title }) => ({ value: id, label: `${title.nl} (${id})` }))];
const numberOptions = [
  none,
  ...attributes.filter(({ domain }) => domain.kind === "number").map(({ id, title }) => ({ value: id, label: title.nl })),
];
const unitOptions = units.map((unit) => ({ value: unit, label: unitFacts[unit].title.nl }));
const ticketChoices = [
  { value: "COLLECTIVE", label: "collectief" },
  { value: "INDIVIDUAL", label: "individueel" },
  { value: "AMA", label: "arbeidsmatige activiteiten" },
];
const statistics = [
  none,
  ...["sum", "mean", "median", "p10", "p25", "p75", "p90", "min", "max"].map((value) => ({
    value,
    label: statisticWords(value),
  })),
];

function statisticWords(value: string): string {
  const known: Readonly<Record<string, string>> = {
    sum: "som",
    mean: "gemiddelde",
    median: "mediaan",
    min: "kleinste",
    max: "grootste",
  };
  return known[value] ?? `percentiel ${value.slice(1)}`;
}

/** `errors`: by name of the field. */
export function ComposeFields({ form, errors }: { readonly form: ComposeForm; readonly errors: ReadonlyMap<string, string> }) {
  const language = "nl" as const;
  const error = (name: string): string | undefined => errors.get(name);
  return (
    <>
      <input type="hidden" name="ingevuld" value="ja" />
      <ChoiceField
        language={language}
        name="kind"
        label="Hoe wilt u tellen?"
        error={error("measure")}
        value={form.kind}
        choices={[
          { value: "stock", label: "Een stand op een dag" },
          { value: "flow", label: "Een gebeurtenis in een periode" },
          { value: "ever", label: "Ooit in een periode" },
          { value: "cumulative", label: "Opgeteld sinds een dag" },
          { value: "cohort", label: "Een cohort, gevolgd tot een tweede gebeurtenis" },
        ]}
      />
      <SelectField
        language={language}
        name="subject"
        label="Wat staat of stond er?"
        hint="Bij een stand of ooit in een periode."
        value={form.subject}
        options={subjects.map((subject) => ({ value: subject, label: subjectFacts[subject].title.nl }))}
      />
      <SelectField
        language={language}
        name="event"
        label="Welke gebeurtenis?"
        hint="Bij een gebeurtenis, een opgetelde reeks of een cohort."
        value={form.event}
        options={events.map((event) => ({ value: event, label: eventTitles[event].nl }))}
      />
      <SelectField
        language={language}
        name="until"
        label="Gevolgd tot"
        hint="Alleen bij een cohort."
        value={form.until}
        options={events
          .filter((event) => event.startsWith("application.") || event.startsWith("indication."))
          .map((event) => ({ value: event, label: eventTitles[event].nl }))}
      />
      <SelectField
        language={language}
        name="unit"
        label="Teleenheid"
        error={error("unit")}
        value={form.unit}
        options={unitOptions}
      />
      <TextField
        language={language}
        name="at"
        label="Wanneer?"
        hint="Een dag (2024-12-31) of een periode (2024, 2024-H1, 2024-Q3, 2024-05, of 2024-01-01 tot 2024-06-30). Meer dan één: met een komma."
        error={error("at")}
        kind="words"
        value={form.at}
      />
      <TextField
        language={language}
        name="knownAt"
        label="Zoals bekend op (mag leeg blijven)"
        hint="Alleen wat de registers toen wisten. Leeg: wat ze nu weten. Bijvoorbeeld 2024-01-15."
        error={error("knownAt")}
        kind="words"
        value={form.knownAt}
      />
      <Group title="Van wie of wat?" anchor="population" error={error("population")}>
        {form.conditions.map((condition, index) => (
          <div class="mw-compose__row">
            <SelectField
              language={language}
              name={`waar${index}`}
              label={`Kenmerk ${index + 1}`}
              value={condition.attribute}
              options={conditionOptions}
            />
            <SelectField
              language={language}
              name={`niet${index}`}
              label={`Is of is niet (${index + 1})`}
              value={condition.not ? "ja" : ""}
              options={[
                { value: "", label: "is" },
                { value: "ja", label: "is niet" },
              ]}
            />
            <TextField
              language={language}
              name={`waarde${index}`}
              label={`Waarden ${index + 1}`}
              kind="words"
              value={condition.values}
            />
          </div>
        ))}
        <p class="mw-hint">Meer waarden met een komma. Bij getallen en dagen: vanaf 18, tot 30, of 18 tot 30.</p>
      </Group>
      <CheckField language={language} name="has" label="Heeft deze tickets" values={form.has} choices={ticketChoices} />
      <CheckField
        language={language}
        name="hasNot"
        label="Heeft deze tickets niet"
        values={form.hasNot}
        choices={ticketChoices}
      />
      <SelectField
        language={language}
        name="by0"
        label="Uitgesplitst naar"
        error={error("by")}
        value={form.by[0] ?? ""}
        options={dimensionOptions}
      />
      <SelectField language={language} name="by1" label="en naar" value={form.by[1] ?? ""} options={dimensionOptions} />
      <Group title="Bedrag, duur of leeftijd" anchor="value" error={error("value")}>
        <div class="mw-compose__row">
          <SelectField language={language} name="statistic" label="Samenvatting" value={form.statistic} options={statistics} />
          <SelectField language={language} name="attribute" label="Van" value={form.attribute} options={numberOptions} />
          <SelectField language={language} name="per" label="Per" value={form.per} options={[none, ...unitOptions]} />
        </div>
      </Group>
      <fieldset class="mw-field">
        <legend>Toon ook</legend>
        <div class="mw-choices">
          {(
            [
              ["totals", "totalen", form.totals],
              ["share", "aandeel in het totaal", form.share],
              ["growth", "groei sinds de vorige dag of periode", form.growth],
              ["zeros", "ook waarden die niemand heeft", form.zeros],
            ] as const
          ).map(([name, label, checked]) => (
            <label class="mw-choice" for={name}>
              <input type="checkbox" id={name} name={name} value="ja" checked={checked} />
              <span class="mw-choice__label">{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        language={language}
        name="id"
        label="Korte naam"
        hint="Kleine letters en koppeltekens."
        error={error("id")}
        kind="words"
        value={form.id}
      />
      <TextField language={language} name="title" label="Titel" error={error("title")} kind="words" value={form.title} />
    </>
  );
}

function Group(props: {
  readonly title: string;
  readonly anchor: string;
  readonly error: string | undefined;
  readonly children: Child;
}) {
  return (
    <fieldset class={props.error === undefined ? "mw-field" : "mw-field mw-field--error"} id={props.anchor} tabindex={-1}>
      <legend>{props.title}</legend>
      {props.error === undefined ? null : <span class="mw-field-error">{props.error}</span>}
      {props.children}
    </fieldset>
  );
}
