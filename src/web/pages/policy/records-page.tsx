// The lab over real grants and wages, for policy analysts: computed on the server only, and shown behind the disclosure gate.
import { brusselsDate, formatDate, formatQuarter, type Instant } from "../../../kernel/index.ts";
import { diffOf, diffText, type LabAnswer, type Reform } from "../../../lab/index.ts";
import type { Law, LawError } from "../../../law/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { POLICY_PATH } from "./policy-page.tsx";
import { Results } from "./results.tsx";

export const RECORDS_PATH = `${POLICY_PATH}/register`;

export interface RecordsForm {
  readonly reform: string;
  readonly quarters: string;
  readonly draws: string;
  readonly loss: string;
  readonly knownAt: string;
}

export interface RecordsPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly form: RecordsForm;
  readonly mistakes: readonly { readonly field: string; readonly message: string }[];
  readonly errors: readonly LawError[];
  readonly answer: { readonly reform: Reform; readonly is: LabAnswer } | null;
}

export function RecordsPage({ page, law, form, mistakes, errors, answer }: RecordsPageProps) {
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
          <p class="mw-policy__actions">
            <SubmitButton>Bereken</SubmitButton>{" "}
            <SubmitButton secondary name="doe" value="nota">
              Nota van één pagina (PDF)
            </SubmitButton>{" "}
            <SubmitButton secondary name="doe" value="cijfers">
              Alle cijfers (JSON)
            </SubmitButton>
          </p>
        </form>
        <section class="mw-policy__results" aria-labelledby="uitkomst-register">
          <h2 class="au-c-heading au-c-heading--2" id="uitkomst-register">
            Wat kost het?
          </h2>
          {answer === null ? <p>Vul een hervorming in en kies “Bereken”.</p> : <Answer page={page} law={law} answer={answer} />}
        </section>
      </div>
    </Layout>
  );
}

function Answer({
  page,
  law,
  answer,
}: Pick<RecordsPageProps, "page" | "law"> & { answer: NonNullable<RecordsPageProps["answer"]> }) {
  const { result, snapshot, traits } = answer.is;
  const { assumptions } = result;
  const percent = (value: number) => `${String(value / 100).replace(".", ",")} %`;
  return (
    <>
      {snapshot === null ? null : (
        <p>
          {snapshot.grants} toekenningen met aangifte in het {formatQuarter(snapshot.base, page.language)}, zoals bekend op{" "}
          {formatDate(brusselsDate(snapshot.knownAt as Instant), page.language)}. Lonen stijgen {percent(assumptions.wageGrowth)}{" "}
          per jaar (aanname). Per kwartaal stopt {percent(assumptions.leaving)} vroeger en komt er {percent(assumptions.entering)}{" "}
          bij, zoals in het jaar tot dat kwartaal.
        </p>
      )}
      <ul>
        {diffText(diffOf(law, answer.reform), page.language)
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <li>{line}</li>
          ))}
      </ul>
      <Results language={page.language} outcome={{ result, traits }} changed={true} query="" />
    </>
  );
}
