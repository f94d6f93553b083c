// The finding: what VDAB found of a person, on one page. What is typed is kept as a draft, so that a break or an outage loses nothing.
import { criteriaOf, type FindingRequest, parseFinding, proposeFor, type VdabPorts } from "../../../counter/index.ts";
import type { Indication, Reason } from "../../../dossier/index.ts";
import { GUIDANCE_NEEDS, indicationStage } from "../../../dossier/index.ts";
import { formatDate, formatDateShort, ownValue, type PlainDate, type Result } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type SentForm, type Shown, seeOther } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { Stages } from "../../look/stages.tsx";
import { TextField } from "../../look/text-field.tsx";
import { fieldNames, nameOf } from "../../text/vdab.ts";
import {
  errorIn,
  FormPage,
  fullName,
  type InPerson,
  inPerson,
  mistakeOf,
  notFound,
  statusOf,
  typedDay,
  typedFlag,
  typedPercent,
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
  yesNo,
} from "./tools.tsx";

export const FINDING_FIELDS = [
  "decidedOn",
  "evidencePath",
  "workDisability",
  "criteria.met",
  "criteria.reason",
  "productivityLossPct",
  "extraCostsPct",
  "guidanceRequired",
  "guidanceNeed",
  "needDuration",
  "higherNeed",
  "collective.percentage",
  "collective.guidanceNeed",
  "validFrom",
  "validUntil",
] as const;

export type FindingFields = Readonly<Record<string, string>>;

export const STAGES = ["Vaststelling", "Voorstel en beslissing"] as const;

export interface InIndication extends InPerson {
  readonly indication: Indication;
}

/** An open request of the person; anything else leads back to the file. */
export function inIndication(
  tools: VdabTools,
  ...[page, c, then]: [InPerson["page"], InPerson["c"], (within: InIndication) => Shown | Promise<Shown>]
): Promise<Shown> {
  return inPerson(tools, page, c, (within) => {
    const indication = ownValue(within.person.state.indications, c.req.param("indicering") ?? "");
    if (indication === undefined || indication.measure === "AMA") return notFound(page);
    if (indicationStage(indication) !== "PENDING") return seeOther(`${within.at()}&ok=beslist`);
    return then({ ...within, indication });
  });
}

/** As typed, in the JSON that a program would send. */
export function findingJson(fields: FindingFields, measure: Indication["measure"]): Record<string, unknown> {
  const typed = (name: string) => (fields[name] ?? "").trim();
  const days = Object.fromEntries(["decidedOn", "validFrom", "validUntil"].map((name) => [name, typedDay(typed(name))]));
  const collective = typed("collective.percentage");
  return {
    ...days,
    evidencePath: typed("evidencePath"),
    workDisability: typedFlag(typed("workDisability")),
    productivityLossPct: typedPercent(typed("productivityLossPct")),
    extraCostsPct: typedPercent(typed("extraCostsPct")),
    guidanceRequired: typedFlag(typed("guidanceRequired")),
    guidanceNeed: typed("guidanceNeed"),
    needDuration: typed("needDuration"),
    higherNeed: typedFlag(typed("higherNeed")),
    criteria: { met: typedFlag(typed("criteria.met")), reason: typed("criteria.reason") },
    ...(measure === "COLLECTIVE" && collective !== ""
      ? { collective: { percentage: typedPercent(collective), guidanceNeed: typed("collective.guidanceNeed") } }
      : {}),
  };
}

export interface FindingDraft {
  readonly draftRef: string;
  readonly version: number;
  readonly fields: FindingFields;
}

/** The draft of this request; advisers share it, because they share the file. */
export async function draftOf(
  { drafts }: Pick<VdabPorts, "drafts">,
  { person, indication }: InIndication,
): Promise<FindingDraft | null> {
  const all = await drafts.list(person.personRef);
  return all.find((one) => one.fields.indicationRef === indication.indicationRef) ?? null;
}

export function findingRoutes(door: Door, tools: VdabTools): void {
  const { vdab, law } = tools;
  const path = `${VDAB_PATH}/personen/:persoon/indicering/:indicering`;
  door.page(
    path,
    "finding.record",
    (page, c) =>
      inIndication(tools, page, c, async (within) => {
        const draft = await draftOf(vdab, within);
        const fields = draft?.fields ?? firstFields(within.indication, vdab.clock.today());
        return <FindingForm {...within} fields={fields} mistakes={[]} draftVersion={draft?.version ?? 0} tools={tools} />;
      }),
    IN_DUTCH,
  );
  door.form(
    path,
    "finding.record",
    (page, c, form) =>
      inIndication(tools, page, c, async (within): Promise<Shown> => {
        const { person, indication, at } = within;
        const fields = fieldsIn(form, indication.indicationRef);
        const draft = await draftOf(vdab, within);
        // Another adviser saved this finding since the form was opened: what was typed here stays on the screen.
        const stale = draft !== null && Number(form.text("ontwerp")) !== draft.version;
        const saved = stale
          ? null
          : draft === null
            ? await vdab.drafts.create(person.personRef, fields)
            : await vdab.drafts.save(person.personRef, draft.draftRef, draft.version, fields);
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: (
            <FindingForm
              {...within}
              fields={fields}
              mistakes={mistakes}
              draftVersion={saved?.version ?? draft?.version ?? 0}
              tools={tools}
            />
          ),
        });
        if (saved === null)
          return show([{ field: "", message: "Een collega bewaarde deze vaststelling net. Kijk na en bewaar opnieuw." }], 409);
        const parsed = parseFinding(findingJson(fields, indication.measure));
        if (!parsed.ok) return show(parsed.error.map(mistakeOf), 400);
        const proposed = proposeFor({ law, clock: vdab.clock }, person, indication, parsed.value);
        if (!proposed.ok) return show(proposed.error.map(mistakeOf), statusOf(proposed.error));
        return seeOther(at(`/indicering/${indication.indicationRef}/voorstel`));
      }),
    IN_DUTCH,
  );
}

export const readDraft = (draft: FindingDraft, indication: Indication): Result<FindingRequest, readonly Reason[]> =>
  parseFinding(findingJson(draft.fields, indication.measure));

function fieldsIn(form: SentForm, indicationRef: string): FindingFields {
  const typed = FINDING_FIELDS.map((name) => [name, form.text(name).slice(0, 5_000)]);
  return { ...Object.fromEntries(typed), indicationRef };
}

const firstFields = ({ path }: Indication, today: PlainDate): FindingFields => ({
  decidedOn: formatDateShort(today),
  validFrom: formatDateShort(today),
  evidencePath: path,
});

const label = (name: string) => fieldNames[name] ?? name;

interface FindingFormProps extends InIndication {
  readonly tools: VdabTools;
  readonly fields: FindingFields;
  readonly mistakes: readonly FieldMistake[];
  readonly draftVersion: number;
}

function FindingForm({ page, person, indication, at, fields, mistakes, draftVersion, tools }: FindingFormProps) {
  const given = (name: string) => fields[name] ?? "";
  const error = (name: string) => errorIn(mistakes, name);
  const criteria = criteriaOf(tools.law, indication.measure, tools.vdab.clock.today());
  const text = (name: string, kind: "share" | "date", hint?: string, after?: string) => (
    <TextField
      language="nl"
      name={name}
      label={label(name)}
      hint={hint}
      value={given(name)}
      error={error(name)}
      kind={kind}
      {...(after === undefined ? {} : { after })}
    />
  );
  const choice = (name: string, choices: readonly { value: string; label: string }[], hint?: string) => (
    <ChoiceField
      language="nl"
      name={name}
      label={label(name)}
      hint={hint}
      value={given(name)}
      error={error(name)}
      choices={choices}
      row={choices.length <= 4}
    />
  );
  return (
    <FormPage
      page={page}
      title="Vaststelling invoeren"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at(`/indicering/${indication.indicationRef}`)}
      version={person.version}
      command=""
      lead={
        <>
          <Stages label="Stappen" stages={STAGES} at={0} />
          <p>
            Aanvraag voor {nameOf(indication.measure)} van {formatDate(indication.requestedOn, "nl")}. Wat u hier invoert, blijft
            bij VDAB; werkgever en departement zien het niet.
          </p>
        </>
      }
    >
      <input type="hidden" name="ontwerp" value={String(draftVersion)} />
      {text("decidedOn", "date", "Bijvoorbeeld 15/3/2026; ten laatste vandaag.")}
      {choice("evidencePath", [
        { value: "ATTEST", label: "Attesten" },
        { value: "ICF", label: "Onderzoek met ICF" },
      ])}
      {choice("workDisability", yesNo, "Langdurig en belangrijk probleem om aan het arbeidsleven deel te nemen.")}
      {choice(
        "criteria.met",
        yesNo,
        criteria.read
          ? `De criteria van ${criteria.citedAs}.`
          : `De tekst van ${criteria.citedAs} is niet gelezen (OPEN-37): geen criterium geeft vanzelf recht. U oordeelt, met bewijs en reden.`,
      )}
      <AreaField
        language="nl"
        name="criteria.reason"
        label={label("criteria.reason")}
        value={given("criteria.reason")}
        error={error("criteria.reason")}
        rows={4}
      />
      {text("productivityLossPct", "share", "In procent, bijvoorbeeld 44,9.", "%")}
      {text("extraCostsPct", "share", "In procent van de loonkost; 0 als er geen zijn.", "%")}
      {choice("guidanceRequired", yesNo)}
      {choice(
        "guidanceNeed",
        GUIDANCE_NEEDS.slice(1).map((value) => ({ value, label: nameOf(value) })),
        "Alleen als er begeleiding nodig is.",
      )}
      {choice("needDuration", [
        { value: "TEMPORARY", label: "Tijdelijk: de toestand kan nog beteren" },
        { value: "LASTING", label: "Blijvend" },
      ])}
      {choice("higherNeed", yesNo, "Alleen bij een blijvende behoefte (IND-22).")}
      {indication.measure === "COLLECTIVE" ? (
        <>
          {text(
            "collective.percentage",
            "share",
            "Alleen als de drempel van collectief maatwerk gehaald is. Welk pakket erbij hoort, is niet geregeld (OPEN-49): u kiest.",
            "%",
          )}
          {choice(
            "collective.guidanceNeed",
            GUIDANCE_NEEDS.map((value) => ({ value, label: nameOf(value) })),
          )}
        </>
      ) : null}
      {text("validFrom", "date")}
      {text("validUntil", "date", "Leeg: zo lang als de regels toelaten.")}
      <p class="mw-actions">
        <SubmitButton>Bewaren en voorstel tonen</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
    </FormPage>
  );
}
