// Routes of the work list, taking work up, searching, and the question why a file is opened.

import { reachOf } from "../../../access/index.ts";
import {
  type FoundPerson,
  findByName,
  findByNumber,
  VDAB_WORK_KINDS,
  type VdabWorkCursor,
  vdabWorkPage,
  workCounts,
} from "../../../counter/index.ts";
import { addDays, isPlainDate, isRef, type PlainDate, parseInsz, pick } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { fieldNames, purposeChoices } from "../../text/vdab.ts";
import { actingOf } from "../../visitor.ts";
import { fullName, notFound, personPath, VDAB_PATH, type VdabTools, vdabCrumbs } from "./tools.tsx";
import { SearchForm, TERMS, WHO, type WorkFilter, WorkListPage } from "./work-page.tsx";

const PER_PAGE = 25;
const MOST_FOUND = 20;

export function workRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  door.page(VDAB_PATH, "finding.see", (page, c) => listPage(tools, page, c, { given: "", mistakes: [] }), IN_DUTCH);

  door.form(
    `${VDAB_PATH}/opnemen`,
    "finding.see",
    async (page, c, form) => {
      const work = form.text("werk");
      if (!isRef(work)) return notFound(page);
      if (form.text("doe") === "lossen") await vdab.assignments.release(work);
      else await vdab.assignments.assign(work, actingOf(visitorIn(c)).actorRef);
      const back = form.text("terug");
      return seeOther(/^\?[\w=&.%-]*$/.test(back) ? `${VDAB_PATH}${back}#werk` : `${VDAB_PATH}#werk`);
    },
    IN_DUTCH,
  );

  // Sent and not in the address: a number or name does not belong there.
  door.form(
    `${VDAB_PATH}/zoeken`,
    "finding.see",
    async (page, c, form) => {
      const given = form.text("naam").trim();
      const refuse = (message: string) => listPage(tools, page, c, { given, mistakes: [{ field: "naam", message }] }, 400);
      if (/^[\d.\s-]+$/.test(given) && given !== "") {
        const insz = parseInsz(given, "naam");
        if (!insz.ok) return refuse(pick(insz.error.message, "nl"));
        const found = await findByNumber(vdab, insz.value);
        return found === null ? <FoundPage page={page} given={given} found={[]} /> : seeOther(personPath(found, "/openen"));
      }
      if (given.split(/\s+/).every((word) => word.length < 3))
        return refuse("Typ een rijksregisternummer, of minstens drie letters van een naam");
      const found = await findByName(vdab, actingOf(visitorIn(c)), given, MOST_FOUND);
      return <FoundPage page={page} given={given} found={found} />;
    },
    IN_DUTCH,
  );

  door.page(
    `${VDAB_PATH}/personen/:persoon/openen`,
    "finding.see",
    (page, c) => {
      const ref = c.req.param("persoon") ?? "";
      return isRef(ref) ? <WhyPage page={page} personRef={ref} /> : notFound(page);
    },
    IN_DUTCH,
  );
}

function filterOf(c: WebContext): WorkFilter {
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | "" =>
    allowed.find((one) => one === c.req.query(name)) ?? "";
  return { kind: oneOf("soort", VDAB_WORK_KINDS), term: oneOf("termijn", TERMS), who: oneOf("wie", WHO) };
}

function cursorOf(text: string | undefined): VdabWorkCursor | null {
  const [deadline = "", since = "", workRef = ""] = (text ?? "").split("_");
  if (!isPlainDate(since) || !isRef(workRef)) return null;
  return { deadline: isPlainDate(deadline) ? deadline : null, since, workRef };
}

function untilOf(term: WorkFilter["term"], today: PlainDate): PlainDate | null {
  if (term === "") return null;
  return term === "late" ? addDays(today, -1) : addDays(today, Number(term));
}

async function listPage(
  { vdab }: VdabTools,
  page: Page,
  c: WebContext,
  search: Parameters<typeof WorkListPage>[0]["search"],
  status: 200 | 400 = 200,
): Promise<Shown> {
  const acting = actingOf(visitorIn(c));
  const today = vdab.clock.today();
  const filter = filterOf(c);
  const assignee = filter.who === "" ? null : filter.who === "ik" ? { ref: acting.actorRef } : ("NOBODY" as const);
  const [counts, found] = await Promise.all([
    workCounts(vdab),
    vdabWorkPage(vdab, acting, {
      kind: filter.kind === "" ? null : filter.kind,
      until: untilOf(filter.term, today),
      assignee,
      after: cursorOf(c.req.query("na")),
      limit: PER_PAGE,
    }),
  ]);
  const last = found.lines.at(-1);
  const query = new URLSearchParams({ soort: filter.kind, termijn: filter.term, wie: filter.who });
  if (last !== undefined) query.set("na", `${last.deadline ?? ""}_${last.since}_${last.workRef}`);
  const body = (
    <WorkListPage
      page={page}
      today={today}
      filter={filter}
      lines={found.lines}
      next={found.more ? `${VDAB_PATH}?${query}#werk` : null}
      counts={counts}
      mayRun={reachOf(acting.role, "catchUp.run") !== null}
      search={search}
    />
  );
  return { status, body };
}

function FoundPage({ page, given, found }: { page: Page; given: string; found: readonly FoundPerson[] }) {
  return (
    <Layout page={page} title="Personen zoeken" crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">Personen zoeken</h1>
      <SearchForm page={page} given={given} mistakes={[]} />
      {found.length === 0 ? (
        <Empty title="Niemand gevonden">
          <p>
            Kijk het nummer of de naam na. Belt of schrijft iemand die nog niet gekend is, voer dan een{" "}
            <a href={`${VDAB_PATH}/aanvraag`}>aanvraag</a> in.
          </p>
        </Empty>
      ) : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Gevonden</h2>
          {found.length < MOST_FOUND ? null : <p>Er zijn meer personen: typ meer letters.</p>}
          <ul>
            {found.map(({ personRef, name }) => (
              <li>
                <a href={personPath(personRef, "/openen")}>{fullName(name)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function WhyPage({ page, personRef }: { readonly page: Page; readonly personRef: string }) {
  return (
    <Layout page={page} title="Dossier openen" crumbs={vdabCrumbs()} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">Dossier openen</h1>
      <form class="mw-form" method="get" action={personPath(personRef)}>
        <ChoiceField
          language="nl"
          name="doel"
          label={fieldNames.doel ?? ""}
          hint="De persoon ziet dat VDAB het dossier opende, wanneer en waarom."
          value="QUESTION"
          choices={purposeChoices}
        />
        <p class="mw-actions">
          <SubmitButton>Dossier openen</SubmitButton>
        </p>
      </form>
    </Layout>
  );
}
