// Composing a question: a form that writes YAML, or the YAML itself; the figures with their watermark beside it.
import type { Problem } from "../../../kernel/index.ts";
import { internalWatermark, type PlacedIssue, type Publication } from "../../../statistics/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Code } from "../../look/code.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { ComposeFields } from "./compose-form.tsx";
import type { ComposeForm } from "./compose-query.ts";
import type { DrawnFigure } from "./figure-block.tsx";
import { HeaderFacts } from "./header-facts.tsx";
import { ATTRIBUTES_PATH, COMPOSE_PATH, DRAFTS_PATH } from "./paths.ts";
import { Sections } from "./release-page.tsx";
import { StaffPage } from "./staff-page.tsx";

export interface ComposeProps {
  readonly page: Page;
  readonly mode: "form" | "yaml";
  readonly form: ComposeForm;
  readonly yaml: string;
  readonly channel: "internal" | "public";
  /** Null before anything was asked. */
  readonly result: { readonly publication: Publication; readonly drawn: ReadonlyMap<string, DrawnFigure> } | null;
  readonly issues: readonly PlacedIssue[];
  readonly problems: readonly Problem[];
  readonly templates: readonly { readonly id: string; readonly title: string }[];
  readonly mayDraft: boolean;
  /** Name under which the question was kept, when it was opened by it. */
  readonly name: string;
  readonly notice: string | null;
}

export function ComposePage(props: ComposeProps) {
  const { page, mode, form, yaml, channel, result, issues, problems } = props;
  const mistakes: FieldMistake[] = [
    ...issues.map(({ line, problem }) => ({
      field: mode === "yaml" ? "yaml" : fieldOf(problem.field),
      message: `${mode === "yaml" ? `Regel ${line}: ` : ""}${problem.message.nl}${problem.expected === undefined ? "" : ` Wat bestaat: ${problem.expected}.`}`,
    })),
    ...problems.map(({ field, message }) => ({
      field: mode === "yaml" ? "yaml" : fieldOf(field?.split(".").at(-1)),
      message: message.nl,
    })),
  ];
  const errors = new Map(mistakes.filter(({ field }) => field !== "").map(({ field, message }) => [field, message]));
  return (
    <StaffPage page={page} title="Een vraag aan de registers" refused={mistakes.length > 0}>
      {props.notice === null ? null : (
        <p class="mw-note" role="status">
          {props.notice}
        </p>
      )}
      <ErrorSummary language="nl" mistakes={mistakes} />
      <ul class="mw-inline-links">
        {mode === "yaml" ? (
          <li>
            <a href={COMPOSE_PATH}>Met het formulier</a>
          </li>
        ) : (
          <li>
            <a href={`${COMPOSE_PATH}?${new URLSearchParams({ yaml, naar: "yaml" })}`}>Als YAML bewerken</a>
          </li>
        )}
        <li>
          <a href={ATTRIBUTES_PATH}>Wat elk kenmerk betekent</a>
        </li>
      </ul>
      <div class="mw-compose">
        <form class="mw-form" method="get" action={COMPOSE_PATH} aria-label="De vraag">
          {mode === "form" ? (
            <ComposeFields form={form} errors={errors} />
          ) : (
            <YamlFields yaml={yaml} error={errors.get("yaml")} templates={props.templates} />
          )}
          <SelectField
            language="nl"
            name="kanaal"
            label="Voor wie?"
            value={channel}
            options={[
              { value: "internal", label: "intern: ook kleine aantallen, met watermerk" },
              { value: "public", label: "zoals het publiek het zou zien" },
            ]}
          />
          <p class="mw-actions">
            <SubmitButton name="toon" value="ja">
              Toon cijfers
            </SubmitButton>
          </p>
        </form>
        <div>
          {result === null ? (
            <p class="mw-quiet">De cijfers komen hier, met hun tabel, grafiek en kanttekeningen.</p>
          ) : (
            <Result {...props} result={result} />
          )}
          {mode === "form" ? (
            <details class="mw-more">
              <summary>De vraag als YAML</summary>
              <Code label="De vraag als YAML" text={yaml} />
            </details>
          ) : null}
        </div>
      </div>
    </StaffPage>
  );
}

function YamlFields(props: { yaml: string; error: string | undefined; templates: ComposeProps["templates"] }) {
  const lines = props.yaml.split("\n").length;
  return (
    <>
      <SelectField
        language="nl"
        name="sjabloon"
        label="Begin met een sjabloon"
        hint="Kies er een en druk op “Toon cijfers”: de tekst hieronder wordt dan vervangen."
        value=""
        options={[{ value: "", label: "–" }, ...props.templates.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <div class={props.error === undefined ? "mw-field" : "mw-field mw-field--error"}>
        <label class="mw-label" for="yaml">
          De vraag als YAML
        </label>
        <span class="mw-hint" id="yaml-uitleg">
          {`${lines} regels. Eén vraag, een lijst onder “figures”, of een parlementaire vraag met “answer” en “questions”.`}
        </span>
        {props.error === undefined ? null : (
          <span class="mw-field-error" id="yaml-fout">
            {props.error}
          </span>
        )}
        <textarea
          class="mw-area mw-area--code"
          id="yaml"
          name="yaml"
          rows={Math.min(40, Math.max(14, lines + 2))}
          spellcheck={false}
          aria-describedby={props.error === undefined ? "yaml-uitleg" : "yaml-uitleg yaml-fout"}
          aria-invalid={props.error === undefined ? undefined : "true"}
        >
          {props.yaml}
        </textarea>
      </div>
    </>
  );
}

function Result({ page, yaml, channel, result, mayDraft, name }: ComposeProps & { result: NonNullable<ComposeProps["result"]> }) {
  const { publication, drawn } = result;
  const figures = (
    <>
      <HeaderFacts publication={publication} language="nl" />
      <Sections publication={publication} drawn={drawn} page={{ ...page, language: "nl" }} />
    </>
  );
  return (
    <>
      {channel === "internal" ? (
        <section class="mw-watermark" aria-label="Interne cijfers">
          <p class="mw-watermark__words">{internalWatermark.nl}</p>
          {figures}
        </section>
      ) : (
        figures
      )}
      <section class="mw-section" aria-labelledby="verder">
        <h2 class="au-c-heading au-c-heading--2" id="verder">
          Verder met deze vraag
        </h2>
        <form class="mw-form" method="post" action={COMPOSE_PATH}>
          <FormKey page={page} />
          <input type="hidden" name="tekst" value={yaml} />
          <TextField
            language="nl"
            name="naam"
            label="Naam"
            hint="Kleine letters, cijfers en koppeltekens. Een naam staat voor altijd voor dezelfde vraag zodra hij gepubliceerd is."
            kind="words"
            value={name}
          />
          {mayDraft ? (
            <TextField
              language="nl"
              name="reden"
              label="Reden van een herziening"
              hint="Leeg bij een eerste uitgave."
              kind="words"
              value=""
            />
          ) : null}
          <p class="mw-actions">
            <SubmitButton secondary name="doe" value="bewaren">
              Vraag bewaren
            </SubmitButton>{" "}
            {mayDraft ? (
              <SubmitButton name="doe" value="ontwerp">
                Ontwerp maken om vrij te geven
              </SubmitButton>
            ) : null}
          </p>
          <p class="mw-quiet">
            Een tweede persoon geeft een ontwerp vrij. Ontwerpen staan <a href={DRAFTS_PATH}>in de lijst</a>.
          </p>
        </form>
      </section>
    </>
  );
}

/** The form's field for a field of the question. */
function fieldOf(field: string | undefined): string {
  const first = field?.replace(/^figures\.\d+\.?/, "").split(".")[0] ?? "";
  const known: Readonly<Record<string, string>> = { measure: "measure", population: "population", value: "value", by: "by" };
  return known[first] ?? (["unit", "at", "knownAt", "id", "title"].includes(first) ? first : "");
}
