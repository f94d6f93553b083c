// The fields of the board's decision on a review, and how they are read.
import { ADVISABLE_PACKAGES } from "../../../counter/index.ts";
import {
  GUIDANCE_NEEDS,
  gridOf,
  LawReading,
  NEED_CLASSES,
  NEED_DURATIONS,
  REVIEW_OUTCOMES,
  type Review,
} from "../../../dossier/index.ts";
import type { SentForm } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import { fieldNames, nameOf } from "../../text/vdab.ts";
import { errorIn, type Given, typedDay, typedPercent, type VdabTools } from "./tools.tsx";

const label = (name: string) => fieldNames[name] ?? name;

export function decisionJson(form: SentForm): Record<string, unknown> {
  const text = (name: string) => form.text(name).trim();
  const change = Object.fromEntries(
    ["package", "guidanceNeed", "needClass", "needDuration"].map((name) => [name, text(`change.${name}`)]),
  );
  return {
    on: typedDay(text("on")),
    outcome: text("outcome"),
    reason: text("reason"),
    change: {
      ...change,
      percentage: typedPercent(text("change.percentage")),
      validFrom: typedDay(text("change.validFrom")),
      validUntil: typedDay(text("change.validUntil")),
    },
  };
}

export function Day({ given, mistakes }: { readonly given: Given; readonly mistakes: readonly FieldMistake[] }) {
  return (
    <TextField
      language="nl"
      name="on"
      label={label("on")}
      hint="Bijvoorbeeld 15/3/2026; ten laatste vandaag."
      value={given("on")}
      error={errorIn(mistakes, "on")}
      kind="date"
    />
  );
}

interface Props {
  readonly review: Review;
  readonly tools: VdabTools;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}

export function DecisionFields({ review, tools, given, mistakes }: Props) {
  const error = (name: string) => errorIn(mistakes, name);
  const options = (codes: readonly string[]) => [
    { value: "", label: "" },
    ...codes.map((value) => ({ value, label: nameOf(value) })),
  ];
  const select = (name: string, choices: readonly { value: string; label: string }[]) => (
    <SelectField
      language="nl"
      name={`change.${name}`}
      label={label(`change.${name}`)}
      error={error(`change.${name}`)}
      value={given(`change.${name}`)}
      options={choices}
    />
  );
  const day = (name: string) => (
    <TextField
      language="nl"
      name={`change.${name}`}
      label={label(`change.${name}`)}
      value={given(`change.${name}`)}
      error={error(`change.${name}`)}
      kind="date"
    />
  );
  const grid = gridOf(new LawReading(tools.law, tools.vdab.clock.today()));
  return (
    <>
      <h2 class="au-c-heading au-c-heading--2">Beslissing van de raad van bestuur</h2>
      <Day given={given} mistakes={mistakes} />
      <ChoiceField
        language="nl"
        name="outcome"
        label={label("outcome")}
        error={error("outcome")}
        value={given("outcome")}
        choices={REVIEW_OUTCOMES.map((value) => ({ value, label: OUTCOMES[value] }))}
      />
      <fieldset class="mw-field">
        <legend>Alleen als de beslissing verandert</legend>
        {review.subject === "INDICATION" ? (
          <>
            {select("package", options(ADVISABLE_PACKAGES))}
            {select("guidanceNeed", options(GUIDANCE_NEEDS))}
            {select("needClass", options(NEED_CLASSES))}
            {select("needDuration", options(NEED_DURATIONS))}
            {day("validFrom")}
            {day("validUntil")}
          </>
        ) : (
          <>
            {select("percentage", [{ value: "", label: "" }, ...grid.map((one) => ({ value: String(one), label: `${one} %` }))])}
            {select("guidanceNeed", options(GUIDANCE_NEEDS))}
          </>
        )}
      </fieldset>
      <AreaField language="nl" name="reason" label={label("reason")} error={error("reason")} value={given("reason")} />
      <p class="mw-actions">
        <SubmitButton name="doe" value="beslissing">
          Beslissing vastleggen
        </SubmitButton>
      </p>
    </>
  );
}

const OUTCOMES: Readonly<Record<(typeof REVIEW_OUTCOMES)[number], string>> = {
  CONFIRMED: "De beslissing blijft",
  CHANGED: "De beslissing verandert",
  WITHDRAWN: "Het verzoek is ingetrokken",
};
