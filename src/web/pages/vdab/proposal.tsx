// What the rules propose for a finding, with every step; the adviser confirms, or departs from it with a reason.
import { ADVISABLE_PACKAGES, parseFinding, proposeFor, recordFinding } from "../../../counter/index.ts";
import { type ExplainedProposal, GUIDANCE_NEEDS, NEED_CLASSES, type ProposedTicket } from "../../../dossier/index.ts";
import { formatDate, newRef } from "../../../kernel/index.ts";
import { formatValue, stepViews } from "../../../law/index.ts";
import { Steps } from "../../amount/steps.tsx";
import { Unfold } from "../../amount/unfold.tsx";
import { type Door, IN_DUTCH, type Shown, seeOther } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Stages } from "../../look/stages.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { versionIn } from "../../sent-version.ts";
import { fieldNames, nameOf } from "../../text/vdab.ts";
import { openPointPath } from "../law/paths.ts";
import { draftOf, type FindingDraft, findingJson, type InIndication, inIndication, readDraft, STAGES } from "./finding-form.tsx";
import { errorIn, FormPage, fullName, mistakeOf, statusOf, VDAB_PATH, type VdabTools, vdabCrumbs } from "./tools.tsx";

export function proposalRoutes(door: Door, tools: VdabTools): void {
  const { vdab, law } = tools;
  const path = `${VDAB_PATH}/personen/:persoon/indicering/:indicering/voorstel`;
  const back = ({ at, indication }: InIndication) => seeOther(at(`/indicering/${indication.indicationRef}`));

  /** The draft as it was saved, with its proposal; without one, back to the finding. */
  const withProposal = async (
    within: InIndication,
    then: (draft: FindingDraft, proposal: ExplainedProposal) => Shown | Promise<Shown>,
  ): Promise<Shown> => {
    const draft = await draftOf(vdab, within);
    const parsed = draft === null ? null : readDraft(draft, within.indication);
    if (draft === null || parsed === null || !parsed.ok) return back(within);
    const proposed = proposeFor({ law, clock: vdab.clock }, within.person, within.indication, parsed.value);
    return proposed.ok ? then(draft, proposed.value) : back(within);
  };

  door.page(
    path,
    "finding.record",
    (page, c) =>
      inIndication(tools, page, c, (within) =>
        withProposal(within, (draft, proposal) => (
          <ProposalPage {...within} tools={tools} proposal={proposal} draft={draft} given={() => ""} mistakes={[]} />
        )),
      ),
    IN_DUTCH,
  );
  door.form(
    path,
    "finding.record",
    (page, c, form) =>
      inIndication(tools, page, c, (within) =>
        withProposal(within, async (draft, proposal): Promise<Shown> => {
          const { acting, person, indication, at } = within;
          const given = (name: string) => form.text(name);
          const show = (mistakes: readonly FieldMistake[], status: 400 | 409 | 422): Shown => ({
            status,
            body: <ProposalPage {...within} tools={tools} proposal={proposal} draft={draft} given={given} mistakes={mistakes} />,
          });
          const choice = given("keuze");
          if (choice !== "bevestigen" && choice !== "afwijken")
            return show([{ field: "keuze", message: "Beantwoord de vraag: Wat beslist u?" }], 400);
          if (Number(given("ontwerp")) !== draft.version)
            return show([{ field: "", message: "De vaststelling is intussen veranderd. Kijk het nieuwe voorstel na." }], 409);
          const departure = {
            package: given("departure.package"),
            guidanceNeed: given("departure.guidanceNeed"),
            needClass: given("departure.needClass"),
            belowThreshold: !hasIndividual(proposal.tickets),
            reason: given("departure.reason"),
          };
          const request = parseFinding({
            ...findingJson(draft.fields, indication.measure),
            ...(choice === "afwijken" ? { departure } : {}),
          });
          if (!request.ok) return show(request.error.map(mistakeOf), 400);
          const meta = { version: versionIn(given("versie")), commandId: given("opdracht") || newRef() };
          const done = await recordFinding(vdab, acting, person, indication, request.value, meta);
          if (!done.ok) return show(done.error.map(mistakeOf), statusOf(done.error));
          await vdab.drafts.discard(person.personRef, draft.draftRef);
          return seeOther(`${at()}&ok=beslist`);
        }),
      ),
    IN_DUTCH,
  );
}

const hasIndividual = (tickets: readonly ProposedTicket[]) => tickets.some((ticket) => ticket.type === "INDIVIDUAL");

interface ProposalPageProps extends InIndication {
  readonly tools: VdabTools;
  readonly proposal: ExplainedProposal;
  readonly draft: FindingDraft;
  readonly given: (name: string) => string;
  readonly mistakes: readonly FieldMistake[];
}

const label = (name: string) => fieldNames[name] ?? name;

function ProposalPage(props: ProposalPageProps) {
  const { page, person, indication, at, tools, proposal, draft, given, mistakes } = props;
  const error = (name: string) => errorIn(mistakes, name);
  const individual = hasIndividual(proposal.tickets);
  const double = proposal.tickets.some((ticket) => ticket.origin === "DOUBLE_TICKET");
  const keep = { value: "", label: "zoals voorgesteld" };
  const options = (codes: readonly string[]) => [keep, ...codes.map((value) => ({ value, label: nameOf(value) }))];
  return (
    <FormPage
      page={page}
      title="Voorstel van de regels"
      crumbs={vdabCrumbs({ href: at(), label: fullName(person.name) })}
      mistakes={mistakes}
      action={at(`/indicering/${indication.indicationRef}/voorstel`)}
      version={person.version}
      command={given("opdracht")}
      lead={
        <>
          <Stages label="Stappen" stages={STAGES} at={1} />
          {proposal.tickets.length === 0 ? (
            <Alert kind="warning" title="Negatief advies">
              <p>Volgens de regels volgt er geen ticket.</p>
            </Alert>
          ) : null}
          {double ? (
            <Alert kind="info" title="Dubbelticket (IND-14)">
              <p>Wie een collectief ticket krijgt, krijgt meteen ook een individueel ticket.</p>
            </Alert>
          ) : null}
          {proposal.tickets.map((ticket) => (
            <Proposed ticket={ticket} lastDay={proposal.lastDay} />
          ))}
          {proposal.refused.length === 0 ? null : (
            <ul class="mw-todo">
              {proposal.refused.map((id) => (
                <li>
                  {tools.law.rulebook.entries.get(id)?.nl ?? id} <span class="mw-id">{id}</span>
                </li>
              ))}
            </ul>
          )}
          <h2 class="au-c-heading au-c-heading--2">Waarom</h2>
          <div>
            {proposal.results.map((result) => (
              <Why tools={tools} proposal={proposal} result={result} />
            ))}
          </div>
          <p>
            <a href={at(`/indicering/${indication.indicationRef}`)}>Vaststelling wijzigen</a>
          </p>
        </>
      }
    >
      <input type="hidden" name="ontwerp" value={String(draft.version)} />
      <ChoiceField
        language="nl"
        name="keuze"
        label={label("keuze")}
        error={error("keuze")}
        value={given("keuze")}
        choices={[
          {
            value: "bevestigen",
            label: proposal.tickets.length === 0 ? "Negatief advies geven" : "Voorstel bevestigen",
          },
          {
            value: "afwijken",
            label: individual ? "Afwijken, met een reden" : "Toch een individueel ticket geven, met een reden",
          },
        ]}
      />
      <fieldset class="mw-field">
        <legend>Alleen als u afwijkt</legend>
        <SelectField
          language="nl"
          name="departure.package"
          label={label("departure.package")}
          error={error("departure.package")}
          value={given("departure.package")}
          options={options(ADVISABLE_PACKAGES)}
        />
        <SelectField
          language="nl"
          name="departure.guidanceNeed"
          label={label("departure.guidanceNeed")}
          error={error("departure.guidanceNeed")}
          value={given("departure.guidanceNeed")}
          options={options(GUIDANCE_NEEDS)}
        />
        <SelectField
          language="nl"
          name="departure.needClass"
          label={label("departure.needClass")}
          error={error("departure.needClass")}
          value={given("departure.needClass")}
          options={options(NEED_CLASSES)}
        />
        <AreaField
          language="nl"
          name="departure.reason"
          label={label("departure.reason")}
          hint="De persoon kan deze reden lezen."
          error={error("departure.reason")}
          value={given("departure.reason")}
          rows={4}
        />
      </fieldset>
      <p class="mw-actions">
        <SubmitButton>Beslissen</SubmitButton>
      </p>
    </FormPage>
  );
}

function Proposed({ ticket, lastDay }: { readonly ticket: ProposedTicket; readonly lastDay: ExplainedProposal["lastDay"] }) {
  return (
    <div class="mw-note">
      <h2 class="au-c-heading au-c-heading--3">Ticket {nameOf(ticket.type)}</h2>
      <SummaryList
        rows={[
          { name: "Pakket", value: ticket.percentage === null ? nameOf(ticket.package) : `${ticket.percentage} %` },
          { name: "Begeleiding", value: nameOf(ticket.guidanceNeed) },
          ...(ticket.needClass === null ? [] : [{ name: "Premies", value: nameOf(ticket.needClass) }]),
          { name: "Hoe", value: nameOf(ticket.origin) },
          { name: "Geldig hoogstens tot en met", value: formatDate(lastDay, "nl") },
          {
            name: "Regels",
            value: ticket.rules.map((id) => (
              <>
                <span class="mw-id">{id}</span>{" "}
              </>
            )),
          },
        ]}
      />
    </div>
  );
}

/** One result of the law, unfolding into its steps. */
function Why(props: { readonly tools: VdabTools; readonly proposal: ExplainedProposal; readonly result: string }) {
  const { tools, proposal, result } = props;
  const step = proposal.steps.find((one) => one.rule === result);
  if (step === undefined) return null;
  const value = step.value === null ? "een persoon oordeelt" : formatValue(step.value, step.unit, "nl");
  return (
    <Unfold name={step.title.nl} amount={value}>
      <Steps language="nl" steps={stepViews(tools.law, proposal.steps, result)} openPointHref={(id) => openPointPath("nl", id)} />
    </Unfold>
  );
}
