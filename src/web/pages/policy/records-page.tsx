// The lab over real grants and wages, for policy analysts: computed on the server only, and shown behind the disclosure gate.
import { brusselsDate, formatDate, type Instant } from "../../../kernel/index.ts";
import { type KeptLine, mostDimensions, type RecordedDimension } from "../../../lab/index.ts";
import type { LawError } from "../../../law/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { CheckField } from "../../look/check-field.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { madeBy } from "./kept-page.tsx";
import { keptPath, POLICY_PATH, RECORDS_PATH } from "./paths.ts";

export interface RecordsForm {
  readonly reform: string;
  readonly quarters: string;
  readonly draws: string;
  readonly loss: string;
  readonly knownAt: string;
  readonly by: readonly string[];
}

export interface RecordsPageProps {
  readonly page: Page;
  readonly form: RecordsForm;
  readonly mistakes: readonly { readonly field: string; readonly message: string }[];
  readonly errors: readonly LawError[];
  readonly kept: readonly KeptLine[];
  /** Every dimension of the statistics at the moment that the form names; null: nothing was declared by then. */
  readonly dimensions: readonly RecordedDimension[] | null;
}

export function RecordsPage({ page, form, mistakes, errors, kept, dimensions }: RecordsPageProps) {
  const told = [
    ...mistakes,
    ...errors.map(({ file, line, rule, message }) => ({ field: "reform", message: `${file}:${line} ${rule} ${message.nl}` })),
  ];
  const error = (field: string) => told.find((one) => one.field === field)?.message;
  return (
    <Layout
      page={page}
      title="Beleid op het register"
      crumbs={[{ href: POLICY_PATH, label: "Beleid proberen" }]}
      refused={told.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">Beleid op het register</h1>
      <p class="mw-lead">
        Rekent een hervorming door op de echte toekenningen en lonen. De server rekent; u ziet geen enkele persoon. Groepen die te
        klein zijn, blijven weg.
      </p>
      <ErrorSummary language="nl" mistakes={told} />
      <div class="mw-policy">
        <form class="mw-policy__levers mw-policy__form" method="post" action={RECORDS_PATH}>
          <FormKey page={page} />
          <AreaField
            language="nl"
            name="reform"
            label="Hervorming (YAML)"
            hint="Zoals in examples/reforms: id, title, en parameters, switches, rules of components."
            error={error("reform")}
            value={form.reform}
            rows={14}
          />
          <TextField
            language="nl"
            name="quarters"
            label="Aantal kwartalen"
            hint="1 tot 40"
            error={error("quarters")}
            value={form.quarters}
            kind="share"
          />
          <TextField
            language="nl"
            name="draws"
            label="Aantal trekkingen"
            hint="1 tot 20. Meer dan een: u ziet hoeveel van het verschil toeval is."
            error={error("draws")}
            value={form.draws}
            kind="share"
          />
          <TextField
            language="nl"
            name="loss"
            label="Verlies aan productiviteit, in procent"
            hint="1 tot 100. Daarmee wordt het break-evenloon gezocht."
            error={error("loss")}
            value={form.loss}
            kind="share"
          />
          <TextField
            language="nl"
            name="knownAt"
            label="Zoals bekend op het einde van deze dag"
            hint="Bijvoorbeeld 2026-06-30. Leeg: nu. Dezelfde dag geeft altijd hetzelfde resultaat."
            error={error("knownAt")}
            value={form.knownAt}
            kind="date"
          />
          <Dimensions form={form} dimensions={dimensions ?? []} error={error("by")} />
          <p class="mw-policy__actions">
            <SubmitButton>Bereken en bewaar</SubmitButton>
          </p>
        </form>
        <section class="mw-policy__results" aria-labelledby="bewaard">
          <h2 class="au-c-heading au-c-heading--2" id="bewaard">
            Bewaarde resultaten
          </h2>
          <p>Elk resultaat krijgt een vaste link, met de hervorming, de wet en het register waarop het steunt.</p>
          <Kept kept={kept} />
        </section>
      </div>
    </Layout>
  );
}

function Dimensions({
  form,
  dimensions,
  error,
}: Pick<RecordsPageProps, "form"> & {
  readonly dimensions: readonly RecordedDimension[];
  readonly error: string | undefined;
}) {
  const usable = dimensions.filter(({ whyNot }) => whyNot === null);
  const others = dimensions.filter(({ whyNot }) => whyNot !== null);
  if (usable.length === 0) return null;
  return (
    <>
      <CheckField
        language="nl"
        name="by"
        label="Winnaars en verliezers volgens"
        hint={`Indelingen van de statistiek, hoogstens ${mostDimensions}. Hoe meer u kiest, hoe meer groepen te klein worden.`}
        error={error}
        choices={usable.map(({ id, title }) => ({ value: id, label: title.nl }))}
        values={form.by}
      />
      {others.length === 0 ? null : (
        <details>
          <summary>Welke indelingen kunnen nu niet?</summary>
          <ul>
            {others.map(({ title, whyNot }) => (
              <li>
                {title.nl}: {whyNot?.nl}.
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Kept({ kept }: Pick<RecordsPageProps, "kept">) {
  if (kept.length === 0) return <p>Er is nog geen resultaat bewaard.</p>;
  return (
    <Table
      caption="Bewaarde resultaten, de nieuwste eerst"
      columns={[
        { key: "title", title: "Hervorming" },
        { key: "known", title: "Register zoals bekend op" },
        { key: "made", title: "Gemaakt" },
      ]}
      rows={kept.map((one) => ({
        cells: {
          title: <a href={keptPath(one.ref)}>{one.title.nl}</a>,
          known: formatDate(brusselsDate(one.knownAt as Instant), "nl"),
          made: madeBy(one),
        },
      }))}
    />
  );
}
