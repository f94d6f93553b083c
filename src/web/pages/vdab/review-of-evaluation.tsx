// An employer asks a review after an evaluation (PROC-30) by letter or mail: VDAB enters it.
import {
  lastDayToAsk,
  openReviewPlace,
  parseReviewRequest,
  type ReviewPlace,
  requestReview,
  versionOf,
} from "../../../counter/index.ts";
import { formatDate, isRef, ownValue, type PlainDate } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { fieldNames } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import {
  errorIn,
  FormPage,
  type Given,
  mistakeOf,
  notFound,
  sentMeta,
  statusOf,
  typedDay,
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const label = (name: string) => fieldNames[name] ?? name;

export function evaluationReviewRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const askPath = `${VDAB_PATH}/evaluaties/:dossier/:evaluatie/heroverweging`;
  const withEvaluation = async (
    page: Page,
    c: WebContext,
    then: (place: ReviewPlace & { file: unknown }, ref: string, decidedOn: PlainDate) => Shown | Promise<Shown>,
  ): Promise<Shown> => {
    const ref = c.req.param("dossier") ?? "";
    const place = isRef(ref) ? await openReviewPlace(vdab, actingOf(visitorIn(c)), ref) : null;
    if (place === null || !("file" in place)) return notFound(page);
    const evaluation = ownValue(place.file.state.evaluations, c.req.param("evaluatie") ?? "");
    return evaluation?.finding == null ? notFound(page) : then(place, evaluation.evaluationRef, evaluation.finding.decidedOn);
  };
  door.page(
    askPath,
    "review.handle",
    (page, c) =>
      withEvaluation(page, c, (place, _ref, on) => (
        <AskForm {...{ page, place, tools }} decidedOn={on} given={() => ""} mistakes={[]} />
      )),
    IN_DUTCH,
  );
  door.form(
    askPath,
    "review.handle",
    (page, c, form) =>
      withEvaluation(page, c, async (place, ref, decidedOn): Promise<Shown> => {
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <AskForm {...{ page, place, tools, decidedOn, mistakes }} given={(name) => form.text(name)} />,
        });
        const days = { noticeOn: typedDay(form.text("noticeOn")), requestedOn: typedDay(form.text("requestedOn")) };
        const parsed = parseReviewRequest({ ...days, reason: form.text("reason") }, vdab.clock.today());
        if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
        const done = await requestReview(vdab, actingOf(visitorIn(c)), place, ref, parsed.value, sentMeta(form));
        return done.ok ? seeOther(`${VDAB_PATH}?soort=REVIEW#werk`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

interface AskFormProps {
  readonly page: Page;
  readonly place: ReviewPlace;
  readonly tools: VdabTools;
  readonly decidedOn: PlainDate;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}

function AskForm({ page, place, tools, decidedOn, given, mistakes }: AskFormProps) {
  const last = lastDayToAsk(tools.law, decidedOn);
  return (
    <FormPage
      page={page}
      title="Heroverweging van de werkgever invoeren"
      crumbs={vdabCrumbs()}
      mistakes={mistakes}
      action={page.path}
      version={versionOf(place)}
      command={given("opdracht")}
      lead={
        <p>
          Over de evaluatie van {formatDate(decidedOn, "nl")}.
          {last === null ? "" : ` Wie er die dag kennis van nam, kon vragen tot en met ${formatDate(last, "nl")} (PROC-30).`}
        </p>
      }
    >
      <TextField
        language="nl"
        name="noticeOn"
        label={label("noticeOn")}
        value={given("noticeOn")}
        error={errorIn(mistakes, "noticeOn")}
        kind="date"
      />
      <TextField
        language="nl"
        name="requestedOn"
        label="Dag van het verzoek"
        hint="Leeg: vandaag."
        value={given("requestedOn")}
        error={errorIn(mistakes, "requestedOn") ?? errorIn(mistakes, "on")}
        kind="date"
      />
      <AreaField
        language="nl"
        name="reason"
        label={label("reason")}
        value={given("reason")}
        error={errorIn(mistakes, "reason")}
      />
      <p class="mw-actions">
        <SubmitButton>Verzoek bewaren</SubmitButton>
      </p>
    </FormPage>
  );
}
