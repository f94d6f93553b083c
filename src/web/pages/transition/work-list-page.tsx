// The work list of LDE and maatwerkafdelingen: whose trajectory ends, until when a decision is in time, and who was warned.
import type { EndingRight, EndingState } from "../../../counter/index.ts";
import { formatDate, formatQuarter, fromQuarterNumber, type PlainDate } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { MEASURE, TITLE, WORK } from "./words.ts";

export interface WorkListProps {
  readonly page: Page;
  readonly lines: readonly EndingRight[];
  readonly all: readonly EndingRight[];
  readonly state: string;
  readonly employerRef: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly done: string;
  readonly today: PlainDate;
}

const STATES: readonly EndingState[] = ["URGENT", "FILED", "LATE", "CROSSED", "LATER"];

export function WorkListPage({ page, lines, all, state, employerRef, names, done, today }: WorkListProps) {
  const employer = employerRef === null ? null : (names.get(employerRef) ?? "");
  const title = employer === null ? "Trajecten die aflopen" : `Trajecten van ${employer}`;
  const query = (more: string) => {
    const parts = [employerRef === null ? "" : `werkgever=${employerRef}`, more].filter((one) => one !== "");
    return parts.length === 0 ? "" : `?${parts.join("&")}`;
  };
  return (
    <Layout page={page} title={title} translated={false} crumbs={[{ href: TRANSITION_PATH, label: TITLE }]}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        {done === "gewaarschuwd" ? (
          <Alert kind="success" title="De waarschuwing staat in het dossier; de werkgever krijgt een brief" />
        ) : null}
        <p class="mw-lead">
          Wie in LDE (keuze individueel) of een maatwerkafdeling werkt, heeft na het traject een evaluatie nodig. De steun loopt
          alleen door als er ten laatste op de uiterste dag beslist is. Wordt er later beslist, dan begint de toekenning in het
          kwartaal van de beslissing en is er voor de kwartalen ertussen geen steun.
        </p>
        {employerRef === null ? null : (
          <p>
            <a href={`${TRANSITION_PATH}/organisatie/${employerRef}`}>Alle rechten en omzettingen van deze organisatie</a>,{" "}
            <a href={`${TRANSITION_PATH}/werklijst`}>toon alle organisaties</a>
          </p>
        )}
        <nav aria-label="Toestand">
          <ul class="mw-inline-list">
            <li>
              <a href={`${TRANSITION_PATH}/werklijst${query("")}`} aria-current={state === "" ? "page" : undefined}>
                Alles ({all.length})
              </a>
            </li>
            {STATES.filter((one) => all.some((line) => line.state === one)).map((one) => (
              <li>
                <a
                  href={`${TRANSITION_PATH}/werklijst${query(`toestand=${one}`)}`}
                  aria-current={state === one ? "page" : undefined}
                >
                  {WORK[one]} ({all.filter((line) => line.state === one).length})
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="mw-full">
          {lines.length === 0 ? (
            <Empty title="Er loopt niets af">
              <p>In de komende negen maanden eindigt hier geen traject.</p>
            </Empty>
          ) : (
            <Table
              caption={`Wat nog kan, eerst; gezien op ${formatDate(today, "nl")}`}
              columns={[
                { key: "person", title: "Werknemer" },
                { key: "employer", title: "Organisatie" },
                { key: "measure", title: "Maatregel" },
                { key: "last", title: "Uiterste dag van de beslissing" },
                { key: "state", title: "Toestand" },
                { key: "lost", title: "Gevolg" },
                { key: "warning", title: "Waarschuwing" },
              ]}
              rows={lines.map((one) => ({
                cells: {
                  person: <a href={rightPath(one.rightRef)}>{nameOr(names, one.personRef, "Onbekend")}</a>,
                  employer:
                    one.employerRef === null ? (
                      "-"
                    ) : (
                      <a href={`${TRANSITION_PATH}/werklijst?werkgever=${one.employerRef}`}>
                        {nameOr(names, one.employerRef, "Onbekend")}
                      </a>
                    ),
                  measure: MEASURE[one.measure],
                  last: formatDate(one.lastUsefulOn, "nl"),
                  state:
                    one.grantFrom === null
                      ? WORK[one.state]
                      : `${WORK[one.state]} vanaf ${formatQuarter(fromQuarterNumber(one.grantFrom), "nl")}`,
                  lost: consequence(one, today),
                  warning: <Warning page={page} line={one} employerRef={employerRef} person={nameOr(names, one.personRef, "")} />,
                },
              }))}
            />
          )}
        </div>
      </div>
    </Layout>
  );
}

/** What being late costs: no decision gives those quarters back (TRANS-31, PROC-11). */
function consequence(one: EndingRight, today: PlainDate): string {
  if (one.quartersLost > 0) return `${one.quartersLost === 1 ? "1 kwartaal" : `${one.quartersLost} kwartalen`} zonder steun`;
  const over = one.lastDay !== null && one.lastDay < today && one.grantFrom === null;
  return over ? "Nog geen kwartaal verloren als er dit kwartaal beslist wordt" : "Geen";
}

function Warning(props: {
  readonly page: Page;
  readonly line: EndingRight;
  readonly employerRef: string | null;
  readonly person: string;
}) {
  const { page, line, employerRef, person } = props;
  if (line.warnedOfEnd === line.lastDay) return <>Gegeven</>;
  if (line.state !== "URGENT" || line.employerRef === null) return <>-</>;
  return (
    <form method="post" action={`${TRANSITION_PATH}/werklijst/waarschuwen`}>
      <FormKey page={page} />
      <input type="hidden" name="recht" value={line.rightRef} />
      {employerRef === null ? null : <input type="hidden" name="werkgever" value={employerRef} />}
      <SubmitButton secondary>
        Waarschuwen<span class="au-u-hidden-visually"> voor {person}</span>
      </SubmitButton>
    </form>
  );
}

const nameOr = (names: ReadonlyMap<string, string>, ref: string | null, otherwise: string): string =>
  (ref === null ? undefined : names.get(ref)) || otherwise;
