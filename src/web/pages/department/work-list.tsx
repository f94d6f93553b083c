// The work list: what asks something of the department, by day; filters stand in the address.
import {
  type Colleague,
  colleagues,
  type DepartmentPorts,
  WORK_KINDS,
  type WorkCursor,
  type WorkFilter,
  type WorkLine,
  type WorkPage,
  workPage,
} from "../../../counter/index.ts";
import { PREMIUMS } from "../../../dossier/index.ts";
import { daysBetween, formatDateShort, formatEuro, isPlainDate, isRef, type PlainDate } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { ListKeys } from "../../look/list-keys.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import { deadlineWords, departmentWords, kindWords, premiumWords } from "../../text/department.ts";
import { PROGRAM_KEYS_PATH } from "../keys/paths.ts";
import { type AtDesk, atDesk, DEPARTMENT_PATH, filePath, SEARCH_PATH } from "./within.tsx";

const PER_PAGE = 50;

export function workListRoutes(door: Door, ports: DepartmentPorts): void {
  door.page(
    DEPARTMENT_PATH,
    "application.decide",
    async (page, c) => {
      const desk = await atDesk(ports, page, c);
      const asked = askedIn(new URL(c.req.url).searchParams, desk.acting.actorRef);
      const [list, staff] = await Promise.all([
        workPage(ports, desk.acting, asked.filter, PER_PAGE, asked.after),
        colleagues(ports, desk.acting),
      ]);
      return <WorkListPage {...desk} asked={asked} list={list} staff={staff} today={ports.clock.today()} />;
    },
    IN_DUTCH,
  );
}

interface Asked {
  readonly kind: string;
  readonly who: string;
  readonly premiums: string;
  readonly filter: WorkFilter;
  readonly after?: WorkCursor;
}

/** What the address asks; a word that is none of ours asks nothing. */
export function askedIn(query: URLSearchParams, self: string): Asked {
  const kind = WORK_KINDS.find((one) => one === query.get("soort"));
  const premiums = PREMIUMS.find((one) => one === query.get("premie"));
  const who = query.get("wie") ?? "";
  const handler = who === "niemand" ? null : who === "ik" ? self : /^[\w-]{1,64}$/.test(who) ? who : undefined;
  const after = cursorIn(query.get("na"));
  return {
    kind: kind ?? "",
    who: handler === undefined ? "" : who,
    premiums: premiums ?? "",
    filter: {
      ...(kind === undefined ? {} : { kind }),
      ...(handler === undefined ? {} : { handler }),
      ...(premiums === undefined ? {} : { premiums }),
    },
    ...(after === null ? {} : { after }),
  };
}

export function cursorIn(text: string | null | undefined): WorkCursor | null {
  const [deadline = "", filedOn = "", fileRef = ""] = (text ?? "").split("_");
  if (!isPlainDate(filedOn) || !isRef(fileRef)) return null;
  return { deadline: isPlainDate(deadline) ? deadline : null, filedOn, fileRef: fileRef as string as WorkCursor["fileRef"] };
}

export const cursorText = ({ deadline, filedOn, fileRef }: WorkCursor): string => `${deadline ?? ""}_${filedOn}_${fileRef}`;

interface Props extends AtDesk {
  readonly asked: Asked;
  readonly list: WorkPage;
  readonly staff: readonly Colleague[];
  readonly today: PlainDate;
}

function WorkListPage({ page, asked, list, staff, acting, today }: Props) {
  const at = (changes: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(
      Object.entries({ soort: asked.kind, wie: asked.who, premie: asked.premiums, ...changes }).filter(
        ([, value]) => value !== "",
      ),
    );
    const text = query.toString();
    return text === "" ? DEPARTMENT_PATH : `${DEPARTMENT_PATH}?${text}`;
  };
  const kinds = WORK_KINDS.filter((kind) => (list.kinds[kind] ?? 0) > 0 || kind === asked.kind);
  return (
    <Layout page={page} title={departmentWords.workList} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{departmentWords.workList}</h1>
      <p class="mw-actions">
        <a href={SEARCH_PATH} data-search>
          Een dossier zoeken
        </a>
        <a href="/overgang">Oude maatregelen</a>
        <a href="/documenten/post">Brieven voor de post</a>
        <a href={PROGRAM_KEYS_PATH}>Met een programma werken</a>
      </p>
      <nav class="mw-kinds mw-section" aria-label="Wat een dossier vraagt">
        <ul>
          <li>
            <a href={at({ soort: "" })} aria-current={asked.kind === "" ? "true" : undefined}>
              Alles
            </a>
          </li>
          {kinds.map((kind) => (
            <li>
              <a href={at({ soort: kind })} aria-current={asked.kind === kind ? "true" : undefined}>
                {kindWords[kind]} <span class="mw-count">{list.kinds[kind] ?? 0}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="mw-filters" method="get" action={DEPARTMENT_PATH}>
        {asked.kind === "" ? null : <input type="hidden" name="soort" value={asked.kind} />}
        <SelectField
          language="nl"
          name="wie"
          label="Behandelaar"
          value={asked.who}
          options={[
            { value: "", label: "Iedereen" },
            { value: "ik", label: "Ikzelf" },
            { value: "niemand", label: "Nog niemand" },
            ...staff.filter((one) => one.actorRef !== acting.actorRef).map((one) => ({ value: one.actorRef, label: one.name })),
          ]}
        />
        <SelectField
          language="nl"
          name="premie"
          label="Premie"
          value={asked.premiums}
          options={[
            { value: "", label: "Elke premie" },
            ...(["WAGE", "WAGE_AND_GUIDANCE", "SUPPORT"] as const).map((value) => ({ value, label: premiumWords[value] })),
          ]}
        />
        <SubmitButton secondary>Tonen</SubmitButton>
      </form>
      {list.lines.length === 0 ? (
        <Empty title="Hier wacht niets op u">
          <p>
            {asked.kind === "" && asked.who === "" && asked.premiums === "" ? (
              "Er is geen enkel dossier dat nu iets van het departement vraagt."
            ) : (
              <a href={DEPARTMENT_PATH}>Toon alles</a>
            )}
          </p>
        </Empty>
      ) : (
        <Table
          caption={`${list.total} ${list.total === 1 ? "dossier" : "dossiers"}, wat eerst moet bovenaan`}
          columns={[
            { key: "file", title: "Dossier" },
            { key: "asks", title: "Vraagt" },
            { key: "day", title: "Tegen" },
            { key: "stake", title: "Kost van uitstel", number: true },
            { key: "filed", title: "Ingediend" },
            { key: "who", title: "Behandelaar" },
          ]}
          rows={list.lines.map((line) => ({ cells: cellsOf(line, staff, today) }))}
        />
      )}
      {list.next === null && asked.after === undefined ? null : (
        <p class="mw-actions">
          {asked.after === undefined ? null : <a href={at({})}>Naar het begin</a>}
          {list.next === null ? null : (
            <a rel="next" href={at({ na: cursorText(list.next) })}>
              Volgende {PER_PAGE}
            </a>
          )}
        </p>
      )}
      <ListKeys what="dossier" />
      <p class="mw-quiet">
        “Kost van uitstel” is wat de werkgever verliest als de beslissing een kwartaal later komt: de termijn begint in het
        kwartaal van de beslissing (OPEN-03). “Hoogstens” staat erbij zolang er geen loonaangifte is.
      </p>
    </Layout>
  );
}

function cellsOf(line: WorkLine, staff: readonly Colleague[], today: PlainDate) {
  const { deadline, atStake } = line;
  const left = deadline === null ? 0 : daysBetween(today, deadline.on);
  const passed = daysBetween(line.filedOn, today);
  return {
    file: (
      <>
        <a href={filePath(line.fileRef)}>{line.number}</a>
        <br />
        <span class="mw-quiet">{line.firmName === null ? "Zelfstandige" : line.firmName}</span>
      </>
    ),
    asks: (
      <ul class="mw-pills">
        {line.kinds.map((kind) => (
          <li class={kind === "QUARTER_END" ? "au-c-pill au-c-pill--warning" : "au-c-pill au-c-pill--border"}>
            {kindWords[kind]}
          </li>
        ))}
      </ul>
    ),
    day:
      deadline === null ? (
        <span class="mw-quiet">geen dag bekend</span>
      ) : (
        <>
          {formatDateShort(deadline.on)}
          <br />
          <span class="mw-quiet">
            {deadlineWords[deadline.why]}, {daysText(left)}
          </span>
        </>
      ),
    stake:
      atStake === null ? (
        <span class="mw-quiet">niet bekend</span>
      ) : (
        <>
          {atStake.atMost ? "hoogstens " : ""}
          {formatEuro(atStake.cents, "nl")}
        </>
      ),
    filed: (
      <>
        {formatDateShort(line.filedOn)}
        <br />
        <span class="mw-quiet">{passed === 1 ? "1 dag geleden" : `${passed} dagen geleden`}</span>
      </>
    ),
    who:
      line.handler === null ? (
        <span class="mw-quiet">nog niemand</span>
      ) : (
        (staff.find((one) => one.actorRef === line.handler)?.name ?? "een collega")
      ),
  };
}

const daysText = (left: number): string =>
  left < 0
    ? `${-left} ${left === -1 ? "dag" : "dagen"} te laat`
    : left === 0
      ? "vandaag"
      : `nog ${left} ${left === 1 ? "dag" : "dagen"}`;
