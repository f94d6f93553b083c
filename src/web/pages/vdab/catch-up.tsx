// The catch-up of the double ticket as a supervised batch: begin it, let it give portion after portion, read its report (IND-15, OPEN-40).
import { type CatchUpBatch, type CatchUpLine, namesOf, PORTION, runPortion, startCatchUp } from "../../../counter/index.ts";
import { brusselsDate, formatDate, isRef, newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, seeOther, visitorIn } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { outcomeNames } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { fullName, notFound, personPath, VDAB_PATH, type VdabTools, vdabCrumbs } from "./tools.tsx";

const PATH = `${VDAB_PATH}/inhaalbeweging`;
const OUTCOMES = ["GIVEN", "ONE_BY_ONE", "SKIPPED"] as const;
const MOST_SHOWN = 200;

export function catchUpRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  door.page(
    PATH,
    "catchUp.run",
    async (page) => {
      const [waiting, batches] = await Promise.all([
        vdab.work.countCatchUpCandidates(vdab.clock.today()),
        vdab.catchUps.list(20),
      ]);
      return <StartPage page={page} waiting={waiting} batches={batches} />;
    },
    IN_DUTCH,
  );
  door.form(
    PATH,
    "catchUp.run",
    async (page, c, form) => {
      // The form carries the reference, so that a double click begins one batch.
      const batchRef = form.text("groep");
      if (!isRef(batchRef)) return seeOther(PATH);
      await startCatchUp(vdab, actingOf(visitorIn(c)), batchRef);
      return page.path === PATH ? seeOther(`${PATH}/${batchRef}`) : notFound(page);
    },
    IN_DUTCH,
  );
  door.page(
    `${PATH}/:groep`,
    "catchUp.run",
    async (page, c) => {
      const ref = c.req.param("groep") ?? "";
      const batch = isRef(ref) ? await vdab.catchUps.read(ref) : null;
      if (batch === null) return notFound(page);
      const today = vdab.clock.today();
      const [left, lines] = await Promise.all([
        vdab.catchUps.candidates(batch.batchRef, today, 1),
        vdab.catchUps.lines(batch.batchRef, MOST_SHOWN),
      ]);
      const shown = lines.filter((line) => line.outcome !== "GIVEN");
      const names = await namesOf(
        vdab,
        actingOf(visitorIn(c)),
        shown.map((line) => line.personRef),
        "WORK_LIST",
      );
      const named = shown.map((line) => ({ line, name: fullName(names.get(line.personRef) ?? null) }));
      return <ReportPage page={page} batch={batch} finished={left.length === 0} named={named} />;
    },
    IN_DUTCH,
  );
  door.form(
    `${PATH}/:groep`,
    "catchUp.run",
    async (page, c) => {
      const ref = c.req.param("groep") ?? "";
      const done = isRef(ref) ? await runPortion(vdab, actingOf(visitorIn(c)), ref) : null;
      return done === null ? notFound(page) : seeOther(`${PATH}/${ref}`);
    },
    IN_DUTCH,
  );
}

function StartPage(props: { page: Page; waiting: number; batches: readonly CatchUpBatch[] }) {
  const { page, waiting, batches } = props;
  const title = "Inhaalbeweging van het dubbelticket";
  return (
    <Layout page={page} title={title} crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        <p>
          Wie vóór het dubbelticket een collectief ticket kreeg, krijgt alsnog een individueel ticket (IND-15). Werkzoekenden in
          groep; wie al werkt, één voor één vanuit het dossier (IND-16, OPEN-40).
        </p>
        <p class="mw-lead">
          {waiting === 1 ? "1 persoon heeft" : `${waiting} personen hebben`} vandaag wel een collectief en geen individueel
          ticket.
        </p>
        <p>Een groep geeft niets voor u op de knop duwt, en telkens hoogstens {PORTION} personen. Stoppen kan na elke stap.</p>
      </div>
      <form class="mw-form mw-section" method="post" action={PATH}>
        <FormKey page={page} />
        <input type="hidden" name="groep" value={newRef()} />
        <p class="mw-actions">
          <SubmitButton>Nieuwe groep beginnen</SubmitButton>
        </p>
      </form>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Eerdere groepen</h2>
        {batches.length === 0 ? (
          <Empty title="Nog geen groepen">
            <p>Begin een groep; het verslag staat daarna hier.</p>
          </Empty>
        ) : (
          <Table
            caption="Groepen, de laatste eerst"
            captionHidden
            columns={[
              { key: "started", title: "Begonnen" },
              ...OUTCOMES.map((key) => ({ key, title: outcomeNames[key], number: true })),
            ]}
            rows={batches.map((batch) => ({
              cells: {
                started: <a href={`${PATH}/${batch.batchRef}`}>{formatDate(brusselsDate(batch.startedAt), "nl")}</a>,
                ...Object.fromEntries(OUTCOMES.map((key) => [key, String(batch.counts[key])])),
              },
            }))}
          />
        )}
      </section>
    </Layout>
  );
}

interface ReportPageProps {
  readonly page: Page;
  readonly batch: CatchUpBatch;
  readonly finished: boolean;
  readonly named: readonly { readonly line: CatchUpLine; readonly name: string }[];
}

function ReportPage({ page, batch, finished, named }: ReportPageProps) {
  const title = `Groep van ${formatDate(brusselsDate(batch.startedAt), "nl")}`;
  return (
    <Layout page={page} title={title} crumbs={vdabCrumbs({ href: PATH, label: "Inhaalbeweging" })} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <SummaryList rows={OUTCOMES.map((key) => ({ name: outcomeNames[key], value: String(batch.counts[key]) }))} />
      {finished ? (
        <p class="mw-section">Iedereen van deze groep is bekeken.</p>
      ) : (
        <form class="mw-form mw-section" method="post" action={`${PATH}/${batch.batchRef}`}>
          <FormKey page={page} />
          <p class="mw-actions">
            <SubmitButton>Volgende {PORTION} personen behandelen</SubmitButton>
          </p>
        </form>
      )}
      {named.length === 0 ? null : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Niet in groep gegeven</h2>
          <Table
            caption="Wie één voor één bekeken wordt, of werd overgeslagen"
            captionHidden
            columns={[
              { key: "who", title: "Persoon" },
              { key: "outcome", title: "Uitkomst" },
              { key: "why", title: "Reden" },
            ]}
            rows={named.map(({ line, name }) => ({
              cells: {
                who: <a href={`${personPath(line.personRef)}?doel=CATCH_UP`}>{name}</a>,
                outcome: outcomeNames[line.outcome],
                why: line.reasons.map((id) => (
                  <>
                    <span class="mw-id">{id}</span>{" "}
                  </>
                )),
              },
            }))}
          />
        </section>
      )}
    </Layout>
  );
}
