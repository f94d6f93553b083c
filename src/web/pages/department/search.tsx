// Finding a file by what people quote. A form that is sent, because a name or number never stands in an address.
import { reachOf } from "../../../access/index.ts";
import { type DepartmentPorts, SEARCH_LIMIT, SEARCH_PURPOSES, type SearchResult, searchFiles } from "../../../counter/index.ts";
import { formatDate, pick } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import { premiumWords, purposeWords, stateWords } from "../../text/department.ts";
import { type AtDesk, atDesk, deskCrumbs, filePath, SEARCH_PATH } from "./within.tsx";

export function searchRoutes(door: Door, ports: DepartmentPorts): void {
  door.page(
    SEARCH_PATH,
    "application.search",
    async (page, c) => (
      <SearchPage {...(await atDesk(ports, page, c))} given={{ text: "", purpose: "" }} mistakes={[]} found={null} />
    ),
    IN_DUTCH,
  );
  door.form(
    SEARCH_PATH,
    "application.search",
    async (page, c, form) => {
      const desk = await atDesk(ports, page, c);
      const given = { text: form.text("text").slice(0, 200), purpose: form.text("purpose") };
      const found = await searchFiles(ports, desk.acting, given);
      if (found.ok) return <SearchPage {...desk} given={given} mistakes={[]} found={found.value} />;
      const mistakes = found.error.map((one) => ({
        field: one.field ?? "",
        message: `${pick(one.message, "nl")}. ${pick(one.remedy, "nl")}.`.replace(/\.\.$/, "."),
      }));
      return { status: 400, body: <SearchPage {...desk} given={given} mistakes={mistakes} found={null} /> };
    },
    IN_DUTCH,
  );
}

interface Props extends AtDesk {
  readonly given: { readonly text: string; readonly purpose: string };
  readonly mistakes: readonly FieldMistake[];
  readonly found: readonly SearchResult[] | null;
}

function SearchPage({ page, acting, given, mistakes, found }: Props) {
  const errorIn = (name: string) => mistakes.find((one) => one.field === name)?.message;
  // A helpdesk sees where a file stands and no more.
  const opens = reachOf(acting.role, "application.follow") === "all";
  return (
    <Layout
      page={page}
      title="Een dossier zoeken"
      translated={false}
      crumbs={opens ? deskCrumbs({ acting }) : []}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">Een dossier zoeken</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <form class="mw-form mw-section" method="post" action={SEARCH_PATH}>
        <FormKey page={page} />
        <TextField
          language="nl"
          name="text"
          label="Naam, rijksregisternummer, ondernemingsnummer of dossiernummer"
          hint="Bijvoorbeeld IMW-3F2A-91BC-07, 0123.456.789 of een deel van een naam"
          error={errorIn("text")}
          value={given.text}
          kind="words"
        />
        <ChoiceField
          language="nl"
          name="purpose"
          label="Waarom zoekt u?"
          hint="De persoon kan later zien wie zocht, wanneer en waarom."
          error={errorIn("purpose")}
          value={given.purpose}
          choices={SEARCH_PURPOSES.map((value) => ({ value, label: purposeWords[value] }))}
        />
        <p class="mw-actions">
          <SubmitButton>Zoeken</SubmitButton>
        </p>
      </form>
      {found === null ? null : found.length === 0 ? (
        <Empty title="Geen dossier gevonden">
          <p>Kijk het nummer of de spelling na. Een naam wordt gevonden vanaf de eerste drie letters van elk woord.</p>
        </Empty>
      ) : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Gevonden</h2>
          <Table
            caption={
              found.length >= SEARCH_LIMIT
                ? `De nieuwste ${SEARCH_LIMIT}. Typ meer om minder te vinden.`
                : `${found.length} ${found.length === 1 ? "dossier" : "dossiers"}`
            }
            columns={[
              { key: "file", title: "Dossier" },
              { key: "person", title: "Persoon" },
              { key: "firm", title: "Werkgever" },
              { key: "premium", title: "Premie" },
              { key: "filed", title: "Ingediend" },
              { key: "state", title: "Toestand" },
            ]}
            rows={found.map((one) => ({
              cells: {
                file: opens ? <a href={filePath(one.fileRef)}>{one.number}</a> : one.number,
                person: one.person,
                firm: one.firmName ?? "Zelfstandige",
                premium: premiumWords[one.premiums],
                filed: formatDate(one.filedOn, "nl"),
                state: stateWords[one.state],
              },
            }))}
          />
        </section>
      )}
    </Layout>
  );
}
