// A review of a VDAB decision: its deadlines, the committee's advice, the board's decision and what it changes.
import {
  adviseReview,
  decideReviewOf,
  openReviewPlace,
  parseReviewAdvice,
  parseReviewDecision,
  type ReviewPlace,
  reviewsOf,
  versionOf,
} from "../../../counter/index.ts";
import { type Review, reviewStage } from "../../../dossier/index.ts";
import { asRef, isRef, ownValue, type ReviewRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { fieldNames } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { Day, DecisionFields, decisionJson } from "./review-decision.tsx";
import { Facts } from "./review-facts.tsx";
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

const path = `${VDAB_PATH}/heroverwegingen/:stroom/:heroverweging`;
const label = (name: string) => fieldNames[name] ?? name;

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
  const review = place === null ? undefined : ownValue(reviewsOf(place), c.req.param("heroverweging") ?? "");
  if (place === null || review === undefined) return notFound(page);
  return then({ page, c, acting, place, review, at: `${VDAB_PATH}/heroverwegingen/${stream}/${review.reviewRef}` });
}

export function reviewRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
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
          const done = await adviseReview(vdab, acting, place, asRef<ReviewRef>(review.reviewRef), parsed.value, sentMeta(form));
          return done.ok ? seeOther(`${at}?ok=advies`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }
        const parsed = parseReviewDecision(decisionJson(form), review.subject);
        if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
        const done = await decideReviewOf(vdab, acting, place, review, parsed.value, sentMeta(form));
        return done.ok ? seeOther(`${at}?ok=beslist`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
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
