// The page of an ICF partner: give an advice, see the own ones. Nothing here tells what VDAB holds of the person (IND-05).
import { giveAdvice, type ListedAdvice, ownAdvices, parseAdvice } from "../../../counter/index.ts";
import { PROVINCES } from "../../../dossier/index.ts";
import { formatDate, newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther, visitorIn } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { fieldNames } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { provinceNames } from "../applicant/names.ts";
import { ADVICE_PATH, errorIn, FormPage, fullName, mistakeOf, statusOf, typedDay, type VdabTools } from "./tools.tsx";

const MOST_SHOWN = 50;
const FIELDS = ["insz", "givenName", "familyName", "residence", "province"] as const;
const label = (name: string) => fieldNames[name] ?? name;

export function partnerRoutes(door: Door, { vdab }: VdabTools): void {
  door.page(
    ADVICE_PATH,
    "advice.record",
    async (page, c) => {
      const advices = await ownAdvices(vdab, actingOf(visitorIn(c)), MOST_SHOWN);
      return <PartnerPage page={page} advices={advices} given={() => ""} mistakes={[]} done={c.req.query("ok") === "1"} />;
    },
    IN_DUTCH,
  );
  door.form(
    ADVICE_PATH,
    "advice.record",
    async (page, c, form): Promise<Shown> => {
      const acting = actingOf(visitorIn(c));
      const given = (name: string) => form.text(name);
      const show = async (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Promise<Shown> => ({
        status,
        body: (
          <PartnerPage
            page={page}
            advices={await ownAdvices(vdab, acting, MOST_SHOWN)}
            given={given}
            mistakes={mistakes}
            done={false}
          />
        ),
      });
      const parsed = parseAdvice({
        ...Object.fromEntries(FIELDS.map((name) => [name, given(name).trim()])),
        advisedOn: typedDay(given("advisedOn")),
        advice: given("advice"),
      });
      if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
      const done = await giveAdvice(vdab, acting, parsed.value, given("opdracht") || newRef());
      return done.ok ? seeOther(`${ADVICE_PATH}?ok=1`) : show(done.error.map(mistakeOf), statusOf(done.error));
    },
    IN_DUTCH,
  );
}

interface PartnerPageProps {
  readonly page: Page;
  readonly advices: readonly ListedAdvice[];
  readonly given: (name: string) => string;
  readonly mistakes: readonly FieldMistake[];
  readonly done: boolean;
}

function PartnerPage({ page, advices, given, mistakes, done }: PartnerPageProps) {
  const error = (name: string) => errorIn(mistakes, name);
  const byHand = error("residence") !== undefined || given("residence") !== "";
  const words = (name: string) => (
    <TextField language="nl" name={name} label={label(name)} value={given(name)} error={error(name)} kind="words" />
  );
  return (
    <FormPage
      page={page}
      title="ICF-advies geven"
      crumbs={[{ href: "/", label: frameText("nl").home }]}
      mistakes={mistakes}
      action={ADVICE_PATH}
      version={0}
      command={given("opdracht")}
      lead={
        <>
          {done ? <Alert kind="success" title="Het advies is naar VDAB gestuurd" /> : null}
          <p>
            U geeft VDAB een advies voor collectief maatwerk, gemaakt met het ICF-instrument. VDAB beslist. U ziet niet wat VDAB
            over de persoon weet.
          </p>
          <h2 class="au-c-heading au-c-heading--2">Eigen adviezen</h2>
          {advices.length === 0 ? (
            <Empty title="U gaf nog geen advies">
              <p>Vul hieronder het eerste in.</p>
            </Empty>
          ) : (
            <Table
              caption="Adviezen van uw organisatie, het laatste eerst"
              captionHidden
              columns={[
                { key: "who", title: "Persoon" },
                { key: "on", title: "Gegeven op" },
              ]}
              rows={advices.map((one) => ({ cells: { who: fullName(one.name), on: formatDate(one.advisedOn, "nl") } }))}
            />
          )}
          <h2 class="au-c-heading au-c-heading--2">Nieuw advies</h2>
        </>
      }
    >
      {words("insz")}
      {words("givenName")}
      {words("familyName")}
      {byHand ? (
        <>
          <SelectField
            language="nl"
            name="residence"
            label={label("residence")}
            error={error("residence")}
            value={given("residence")}
            options={[
              { value: "", label: "" },
              { value: "FLANDERS", label: "In het Vlaamse Gewest" },
              { value: "BRUSSELS", label: "In Brussel" },
              { value: "WALLONIA", label: "In Wallonië" },
              { value: "EEA", label: "In een ander land van de EER" },
              { value: "OTHER", label: "In een ander land" },
            ]}
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
      <TextField
        language="nl"
        name="advisedOn"
        label={label("advisedOn")}
        hint="Bijvoorbeeld 15/3/2026; ten laatste vandaag."
        value={given("advisedOn")}
        error={error("advisedOn") ?? error("on")}
        kind="date"
      />
      <AreaField language="nl" name="advice" label={label("advice")} value={given("advice")} error={error("advice")} />
      <p class="mw-actions">
        <SubmitButton>Advies sturen</SubmitButton>
      </p>
    </FormPage>
  );
}
