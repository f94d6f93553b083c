// Deciding in two steps: choose, then see what would be recorded and paid; a decision above the set amount goes to a colleague.
import type { Child } from "hono/jsx";
import {
  assessFile,
  type Choice,
  type DecisionView,
  type DepartmentPorts,
  decide,
  viewDecision,
} from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, formatEuro, isRef, newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { TextField } from "../../look/text-field.tsx";
import { versionIn } from "../../sent-version.ts";
import { guidanceWords } from "../../text/department.ts";
import { Effect } from "./decision-effect.tsx";
import { choiceIn, DecisionFields } from "./decision-form.tsx";
import { asMistake, DeskPage, errorIn, type Given, Hidden, isStale, longText } from "./step-page.tsx";
import { back, DEPARTMENT_PATH, filePath, type InFile, notFound, withinFile } from "./within.tsx";

const base = `${DEPARTMENT_PATH}/dossier/:dossier`;

/** Names that the steps between choosing and deciding carry along. */
const CARRIED = ["bevestigd", "volgtOp", "overname", "pakket", "percentage", "kwartalen", "begeleiding", "motivering"] as const;

export function decisionRoutes(door: Door, ports: DepartmentPorts): void {
  door.page(
    `${base}/beslissen`,
    "application.decide",
    (page, c) => withinFile(ports, page, c, (within) => (canDecide(within) ? choosePage(ports, within, null, []) : back(within))),
    IN_DUTCH,
  );
  door.form(
    `${base}/beslissen`,
    "application.decide",
    (page, c, form) =>
      withinFile(ports, page, c, async (within) => {
        const { choice, mistakes } = choiceIn(form);
        if (mistakes.length > 0) return { status: 400, body: await choosePage(ports, within, form, mistakes) };
        return takeDecision(ports, within, form, choice, (wrong) => choosePage(ports, within, form, wrong));
      }),
    IN_DUTCH,
  );
  door.page(
    `${base}/evaluatie/:evaluatie`,
    "application.decide",
    (page, c) =>
      withinFile(ports, page, c, (within) => {
        const ref = evaluationIn(within);
        return ref === null ? notFound(page) : evaluationPage(within, ref, null, []);
      }),
    IN_DUTCH,
  );
  door.form(
    `${base}/evaluatie/:evaluatie`,
    "application.decide",
    (page, c, form) =>
      withinFile(ports, page, c, async (within) => {
        const ref = evaluationIn(within);
        if (ref === null) return form.text("opdracht") === "" ? notFound(page) : back(within, "veranderd");
        const typed = form.text("kwartalen").trim();
        if (typed !== "" && !/^\d{1,2}$/.test(typed)) {
          const mistakes = [{ field: "kwartalen", message: "Typ een geheel getal" }];
          return { status: 400, body: evaluationPage(within, ref, form, mistakes) };
        }
        const choice: Choice = {
          kind: "EVALUATION",
          evaluationRef: ref as never,
          quarters: typed === "" ? null : Number(typed),
          motivation: longText(form, "motivering"),
        };
        return takeDecision(ports, within, form, choice, async (wrong) => evaluationPage(within, ref, form, wrong));
      }),
    IN_DUTCH,
  );
}

const canDecide = ({ file }: InFile): boolean => file.state.application?.state === "PENDING" && file.handling.proposal === null;

function evaluationIn({ c, file }: InFile): string | null {
  const ref = c.req.param("evaluatie") ?? "";
  const one = isRef(ref) ? file.state.evaluations[ref] : undefined;
  return one === undefined || one.finding === null || one.applied ? null : ref;
}

/** From the form to the preview, and from the preview to the decision. */
async function takeDecision(
  ports: DepartmentPorts,
  within: InFile,
  form: SentForm,
  choice: Choice,
  again: (mistakes: readonly FieldMistake[]) => Promise<Child>,
): Promise<Shown> {
  const { file, acting } = within;
  const sent = { version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() };
  if (form.text("doe") === "terug") return again([]) as never;
  const wrong = async (reasons: readonly Reason[]): Promise<Shown> => {
    if (isStale(reasons)) return back(within, "veranderd");
    return { status: 422, body: await again(reasons.map(asMistake)) };
  };
  if (form.text("doe") === "beslis") {
    const done = await decide(ports, acting, file, sent, choice);
    return done.ok ? back(within, done.value === "DECIDED" ? "beslist" : "voorgelegd") : wrong(done.error);
  }
  if (sent.version !== file.version) return back(within, "veranderd");
  const viewed = await viewDecision(ports, file, choice, sent.commandId);
  return viewed.ok ? <PreviewPage {...within} ports={ports} form={form} view={viewed.value} /> : wrong(viewed.error);
}

async function choosePage(
  ports: DepartmentPorts,
  within: InFile,
  form: SentForm | null,
  mistakes: readonly FieldMistake[],
): Promise<Child> {
  const { file } = within;
  const assessment = await assessFile(ports, file.fileRef, file.state);
  const given: Given = (name) => form?.text(name) ?? "";
  if (assessment === null) return null;
  return (
    <DeskPage {...within} title="Beslissing voorbereiden" mistakes={mistakes}>
      <form class="mw-form mw-section" method="post" action={filePath(file.fileRef, "/beslissen")}>
        <Hidden {...within} given={given} />
        <DecisionFields
          ports={ports}
          assessment={assessment}
          given={given}
          all={(name) => form?.all(name) ?? []}
          mistakes={mistakes}
        />
        <p class="mw-actions">
          <SubmitButton>Beslissing bekijken</SubmitButton>
          <a href={filePath(file.fileRef)}>Terug naar het dossier</a>
        </p>
      </form>
    </DeskPage>
  );
}

function evaluationPage(within: InFile, ref: string, form: SentForm | null, mistakes: readonly FieldMistake[]): Child {
  const { file } = within;
  const evaluation = file.state.evaluations[ref];
  const finding = evaluation?.finding;
  if (evaluation === undefined || finding == null) return null;
  const given: Given = (name) => form?.text(name) ?? "";
  const extension = evaluation.purpose === "EXTENSION";
  const outcome =
    finding.outcome === "NO_NEED"
      ? "VDAB stelt geen nood meer vast: de steun stopt op de dag van de evaluatie (IND-25)."
      : `VDAB stelt een percentage van ${finding.percentage ?? 0} % vast en een begeleidingsnood die ${guidanceWords[finding.guidanceNeed ?? "NONE"]} is.`;
  return (
    <DeskPage {...within} title={extension ? "Beslissen over de verlenging" : "Beslissen over de aanpassing"} mistakes={mistakes}>
      <form class="mw-form mw-section" method="post" action={filePath(file.fileRef, `/evaluatie/${ref}`)}>
        <Hidden {...within} given={given} />
        <p>
          Gevraagd op {formatDate(evaluation.requestedOn, "nl")}, geëvalueerd op {formatDate(finding.decidedOn, "nl")}. {outcome}
        </p>
        {extension && finding.outcome !== "NO_NEED" ? (
          <TextField
            language="nl"
            name="kwartalen"
            label="Aantal kwartalen van de verlenging"
            hint="De duur van een verlenging is niet geregeld: u beslist, met een motivering (OPEN-16)."
            value={given("kwartalen")}
            kind="share"
            error={errorIn(mistakes, "kwartalen")}
          />
        ) : null}
        <AreaField
          language="nl"
          name="motivering"
          label="Motivering"
          hint={extension ? "Nodig bij een verlenging. Dit komt in de brief." : "Mag leeg blijven. Dit komt in de brief."}
          value={given("motivering")}
          error={errorIn(mistakes, "motivering")}
        />
        <p class="mw-actions">
          <SubmitButton>Beslissing bekijken</SubmitButton>
          <a href={filePath(file.fileRef)}>Terug naar het dossier</a>
        </p>
      </form>
    </DeskPage>
  );
}

function PreviewPage({ ports, form, view, ...within }: InFile & { ports: DepartmentPorts; form: SentForm; view: DecisionView }) {
  const { file, c } = within;
  const given: Given = (name) => form.text(name);
  const amount = ports.secondLookAbove === null ? "" : formatEuro(ports.secondLookAbove, "nl");
  return (
    <DeskPage {...within} title="De beslissing nakijken">
      {view.secondLook ? (
        <Alert kind="info" title="Een tweede persoon kijkt dit na">
          <p>De beslissing geeft meer dan {amount}. Ze gaat eerst naar een collega; daarna pas gaat de brief weg.</p>
        </Alert>
      ) : null}
      {view.overBudget === null ? null : (
        <Alert kind="info" title="Dit gaat boven het krediet">
          <p>
            De toekenning gaat {formatEuro(view.overBudget, "nl")} boven het krediet van het begrotingsartikel. De wet zegt niet
            dat toekennen daarom stopt (OPEN-33).
          </p>
        </Alert>
      )}
      <Effect {...within} ports={ports} view={view} />
      <form class="mw-section" method="post" action={new URL(c.req.url).pathname}>
        <Hidden {...within} given={given} />
        {[...CARRIED, ...readingsIn(form)].flatMap((name) =>
          form.all(name).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <p class="mw-actions">
          <SubmitButton name="doe" value="beslis">
            {view.secondLook ? "Voorleggen aan een collega" : "Beslissing nemen"}
          </SubmitButton>
          <SubmitButton secondary name="doe" value="terug">
            Iets veranderen
          </SubmitButton>
          <a href={filePath(file.fileRef)}>Terug naar het dossier</a>
        </p>
      </form>
    </DeskPage>
  );
}

const readingsIn = (form: SentForm): readonly string[] =>
  Array.from({ length: 99 }, (_, n) => `lezing-OPEN-${String(n + 1).padStart(2, "0")}`).filter((name) => form.text(name) !== "");
