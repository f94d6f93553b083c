// Adds a piece of evidence to a request that waits.

import { addEvidence, takeEvidence } from "../../../counter/index.ts";
import { pick } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { fieldNames } from "../../text/vdab.ts";
import { inIndication } from "./finding-form.tsx";
import {
  errorIn,
  FormEnd,
  FormPage,
  fullName,
  type InPerson,
  mistakeOf,
  PERSON_FILE,
  sentMeta,
  statusOf,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const label = (name: string) => fieldNames[name] ?? name;

export function evidenceRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const evidencePath = `${PERSON_FILE}/indicering/:indicering/bewijs`;
  door.page(
    evidencePath,
    "finding.record",
    (page, c) => inIndication(tools, page, c, (within) => evidenceForm(within, within.indication.indicationRef, [])),
    IN_DUTCH,
  );
  door.form(
    evidencePath,
    "finding.record",
    (page, c, form) =>
      inIndication(tools, page, c, async (within): Promise<Shown> => {
        const { acting, person, indication, at } = within;
        const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
          status,
          body: evidenceForm(within, indication.indicationRef, mistakes),
        });
        const sent = form.file("evidence");
        if (sent === null) return show([{ field: "evidence", message: "Kies een bestand" }], 400);
        const taken = takeEvidence(sent.name, sent.type, new Uint8Array(await sent.arrayBuffer()));
        if (!taken.ok)
          return show(
            taken.error.map((one) => ({ field: "evidence", message: pick(one.message, "nl") })),
            400,
          );
        const done = await addEvidence(vdab, acting, person, indication.indicationRef, [taken.value], sentMeta(form));
        return done.ok ? seeOther(`${at()}&ok=bewijs`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

function evidenceForm({ page, person, at }: InPerson, indicationRef: string, mistakes: readonly FieldMistake[]) {
  return (
    <FormPage
      page={page}
      title="Bewijsstuk toevoegen"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at(`/indicering/${indicationRef}/bewijs`)}
      version={person.version}
      command=""
      upload
      lead={<p>Bewijsstukken zien alleen VDAB en de persoon zelf.</p>}
    >
      <FileField
        language="nl"
        name="evidence"
        label={label("evidence")}
        hint="Een pdf, jpg of png van hoogstens 10 MB."
        accept=".pdf,.jpg,.jpeg,.png"
        error={errorIn(mistakes, "evidence")}
      />
      <FormEnd send="Toevoegen" back={at()} />
    </FormPage>
  );
}
