// A review of a decision on an indication that a person asked by letter or telephone, entered by VDAB (PROC-30).

import { lastDayToAsk, parseReviewRequest, requestReview } from "../../../counter/index.ts";
import { formatDate, formatDateShort, type PlainDate } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { TextField } from "../../look/text-field.tsx";
import { fieldNames } from "../../text/vdab.ts";
import {
  errorIn,
  FormEnd,
  FormPage,
  fullName,
  type Given,
  type InPerson,
  inPerson,
  mistakeOf,
  NOTHING,
  notFound,
  PERSON_FILE,
  sentMeta,
  statusOf,
  typedDay,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const label = (name: string) => fieldNames[name] ?? name;

export function reviewRequestRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const reviewPath = `${PERSON_FILE}/heroverweging/:indicering`;
  const withDecided = (within: InPerson, then: (ref: string, decidedOn: PlainDate) => Shown | Promise<Shown>) => {
    const indication = within.person.state.indications[within.c.req.param("indicering") ?? ""];
    return indication?.decidedOn == null ? notFound(within.page) : then(indication.indicationRef, indication.decidedOn);
  };
  door.page(
    reviewPath,
    "review.handle",
    (page, c) =>
      inPerson(tools, page, c, (within) =>
        withDecided(within, (ref, decidedOn) => reviewForm(tools, within, ref, decidedOn, NOTHING, [])),
      ),
    IN_DUTCH,
  );
  door.form(
    reviewPath,
    "review.handle",
    (page, c, form) =>
      inPerson(tools, page, c, (within) =>
        withDecided(within, async (ref, decidedOn): Promise<Shown> => {
          const { acting, person, at } = within;
          const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
            status,
            body: reviewForm(tools, within, ref, decidedOn, (name) => form.text(name), mistakes),
          });
          const parsed = parseReviewRequest(
            {
              noticeOn: typedDay(form.text("noticeOn")),
              requestedOn: typedDay(form.text("requestedOn")),
              reason: form.text("reason"),
            },
            vdab.clock.today(),
          );
          if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
          const done = await requestReview(vdab, acting, { person }, ref, parsed.value, sentMeta(form));
          return done.ok ? seeOther(`${at()}&ok=heroverweging`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }),
      ),
    IN_DUTCH,
  );
}

function reviewForm(
  { law }: VdabTools,
  { page, person, at }: InPerson,
  ref: string,
  decidedOn: PlainDate,
  given: Given,
  mistakes: readonly FieldMistake[],
) {
  const last = lastDayToAsk(law, decidedOn);
  return (
    <FormPage
      page={page}
      title="Heroverweging invoeren"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at(`/heroverweging/${ref}`)}
      version={person.version}
      command={given("opdracht")}
      lead={
        <p>
          Over de beslissing van {formatDate(decidedOn, "nl")}. De termijn loopt vanaf de kennisneming (PROC-30)
          {last === null ? "." : `; wie ze diezelfde dag kreeg, kon vragen tot en met ${formatDate(last, "nl")}.`}
        </p>
      }
    >
      <TextField
        language="nl"
        name="noticeOn"
        label={label("noticeOn")}
        hint="De dag waarop de persoon de beslissing las of kreeg."
        value={given("noticeOn") === "" ? formatDateShort(decidedOn) : given("noticeOn")}
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
        label="Waarom vraagt de persoon een heroverweging?"
        value={given("reason")}
        error={errorIn(mistakes, "reason")}
      />
      <FormEnd send="Verzoek bewaren" back={at()} />
    </FormPage>
  );
}
