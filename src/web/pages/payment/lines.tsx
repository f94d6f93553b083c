// The ledger lines of a run, page by page, and one line explained with every step.
import { fileNumber, type LinePage, type OpenedLine, openLine } from "../../../counter/index.ts";
import { formatDate, isRef } from "../../../kernel/index.ts";
import { type Law, stepLines, stepViews } from "../../../law/index.ts";
import {
  type AttestParts,
  type Component,
  type CorrectionCause,
  type LedgerLine,
  lineStateWords,
  type Run,
  ruleOfReplay,
} from "../../../payment/index.ts";
import { Steps } from "../../amount/steps.tsx";
import { Unfold } from "../../amount/unfold.tsx";
import { Alert } from "../../look/alert.tsx";
import { Empty } from "../../look/empty.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { openPointPath } from "../law/paths.ts";
import {
  at,
  componentName,
  euros,
  Frame,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterCode,
  quarterText,
  readQuarter,
  signed,
} from "./frame.tsx";

const PER_PAGE = 50;

export const linePath = (line: Pick<LedgerLine, "grantRef" | "quarter" | "component" | "seq">): string =>
  at(`/regel/${line.grantRef}/${quarterCode(line.quarter)}/${line.component}/${line.seq}`);

export function lineRoutes(door: PaymentDoor, { counter, law }: PaymentTools): void {
  door.page(at("/run/:run/regels"), "ledger.see", async (page, c) => {
    const runRef = c.req.param("run") ?? "";
    const run = isRef(runRef) ? await counter.runs.find(runRef) : null;
    if (run === null) return notFound(page);
    const origin = c.req.query("soort") === "correction" ? ("correction" as const) : null;
    const lines = await counter.queries.linesOfRun(runRef, { origin, after: c.req.query("na") ?? null, limit: PER_PAGE });
    const owners = await counter.queries.ownersOf([...new Set(lines.lines.map((one) => one.grantRef))]);
    const numbers = new Map(owners.map((one) => [one.grantRef, fileNumber(one.fileRef)]));
    return <LinesPage page={page} run={run} origin={origin} found={lines} numbers={numbers} />;
  });
  door.page(at("/regel/:toekenning/:kwartaal/:premie/:nummer"), "ledger.see", async (page, c) => {
    const grantRef = c.req.param("toekenning") ?? "";
    const quarter = readQuarter(c.req.param("kwartaal") ?? "");
    const seq = Number(c.req.param("nummer"));
    if (!isRef(grantRef) || quarter === null || !Number.isSafeInteger(seq)) return notFound(page);
    const opened = await openLine(counter, law, { grantRef, quarter, component: c.req.param("premie") as Component, seq });
    return opened === null ? notFound(page) : <LinePageShown page={page} law={law} opened={opened} />;
  });
}

interface LinesProps {
  readonly page: Page;
  readonly run: Run;
  readonly origin: "correction" | null;
  readonly found: LinePage;
  readonly numbers: ReadonlyMap<string, string>;
}

function LinesPage({ page, run, origin, found, numbers }: LinesProps) {
  const here = at(`/run/${run.runRef}/regels`);
  const soort = origin === null ? "" : `soort=${origin}&`;
  return (
    <Frame
      page={page}
      title={origin === null ? "Regels" : "Correcties"}
      crumbs={[
        { href: at("/runs"), label: t.pages.runs },
        { href: at(`/run/${run.runRef}`), label: `Berekening ${quarterText(run.start.quarter)}` },
      ]}
    >
      <p>
        {origin === null ? (
          <a href={`${here}?soort=correction`}>Alleen correcties</a>
        ) : (
          <>
            Open een regel om de oorzaak te zien. <a href={here}>Alle regels</a>
          </>
        )}
      </p>
      {found.lines.length === 0 ? (
        <Empty title={origin === null ? "Geen regels" : "Geen correcties"}>
          <p>
            {origin === null ? "Deze berekening legde niets vast." : "Deze berekening veranderde niets aan eerdere kwartalen."}
          </p>
        </Empty>
      ) : (
        <Table
          caption={`Regels van de berekening, in volgorde van toekenning`}
          captionHidden
          columns={[
            { key: "file", title: "Dossier" },
            { key: "quarter", title: "Kwartaal" },
            { key: "component", title: "Premie" },
            { key: "origin", title: "Soort" },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={found.lines.map((line) => ({
            cells: {
              file: (
                <a class="mw-id" href={linePath(line)}>
                  {numbers.get(line.grantRef) ?? line.grantRef.slice(0, 8)}
                </a>
              ),
              quarter: quarterText(line.quarter),
              component: componentName(line.component),
              origin: t.origins[line.origin] ?? line.origin,
              cents: euros(line.cents),
            },
          }))}
        />
      )}
      {found.next === null ? null : (
        <p>
          <a rel="next" href={`${here}?${soort}na=${encodeURIComponent(found.next)}`}>
            Volgende {PER_PAGE} regels
          </a>
        </p>
      )}
    </Frame>
  );
}

function LinePageShown({ page, law, opened }: { readonly page: Page; readonly law: Law; readonly opened: OpenedLine }) {
  const { line, owner, lines } = opened;
  const number = owner === null ? line.grantRef.slice(0, 8) : fileNumber(owner.fileRef);
  return (
    <Frame page={page} title={`${componentName(line.component)}, ${quarterText(line.quarter)}`}>
      <p class="mw-quiet">
        <span class="mw-id">{number}</span> {t.origins[line.origin]}, regel {line.seq + 1}
      </p>
      <p class="mw-lead">{euros(line.cents)}</p>
      <ReplayPart law={law} opened={opened} />
      {opened.correction === null ? null : (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Waarom deze correctie</h2>
          {opened.correction.outcome === "explained" ? (
            <Causes causes={opened.correction.causes} cents={line.cents} />
          ) : (
            <p>De wet van toen staat niet meer in dit systeem; de oorzaak kan niet herberekend worden.</p>
          )}
        </section>
      )}
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Herkomst</h2>
        <SummaryList
          rows={[
            { name: "Geboekt op", value: momentText(line.bookedAt) },
            { name: "Stand", value: opened.state === null ? "Op geen afrekeningsblad" : lineStateWords[opened.state].nl },
            {
              name: "Aangifte",
              value: line.attestNo === null ? "Geen (zelfstandige)" : `${line.attestNo}, versie ${line.attestVersion}`,
            },
            { name: "Berekening", value: <span class="mw-id">{line.runRef.slice(0, 8)}</span> },
            { name: "Regels van de wet", value: <span class="mw-id">{line.graphHash.slice(0, 16)}</span> },
            { name: "Waarden van de wet", value: <span class="mw-id">{line.parametersHash.slice(0, 16)}</span> },
          ]}
        />
      </section>
      {opened.declared === null ? null : <Declared declared={opened.declared} />}
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Alle regels van dit kwartaal</h2>
        <Table
          caption={`Regels van deze toekenning in het ${quarterText(line.quarter)}`}
          captionHidden
          columns={[
            { key: "component", title: "Premie" },
            { key: "origin", title: "Soort" },
            { key: "booked", title: "Geboekt op" },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={[
            ...lines.map((one) => ({
              current: one === line,
              cells: {
                component: <a href={linePath(one)}>{componentName(one.component)}</a>,
                origin: t.origins[one.origin],
                booked: momentText(one.bookedAt),
                cents: euros(one.cents),
              },
            })),
            {
              total: true,
              cells: { component: "Samen", origin: "", booked: "", cents: euros(lines.reduce((sum, one) => sum + one.cents, 0)) },
            },
          ]}
        />
      </section>
    </Frame>
  );
}

/** What the attest said beside its sums: each line of employment, and what codes stand under it. */
function Declared({ declared }: { readonly declared: AttestParts }) {
  const coded = (lines: readonly { readonly code: string; readonly amount: number }[]) =>
    lines.map((one) => `${one.code}: ${euros(one.amount)}`).join("; ");
  return (
    <section class="mw-section">
      <h2 class="au-c-heading au-c-heading--2">Aangegeven tewerkstelling</h2>
      <Table
        caption="Tewerkstellingslijnen van de aangifte"
        captionHidden
        columns={[
          { key: "committee", title: "Paritair comité" },
          { key: "period", title: "In dienst" },
          { key: "hours", title: "Uren per week", number: true },
          { key: "codes", title: "Lonen per code" },
        ]}
        rows={declared.occupations.map((one) => ({
          cells: {
            committee: one.jointCommittee,
            period: `${formatDate(one.startedOn, "nl")} - ${one.endedOn === null ? "" : formatDate(one.endedOn, "nl")}`,
            hours: `${hours(one.weeklyHours)} van ${hours(one.fullTimeWeeklyHours)}`,
            codes: coded(one.remunerations),
          },
        }))}
      />
      <SummaryList
        rows={[
          { name: "Werkgeversbijdragen", value: coded(declared.contributions) || "Geen" },
          { name: "Verminderingen", value: coded(declared.reductions) || "Geen" },
        ]}
      />
    </section>
  );
}

/** Hours in hundredths, as people write them. */
const hours = (hundredths: number): string => {
  const rest = String(hundredths % 100).padStart(2, "0");
  return `${Math.floor(hundredths / 100)}${rest === "00" ? "" : `,${rest}`}`;
};

/** The replay, with the same component for an amount as everywhere. */
export function ReplayPart({ law, opened }: { readonly law: Law; readonly opened: Pick<OpenedLine, "line" | "replay"> }) {
  const { line, replay } = opened;
  if (replay.outcome !== "replayed") {
    return (
      <Alert kind="warning" title="Deze regel kan niet herberekend worden">
        <p>
          {replay.missing === "graph" ? "De regels" : "De waarden"} van de wet waaronder ze berekend is, staan niet in dit
          systeem.
        </p>
      </Alert>
    );
  }
  const rule = ruleOfReplay(replay) ?? "";
  const steps = replay.explanation === null ? [] : stepViews(law, stepLines(law, replay.explanation.steps), rule);
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Berekening</h2>
      {replay.agrees ? (
        <p>Herberekend onder de wet en de gegevens van toen: precies hetzelfde bedrag.</p>
      ) : (
        <Alert kind="error" title="De herberekening geeft een ander bedrag">
          <p>
            Geboekt {euros(line.cents)}, herberekend {euros(replay.cents)}.
          </p>
        </Alert>
      )}
      <p>
        Recht voor het hele kwartaal {euros(replay.dueCents)}, eerder geboekt {euros(replay.earlierCents)}, dus deze regel{" "}
        {euros(replay.cents)}.
      </p>
      {steps.length === 0 ? (
        <p>Er telt geen aangifte of dag meer mee; daarom is het recht nul.</p>
      ) : (
        <Unfold name={componentName(line.component)} amount={euros(replay.dueCents)} open>
          <Steps language="nl" steps={steps} openPointHref={(id) => openPointPath("nl", id)} />
        </Unfold>
      )}
    </section>
  );
}

export function Causes({ causes, cents }: { readonly causes: readonly CorrectionCause[]; readonly cents: number }) {
  return causes.length === 0 ? (
    <p>Geen oorzaak gevonden: het verschil is nul.</p>
  ) : (
    <Table
      caption="Elke oorzaak met haar bedrag"
      columns={[
        { key: "cause", title: "Oorzaak" },
        { key: "what", title: "Wat" },
        { key: "cents", title: "Bedrag", number: true },
      ]}
      rows={[
        ...causes.map((one) => ({
          cells: { cause: t.causes[one.kind] ?? one.kind, what: t.facts[one.name] ?? one.name, cents: signed(one.cents) },
        })),
        { total: true, cells: { cause: "Samen", what: "", cents: signed(cents) } },
      ]}
    />
  );
}
