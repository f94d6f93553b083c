// Persons with an earlier right to VOP that VDAB still has to convert (IND-17), to open one by one.
import { namesOf } from "../../../counter/index.ts";
import { addDays, formatDate, isRef, type PersonRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, visitorIn } from "../../door.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { actingOf } from "../../visitor.ts";
import { fullName, personPath, VDAB_PATH, type VdabTools, vdabCrumbs } from "./tools.tsx";

const PER_PAGE = 25;

export function vopRoutes(door: Door, { vdab }: VdabTools): void {
  door.page(
    `${VDAB_PATH}/vop`,
    "finding.record",
    async (page, c) => {
      const today = vdab.clock.today();
      const after = c.req.query("na");
      const [count, found] = await Promise.all([
        vdab.work.countVopCandidates(today),
        vdab.work.vopCandidates(today, isRef(after) ? (after as string as PersonRef) : null, PER_PAGE + 1),
      ]);
      const shown = found.slice(0, PER_PAGE);
      const names = await namesOf(
        vdab,
        actingOf(visitorIn(c)),
        shown.map((one) => one.personRef),
        "WORK_LIST",
      );
      const title = "Rechten op VOP omzetten";
      return (
        <Layout page={page} title={title} crumbs={vdabCrumbs()} translated={false}>
          <h1 class="au-c-heading au-c-heading--1">{title}</h1>
          <div class="mw-flow">
            <p>VDAB zet een erkend recht op VOP zelf om en verwittigt de persoon (IND-17).</p>
            <p>
              In groep kan het ook: <a href={`${VDAB_PATH}/vop/groepen`}>omzetten in groep, met een proef vooraf</a>. Hieronder
              zet u iemand apart om.
            </p>
            <p class="mw-lead">
              {count === 1 ? "1 persoon heeft" : `${count} personen hebben`} een lopend recht op VOP en geen individueel ticket.
            </p>
          </div>
          {shown.length === 0 ? (
            <Empty title="Er is niets om te zetten">
              <p>Zodra iemand een recht op VOP heeft zonder individueel ticket, staat die persoon hier.</p>
            </Empty>
          ) : (
            <Table
              caption="Personen"
              captionHidden
              columns={[
                { key: "who", title: "Persoon" },
                { key: "until", title: "Recht loopt tot en met" },
              ]}
              rows={shown.map((one) => ({
                cells: {
                  who: (
                    <a href={`${personPath(one.personRef, "/vop")}?doel=CONVERSION`}>
                      {fullName(names.get(one.personRef) ?? null)}
                    </a>
                  ),
                  until: one.validTo === null ? "onbepaald" : formatDate(addDays(one.validTo, -1), "nl"),
                },
              }))}
            />
          )}
          {found.length > PER_PAGE ? (
            <p class="mw-section">
              <a rel="next" href={`${VDAB_PATH}/vop?na=${shown.at(-1)?.personRef}`}>
                Volgende
              </a>
            </p>
          ) : null}
        </Layout>
      );
    },
    IN_DUTCH,
  );
}
