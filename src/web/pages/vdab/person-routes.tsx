// Routes of a person's file: the file itself, evidence, an ICF advice, a review request, the double ticket afterwards, an earlier VOP right.

import { reachOf } from "../../../access/index.ts";
import {
  addEvidence,
  backlogTicket,
  catchUpOne,
  convertRight,
  examinationNeeded,
  handleAdvice,
  lastDayToAsk,
  openVdabEvidence,
  PURPOSES,
  parseReviewRequest,
  requestReview,
  takeEvidence,
} from "../../../counter/index.ts";
import { type IcfAdvice, LawReading, longestValidity, packageOfDuration, validTickets } from "../../../dossier/index.ts";
import {
  type AdviceRef,
  asRef,
  formatDate,
  formatDateShort,
  type IndicationRef,
  isPlainDate,
  isRef,
  newRef,
  type PlainDate,
  pick,
  Refusal,
} from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import { fieldNames, nameOf } from "../../text/vdab.ts";
import { inIndication } from "./finding-form.tsx";
import { PersonFilePage } from "./person-page.tsx";
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
  VDAB_PATH,
  type VdabTools,
  vdabCrumbs,
} from "./tools.tsx";

const base = `${VDAB_PATH}/personen/:persoon`;
const label = (name: string) => fieldNames[name] ?? name;
type Given = (name: string) => string;
const NOTHING: Given = () => "";

const DONE: Readonly<Record<string, string>> = {
  aanvraag: "De aanvraag is bewaard",
  beslist: "De beslissing is genomen",
  bewijs: "Het bewijsstuk is toegevoegd",
  advies: "Het advies is behandeld",
  heroverweging: "De heroverweging is ingevoerd",
  dubbelticket: "Het dubbelticket is gegeven",
  vop: "Het recht op VOP is omgezet",
};

export function personFileRoutes(door: Door, tools: VdabTools): void {
  const { vdab, law } = tools;
  const meta = (form: { text(name: string): string }) => ({
    version: Number(form.text("versie")),
    commandId: form.text("opdracht") || newRef(),
  });

  door.page(
    base,
    "finding.see",
    (page, c) =>
      inPerson(tools, page, c, async (within) => {
        const { person, acting } = within;
        const today = vdab.clock.today();
        const ticket = backlogTicket(vdab, person);
        const working = ["EMPLOYED", "SELF_EMPLOYED"].includes((await vdab.work.workStatusOn(person.personRef, today)) ?? "");
        const icf = Object.values(person.state.indications).some((one) => one.path === "ICF");
        return (
          <PersonFilePage
            {...within}
            today={today}
            done={DONE[c.req.query("ok") ?? ""] ?? null}
            catchUp={ticket === null ? null : { examination: working && examinationNeeded(vdab, icf) }}
            vop={(await vopOf(tools, within)) !== null}
            mayRecord={reachOf(acting.role, "finding.record") !== null}
            documents={await vdab.letters.list({ personRef: person.personRef })}
          />
        );
      }),
    IN_DUTCH,
  );

  door.page(
    `${base}/bewijs/:stuk`,
    "finding.see",
    (page, c) =>
      inPerson(tools, page, c, async ({ acting, person, purpose }) => {
        const ref = c.req.param("stuk") ?? "";
        const found = isRef(ref) ? await openVdabEvidence(vdab, acting, person.personRef, ref, PURPOSES[purpose].nl) : null;
        return found === null ? notFound(page) : downloadOf(found);
      }),
    IN_DUTCH,
  );

  const evidencePath = `${base}/indicering/:indicering/bewijs`;
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
        const done = await addEvidence(vdab, acting, person, indication.indicationRef, [taken.value], meta(form));
        return done.ok ? seeOther(`${at()}&ok=bewijs`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );

  const advicePath = `${base}/advies/:advies`;
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
            meta(form),
          );
          return done.ok ? seeOther(`${at()}&ok=advies`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }),
      ),
    IN_DUTCH,
  );

  const reviewPath = `${base}/heroverweging/:indicering`;
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
          const done = await requestReview(vdab, acting, { person }, ref, parsed.value, meta(form));
          return done.ok ? seeOther(`${at()}&ok=heroverweging`) : show(done.error.map(mistakeOf), statusOf(done.error));
        }),
      ),
    IN_DUTCH,
  );

  const doublePath = `${base}/dubbelticket`;
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
        const done = await catchUpOne(vdab, acting, person, meta(form));
        if (done.ok) return seeOther(`${at()}&ok=dubbelticket`);
        return { status: statusOf(done.error), body: doubleForm(tools, within, done.error.map(mistakeOf)) };
      }),
    IN_DUTCH,
  );

  const vopPath = `${base}/vop`;
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
          meta(form),
        );
        return done.ok ? seeOther(`${at()}&ok=vop`) : show(done.error.map(mistakeOf), statusOf(done.error));
      }),
    IN_DUTCH,
  );
}

/** A download and nothing else: never shown inside a page of ours. */
export function downloadOf({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** A VOP right that runs, of somebody without an individual ticket (IND-17). */
async function vopOf({ vdab }: VdabTools, { person }: InPerson) {
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
      <p class="mw-actions">
        <SubmitButton>Toevoegen</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
    </FormPage>
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
      <p class="mw-actions">
        <SubmitButton>Bewaren</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
    </FormPage>
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
      <p class="mw-actions">
        <SubmitButton>Verzoek bewaren</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
    </FormPage>
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
      <p class="mw-actions">
        <SubmitButton>Dubbelticket geven</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
    </FormPage>
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
      <p class="mw-actions">
        <SubmitButton>Omzetten</SubmitButton>
        <a href={at()}>Terug naar het dossier</a>
      </p>
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
