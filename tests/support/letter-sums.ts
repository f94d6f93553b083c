// Holds a letter against the explanation and the ledger, reading the amounts from the letter's own text as its reader does.
import { cents, formatQuarter, fromQuarterNumber, parseEuroAsTyped } from "../../src/kernel/index.ts";
import type { SyntheticLetter } from "./synthetic-letters.ts";

const COLUMNS = { Loonpremie: "WAGE", Begeleidingspremie: "GUIDANCE", Ondersteuningspremie: "SUPPORT" } as const;

function read(text: string): number {
  const parsed = parseEuroAsTyped(text.replace("€", "").trim());
  if (!parsed.ok) throw new Error(`${text} is no amount`);
  return parsed.value;
}

/** Everything that does not agree, in words; and how many amounts of the letter were held against booked lines. */
export function letterFlaws({ kind, document, quarters, lines, bookedThrough }: SyntheticLetter): {
  flaws: string[];
  booked: number;
} {
  const table = document.blocks.find((block) => block.type === "table" && block.caption === "Bedrag per kwartaal");
  if (table?.type !== "table")
    return { flaws: quarters.length === 0 ? [] : [`${kind} ${document.reference} has no amounts`], booked: 0 };
  const flaws: string[] = [];
  let booked = 0;
  const columns = table.columns.map((column) => COLUMNS[column.title as keyof typeof COLUMNS]);
  const sums = columns.map(() => 0);
  let total = 0;
  for (const [at, row] of table.rows.entries()) {
    const explained = quarters[at]!;
    if (row[0] !== formatQuarter(explained.quarter, "nl")) flaws.push(`${document.reference}: row ${at + 1} is about ${row[0]}`);
    let ofRow = 0;
    for (const [place, component] of columns.entries()) {
      if (component === undefined) continue;
      const said = read(row[place]!);
      sums[place]! += said;
      ofRow += said;
      if (said !== explained.cents[component])
        flaws.push(`${document.reference} ${row[0]} ${component}: ${said}, explained ${explained.cents[component]}`);
      const ofQuarter = lines.filter(
        (line) => formatQuarter(fromQuarterNumber(line.quarter), "nl") === row[0] && line.component === component,
      );
      const isDue = explained.basis === "DECLARED" || explained.basis === "NO_WAGE";
      const ran = quarterOf(row[0]!) <= bookedThrough;
      if (!isDue || !ran) continue;
      const inLedger = ofQuarter.reduce((sum, line) => sum + line.cents, 0);
      booked += 1;
      if (said !== inLedger) flaws.push(`${document.reference} ${kind} ${row[0]} ${component}: ${said}, booked ${inLedger}`);
    }
    total += ofRow;
    if (table.columns.at(-1)?.title === "Samen" && read(row.at(-1)!) !== ofRow)
      flaws.push(`${document.reference} ${row[0]}: its sum is not its parts`);
  }
  for (const [place, component] of columns.entries())
    if (component !== undefined && read(table.total![place]!) !== sums[place])
      flaws.push(`${document.reference}: the total of ${component} is not its rows`);
  if (table.columns.at(-1)?.title === "Samen" && read(table.total!.at(-1)!) !== cents(total))
    flaws.push(`${document.reference}: the grand total is not its rows`);
  return { flaws, booked };
}

const quarterOf = (text: string) => {
  const [, number = "0", year = "0"] = /^(\d)e kwartaal (\d{4})$/.exec(text) ?? [];
  return Number(year) * 4 + Number(number) - 1;
};
