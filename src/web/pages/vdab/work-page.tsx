// The work list: what waits, by when, taken up by whom; and looking somebody up.
import { type NamedWork, VDAB_WORK_KINDS, type VdabWorkKind, type WorkCount } from "../../../counter/index.ts";
import { daysBetween, formatDate, type PlainDate } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { ListKeys } from "../../look/list-keys.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { kindNames, nameOf } from "../../text/vdab.ts";
import { errorIn, fullName, personPath, VDAB_PATH } from "./tools.tsx";

export const TERMS = ["", "late", "7", "30"] as const;
export const WHO = ["", "ik", "niemand"] as const;

export interface WorkFilter {
  readonly kind: VdabWorkKind | "";
  readonly term: (typeof TERMS)[number];
  readonly who: (typeof WHO)[number];
}

export interface WorkPageProps {
  readonly page: Page;
  readonly today: PlainDate;
  readonly filter: WorkFilter;
  readonly lines: readonly NamedWork[];
  /** Address of what comes after; null at the end. */
  readonly next: string | null;
  readonly counts: readonly WorkCount[];
  readonly mayRun: boolean;
  readonly search: { readonly given: string; readonly mistakes: readonly FieldMistake[] };
}

export function hrefOf(line: Pick<NamedWork, "kind" | "streamRef" | "workRef" | "personRef">): string {
  switch (line.kind) {
    case "EVALUATION":
      return `${VDAB_PATH}/evaluaties/${line.streamRef}/${line.workRef}`;
    case "REVIEW":
      return `${VDAB_PATH}/heroverwegingen/${line.streamRef}/${line.workRef}`;
    default:
      return `${personPath(line.personRef)}?doel=${line.kind}`;
  }
}

export function WorkListPage(props: WorkPageProps) {
  const { page, today, filter, lines, next, counts, mayRun, search } = props;
  const title = "Werklijst VDAB";
  return (
    <Layout
      page={page}
      title={title}
      crumbs={[{ href: "/", label: frameText("nl").home }]}
      refused={search.mistakes.length > 0}
      translated={false}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={search.mistakes} />
      <SearchForm page={page} {...search} />
      <section class="mw-section" id="werk">
        <h2 class="au-c-heading au-c-heading--2">Wat er te doen is</h2>
        <Counts counts={counts} filter={filter} />
        <FilterForm filter={filter} />
        {lines.length === 0 ? (
          <Empty title="Hier wacht nu niets">
            <p>Kies een andere soort of termijn, of zoek een persoon op.</p>
          </Empty>
        ) : (
          <Table
            caption="Nabije termijnen eerst, daarna wat het langst wacht"
            columns={[
              { key: "who", title: "Persoon" },
              { key: "kind", title: "Werk" },
              { key: "since", title: "Sinds" },
              { key: "deadline", title: "Uiterlijk" },
              { key: "assignee", title: "Bij" },
            ]}
            rows={lines.map((line) => ({
              cells: {
                who: <a href={hrefOf(line)}>{fullName(line.name)}</a>,
                kind: `${kindNames[line.kind]}: ${nameOf(line.detail)}`,
                since: formatDate(line.since, "nl"),
                deadline: <Deadline today={today} day={line.deadline} />,
                assignee: <Taken page={page} line={line} back={page.query} />,
              },
            }))}
          />
        )}
        {next === null ? null : (
          <p class="mw-section">
            <a href={next} rel="next">
              Volgende
            </a>
          </p>
        )}
      </section>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Ander werk</h2>
        <ul>
          <li>
            <a href={`${VDAB_PATH}/aanvraag`}>Aanvraag invoeren voor wie belt of schrijft</a>
          </li>
          <li>
            <a href={`${VDAB_PATH}/vop`}>Rechten op VOP omzetten</a>
          </li>
          {mayRun ? (
            <li>
              <a href="/documenten/post">Brieven voor de post</a>
            </li>
          ) : null}
          {mayRun ? (
            <li>
              <a href={`${VDAB_PATH}/inhaalbeweging`}>Inhaalbeweging van het dubbelticket</a>
            </li>
          ) : null}
        </ul>
      </section>
      <ListKeys what="regel" />
    </Layout>
  );
}

export function SearchForm(props: { page: Page; given: string; mistakes: readonly FieldMistake[] }) {
  const { page, given, mistakes } = props;
  return (
    <form class="mw-form mw-section" method="post" action={`${VDAB_PATH}/zoeken`}>
      <FormKey page={page} />
      <TextField
        language="nl"
        name="naam"
        label="Zoek een persoon"
        hint="Rijksregisternummer, of de eerste letters van voornaam en familienaam (minstens drie per woord). Wie u opent, kan dat zien."
        value={given}
        error={errorIn(mistakes, "naam")}
        kind="words"
      />
      <p class="mw-actions">
        <SubmitButton secondary>Zoeken</SubmitButton>
      </p>
    </form>
  );
}

function Counts({ counts, filter }: { readonly counts: readonly WorkCount[]; readonly filter: WorkFilter }) {
  return (
    <ul>
      {VDAB_WORK_KINDS.map((kind) => {
        const count = counts.find((one) => one.kind === kind);
        return (
          <li>
            <a href={`${VDAB_PATH}?soort=${kind}#werk`} aria-current={filter.kind === kind ? "true" : undefined}>
              {kindNames[kind]}
            </a>
            : {count?.open ?? 0}
            {(count?.late ?? 0) > 0 ? `, waarvan ${count?.late} te laat` : ""}
          </li>
        );
      })}
    </ul>
  );
}

function FilterForm({ filter }: { readonly filter: WorkFilter }) {
  return (
    <form class="mw-form mw-section mw-hide-print" method="get" action={VDAB_PATH}>
      <SelectField
        language="nl"
        name="soort"
        label="Soort"
        value={filter.kind}
        options={[{ value: "", label: "Alles" }, ...VDAB_WORK_KINDS.map((value) => ({ value, label: kindNames[value] }))]}
      />
      <SelectField
        language="nl"
        name="termijn"
        label="Termijn"
        value={filter.term}
        options={[
          { value: "", label: "Alle" },
          { value: "late", label: "Voorbij" },
          { value: "7", label: "Binnen 7 dagen" },
          { value: "30", label: "Binnen 30 dagen" },
        ]}
      />
      <SelectField
        language="nl"
        name="wie"
        label="Bij wie"
        value={filter.who}
        options={[
          { value: "", label: "Iedereen" },
          { value: "ik", label: "Bij mij" },
          { value: "niemand", label: "Bij niemand" },
        ]}
      />
      <p class="mw-actions">
        <SubmitButton secondary>Tonen</SubmitButton>
      </p>
    </form>
  );
}

function Deadline({ today, day }: { readonly today: PlainDate; readonly day: PlainDate | null }) {
  if (day === null) return <span class="mw-quiet">geen termijn (OPEN-21)</span>;
  const left = daysBetween(today, day);
  const said =
    left < 0
      ? left === -1
        ? "1 dag te laat"
        : `${-left} dagen te laat`
      : left === 0
        ? "vandaag"
        : left === 1
          ? "nog 1 dag"
          : `nog ${left} dagen`;
  return (
    <>
      {formatDate(day, "nl")} <span class={left < 0 ? "mw-outcome" : "mw-quiet"}>({said})</span>
    </>
  );
}

function Taken({ page, line, back }: { readonly page: Page; readonly line: NamedWork; readonly back: string }) {
  const mine = line.mine;
  const said = mine ? "u" : line.assigneeRef === null ? "niemand" : "een collega";
  return (
    <form class="mw-inline-form" method="post" action={`${VDAB_PATH}/opnemen`}>
      <FormKey page={page} />
      <input type="hidden" name="werk" value={line.workRef} />
      <input type="hidden" name="terug" value={back} />
      {said}{" "}
      <button class="mw-link-button" type="submit" name="doe" value={mine ? "lossen" : "nemen"}>
        {mine ? "Lossen" : "Opnemen"}
        <span class="au-u-hidden-visually"> ({fullName(line.name)})</span>
      </button>
    </form>
  );
}
