// What an employer sees of the own workers under older measures: until when each right runs and what must be done in time.
import { type CounterPorts, type OlderRights, openFirm, type RightLine } from "../../../counter/index.ts";
import { formatDate, isKbo } from "../../../kernel/index.ts";
import { type Door, visitorIn } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { MEASURE_NAMES, olderRightsText } from "../../text/older-rights.ts";
import { actingOf } from "../../visitor.ts";
import { crumbsOf } from "../applicant/crumbs.ts";
import { byOf, notFoundPage } from "./door-parts.tsx";

/** Most rights on the page; an organisation with more finds the rest when these have run out. */
const MOST = 500;

export function employerRoutes(door: Door, rights: OlderRights, counter: CounterPorts): void {
  door.page("/loket/:kbo/oude-maatregelen", "application.follow", async (page, c) => {
    const kbo = c.req.param("kbo") ?? "";
    const firm = isKbo(kbo) ? await openFirm(counter, actingOf(visitorIn(c)), kbo) : null;
    if (firm === null || !firm.ok) return notFoundPage(page);
    const { employerRef, name } = firm.value;
    const lines = employerRef === null ? [] : await rights.list({ employerRef, endsFrom: rights.today(), limit: MOST });
    const names = await rights.namesOf(
      lines.map((one) => one.personRef),
      byOf(c),
      "Eigen werknemers in oude maatregelen tonen",
    );
    return <EmployerPage page={page} kbo={kbo} firmName={name} lines={lines} names={names} />;
  });
}

interface EmployerProps {
  readonly page: Page;
  readonly kbo: string;
  readonly firmName: string;
  readonly lines: readonly RightLine[];
  readonly names: ReadonlyMap<string, string>;
}

function EmployerPage({ page, kbo, firmName, lines, names }: EmployerProps) {
  const { language } = page;
  const text = olderRightsText(language);
  const toDo = (one: RightLine): string => {
    if (one.grantFrom !== null) return text.crossed;
    if (one.pendingFile !== null) return text.filed;
    return one.measure === "LDE_INDIVIDUAL" || one.measure === "MWA" ? text.askInTime : text.nothing;
  };
  return (
    <Layout page={page} title={text.title} crumbs={crumbsOf(page, pathIn(language, `/loket/${kbo}`))}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <p class="mw-quiet">{firmName}</p>
      <p class="mw-lead">{text.lead}</p>
      {lines.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneBody}</p>
        </Empty>
      ) : (
        <Table
          caption={text.title}
          captionHidden
          columns={[
            { key: "worker", title: text.worker },
            { key: "measure", title: text.measure },
            { key: "since", title: text.since },
            { key: "until", title: text.until },
            { key: "toDo", title: text.toDo },
          ]}
          rows={lines.map((one) => ({
            cells: {
              worker: (one.personRef === null ? "" : names.get(one.personRef)) || "-",
              measure: MEASURE_NAMES[one.measure][language],
              since: formatDate(one.startedOn, language),
              until: one.lastDay === null ? text.without : formatDate(one.lastDay, language),
              toDo: toDo(one),
            },
          }))}
        />
      )}
    </Layout>
  );
}
