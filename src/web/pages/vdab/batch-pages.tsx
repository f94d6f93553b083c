// Pages of a supervised batch: try it out, begin it, let it work portion after portion, read its report.
import { type Acting, type BatchLine, type BatchStore, namesOf, PORTION, type VdabBatch } from "../../../counter/index.ts";
import { brusselsDate, formatDate, isRef, newRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, seeOther, visitorIn } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { actingOf } from "../../visitor.ts";
import { fullName, notFound, personPath, type VdabTools, vdabCrumbs } from "./tools.tsx";

const OUTCOMES = ["GIVEN", "ONE_BY_ONE", "SKIPPED"] as const;
const MOST_SHOWN = 200;

type Shown = Awaited<ReturnType<Parameters<Door["page"]>[2]>>;

/** One kind of batch: where it lives, what it says of itself, and what it does. */
export interface BatchKind {
  readonly path: string;
  readonly title: string;
  /** For the trail above a report. */
  readonly short: string;
  readonly purpose: string;
  /** Of today: asked at each look. */
  lead(): readonly string[];
  readonly waits: (waiting: number) => string;
  readonly names: Readonly<Record<(typeof OUTCOMES)[number], string>>;
  readonly store: BatchStore<unknown>;
  waiting(): Promise<number>;
  start(acting: Acting, batchRef: string): Promise<void>;
  portion(acting: Acting, batchRef: string): Promise<object | null>;
  /** What the next portion would do; left out: the kind is not tried out. */
  tryOut?(batchRef: string): Promise<readonly BatchLine[]>;
}

export function batchRoutes(door: Door, tools: VdabTools, kind: BatchKind): void {
  const { vdab } = tools;
  const { path, store } = kind;
  door.page(
    path,
    "catchUp.run",
    async (page) => {
      const [waiting, batches] = await Promise.all([kind.waiting(), store.list(20)]);
      return <StartPage page={page} kind={kind} waiting={waiting} batches={batches} />;
    },
    IN_DUTCH,
  );
  door.form(
    path,
    "catchUp.run",
    async (page, c, form) => {
      // The form carries the reference, so that a double click begins one batch.
      const batchRef = form.text("groep");
      if (!isRef(batchRef)) return seeOther(path);
      await kind.start(actingOf(visitorIn(c)), batchRef);
      return page.path === path ? seeOther(`${path}/${batchRef}`) : notFound(page);
    },
    IN_DUTCH,
  );
  door.page(
    `${path}/:groep`,
    "catchUp.run",
    async (page, c): Promise<Shown> => {
      const ref = c.req.param("groep") ?? "";
      const batch = isRef(ref) ? await store.read(ref) : null;
      if (batch === null) return notFound(page);
      const trying = kind.tryOut !== undefined && c.req.query("proef") === "ja";
      const [left, lines, tried] = await Promise.all([
        store.candidates(batch.batchRef, vdab.clock.today(), 1),
        store.lines(batch.batchRef, MOST_SHOWN),
        trying && kind.tryOut !== undefined ? kind.tryOut(batch.batchRef) : null,
      ]);
      const shown = lines.filter((line) => line.outcome !== "GIVEN");
      const named = await namesOf(
        vdab,
        actingOf(visitorIn(c)),
        [...shown, ...(tried ?? [])].map((line) => line.personRef),
        "WORK_LIST",
      );
      const withName = (line: BatchLine) => ({ line, name: fullName(named.get(line.personRef) ?? null) });
      return (
        <ReportPage
          page={page}
          kind={kind}
          batch={batch}
          finished={left.length === 0}
          named={shown.map(withName)}
          tried={tried?.map(withName) ?? null}
        />
      );
    },
    IN_DUTCH,
  );
  door.form(
    `${path}/:groep`,
    "catchUp.run",
    async (page, c) => {
      const ref = c.req.param("groep") ?? "";
      const done = isRef(ref) ? await kind.portion(actingOf(visitorIn(c)), ref) : null;
      return done === null ? notFound(page) : seeOther(`${path}/${ref}`);
    },
    IN_DUTCH,
  );
}

function StartPage(props: { page: Page; kind: BatchKind; waiting: number; batches: readonly VdabBatch[] }) {
  const { page, kind, waiting, batches } = props;
  const { path, title, names } = kind;
  return (
    <Layout page={page} title={title} crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        {kind.lead().map((text) => (
          <p>{text}</p>
        ))}
        <p class="mw-lead">{kind.waits(waiting)}</p>
        <p>Een groep doet niets voor u op de knop duwt, en telkens hoogstens {PORTION} personen. Stoppen kan na elke stap.</p>
      </div>
      <form class="mw-form mw-section" method="post" action={path}>
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
              ...OUTCOMES.map((key) => ({ key, title: names[key], number: true })),
            ]}
            rows={batches.map((batch) => ({
              cells: {
                started: <a href={`${path}/${batch.batchRef}`}>{formatDate(brusselsDate(batch.startedAt), "nl")}</a>,
                ...Object.fromEntries(OUTCOMES.map((key) => [key, String(batch.counts[key])])),
              },
            }))}
          />
        )}
      </section>
    </Layout>
  );
}

interface Named {
  readonly line: BatchLine;
  readonly name: string;
}

interface ReportPageProps {
  readonly page: Page;
  readonly kind: BatchKind;
  readonly batch: VdabBatch;
  readonly finished: boolean;
  readonly named: readonly Named[];
  /** What the next portion would do; null: not asked. */
  readonly tried: readonly Named[] | null;
}

function ReportPage({ page, kind, batch, finished, named, tried }: ReportPageProps) {
  const title = `Groep van ${formatDate(brusselsDate(batch.startedAt), "nl")}`;
  const { path, names } = kind;
  const here = `${path}/${batch.batchRef}`;
  return (
    <Layout page={page} title={title} crumbs={vdabCrumbs({ href: path, label: kind.short })} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <SummaryList rows={OUTCOMES.map((key) => ({ name: names[key], value: String(batch.counts[key]) }))} />
      {finished ? (
        <p class="mw-section">Iedereen van deze groep is bekeken.</p>
      ) : (
        <form class="mw-form mw-section" method="post" action={here}>
          <FormKey page={page} />
          <p class="mw-actions">
            <SubmitButton>Volgende {PORTION} personen behandelen</SubmitButton>
            {kind.tryOut === undefined ? null : <a href={`${here}?proef=ja`}>Eerst op proef: wat zou er gebeuren?</a>}
          </p>
        </form>
      )}
      {tried === null ? null : (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Op proef</h2>
          <p>
            Er is niets opgenomen. De volgende {PORTION} personen zouden zo behandeld worden:{" "}
            {OUTCOMES.map((key) => `${names[key].toLowerCase()} ${tried.filter((one) => one.line.outcome === key).length}`).join(
              ", ",
            )}
            .
          </p>
          <LineTable caption="Wat de volgende stap zou doen" kind={kind} lines={tried} />
        </section>
      )}
      {named.length === 0 ? null : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Niet in groep behandeld</h2>
          <LineTable caption="Wie één voor één bekeken wordt, of werd overgeslagen" kind={kind} lines={named} />
        </section>
      )}
    </Layout>
  );
}

function LineTable({ caption, kind, lines }: { caption: string; kind: BatchKind; lines: readonly Named[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: "who", title: "Persoon" },
        { key: "outcome", title: "Uitkomst" },
        { key: "why", title: "Reden" },
      ]}
      rows={lines.map(({ line, name }) => ({
        cells: {
          who: <a href={`${personPath(line.personRef)}?doel=${kind.purpose}`}>{name}</a>,
          outcome: kind.names[line.outcome],
          why: line.reasons.map((id) => (
            <>
              <span class="mw-id">{id}</span>{" "}
            </>
          )),
        },
      }))}
    />
  );
}
