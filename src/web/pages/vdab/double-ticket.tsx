// The double ticket afterwards, for one person (IND-15, IND-16).
import { catchUpOne, examinationNeeded } from "../../../counter/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import {
  FormEnd,
  FormPage,
  fullName,
  type InPerson,
  inPerson,
  mistakeOf,
  PERSON_FILE,
  sentMeta,
  statusOf,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

export function doubleTicketRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  const doublePath = `${PERSON_FILE}/dubbelticket`;
  door.page(
    doublePath,
    "catchUp.run",
    (page, c) => inPerson(tools, page, c, (within) => doubleForm(tools, within, [])),
    IN_DUTCH,
  );
  door.form(
    doublePath,
    "catchUp.run",
    (page, c, form) =>
      inPerson(tools, page, c, async (within): Promise<Shown> => {
        const { acting, person, at } = within;
        const done = await catchUpOne(vdab, acting, person, sentMeta(form));
        if (done.ok) return seeOther(`${at()}&ok=dubbelticket`);
        return { status: statusOf(done.error), body: doubleForm(tools, within, done.error.map(mistakeOf)) };
      }),
    IN_DUTCH,
  );
}

function doubleForm({ vdab }: VdabTools, { page, person, at }: InPerson, mistakes: readonly FieldMistake[]) {
  const icf = Object.values(person.state.indications).some((one) => one.path === "ICF");
  return (
    <FormPage
      page={page}
      title="Dubbelticket geven"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at("/dubbelticket")}
      version={person.version}
      command=""
      lead={
        <>
          <p>
            De persoon kreeg een collectief ticket vóór het dubbelticket bestond (IND-15). Met deze knop komt er een individueel
            ticket bij.
          </p>
          {examinationNeeded(vdab, icf) ? (
            <p class="mw-note">
              Werkt de persoon al in collectief maatwerk en is er geen ICF-indicering, doe dan eerst een nieuw onderzoek (IND-16).
            </p>
          ) : null}
        </>
      }
    >
      <FormEnd send="Dubbelticket geven" back={at()} />
    </FormPage>
  );
}
