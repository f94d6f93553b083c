// What happens with the advice of an ICF partner: joined to a request, opened as one, or set aside with a reason (IND-05).

import { handleAdvice } from "../../../counter/index.ts";
import type { IcfAdvice } from "../../../dossier/index.ts";
import { type AdviceRef, asRef, formatDate, type IndicationRef, isPlainDate, isRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
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

export function adviceRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const advicePath = `${PERSON_FILE}/advies/:advies`;
  const withAdvice = (within: InPerson, then: (advice: IcfAdvice) => Shown | Promise<Shown>): Shown | Promise<Shown> => {
    const advice = within.person.state.advices[within.c.req.param("advies") ?? ""];
    if (advice === undefined) return notFound(within.page);
    return advice.handledOn === null ? then(advice) : seeOther(`${within.at()}&ok=advies`);
  };
  door.page(
    advicePath,
    "finding.record",
    (page, c) =>
      inPerson(tools, page, c, (within) => withAdvice(within, (advice) => adviceForm(within, advice.adviceRef, NOTHING, []))),
    IN_DUTCH,
  );
  door.form(
    advicePath,
    "finding.record",
    (page, c, form) =>
      inPerson(tools, page, c, (within) =>
        withAdvice(within, async (advice): Promise<Shown> => {
          const { acting, person, at } = within;
          const given: Given = (name) => form.text(name);
          const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
            status,
            body: adviceForm(within, advice.adviceRef, given, mistakes),
          });
          const choice = given("keuze");
          const day = given("requestedOn").trim() === "" ? vdab.clock.today() : typedDay(given("requestedOn"));
          if (choice === "" || !isPlainDate(day))
            return show(
              [
                choice === ""
                  ? { field: "keuze", message: "Beantwoord de vraag: Wat beslist u?" }
                  : { field: "requestedOn", message: `${label("requestedOn")}: schrijf een dag als 15/3/2026` },
              ],
              400,
            );
          const indication = choice === "terzijde" ? null : isRef(choice) ? asRef<IndicationRef>(choice) : ("NEW" as const);
          const reason = given("motivation").trim().slice(0, 5_000);
          const done = await handleAdvice(
            vdab,
            acting,
            person,
            asRef<AdviceRef>(advice.adviceRef),
            { indication, reason: reason === "" ? null : reason, requestedOn: day },
            sentMeta(form),
          );
          return done.ok ? seeOther(`${at()}&ok=advies`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }),
      ),
    IN_DUTCH,
  );
}

function adviceForm(within: InPerson, adviceRef: string, given: Given, mistakes: readonly FieldMistake[]) {
  const { page, person, at } = within;
  const open = Object.values(person.state.indications).filter((one) => one.measure === "COLLECTIVE" && one.outcome === "PENDING");
  return (
    <FormPage
      page={page}
      title="ICF-advies behandelen"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at(`/advies/${adviceRef}`)}
      version={person.version}
      command={given("opdracht")}
      lead={<p>Een partner geeft alleen advies (IND-05). VDAB beslist, op een aanvraag van de persoon.</p>}
    >
      <ChoiceField
        language="nl"
        name="keuze"
        label={label("keuze")}
        error={errorIn(mistakes, "keuze")}
        value={given("keuze")}
        choices={[
          ...open.map((one) => ({
            value: one.indicationRef,
            label: `Bij de aanvraag van ${formatDate(one.requestedOn, "nl")} voegen`,
          })),
          ...(open.length > 0 ? [] : [{ value: "nieuw", label: "Aanvraag voor collectief maatwerk openen" }]),
          { value: "terzijde", label: "Terzijde leggen, met een reden" },
        ]}
      />
      {open.length > 0 ? null : (
        <TextField
          language="nl"
          name="requestedOn"
          label={label("requestedOn")}
          hint="De dag waarop de persoon het vroeg. Leeg: vandaag."
          value={given("requestedOn")}
          error={errorIn(mistakes, "requestedOn")}
          kind="date"
        />
      )}
      <AreaField
        language="nl"
        name="motivation"
        label={label("motivation")}
        value={given("motivation")}
        error={errorIn(mistakes, "motivation")}
        rows={4}
      />
      <FormEnd send="Bewaren" back={at()} />
    </FormPage>
  );
}
