// A review of a VDAB decision: its deadlines, the committee's advice, the board's decision and what it changes.
import {
  ADVISABLE_PACKAGES,
  adviseReview,
  decideReviewOf,
  lastDayToAsk,
  openReviewPlace,
  parseReviewAdvice,
  parseReviewDecision,
  parseReviewRequest,
  type ReviewPlace,
  requestReview,
  reviewsOf,
  versionOf,
} from "../../../counter/index.ts";
import {
  type AnyEvent,
  GUIDANCE_NEEDS,
  gridOf,
  LawReading,
  NEED_CLASSES,
  NEED_DURATIONS,
  REVIEW_OUTCOMES,
  type Review,
  reviewStage,
} from "../../../dossier/index.ts";
import { asRef, formatDate, isRef, newRef, type PlainDate, type ReviewRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
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
import { fieldNames, nameOf } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { Written } from "./person-page.tsx";
import {
  errorIn,
  FormPage,
  fullName,
  mistakeOf,
  notFound,
  personPath,
  statusOf,
  typedDay,
  typedPercent,
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const path = `${VDAB_PATH}/heroverwegingen/:stroom/:heroverweging`;
const label = (name: string) => fieldNames[name] ?? name;
type Given = (name: string) => string;

interface InReview {
  readonly page: Page;
  readonly c: WebContext;
  readonly acting: ReturnType<typeof actingOf>;
  readonly place: ReviewPlace;
  readonly review: Review;
  readonly at: string;
}

async function inReview(
  { vdab }: VdabTools,
  page: Page,
  c: WebContext,
  then: (within: InReview) => Shown | Promise<Shown>,
): Promise<Shown> {
  const stream = c.req.param("stroom") ?? "";
  const acting = actingOf(visitorIn(c));
  const place = isRef(stream) ? await openReviewPlace(vdab, acting, stream) : null;
  const review = place === null ? undefined : reviewsOf(place)[c.req.param("heroverweging") ?? ""];
  if (place === null || review === undefined) return notFound(page);
  return then({ page, c, acting, place, review, at: `${VDAB_PATH}/heroverwegingen/${stream}/${review.reviewRef}` });
}

export function reviewRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const meta = (form: SentForm) => ({ version: Number(form.text("versie")), commandId: form.text("opdracht") || newRef() });
  door.page(
    path,
    "review.handle",
    (page, c) => inReview(tools, page, c, (within) => <ReviewPage {...within} tools={tools} given={() => ""} mistakes={[]} />),
    IN_DUTCH,
  );
  door.form(
    path,
    "review.handle",
    (page, c, form) =>
      inReview(tools, page, c, async (within): Promise<Shown> => {
        const { acting, place, review, at } = within;
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <ReviewPage {...within} tools={tools} given={(name) => form.text(name)} mistakes={mistakes} />,
        });
        if (form.text("doe") === "advies") {
          const parsed = parseReviewAdvice({ on: typedDay(form.text("on")), advice: form.text("advice") });
          if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
          const done = await adviseReview(vdab, acting, place, asRef<ReviewRef>(review.reviewRef), parsed.value, meta(form));
          return done.ok ? seeOther(`${at}?ok=advies`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }
        const parsed = parseReviewDecision(decisionJson(form), review.subject);
        if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
        const done = await decideReviewOf(vdab, acting, place, review, parsed.value, meta(form));
        return done.ok ? seeOther(`${at}?ok=beslist`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );

  // The employer asks after an evaluation (PROC-30); by letter or mail, so VDAB enters it.
  const askPath = `${VDAB_PATH}/evaluaties/:dossier/:evaluatie/heroverweging`;
  const withEvaluation = async (
    page: Page,
    c: WebContext,
    then: (place: ReviewPlace & { file: unknown }, ref: string, decidedOn: PlainDate) => Shown | Promise<Shown>,
  ): Promise<Shown> => {
    const ref = c.req.param("dossier") ?? "";
    const place = isRef(ref) ? await openReviewPlace(vdab, actingOf(visitorIn(c)), ref) : null;
    if (place === null || !("file" in place)) return notFound(page);
    const evaluation = place.file.state.evaluations[c.req.param("evaluatie") ?? ""];
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
        const done = await requestReview(vdab, actingOf(visitorIn(c)), place, ref, parsed.value, meta(form));
        return done.ok ? seeOther(`${VDAB_PATH}?soort=REVIEW#werk`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

function decisionJson(form: SentForm): Record<string, unknown> {
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

interface ReviewPageProps extends InReview {
  readonly tools: VdabTools;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}

const DONE: Readonly<Record<string, string>> = {
  advies: "Het advies van de commissie is vastgelegd",
  beslist: "De beslissing van de raad van bestuur is vastgelegd",
};

function ReviewPage(props: ReviewPageProps) {
  const { page, c, place, review, given, mistakes, at } = props;
  const stage = reviewStage(review);
  const done = DONE[c.req.query("ok") ?? ""];
  const title = "Heroverweging";
  const lead = (
    <>
      {done === undefined ? null : <Alert kind="success" title={done} />}
      <Facts place={place} review={review} />
    </>
  );
  if (stage === "DECIDED") {
    return (
      <Layout page={page} title={title} crumbs={vdabCrumbs()} translated={false}>
        <h1 class="au-c-heading au-c-heading--1">{title}</h1>
        <div class="mw-flow">{lead}</div>
      </Layout>
    );
  }
  return (
    <FormPage
      page={page}
      title={title}
      crumbs={vdabCrumbs()}
      mistakes={mistakes}
      action={at}
      version={versionOf(place)}
      command={given("opdracht")}
      lead={lead}
    >
      {stage === "REQUESTED" && given("doe") !== "beslissing" && c.req.query("beslis") !== "1" ? (
        <>
          <h2 class="au-c-heading au-c-heading--2">Advies van de commissie</h2>
          <Day given={given} mistakes={mistakes} />
          <AreaField
            language="nl"
            name="advice"
            label={label("advice")}
            value={given("advice")}
            error={errorIn(mistakes, "advice")}
          />
          <p class="mw-actions">
            <SubmitButton name="doe" value="advies">
              Advies vastleggen
            </SubmitButton>
            <a href={`${at}?beslis=1`}>Het verzoek is ingetrokken</a>
          </p>
        </>
      ) : (
        <DecisionFields {...props} />
      )}
    </FormPage>
  );
}

function Day({ given, mistakes }: { readonly given: Given; readonly mistakes: readonly FieldMistake[] }) {
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

function DecisionFields({ review, tools, given, mistakes }: ReviewPageProps) {
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

function Facts({ place, review }: { readonly place: ReviewPlace; readonly review: Review }) {
  const who = "person" in place ? place.person.name : place.file.worker;
  const history: readonly AnyEvent[] = "person" in place ? place.person.history : place.file.history;
  const written = "person" in place ? place.person.written : place.file.written;
  const of = (type: string) =>
    history.find((event) => event.type === type && (event.payload as { reviewRef?: string }).reviewRef === review.reviewRef)
      ?.payload as { reason?: string; advice?: string; motivation?: string } | undefined;
  const text = (ref: string | undefined) => (written.get(ref ?? "") as { text?: string } | undefined)?.text ?? null;
  const asked = of("ReviewRequested")?.reason;
  const advised = of("ReviewAdvised")?.advice;
  const decided = of("ReviewDecided")?.motivation;
  return (
    <>
      <SummaryList
        rows={[
          {
            name: "Persoon",
            value:
              "person" in place ? (
                <a href={`${personPath(place.person.personRef)}?doel=REVIEW`}>{fullName(who)}</a>
              ) : (
                fullName(who)
              ),
          },
          { name: "Over", value: nameOf(review.subject) },
          { name: "Gevraagd op", value: formatDate(review.requestedOn, "nl") },
          { name: "Advies van de commissie uiterlijk", value: formatDate(review.committeeBy, "nl") },
          ...(review.advisedOn === null ? [] : [{ name: "Advies gegeven op", value: formatDate(review.advisedOn, "nl") }]),
          ...(review.boardBy === null
            ? []
            : [{ name: "Beslissing van de raad uiterlijk", value: formatDate(review.boardBy, "nl") }]),
          ...(review.decidedOn === null
            ? []
            : [{ name: "Beslist", value: `${nameOf(review.outcome)}, op ${formatDate(review.decidedOn, "nl")}` }]),
        ]}
      />
      <p class="mw-quiet">Hoe de dagen tellen, is een open punt (OPEN-20).</p>
      <h2 class="au-c-heading au-c-heading--3">Waarom de heroverweging gevraagd is</h2>
      <Written text={text(asked)} />
      {advised === undefined ? null : (
        <>
          <h2 class="au-c-heading au-c-heading--3">Advies van de commissie</h2>
          <Written text={text(advised)} />
        </>
      )}
      {decided === undefined ? null : (
        <>
          <h2 class="au-c-heading au-c-heading--3">Motivering van de beslissing</h2>
          <Written text={text(decided)} />
        </>
      )}
    </>
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
