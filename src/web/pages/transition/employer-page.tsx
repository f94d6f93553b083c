// What an employer sees of older measures: until when each right runs, what must be done in time, and the letters about them.
import {
  type CounterPorts,
  type LetterLine,
  lettersOnRights,
  type OlderRights,
  openFirm,
  type RightLine,
} from "../../../counter/index.ts";
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
import { DocumentList } from "../letters/document-list.tsx";
import { byOf, notFoundPage } from "./door-parts.tsx";

/** Most rights on the page; an organisation with more finds the rest when these have run out. */
const MOST = 500;

export function employerRoutes(door: Door, rights: OlderRights, counter: CounterPorts): void {
  door.page("/loket/:kbo/oude-maatregelen", "application.follow", async (page, c) => {
    const kbo = c.req.param("kbo") ?? "";
    const acting = actingOf(visitorIn(c));
    const firm = isKbo(kbo) ? await openFirm(counter, acting, kbo) : null;
    if (firm === null || !firm.ok) return notFoundPage(page);
    const { employerRef, name } = firm.value;
    const lines = employerRef === null ? [] : await rights.list({ employerRef, endsFrom: rights.today(), limit: MOST });
    const letters = await lettersOnRights(counter, acting, firm.value);
    const names = await rights.namesOf(
      [...lines, ...letters].map((one) => one.personRef),
      byOf(c),
      "Eigen werknemers in oude maatregelen tonen",
    );
    return <EmployerPage page={page} kbo={kbo} firmName={name} lines={lines} letters={letters} names={names} />;
  });
}

interface EmployerProps {
  readonly page: Page;
  readonly kbo: string;
  readonly firmName: string;
  readonly lines: readonly RightLine[];
  readonly letters: readonly LetterLine[];
  readonly names: ReadonlyMap<string, string>;
}

function EmployerPage({ page, kbo, firmName, lines, letters, names }: EmployerProps) {
  const { language } = page;
  const text = olderRightsText(language);
  const nameOf = ({ personRef }: Pick<RightLine, "personRef">) => (personRef === null ? "" : names.get(personRef)) || "-";
  const toDo = (one: RightLine): string => {
    if (one.grantFrom !== null) return text.crossed;
    if (one.pendingFile !== null) return text.filed;
    return one.measure === "LDE_INDIVIDUAL" || one.measure === "MWA" ? text.askInTime : text.nothing;
  };
  return (
    <Layout page={page} title={text.title} crumbs={crumbsOf(page, pathIn(language, `/loket/${kbo}`))}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-full">
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
                worker: nameOf(one),
                measure: MEASURE_NAMES[one.measure][language],
                since: formatDate(one.startedOn, language),
                until: one.lastDay === null ? text.without : formatDate(one.lastDay, language),
                toDo: toDo(one),
              },
            }))}
          />
        )}
      </div>
      <DocumentList language={language} documents={letters} workerOf={nameOf} />
    </Layout>
  );
}
