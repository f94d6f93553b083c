// An earlier right to VOP becomes an individual ticket (IND-17).
import { convertRight } from "../../../counter/index.ts";
import { LawReading, longestValidity, packageOfDuration, validTickets } from "../../../dossier/index.ts";
import { formatDate, isPlainDate, type PlainDate, Refusal } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { TextField } from "../../look/text-field.tsx";
import { fieldNames, nameOf } from "../../text/vdab.ts";
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

export function conversionFormRoutes(door: Door, tools: VdabTools): void {
  const { vdab, law } = tools;
  const vopPath = `${PERSON_FILE}/vop`;
  door.page(
    vopPath,
    "finding.record",
    (page, c) =>
      inPerson(tools, page, c, async (within) => {
        const right = await vopOf(tools, within);
        return right === null ? notFound(page) : conversionForm(tools, within, NOTHING, []);
      }),
    IN_DUTCH,
  );
  door.form(
    vopPath,
    "finding.record",
    (page, c, form) =>
      inPerson(tools, page, c, async (within): Promise<Shown> => {
        const { acting, person, at } = within;
        const right = await vopOf(tools, within);
        if (right === null) return seeOther(`${at()}&ok=vop`);
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: conversionForm(tools, within, (name) => form.text(name), mistakes),
        });
        const needDuration = (["TEMPORARY", "LASTING"] as const).find((one) => one === form.text("needDuration"));
        if (needDuration === undefined)
          return show([{ field: "needDuration", message: `Beantwoord de vraag: ${label("needDuration")}` }], 400);
        const today = vdab.clock.today();
        const reading = new LawReading(law, today);
        const typed = typedDay(form.text("validUntil"));
        const validUntil = typed === "" ? longestValidity(reading, today, needDuration) : typed;
        if (!isPlainDate(validUntil))
          return show([{ field: "validUntil", message: `${label("validUntil")}: schrijf een dag als 15/3/2026` }], 400);
        const given = packageOfDuration(reading, needDuration) as "T2" | "P5";
        const done = await convertRight(
          vdab,
          acting,
          person,
          right.rightRef,
          { needDuration, validUntil, package: given },
          sentMeta(form),
        );
        return done.ok ? seeOther(`${at()}&ok=vop`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

/** A VOP right that runs, of somebody without an individual ticket (IND-17). */
export async function vopOf({ vdab }: VdabTools, { person }: InPerson) {
  const today = vdab.clock.today();
  if (validTickets(person.state, "INDIVIDUAL", today).length > 0) return null;
  const rights = await vdab.work.rightsOfPerson(person.personRef);
  return (
    rights.find(
      (one) =>
        (one.measure === "VOP" || one.measure === "TVOP") &&
        one.validFrom <= today &&
        (one.validTo === null || one.validTo > today),
    ) ?? null
  );
}

function conversionForm(
  { vdab, law }: VdabTools,
  { page, person, at }: InPerson,
  given: Given,
  mistakes: readonly FieldMistake[],
) {
  const today = vdab.clock.today();
  const choices = (["LASTING", "TEMPORARY"] as const).map((value) => ({ value, label: conversionChoice(law, today, value) }));
  return (
    <FormPage
      page={page}
      title="Recht op VOP omzetten"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at("/vop")}
      version={person.version}
      command={given("opdracht")}
      lead={<p>VDAB zet een erkend recht op VOP zelf om en verwittigt de persoon; die moet niets doen (IND-17).</p>}
    >
      <ChoiceField
        language="nl"
        name="needDuration"
        label={label("needDuration")}
        error={errorIn(mistakes, "needDuration")}
        value={given("needDuration")}
        choices={choices}
      />
      <TextField
        language="nl"
        name="validUntil"
        label={label("validUntil")}
        hint="Leeg: zo lang als de regels toelaten."
        value={given("validUntil")}
        error={errorIn(mistakes, "validUntil")}
        kind="date"
      />
      <FormEnd send="Omzetten" back={at()} />
    </FormPage>
  );
}

function conversionChoice(law: VdabTools["law"], today: PlainDate, duration: "LASTING" | "TEMPORARY"): string {
  try {
    const reading = new LawReading(law, today);
    const until = formatDate(longestValidity(reading, today, duration), "nl");
    return `${nameOf(duration)}: ${nameOf(packageOfDuration(reading, duration))}, hoogstens tot en met ${until}`;
  } catch (error) {
    if (error instanceof Refusal) return nameOf(duration);
    throw error;
  }
}
