// What published margins leave open: the ranges of every combination when only some totals are known, or which totals contradict.
import { type Bounds, bounds, parseBoundsFile, type Range } from "../../../statistics/index.ts";
import type { Door } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { queryIn } from "./desk.ts";
import { BOUNDS_PATH } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

const MARGINS = "marges";
/** More does not fit in an address; the API takes more. */
const LONGEST = 8_000;

/** How margins are written; the numbers are made up. */
const EXAMPLE = `# has: heeft deze tickets; hasNot: heeft ze niet; only: heeft deze en geen andere.
# equals, atLeast of atMost: het gepubliceerde aantal personen.
tickets: [CMW, IMW]
margins:
  - { id: collectief, has: [CMW], equals: 100 }
  - { id: individueel, has: [IMW], equals: 150 }
derived:
  - { id: unieke-personen }
`;

export interface SolvedMargins {
  readonly solved: Bounds | null;
  readonly mistakes: readonly string[];
}

/** The ranges, each mistake at its line, or the margins that cannot hold together. */
export function solveMargins(text: string): SolvedMargins {
  const read = parseBoundsFile(text, "marges.yaml");
  if (!read.ok)
    return {
      solved: null,
      mistakes: read.error.map(({ line, problem }) => `Regel ${line}: ${problem.field} ${problem.message.nl}`),
    };
  const found = bounds(read.value);
  return found.ok
    ? { solved: found.value, mistakes: [] }
    : { solved: null, mistakes: found.error.map(({ message }) => message.nl) };
}

export function boundsRoutes(door: Door): void {
  door.page(BOUNDS_PATH, "figure.ask", (page, c) => {
    const asked = queryIn(c).get(MARGINS)?.replaceAll("\r\n", "\n").slice(0, LONGEST) ?? null;
    const { solved, mistakes } = asked === null ? { solved: null, mistakes: [] } : solveMargins(asked);
    const body = <BoundsPage page={page} text={asked ?? EXAMPLE} solved={solved} mistakes={mistakes} />;
    return { status: mistakes.length > 0 ? 422 : 200, body };
  });
}

function BoundsPage({ page, text, solved, mistakes }: SolvedMargins & { readonly page: Page; readonly text: string }) {
  return (
    <StaffPage page={page} title="Wat gepubliceerde aantallen openlaten" refused={mistakes.length > 0}>
      <p class="mw-lead">
        Schrijf de aantallen op die bekend zijn. Van elke combinatie van tickets volgt het kleinste en het grootste aantal
        personen dat daarbij past; spreken aantallen elkaar tegen, dan staat er welke.
      </p>
      <ErrorSummary language="nl" mistakes={mistakes.map((message) => ({ field: MARGINS, message }))} />
      <form class="mw-form" method="get" action={BOUNDS_PATH}>
        <AreaField language="nl" name={MARGINS} label="Gepubliceerde aantallen (YAML)" rows={12} value={text} />
        <p class="mw-actions">
          <SubmitButton>Toon de grenzen</SubmitButton>
        </p>
      </form>
      {solved === null ? null : (
        <section class="mw-section" aria-labelledby="uitkomst">
          <h2 class="au-c-heading au-c-heading--2" id="uitkomst">
            Grenzen
          </h2>
          <p>Iedereen heeft hoogstens één ticket per soort; alle aantallen gaan over één moment en één populatie.</p>
          <Ranges
            caption="Per combinatie"
            rows={solved.cells.map(({ tickets, ...range }) => ({ name: tickets.join(" + "), range }))}
          />
          {solved.derived.length === 0 ? null : (
            <Ranges caption="Afgeleid" rows={solved.derived.map(({ id, ...range }) => ({ name: id, range }))} />
          )}
          {solved.solutions === null ? null : <p>Aantal verdelingen die passen: {solved.solutions}</p>}
        </section>
      )}
    </StaffPage>
  );
}

const number = new Intl.NumberFormat("nl-BE");

function Ranges(props: { readonly caption: string; readonly rows: readonly { readonly name: string; readonly range: Range }[] }) {
  return (
    <Table
      caption={props.caption}
      columns={[
        { key: "what", title: "Personen" },
        { key: "min", title: "Minstens" },
        { key: "max", title: "Hoogstens" },
      ]}
      rows={props.rows.map(({ name, range }) => ({
        cells: { what: name, min: number.format(range.min), max: range.max === null ? "onbegrensd" : number.format(range.max) },
      }))}
    />
  );
}
