// The auditor's sample: drawn under a seed, listed, and each payment opened as one bundle.
import { beneficiaryNames, fileNumber } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, quarterIndexNumber, quarterOf } from "../../../kernel/index.ts";
import type { Component, Sample } from "../../../payment/index.ts";
import { type SentForm, type Shown, seeOther } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { BACK, BundlePage } from "./bundle-page.tsx";
import {
  acting,
  actorOf,
  at,
  componentName,
  errorOf,
  euros,
  Frame,
  mistake,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterCode,
  quarterText,
  readQuarter,
  shownWith,
} from "./frame.tsx";

const FIELDS = ["seed", "size", "fromQuarter", "untilQuarter", "component"];

const COMPONENTS: readonly Component[] = ["WAGE", "GUIDANCE", "SUPPORT"];

export function sampleRoutes(door: PaymentDoor, { counter, law }: PaymentTools): void {
  const show = async (page: Page, filled: Filled, reasons: readonly Reason[] = []): Promise<Shown> => {
    const [samples, booked] = await Promise.all([counter.samples.list(), counter.queries.bookedQuarters()]);
    const body = <SamplesPage page={page} samples={samples} booked={booked} filled={filled} reasons={reasons} />;
    return shownWith(body, reasons);
  };
  const blank = (): Filled => {
    const last = quarterIndexNumber(quarterOf(counter.clock.today())) - 1;
    return {
      seed: counter.clock.today(),
      size: "25",
      fromQuarter: quarterCode(last - 3),
      untilQuarter: quarterCode(last),
      component: "",
    };
  };
  door.page(at("/steekproef"), "audit.sample", (page) => show(page, blank()));
  door.form(at("/steekproef"), "audit.sample", async (page, c, form) => {
    const filled = filledOf(form);
    const [from, until] = [readQuarter(filled.fromQuarter), readQuarter(filled.untilQuarter)];
    const wrong = [...(from === null ? [noQuarter("fromQuarter")] : []), ...(until === null ? [noQuarter("untilQuarter")] : [])];
    if (from === null || until === null) return show(page, filled, wrong);
    const component = COMPONENTS.find((one) => one === filled.component) ?? null;
    const request = { seed: filled.seed.trim(), size: Number(filled.size), fromQuarter: from, untilQuarter: until, component };
    const drawn = await counter.samples.draw(request, actorOf(c));
    return drawn.ok ? seeOther(at(`/steekproef/${drawn.value.sampleRef}`)) : show(page, filled, drawn.error);
  });
  const find = async (ref: string): Promise<Sample | null> => (isRef(ref) ? counter.samples.find(ref) : null);
  door.page(at("/steekproef/:steekproef"), "audit.sample", async (page, c) => {
    const sample = await find(c.req.param("steekproef") ?? "");
    if (sample === null) return notFound(page);
    const owners = await counter.queries.ownersOf(sample.lines.map((one) => one.grantRef));
    return (
      <SamplePage page={page} sample={sample} numbers={new Map(owners.map((one) => [one.grantRef, fileNumber(one.fileRef)]))} />
    );
  });
  door.page(at("/steekproef/:steekproef/:nr"), "audit.sample", async (page, c) => {
    const sample = await find(c.req.param("steekproef") ?? "");
    const at0 = Number(c.req.param("nr")) - 1;
    const key = sample?.lines[at0];
    const bundle = key === undefined ? null : await counter.samples.open(key);
    if (sample === null || bundle === null) return notFound(page);
    const { employerRef } = bundle.line;
    const names =
      employerRef === null ? null : await beneficiaryNames(counter, acting(c), [employerRef], "Steekproef van een auditor");
    const firm = employerRef === null || names === null ? null : (names.get(employerRef) ?? null);
    return <BundlePage page={page} law={law} sample={sample} nr={at0 + 1} bundle={bundle} firm={firm} />;
  });
}

interface Filled {
  readonly seed: string;
  readonly size: string;
  readonly fromQuarter: string;
  readonly untilQuarter: string;
  readonly component: string;
}

const filledOf = (form: SentForm): Filled => ({
  seed: form.text("seed"),
  size: form.text("size"),
  fromQuarter: form.text("fromQuarter"),
  untilQuarter: form.text("untilQuarter"),
  component: form.text("component"),
});

const noQuarter = (field: string): Reason => mistake(field, "Dit is geen kwartaal", "Schrijf het als 2026-K3");

interface SamplesProps {
  readonly page: Page;
  readonly samples: readonly Sample[];
  readonly booked: { readonly first: number; readonly last: number } | null;
  readonly filled: Filled;
  readonly reasons: readonly Reason[];
}

function SamplesPage({ page, samples, booked, filled, reasons }: SamplesProps) {
  const field = (name: string) => ({ language: "nl" as const, name, error: errorOf(reasons, name) });
  return (
    <Frame page={page} title={t.pages.sample} reasons={reasons} fields={FIELDS}>
      <p class="mw-form-lead">
        U trekt willekeurige betalingen uit het grootboek. Met hetzelfde startgetal en hetzelfde moment krijgt iedereen dezelfde
        trekking.
        {booked === null ? "" : ` Geboekt is van het ${quarterText(booked.first)} tot en met het ${quarterText(booked.last)}.`}
      </p>
      <form method="post" action={at("/steekproef")} class="mw-form">
        <FormKey page={page} />
        <TextField
          {...field("seed")}
          kind="words"
          label="Startgetal"
          hint="Vrij te kiezen tekst van 2 tot 64 tekens. Noteer het in uw verslag."
          value={filled.seed}
        />
        <TextField {...field("size")} kind="share" label="Aantal betalingen" hint="Van 1 tot 500" value={filled.size} />
        <TextField
          {...field("fromQuarter")}
          kind="share"
          label="Van kwartaal"
          hint="Bijvoorbeeld 2026-K1"
          value={filled.fromQuarter}
        />
        <TextField {...field("untilQuarter")} kind="share" label="Tot en met kwartaal" value={filled.untilQuarter} />
        <SelectField
          {...field("component")}
          label="Premie"
          options={[{ value: "", label: "Alle" }, ...COMPONENTS.map((one) => ({ value: one, label: componentName(one) }))]}
          value={filled.component}
        />
        <p class="mw-actions">
          <SubmitButton>Steekproef trekken</SubmitButton>
        </p>
      </form>
      {samples.length === 0 ? null : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Eerdere steekproeven</h2>
          <Table
            caption="Steekproeven, nieuwste eerst"
            captionHidden
            columns={[
              { key: "seed", title: "Startgetal" },
              { key: "quarters", title: "Kwartalen" },
              { key: "size", title: "Aantal", number: true },
              { key: "at", title: "Getrokken op" },
            ]}
            rows={samples.map((one) => ({
              cells: {
                seed: <a href={at(`/steekproef/${one.sampleRef}`)}>{one.seed}</a>,
                quarters: `${quarterCode(one.fromQuarter)} tot ${quarterCode(one.untilQuarter)}`,
                size: one.lines.length,
                at: momentText(one.drawnAt),
              },
            }))}
          />
        </section>
      )}
    </Frame>
  );
}

function SamplePage({
  page,
  sample,
  numbers,
}: {
  readonly page: Page;
  readonly sample: Sample;
  readonly numbers: ReadonlyMap<string, string>;
}) {
  return (
    <Frame page={page} title={`Steekproef ${sample.seed}`} crumbs={[BACK]}>
      <SummaryList
        rows={[
          { name: "Startgetal", value: sample.seed },
          { name: "Kwartalen", value: `${quarterText(sample.fromQuarter)} tot en met ${quarterText(sample.untilQuarter)}` },
          { name: "Premie", value: sample.component === null ? "Alle" : componentName(sample.component) },
          { name: "Geboekt tot", value: `${momentText(sample.knownAt)} (${sample.knownAt})` },
          { name: "Getrokken uit", value: `${sample.frameLines} regels, samen ${euros(sample.frameCents)}` },
          { name: "Getrokken op", value: momentText(sample.drawnAt) },
        ]}
      />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Betalingen</h2>
        <Table
          caption={`${sample.lines.length} getrokken betalingen, in volgorde van trekking`}
          captionHidden
          columns={[
            { key: "nr", title: "Nr." },
            { key: "file", title: "Dossier" },
            { key: "quarter", title: "Kwartaal" },
            { key: "component", title: "Premie" },
            { key: "seq", title: "Regel", number: true },
          ]}
          rows={sample.lines.map((one, i) => ({
            cells: {
              nr: <a href={at(`/steekproef/${sample.sampleRef}/${i + 1}`)}>Bundel {i + 1}</a>,
              file: <span class="mw-id">{numbers.get(one.grantRef) ?? one.grantRef.slice(0, 8)}</span>,
              quarter: quarterText(one.quarter),
              component: componentName(one.component),
              seq: one.seq + 1,
            },
          }))}
        />
      </section>
    </Frame>
  );
}
