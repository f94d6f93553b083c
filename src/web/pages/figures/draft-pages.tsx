// Drafts: the list, and one in full with what a second person decides on it.
import type { ComputedFigures, ReleaseState } from "../../../counter/index.ts";
import type { Problem } from "../../../kernel/index.ts";
import { overridePolicies, policies } from "../../../statistics/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Code } from "../../look/code.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { DraftList, dayOf } from "./draft-list.tsx";
import type { DrawnFigure } from "./figure-block.tsx";
import { HeaderFacts } from "./header-facts.tsx";
import { draftPath, releasePath } from "./paths.ts";
import { Sections } from "./release-page.tsx";
import { StaffPage } from "./staff-page.tsx";

export function DraftsPage({ page, drafts }: { readonly page: Page; readonly drafts: readonly ReleaseState[] }) {
  return (
    <StaffPage page={page} title="Ontwerpen">
      <DraftList drafts={drafts} />
    </StaffPage>
  );
}

export interface DraftPageProps {
  readonly page: Page;
  readonly state: ReleaseState;
  /** What would be released now; null when it cannot be computed. */
  readonly computed: ComputedFigures | null;
  readonly drawn: ReadonlyMap<string, DrawnFigure>;
  readonly problems: readonly Problem[];
  /** Hash of what is on this page. */
  readonly seen: string | null;
  readonly own: boolean;
  readonly mayRelease: boolean;
  /** Releases that this draft can be held against. */
  readonly comparable: readonly ReleaseState[];
}

export function DraftPage(props: DraftPageProps) {
  const { page, state, computed, drawn, problems, seen, own, mayRelease, comparable } = props;
  const figures = computed?.publication.sections.flatMap((section) => section.figures) ?? [];
  const withheld = figures.map((figure) => figure.gate);
  const sum = (of: (gate: (typeof withheld)[number]) => number) => withheld.reduce((all, gate) => all + of(gate), 0);
  return (
    <StaffPage page={page} title={`Ontwerp: ${state.name}`} refused={problems.length > 0}>
      <ErrorSummary language="nl" mistakes={problems.map(({ message }) => ({ field: "", message: message.nl }))} />
      {state.status === "RELEASED" ? (
        <Alert kind="success" title="Vrijgegeven">
          <p>
            <a href={releasePath(state.name, state.revision)}>Bekijk de publicatie</a>
          </p>
        </Alert>
      ) : null}
      {state.status === "REJECTED" ? (
        <Alert kind="warning" title="Afgewezen">
          <p>{state.ended?.reason}</p>
        </Alert>
      ) : null}
      <SummaryList
        rows={[
          { name: "Herziening", value: String(state.revision) },
          ...(state.reason === "" ? [] : [{ name: "Reden", value: state.reason }]),
          { name: "Gemaakt op", value: dayOf(state.draftedAt) },
          { name: "Zoals bekend op", value: `${dayOf(state.knownAt)} (${state.knownAt})` },
          { name: "Afscherming", value: state.policy === policies.public.id ? "gewoon: 1 tot en met 3" : state.policy },
          ...(state.override === null ? [] : [{ name: "Reden van de afwijking", value: state.override.reason }]),
          {
            name: "Afgeschermd",
            value: `${sum((gate) => gate.primary)} kleine aantallen; ${sum((gate) => gate.secondary)} andere opdat ze niet uit de sommen volgen; ${sum((gate) => gate.differencing)} naast eerdere publicaties; ${sum((gate) => gate.dominance ?? 0)} bedragen van weinig werkgevers`,
          },
        ]}
      />
      <WhyNotReleased exposed={sum((gate) => gate.exposed ?? 0) > 0} unsettled={sum((gate) => gate.unsettled ?? 0) > 0} />
      {state.status === "DRAFT" ? <Decide {...props} /> : null}
      {comparable.length === 0 || state.status === "REJECTED" ? null : (
        <form class="mw-form" method="get" action={`${draftPath(state.releaseRef)}/vergelijking`}>
          <SelectField
            language="nl"
            name="met"
            label="Vergelijk met een eerdere publicatie"
            value=""
            options={comparable.map((one) => ({ value: one.releaseRef, label: `${one.name}, herziening ${one.revision}` }))}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Vergelijk</SubmitButton>
          </p>
        </form>
      )}
      {computed === null ? (
        <Empty title="Niet te berekenen">
          <p>De vraag kan nu niet berekend worden; de reden staat bovenaan.</p>
        </Empty>
      ) : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">{computed.publication.title.nl}</h2>
          <HeaderFacts publication={computed.publication} language="nl" />
          <Sections publication={computed.publication} drawn={drawn} page={{ ...page, language: "nl" }} />
        </section>
      )}
      <details class="mw-more">
        <summary>De vraag zoals ze gesteld is</summary>
        <Code label="De vraag" text={state.source.kind === "sheet" ? state.source.text : state.source.question} />
      </details>
      <p class="mw-quiet">
        {own || !mayRelease ? "" : `U geeft precies vrij wat hierboven staat (${seen?.slice(0, 12) ?? ""}).`}
      </p>
    </StaffPage>
  );
}

/** What the release would be refused for, before anybody tries. */
function WhyNotReleased({ exposed, unsettled }: { readonly exposed: boolean; readonly unsettled: boolean }) {
  if (unsettled)
    return (
      <p class="mw-warning">
        Of hier een klein aantal te achterhalen zou zijn, is voor een tabel van deze omvang niet na te gaan. Zo kan dit niet
        vrijgegeven worden: splits ze, of neem een ruimere indeling.
      </p>
    );
  if (!exposed) return null;
  return (
    <p class="mw-warning">
      Naast wat al gepubliceerd is, zou hier een klein aantal te achterhalen zijn. Zo kan dit niet vrijgegeven worden.
    </p>
  );
}

function Decide({ page, state, seen, own, mayRelease }: DraftPageProps) {
  if (!mayRelease) return <p class="mw-note">Een statisticus geeft dit ontwerp vrij.</p>;
  const action = draftPath(state.releaseRef);
  return (
    <>
      {own ? (
        <p class="mw-note">U maakte dit ontwerp of koos het beleid ervan: een tweede persoon geeft het vrij.</p>
      ) : (
        <form class="mw-form" method="post" action={action}>
          <FormKey page={page} />
          <input type="hidden" name="gezien" value={seen ?? ""} />
          <p class="mw-actions">
            <SubmitButton name="doe" value="vrijgeven">
              Vrijgeven
            </SubmitButton>
          </p>
        </form>
      )}
      <details class="mw-more">
        <summary>Niet vrijgeven, of anders afschermen</summary>
        <form class="mw-form" method="post" action={action}>
          <FormKey page={page} />
          <AreaField language="nl" name="reden" label="Reden" rows={2} value="" />
          {state.source.kind === "folder" ? null : (
            <SelectField
              language="nl"
              name="beleid"
              label="Afscherming voor deze publicatie"
              hint="Een andere afscherming dan de gewone blijft zichtbaar bij de publicatie, met de reden."
              value={state.policy}
              options={overridePolicies.map((policy) => ({
                value: policy.id,
                label: `1 tot en met ${policy.smallest}${policy.id === policies.public.id ? " (gewoon)" : ""}`,
              }))}
            />
          )}
          <p class="mw-actions">
            <SubmitButton secondary name="doe" value="afwijzen">
              Afwijzen
            </SubmitButton>{" "}
            {state.source.kind === "folder" ? null : (
              <SubmitButton secondary name="doe" value="beleid">
                Afscherming wijzigen
              </SubmitButton>
            )}
          </p>
        </form>
      </details>
    </>
  );
}
