// Drafting a parliamentary answer: its header and its sub-questions, each bound to a kept question or to text. It writes the sheet.
import { parse, stringify } from "yaml";
import type { SavedQuestion } from "../../../statistics/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { OutcomeFields, outcomeOf, outcomeWordFields } from "./outcome-fields.tsx";
import { ANSWER_FORM_PATH } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

const headerFields = [
  ["number", "Nummer van de vraag", ""],
  ["date", "Datum van de vraag", "Bijvoorbeeld 2025-02-03."],
  ["due", "Te beantwoorden tegen", "Mag leeg blijven."],
  ["asker", "Vraagsteller", ""],
  ["minister", "Gericht aan", ""],
  ["theme", "Thema", ""],
  ["title", "Titel", ""],
  ["series", "Reeks", "Een naam voor vragen die terugkomen; mag leeg blijven."],
  ["followsNumber", "Volgt op vraag nummer", "Mag leeg blijven."],
  ["followsDate", "van", "Datum van die vraag."],
] as const;

export interface AnswerForm {
  readonly header: Readonly<Record<string, string>>;
  readonly reference: string;
  readonly questions: readonly {
    readonly asked: string;
    readonly text: string;
    readonly figures: string;
    readonly outcome: string;
    /** Words that go with the outcome, by the sheet's name of the field. */
    readonly words: Readonly<Record<string, string>>;
  }[];
}

export function readAnswerForm(query: URLSearchParams): AnswerForm {
  const one = (name: string): string => query.get(name)?.trim() ?? "";
  const count = Math.min(20, Math.max(1, Number(one("aantal")) || 1)) + (one("doe") === "meer" ? 1 : 0);
  return {
    header: Object.fromEntries(headerFields.map(([name]) => [name, one(name)])),
    reference: one("reference"),
    questions: Array.from({ length: count }, (_, index) => ({
      asked: one(`gevraagd${index}`),
      text: one(`tekst${index}`),
      figures: one(`cijfers${index}`),
      outcome: one(`uitkomst${index}`),
      words: Object.fromEntries(outcomeWordFields.map(({ name, field }) => [field, one(`${name}${index}`)])),
    })),
  };
}

/** The sheet; figures come from kept questions, whole. */
export function sheetOfAnswer(form: AnswerForm, kept: readonly SavedQuestion[]): string {
  const { header } = form;
  const typed = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);
  const given = ["number", "date", "due", "asker", "minister", "theme", "title", "series"].filter((name) => header[name] !== "");
  const follows =
    header.followsNumber === "" ? {} : { follows: { number: typed(header.followsNumber!), date: header.followsDate } };
  return stringify(
    {
      answer: { ...Object.fromEntries(given.map((name) => [name, typed(header[name]!)])), ...follows },
      ...(form.reference === "" ? {} : { reference: form.reference }),
      questions: form.questions.map((question, index) => ({
        number: index + 1,
        ...(question.asked === "" ? {} : { asked: question.asked }),
        ...(question.text === "" ? {} : { text: question.text }),
        ...outcomeOf(question),
        ...figuresOf(kept.find((one) => one.name === question.figures)?.text, index),
      })),
    },
    { lineWidth: 0 },
  );
}

/** Ids must differ within the answer: they carry the number of their sub-question. */
function figuresOf(text: string | undefined, index: number): { figures?: unknown[] } {
  if (text === undefined) return {};
  const data = parse(text) as Record<string, unknown>;
  const list = Array.isArray(data.figures) ? (data.figures as Record<string, unknown>[]) : [data];
  return { figures: list.map((one) => ({ ...one, id: `${String(one.id ?? "cijfer")}-${index + 1}` })) };
}

export function AnswerFormPage(props: {
  readonly page: Page;
  readonly form: AnswerForm;
  readonly kept: readonly SavedQuestion[];
}) {
  const { page, form, kept } = props;
  const options = [{ value: "", label: "geen cijfers" }, ...kept.map(({ name }) => ({ value: name, label: name }))];
  return (
    <StaffPage page={page} title="Een antwoord opstellen">
      <p class="mw-lead">
        Vul de kop van de vraag in, en bind elke deelvraag aan een bewaarde vraag of aan tekst. Daarna ziet u het hele antwoord en
        kunt u er een ontwerp van maken.
      </p>
      <form class="mw-form" method="get" action={ANSWER_FORM_PATH}>
        <h2 class="au-c-heading au-c-heading--2">Kop</h2>
        {headerFields.map(([name, label, hint]) => (
          <TextField
            language="nl"
            name={name}
            label={label}
            {...(hint === "" ? {} : { hint })}
            kind="words"
            value={form.header[name] ?? ""}
          />
        ))}
        <TextField
          language="nl"
          name="reference"
          label="Referentiedatum"
          hint="De dag die bewaarde vragen @reference noemen. Dezelfde vraag op een andere dag is één gewijzigde regel."
          kind="words"
          value={form.reference}
        />
        <input type="hidden" name="aantal" value={String(form.questions.length)} />
        {form.questions.map((question, index) => (
          <fieldset class="mw-field">
            <legend>
              <h2 class="au-c-heading au-c-heading--3">{`Deelvraag ${index + 1}`}</h2>
            </legend>
            <AreaField
              language="nl"
              name={`gevraagd${index}`}
              label={`Gevraagd (${index + 1})`}
              rows={3}
              value={question.asked}
            />
            <SelectField
              language="nl"
              name={`cijfers${index}`}
              label={`Cijfers uit een bewaarde vraag (${index + 1})`}
              value={question.figures}
              options={options}
            />
            <AreaField
              language="nl"
              name={`tekst${index}`}
              label={`Antwoord in woorden (${index + 1})`}
              rows={4}
              value={question.text}
            />
            <OutcomeFields index={index} outcome={question.outcome} words={question.words} />
          </fieldset>
        ))}
        <p class="mw-actions">
          <SubmitButton name="doe" value="toon">
            Toon het antwoord
          </SubmitButton>{" "}
          <SubmitButton secondary name="doe" value="meer">
            Nog een deelvraag
          </SubmitButton>
        </p>
      </form>
    </StaffPage>
  );
}
