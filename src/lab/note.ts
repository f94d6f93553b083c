// The note of one page: what a reform changes, what it costs, and who notices. Plain data that a letter, a page or a terminal can show.
import { cents, formatEuro, formatQuarter, type Language, localized, pick } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import type { Trait } from "./population/population.ts";
import { diffOf } from "./reform/diff.ts";
import type { Reform } from "./reform/reform.ts";
import type { BreakEven } from "./run/break-even.ts";
import type { LabResult } from "./run/result.ts";

export type NoteBlock =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly columns: readonly { readonly title: string; readonly align: "start" | "end" }[];
      readonly rows: readonly (readonly string[])[];
      readonly total: readonly string[] | null;
    };

export interface Note {
  readonly title: string;
  readonly summary: readonly string[];
  readonly blocks: readonly NoteBlock[];
}

const words = {
  what: localized("Wat verandert er", "What changes", "Ce qui change"),
  cost: localized("Kosten per jaar", "Cost per year", "Coût par an"),
  who: localized("Wie merkt het", "Who notices", "Qui le remarque"),
  year: localized("Jaar", "Year", "Année"),
  quarter: localized("Kwartaal", "Quarter", "Trimestre"),
  before: localized("Nu", "Now", "Actuellement"),
  after: localized("Na hervorming", "After reform", "Après réforme"),
  change: localized("Verschil", "Difference", "Différence"),
  group: localized("Groep", "Group", "Groupe"),
  people: localized("Toekenningen", "Grants", "Octrois"),
  up: localized("Meer", "More", "Plus"),
  down: localized("Minder", "Less", "Moins"),
  total: localized("Totaal", "Total", "Total"),
  withheld: localized("te klein", "too small", "trop petit"),
  from: localized("vanaf", "from", "à partir du"),
  never: localized("nooit", "never", "jamais"),
  always: localized("altijd", "always", "toujours"),
  assumptions: localized("Aannames", "Assumptions", "Hypothèses"),
};

export function noteOf(law: Law, reform: Reform, result: LabResult, traits: readonly Trait[], language: Language): Note {
  const say = (name: keyof typeof words) => pick(words[name], language);
  const euro = (amount: number) => wholeEuro(amount, language);
  const years = [...new Set(result.quarters.map(({ quarter }) => quarter.slice(0, 4)))];
  const inYear = (year: string) => result.quarters.filter(({ quarter }) => quarter.startsWith(year));
  const sum = (list: typeof result.quarters, of: (one: (typeof list)[number]) => number) =>
    list.reduce((total, one) => total + of(one), 0);
  const [first, last] = [result.quarters[0], result.quarters.at(-1)];
  const people = result.winners + result.losers + result.same;
  const { uncertainty, assumptions } = result;
  const percent = (value: number) => `${new Intl.NumberFormat(language).format(value / 100)} %`;
  const period =
    first === undefined || last === undefined
      ? ""
      : `${formatQuarter(first.quarter, language)} – ${formatQuarter(last.quarter, language)}`;
  const noticing = result.breakdowns.find(({ trait }) => trait === "wageLevel") ?? result.breakdowns[0];
  const trait = traits.find(({ id }) => id === noticing?.trait);
  return {
    title: pick(reform.title, language),
    summary: [
      pick(
        localized(
          `Over ${period} verandert de uitgave met ${euro(result.change)}: van ${euro(result.before)} naar ${euro(result.after)}.`,
          `Over ${period} spending changes by ${euro(result.change)}: from ${euro(result.before)} to ${euro(result.after)}.`,
          `Sur ${period}, la dépense change de ${euro(result.change)} : de ${euro(result.before)} à ${euro(result.after)}.`,
        ),
        language,
      ),
      pick(
        localized(
          `Van ${people} toekenningen gaan er ${result.winners} op vooruit en ${result.losers} op achteruit; voor ${result.same} verandert niets.`,
          `Of ${people} grants ${result.winners} gain and ${result.losers} lose; for ${result.same} nothing changes.`,
          `Sur ${people} octrois, ${result.winners} y gagnent et ${result.losers} y perdent ; pour ${result.same}, rien ne change.`,
        ),
        language,
      ),
      ...(uncertainty === null
        ? []
        : [
            pick(
              localized(
                `Over ${uncertainty.draws} trekkingen ligt het verschil tussen ${euro(uncertainty.change.low)} en ${euro(uncertainty.change.high)}.`,
                `Over ${uncertainty.draws} draws the difference lies between ${euro(uncertainty.change.low)} and ${euro(uncertainty.change.high)}.`,
                `Sur ${uncertainty.draws} tirages, la différence se situe entre ${euro(uncertainty.change.low)} et ${euro(uncertainty.change.high)}.`,
              ),
              language,
            ),
          ]),
    ],
    blocks: [
      { type: "heading", text: say("what") },
      {
        type: "list",
        items: diffOf(law, reform).map(
          ({ title, ids, from, before, after }) =>
            `${pick(title, language)}${ids.length === 0 ? "" : ` (${ids[0]})`}, ${say("from")} ${pick(from, language)}: ${before ?? "–"} → ${after}`,
        ),
      },
      {
        type: "table",
        caption: say("cost"),
        columns: [
          { title: say("year"), align: "start" },
          { title: say("before"), align: "end" },
          { title: say("after"), align: "end" },
          { title: say("change"), align: "end" },
        ],
        rows: years.map((year) => {
          const list = inYear(year);
          return [
            year,
            euro(sum(list, (one) => one.before)),
            euro(sum(list, (one) => one.after)),
            euro(sum(list, (one) => one.change)),
          ];
        }),
        total: [say("total"), euro(result.before), euro(result.after), euro(result.change)],
      },
      ...(noticing === undefined || trait === undefined
        ? []
        : [
            {
              type: "table" as const,
              caption: `${say("who")}: ${pick(trait.title, language).toLowerCase()}`,
              columns: [
                { title: say("group"), align: "start" as const },
                { title: say("people"), align: "end" as const },
                { title: say("up"), align: "end" as const },
                { title: say("down"), align: "end" as const },
                { title: say("change"), align: "end" as const },
              ],
              rows: noticing.groups.map((group, index) => [
                pick(trait.values[index]!.title, language),
                ...[group.people, group.winners, group.losers].map((count) => (count === null ? say("withheld") : String(count))),
                group.change === null ? say("withheld") : euro(group.change),
              ]),
              total: null,
            },
          ]),
      ...bearing(result, language),
      ...breakEven(result, traits, language),
      {
        type: "paragraph",
        text: pick(
          localized(
            `${say("assumptions")}: lonen stijgen ${percent(assumptions.wageGrowth)} per jaar, het minimuminkomen na de laatste bekende waarde ${percent(assumptions.minimumIncomeGrowth)}; per kwartaal stopt ${percent(assumptions.leaving)} vroeger en komt er ${percent(assumptions.entering)} bij. Niemand past zijn gedrag aan.`,
            `${say("assumptions")}: wages rise ${percent(assumptions.wageGrowth)} a year, the minimum income after its last known value ${percent(assumptions.minimumIncomeGrowth)}; each quarter ${percent(assumptions.leaving)} stop early and ${percent(assumptions.entering)} are added. Nobody changes what they do.`,
            `${say("assumptions")} : les salaires augmentent de ${percent(assumptions.wageGrowth)} par an, le revenu minimum après sa dernière valeur connue de ${percent(assumptions.minimumIncomeGrowth)} ; chaque trimestre, ${percent(assumptions.leaving)} s’arrêtent plus tôt et ${percent(assumptions.entering)} s’ajoutent. Personne ne change son comportement.`,
          ),
          language,
        ),
      },
    ],
  };
}

/** What employers bear in the last quarter, on average and of each euro more. */
function bearing({ quarters }: LabResult, language: Language): readonly NoteBlock[] {
  const last = quarters.at(-1);
  const share = last?.employerShare;
  if (last === undefined || share === undefined) return [];
  const { before, after } = share;
  const percent = (value: number) =>
    `${new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value / 100)} %`;
  const quarter = formatQuarter(last.quarter, language);
  const [average, averageAfter] = [percent(before.average), percent(after.average)];
  const [marginal, marginalAfter] = [percent(before.marginal), percent(after.marginal)];
  const text = localized(
    `In het ${quarter} dragen werkgevers gemiddeld ${averageAfter} van de loonkosten zelf (nu ${average}), en van elke euro loon erbij ${marginalAfter} (nu ${marginal}).`,
    `In the ${quarter} employers bear ${averageAfter} of the wage cost themselves on average (now ${average}), and of each euro of wage more ${marginalAfter} (now ${marginal}).`,
    `Au ${quarter}, les employeurs supportent en moyenne ${averageAfter} du coût salarial (actuellement ${average}), et ${marginalAfter} de chaque euro de salaire en plus (actuellement ${marginal}).`,
  );
  return [{ type: "paragraph", text: pick(text, language) }];
}

/** The break-even wage of each start package in its first quarters, without guidance premium. In few words: the note has one page. */
function breakEven({ breakEven: found }: LabResult, traits: readonly Trait[], language: Language): readonly NoteBlock[] {
  if (found === undefined) return [];
  const limit = (value: BreakEven) => (typeof value === "number" ? wholeEuro(value, language) : pick(words[value], language));
  const names = traits.find(({ id }) => id === "package")?.values ?? [];
  const first = found.kinds.filter(({ percentage, firstQuarter }) => percentage === null && firstQuarter === 1);
  const items = first.flatMap(({ package: code, limits }) => {
    const total = limits.find(({ component, guidanceNeed }) => component === "total" && guidanceNeed === "NONE");
    if (total === undefined) return [];
    const name = names.find((one) => one.code === code)?.title;
    const [before, after] = [limit(total.before.breakEven), limit(total.after.breakEven)];
    return [`${name === undefined ? code : pick(name, language)}: ${before === after ? before : `${before} → ${after}`}`];
  });
  const loss = `${new Intl.NumberFormat(language).format(found.loss / 100)} %`;
  const list = items.join("; ");
  const quarter = formatQuarter(found.quarter, language);
  const text = localized(
    `Tot deze loonkost per kwartaal dekt de steun zonder begeleiding bij de start een verlies van ${loss} (break-evenloon, voltijds, ${quarter}). ${list}.`,
    `Up to this wage cost per quarter support without guidance covers a loss at the start of ${loss} (break-even wage, full time, ${quarter}). ${list}.`,
    `Jusqu’à ce coût salarial par trimestre, le soutien sans accompagnement couvre au début une perte de ${loss} (salaire d’équilibre, temps plein, ${quarter}). ${list}.`,
  );
  return [{ type: "paragraph", text: pick(text, language) }];
}

/** Without cents: an estimate does not have them. */
export function wholeEuro(amount: number, language: Language): string {
  const text = formatEuro(cents(Math.round(Math.abs(amount) / 100) * 100), language).replace(/[.,]00(?=\D*$)/, "");
  return amount < 0 ? `−${text}` : text;
}

/** The note as plain text for a terminal. */
export function noteText(note: Note): string {
  const lines = [note.title, "", ...note.summary, ""];
  for (const block of note.blocks) {
    if (block.type === "heading") lines.push(block.text);
    else if (block.type === "paragraph") lines.push(block.text, "");
    else if (block.type === "list") lines.push(...block.items.map((item) => `- ${item}`), "");
    else {
      const rows = [block.columns.map(({ title }) => title), ...block.rows, ...(block.total === null ? [] : [block.total])];
      const widths = block.columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
      lines.push(block.caption);
      for (const row of rows) {
        const cells = row.map((cell, i) =>
          block.columns[i]!.align === "end" ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!),
        );
        lines.push(`  ${cells.join("  ")}`.trimEnd());
      }
      lines.push("");
    }
  }
  return lines.join("\n").trimEnd();
}
