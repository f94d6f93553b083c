// The statements of a booked run: frozen per employer and self-employed person; each says whether its lines are still what was frozen.
import { beneficiaryNames, fileNumber, type NamedBeneficiary } from "../../../counter/index.ts";
import { isRef } from "../../../kernel/index.ts";
import { linesHashOf, type Run, type Statement, type StatementHead } from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { Empty } from "../../look/empty.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import {
  acting,
  at,
  componentName,
  euros,
  Frame,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterText,
} from "./frame.tsx";
import { linePath } from "./lines.tsx";

const PER_PAGE = 50;

export function statementRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at("/run/:run/afrekeningen"), "ledger.see", async (page, c) => {
    const runRef = c.req.param("run") ?? "";
    const run = isRef(runRef) ? await counter.runs.find(runRef) : null;
    if (run === null) return notFound(page);
    const after = c.req.query("na") ?? "";
    const heads = await counter.statements.ofRun(runRef, PER_PAGE + 1, isRef(after) ? after : undefined);
    const shown = heads.slice(0, PER_PAGE);
    const names = await beneficiaryNames(
      counter,
      acting(c),
      shown.map((one) => one.beneficiary.ref),
      "Afrekeningen van een kwartaal",
    );
    return <ListPage page={page} run={run} heads={shown} more={heads.length > PER_PAGE} names={names} />;
  });
  door.page(at("/afrekening/:afrekening"), "ledger.see", async (page, c) => {
    const ref = c.req.param("afrekening") ?? "";
    const statement = isRef(ref) ? await counter.statements.read(ref) : null;
    if (statement === null) return notFound(page);
    const [names, owners] = await Promise.all([
      beneficiaryNames(counter, acting(c), [statement.beneficiary.ref], "Afrekening bekijken"),
      counter.queries.ownersOf([...new Set(statement.of.map((one) => one.grantRef))]),
    ]);
    const numbers = new Map(owners.map((one) => [one.grantRef, fileNumber(one.fileRef)]));
    return <StatementPage page={page} statement={statement} named={names.get(statement.beneficiary.ref)} numbers={numbers} />;
  });
}

const runCrumbs = (runRef: string, quarter: number) => [
  { href: at("/runs"), label: t.pages.runs },
  { href: at(`/run/${runRef}`), label: `Berekening ${quarterText(quarter)}` },
];

interface ListProps {
  readonly page: Page;
  readonly run: Run;
  readonly heads: readonly StatementHead[];
  readonly more: boolean;
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
}

function ListPage({ page, run, heads, more, names }: ListProps) {
  return (
    <Frame page={page} title="Afrekeningen" crumbs={runCrumbs(run.runRef, run.start.quarter)}>
      <p class="mw-form-lead">
        Bij het boeken is elke afrekening bevroren. Ze verandert nooit meer: een latere correctie komt op een latere afrekening.
      </p>
      {heads.length === 0 ? (
        <Empty title="Geen afrekeningen">
          <p>Deze berekening legde geen regels vast.</p>
        </Empty>
      ) : (
        <Table
          caption="Afrekeningen van deze berekening"
          captionHidden
          columns={[
            { key: "who", title: "Voor wie" },
            { key: "lines", title: "Regels", number: true },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={heads.map((one) => ({
            cells: {
              who: <a href={at(`/afrekening/${one.statementRef}`)}>{names.get(one.beneficiary.ref)?.name ?? "?"}</a>,
              lines: one.lines,
              cents: euros(one.cents),
            },
          }))}
        />
      )}
      {more ? (
        <p>
          <a rel="next" href={at(`/run/${run.runRef}/afrekeningen?na=${heads.at(-1)?.beneficiary.ref ?? ""}`)}>
            Volgende {PER_PAGE}
          </a>
        </p>
      ) : null}
    </Frame>
  );
}

interface StatementProps {
  readonly page: Page;
  readonly statement: Statement;
  readonly named: NamedBeneficiary | undefined;
  readonly numbers: ReadonlyMap<string, string>;
}

function StatementPage({ page, statement, named, numbers }: StatementProps) {
  const intact = linesHashOf(statement.of) === statement.linesHash;
  return (
    <Frame page={page} title={`Afrekening ${named?.name ?? ""}`.trim()} crumbs={runCrumbs(statement.runRef, statement.quarter)}>
      {intact ? null : (
        <Alert kind="error" title="De regels zijn niet meer wat bevroren is">
          <p>Verwittig de beheerder. Gebruik deze afrekening niet.</p>
        </Alert>
      )}
      <p class="mw-lead">{euros(statement.cents)}</p>
      <SummaryList
        rows={[
          { name: "Voor wie", value: named?.number == null ? (named?.name ?? "?") : `${named.name} (${named.number})` },
          { name: "Kwartaal", value: quarterText(statement.quarter) },
          { name: "Bevroren op", value: momentText(statement.frozenAt) },
          { name: "Vingerafdruk van de regels", value: <span class="mw-id">{statement.linesHash.slice(0, 16)}</span> },
        ]}
      />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Regels</h2>
        <Table
          caption="Regels van deze afrekening"
          captionHidden
          columns={[
            { key: "file", title: "Dossier" },
            { key: "quarter", title: "Kwartaal" },
            { key: "component", title: "Premie" },
            { key: "origin", title: "Soort" },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={[
            ...statement.of.map((line) => ({
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
            })),
            { total: true, cells: { file: "Samen", quarter: "", component: "", origin: "", cents: euros(statement.cents) } },
          ]}
        />
      </section>
    </Frame>
  );
}
