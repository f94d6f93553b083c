// A request that an adviser enters for who phones or writes: of somebody known, or of somebody who is new to the records.
import {
  ASKABLE_MEASURES,
  findByNumber,
  openPerson,
  parseNewPerson,
  parseRequest,
  requestIndication,
  requestOfNewPerson,
} from "../../../counter/index.ts";
import { PROVINCES } from "../../../dossier/index.ts";
import { newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown, seeOther, visitorIn } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { versionIn } from "../../sent-version.ts";
import { channelNames, fieldNames, measureChoices } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { provinceNames } from "../applicant/names.ts";
import {
  errorIn,
  FormPage,
  fullName,
  type InPerson,
  inPerson,
  mistakeOf,
  personPath,
  statusOf,
  typedDay,
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

type Given = (name: string) => string;
const label = (name: string) => fieldNames[name] ?? name;
const NOTHING: Given = () => "";

export function requestRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const newPath = `${VDAB_PATH}/aanvraag`;
  door.page(newPath, "finding.record", (page) => <NewPersonForm page={page} given={NOTHING} mistakes={[]} />, IN_DUTCH);
  door.form(
    newPath,
    "finding.record",
    async (page, c, form) => {
      const acting = actingOf(visitorIn(c));
      const given: Given = (name) => form.text(name);
      const refuse = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
        status,
        body: <NewPersonForm page={page} given={given} mistakes={mistakes} />,
      });
      const who = parseNewPerson(json(form, ["insz", "givenName", "familyName", "residence", "province"]));
      const asked = parseRequest(requestJson(form), vdab.clock.today(), null);
      const wrong = [...(who.ok ? [] : who.error), ...(asked.ok ? [] : asked.error)];
      if (!who.ok || !asked.ok) return refuse(wrong.map(mistakeOf), 400);
      const commandId = form.text("opdracht") || newRef();
      const known = await findByNumber(vdab, who.value.insz);
      if (known !== null) {
        const person = await openPerson(vdab, acting, known, "INDICATION");
        if (person === null) return refuse([], 409);
        const meta = { version: person.version, commandId };
        const done = await requestIndication(vdab, acting, person, asked.value, [], meta);
        if (!done.ok) return refuse(done.error.map(mistakeOf), statusOf(done.error));
        return seeOther(`${personPath(known)}?doel=INDICATION&ok=aanvraag`);
      }
      const done = await requestOfNewPerson(vdab, acting, who.value, asked.value, [], commandId);
      if (!done.ok) return refuse(done.error.map(mistakeOf), statusOf(done.error));
      return seeOther(`${personPath(done.value)}?doel=INDICATION&ok=aanvraag`);
    },
    IN_DUTCH,
  );

  const path = `${VDAB_PATH}/personen/:persoon/aanvraag`;
  door.page(
    path,
    "finding.record",
    (page, c) => inPerson(tools, page, c, (within) => <KnownPersonForm {...within} given={NOTHING} mistakes={[]} />),
    IN_DUTCH,
  );
  door.form(
    path,
    "finding.record",
    (page, c, form) =>
      inPerson(tools, page, c, async (within) => {
        const { acting, person, at } = within;
        const given: Given = (name) => form.text(name);
        const refuse = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: <KnownPersonForm {...within} given={given} mistakes={mistakes} />,
        });
        const asked = parseRequest(requestJson(form), vdab.clock.today(), null);
        if (!asked.ok) return refuse(asked.error.map(mistakeOf), 400);
        const meta = { version: versionIn(form.text("versie")), commandId: form.text("opdracht") || newRef() };
        const done = await requestIndication(vdab, acting, person, asked.value, [], meta);
        return done.ok ? seeOther(`${at()}&ok=aanvraag`) : refuse(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

const json = (form: SentForm, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, form.text(name).trim()]));

const requestJson = (form: SentForm) => ({
  ...json(form, ["measure", "path", "channel", "note", "email"]),
  requestedOn: typedDay(form.text("requestedOn")),
});

function NewPersonForm(props: { page: Page; given: Given; mistakes: readonly FieldMistake[] }) {
  const { page, given, mistakes } = props;
  const error = (name: string) => errorIn(mistakes, name);
  const byHand = error("residence") !== undefined || given("residence") !== "";
  return (
    <FormPage
      page={page}
      title="Aanvraag invoeren"
      crumbs={vdabCrumbs()}
      mistakes={mistakes}
      action={`${VDAB_PATH}/aanvraag`}
      version={0}
      command={given("opdracht")}
      lead={<p>Voor wie belt of schrijft. Is de persoon al gekend, dan komt de aanvraag in het bestaande dossier.</p>}
    >
      <TextField language="nl" name="insz" label={label("insz")} value={given("insz")} error={error("insz")} kind="words" />
      <TextField
        language="nl"
        name="givenName"
        label={label("givenName")}
        value={given("givenName")}
        error={error("givenName")}
        kind="words"
      />
      <TextField
        language="nl"
        name="familyName"
        label={label("familyName")}
        value={given("familyName")}
        error={error("familyName")}
        kind="words"
      />
      {byHand ? (
        <>
          <ChoiceField
            language="nl"
            name="residence"
            label={label("residence")}
            error={error("residence")}
            value={given("residence")}
            choices={RESIDENCE_CHOICES}
          />
          <SelectField
            language="nl"
            name="province"
            label={label("province")}
            error={error("province")}
            value={given("province")}
            options={[{ value: "", label: "" }, ...PROVINCES.map((value) => ({ value, label: provinceNames[value] }))]}
          />
        </>
      ) : null}
      <RequestFields given={given} mistakes={mistakes} />
    </FormPage>
  );
}

const RESIDENCE_CHOICES = [
  { value: "FLANDERS", label: "In het Vlaamse Gewest" },
  { value: "BRUSSELS", label: "In Brussel" },
  { value: "WALLONIA", label: "In Wallonië" },
  { value: "EEA", label: "In een ander land van de EER" },
  { value: "OTHER", label: "In een ander land" },
];

function KnownPersonForm(props: InPerson & { given: Given; mistakes: readonly FieldMistake[] }) {
  const { page, person, at, given, mistakes } = props;
  return (
    <FormPage
      page={page}
      title="Nieuwe aanvraag"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at("/aanvraag")}
      version={person.version}
      command={given("opdracht")}
    >
      <RequestFields given={given} mistakes={mistakes} />
    </FormPage>
  );
}

function RequestFields({ given, mistakes }: { readonly given: Given; readonly mistakes: readonly FieldMistake[] }) {
  const error = (name: string) => errorIn(mistakes, name);
  return (
    <>
      <ChoiceField
        language="nl"
        name="measure"
        label={label("measure")}
        error={error("measure")}
        value={given("measure")}
        choices={ASKABLE_MEASURES.map((value) => ({ value, label: measureChoices[value] }))}
      />
      <ChoiceField
        language="nl"
        name="path"
        label={label("path")}
        error={error("path")}
        value={given("path")}
        choices={[
          { value: "ATTEST", label: "Met attesten (medisch of andere)" },
          { value: "ICF", label: "Met een onderzoek (ICF)" },
        ]}
      />
      <TextField
        language="nl"
        name="requestedOn"
        label={label("requestedOn")}
        hint="Bijvoorbeeld 15/3/2026. Leeg: vandaag. Deze dag telt voor het dubbelticket (IND-14)."
        value={given("requestedOn")}
        error={error("requestedOn")}
        kind="date"
      />
      <ChoiceField
        language="nl"
        name="channel"
        label={label("channel")}
        error={error("channel")}
        value={given("channel")}
        choices={Object.entries(channelNames).map(([value, name]) => ({ value, label: name }))}
      />
      <TextField
        language="nl"
        name="email"
        label={label("email")}
        hint="Mag leeg blijven. Zonder adres komen brieven met de post."
        value={given("email")}
        error={error("email")}
        kind="words"
      />
      <AreaField
        language="nl"
        name="note"
        label={
          <>
            {label("note")} <span class="mw-optional">(mag leeg blijven)</span>
          </>
        }
        value={given("note")}
        error={error("note")}
        rows={4}
      />
      <p class="mw-actions">
        <SubmitButton>Aanvraag bewaren</SubmitButton>
      </p>
    </>
  );
}
