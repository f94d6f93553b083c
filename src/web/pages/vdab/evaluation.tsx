// An evaluation asked by an employer: what runs, what was asked, and what VDAB found on the workfloor.
import { openFileOfGrant, parseEvaluation, recordEvaluation, type VdabFile } from "../../../counter/index.ts";
import {
  EVALUATION_OUTCOMES,
  type Evaluation,
  evaluationStage,
  GUIDANCE_NEEDS,
  gridOf,
  LawReading,
} from "../../../dossier/index.ts";
import { type FileRef, formatDate, formatQuarter, isRef, newRef, ownValue } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { versionIn } from "../../sent-version.ts";
import { fieldNames, nameOf } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { Written } from "./person-page.tsx";
import {
  errorIn,
  FormPage,
  fullName,
  mistakeOf,
  notFound,
  statusOf,
  typedDay,
  typedPercent,
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const path = `${VDAB_PATH}/evaluaties/:dossier/:evaluatie`;
const label = (name: string) => fieldNames[name] ?? name;

interface InEvaluation {
  readonly page: Page;
  readonly c: WebContext;
  readonly acting: ReturnType<typeof actingOf>;
  readonly file: VdabFile;
  readonly evaluation: Evaluation;
}

async function inEvaluation(
  { vdab }: VdabTools,
  page: Page,
  c: WebContext,
  then: (within: InEvaluation) => Shown | Promise<Shown>,
): Promise<Shown> {
  const ref = c.req.param("dossier") ?? "";
  const acting = actingOf(visitorIn(c));
  const file = isRef(ref) ? await openFileOfGrant(vdab, acting, ref as string as FileRef, "EVALUATION") : null;
  const evaluation = file ? ownValue(file.state.evaluations, c.req.param("evaluatie") ?? "") : undefined;
  return file === null || evaluation === undefined ? notFound(page) : then({ page, c, acting, file, evaluation });
}

export function evaluationRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  door.page(
    path,
    "finding.see",
    (page, c) =>
      inEvaluation(tools, page, c, (within) =>
        evaluationStage(within.evaluation) === "REQUESTED" ? (
          <EvaluationForm {...within} tools={tools} given={() => ""} mistakes={[]} />
        ) : (
          <DonePage {...within} done={c.req.query("ok") === "1"} />
        ),
      ),
    IN_DUTCH,
  );
  door.form(
    path,
    "finding.record",
    (page, c, form) =>
      inEvaluation(tools, page, c, async (within): Promise<Shown> => {
        const { acting, file, evaluation } = within;
        const given = (name: string) => form.text(name);
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <EvaluationForm {...within} tools={tools} given={given} mistakes={mistakes} />,
        });
        const parsed = parseEvaluation({
          visitedOn: typedDay(given("visitedOn")),
          decidedOn: typedDay(given("decidedOn")),
          outcome: given("outcome"),
          percentage: typedPercent(given("percentage")),
          guidanceNeed: given("guidanceNeed"),
          reason: given("reason"),
        });
        if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
        const meta = { version: versionIn(given("versie")), commandId: given("opdracht") || newRef() };
        const done = await recordEvaluation(vdab, acting, file, evaluation, parsed.value, meta);
        if (!done.ok) return show(done.error.map(mistakeOf), statusOf(done.error));
        return seeOther(`${VDAB_PATH}/evaluaties/${file.fileRef}/${evaluation.evaluationRef}?ok=1`);
      }),
    IN_DUTCH,
  );
}

function Around({ file, evaluation }: Pick<InEvaluation, "file" | "evaluation">) {
  const { grant } = file.state;
  const asked = file.history.find(
    (event) =>
      (event.type === "AdjustmentRequested" || event.type === "ExtensionRequested") &&
      event.payload.evaluationRef === evaluation.evaluationRef,
  );
  const reasonRef = asked !== undefined && "reason" in asked.payload ? asked.payload.reason : null;
  const text = reasonRef === null ? undefined : (file.written.get(String(reasonRef)) as { text?: string } | undefined)?.text;
  return (
    <>
      <SummaryList
        rows={[
          { name: "Persoon", value: fullName(file.worker) },
          { name: "Werkgever", value: file.employer ?? "zelfstandige" },
          { name: "Dossier", value: <span class="mw-id">{file.number}</span> },
          { name: "Gevraagd", value: `${nameOf(evaluation.purpose)}, op ${formatDate(evaluation.requestedOn, "nl")}` },
          ...(grant === null
            ? []
            : [
                { name: "Pakket", value: nameOf(grant.facts.package) },
                { name: "Percentage nu", value: file.percentage === null ? "-" : `${file.percentage} %` },
                { name: "Begeleiding", value: nameOf(grant.facts.guidanceNeed) },
                {
                  name: "Looptijd",
                  value: `${formatQuarter(grant.facts.startQuarter, "nl")} tot en met ${formatQuarter(grant.endQuarter, "nl")}`,
                },
              ]),
        ]}
      />
      <h2 class="au-c-heading au-c-heading--3">Waarom de werkgever het vraagt</h2>
      <Written text={text ?? null} />
    </>
  );
}

interface EvaluationFormProps extends InEvaluation {
  readonly tools: VdabTools;
  readonly given: (name: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

function EvaluationForm({ page, file, evaluation, tools, given, mistakes }: EvaluationFormProps) {
  const error = (name: string) => errorIn(mistakes, name);
  const grid = gridOf(new LawReading(tools.law, tools.vdab.clock.today()));
  return (
    <FormPage
      page={page}
      title={`Evaluatie: ${nameOf(evaluation.purpose)}`}
      crumbs={vdabCrumbs()}
      mistakes={mistakes}
      action={`${VDAB_PATH}/evaluaties/${file.fileRef}/${evaluation.evaluationRef}`}
      version={file.version}
      command={given("opdracht")}
      lead={<Around file={file} evaluation={evaluation} />}
    >
      <TextField
        language="nl"
        name="visitedOn"
        label={label("visitedOn")}
        hint="Leeg als er geen bezoek was."
        value={given("visitedOn")}
        error={error("visitedOn")}
        kind="date"
      />
      <TextField
        language="nl"
        name="decidedOn"
        label={label("decidedOn")}
        hint="Bijvoorbeeld 15/3/2026; ten laatste vandaag."
        value={given("decidedOn")}
        error={error("decidedOn")}
        kind="date"
      />
      <ChoiceField
        language="nl"
        name="outcome"
        label={label("outcome")}
        error={error("outcome")}
        value={given("outcome")}
        choices={EVALUATION_OUTCOMES.map((value) => ({ value, label: OUTCOMES[value] }))}
      />
      <SelectField
        language="nl"
        name="percentage"
        label={label("percentage")}
        hint="Alleen bij een nieuw pakket (WP-10)."
        error={error("percentage")}
        value={given("percentage")}
        options={[{ value: "", label: "" }, ...grid.map((one) => ({ value: String(one), label: `${one} %` }))]}
      />
      <SelectField
        language="nl"
        name="guidanceNeed"
        label={label("guidanceNeed")}
        hint="Alleen bij een nieuw pakket."
        error={error("guidanceNeed")}
        value={given("guidanceNeed")}
        options={[{ value: "", label: "" }, ...GUIDANCE_NEEDS.map((value) => ({ value, label: nameOf(value) }))]}
      />
      <AreaField
        language="nl"
        name="reason"
        label={label("reason")}
        hint="Blijft bij VDAB. De werkgever en het departement zien het percentage en het niveau."
        error={error("reason")}
        value={given("reason")}
      />
      <p class="mw-actions">
        <SubmitButton>Evaluatie vastleggen</SubmitButton>
        <a href={VDAB_PATH}>Terug naar de werklijst</a>
      </p>
    </FormPage>
  );
}

const OUTCOMES: Readonly<Record<(typeof EVALUATION_OUTCOMES)[number], string>> = {
  PACKAGE: "Nieuw pakket: ander percentage of niveau",
  UNCHANGED: "Ongewijzigd",
  NO_NEED: "Er is geen nood meer: de steun stopt op de dag van de evaluatie (IND-25)",
};

function DonePage({ page, file, evaluation, done }: InEvaluation & { readonly done: boolean }) {
  const { finding } = evaluation;
  const reviews = Object.values(file.state.reviews).filter((one) => one.subjectRef === evaluation.evaluationRef);
  return (
    <Layout page={page} title="Evaluatie" crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">Evaluatie: {nameOf(evaluation.purpose)}</h1>
      {done ? <Alert kind="success" title="De evaluatie is vastgelegd. Het departement past ze toe." /> : null}
      <Around file={file} evaluation={evaluation} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Wat VDAB vaststelde</h2>
        <SummaryList
          rows={[
            { name: "Beslist op", value: finding === null ? "-" : formatDate(finding.decidedOn, "nl") },
            { name: "Uitkomst", value: finding === null ? "-" : nameOf(finding.outcome) },
            { name: "Percentage", value: finding?.percentage == null ? "-" : `${finding.percentage} %` },
            { name: "Begeleiding", value: nameOf(finding?.guidanceNeed ?? null) },
          ]}
        />
        {finding === null ? null : (
          <p>
            <a href={`${VDAB_PATH}/evaluaties/${file.fileRef}/${evaluation.evaluationRef}/heroverweging`}>
              Heroverweging van de werkgever invoeren
            </a>
          </p>
        )}
        {reviews.map((one) => (
          <p>
            <a href={`${VDAB_PATH}/heroverwegingen/${file.fileRef}/${one.reviewRef}`}>
              Heroverweging van {formatDate(one.requestedOn, "nl")}
            </a>
          </p>
        ))}
      </section>
    </Layout>
  );
}
