// A statement as a document: the sum in plain words, a line per amount, corrections with their causes, and the steps of each amount.
import { type Cents, cents, formatEuro, formatQuarter, sumCents } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Block, LetterDocument } from "../document/document.ts";
import { issuerParty } from "../legal/legal.ts";
import { percentNl, stepsBlocks } from "../parts/amounts.ts";
import type { StatementAmount, StatementView, StatementWorker } from "./statement-view.ts";

const money = (amount: Cents) => formatEuro(amount, "nl");
const signed = (amount: Cents) => (amount > 0 ? `+ ${money(amount)}` : amount < 0 ? `− ${money(cents(-amount))}` : money(amount));

export const statementTotal = (view: StatementView): Cents =>
  sumCents(view.workers.flatMap((worker) => worker.amounts.map((one) => one.cents)));

export function statementDocument(law: Law, view: StatementView): LetterDocument {
  const total = statementTotal(view);
  const quarter = formatQuarter(view.quarter, "nl");
  return {
    kind: "statement",
    language: "nl",
    reference: view.reference,
    date: view.date,
    createdAt: view.frozenAt,
    from: issuerParty("DEPARTMENT"),
    to: view.to,
    title: `Afrekening van het ${quarter}`,
    summary: summaryOf(view, total, quarter),
    blocks: [
      { type: "heading", text: view.selfEmployed ? "De bedragen" : "De bedragen per werknemer" },
      amountsTable(view, total),
      ...correctionBlocks(view),
      { type: "heading", text: "Hoe elk bedrag berekend is" },
      ...view.workers.flatMap((worker) => worker.amounts.flatMap((one) => stepsOf(law, view, worker, one))),
    ],
    synthetic: view.synthetic,
  };
}

function summaryOf(view: StatementView, total: Cents, quarter: string): string[] {
  const workers = view.workers.length;
  const about = view.selfEmployed ? "" : ` voor ${workers === 1 ? "één werknemer" : `${workers} werknemers`}`;
  const carried = view.workers.flatMap((worker) => worker.amounts).filter((one) => one.quarter !== view.quarter);
  return [
    total >= 0
      ? `Deze afrekening van het ${quarter} komt op ${money(total)}${about}.`
      : `Deze afrekening van het ${quarter} komt${about} op ${money(cents(-total))} te veel betaald.`,
    carried.length === 0
      ? "Er zijn geen verbeteringen van vroegere kwartalen."
      : `Daarvan is ${signed(sumCents(carried.map((one) => one.cents)))} een verbetering van vroegere kwartalen.`,
  ];
}

function amountsTable(view: StatementView, total: Cents): Block {
  const start = (title: string) => ({ title, align: "start" as const });
  const end = (title: string) => ({ title, align: "end" as const });
  return {
    type: "table",
    caption: "Alle bedragen",
    columns: [
      ...(view.selfEmployed ? [] : [start("Werknemer")]),
      start("Kwartaal"),
      start("Premie"),
      end("Percentage"),
      end("Bedrag"),
    ],
    rows: view.workers.flatMap((worker) =>
      worker.amounts.map((one) => [
        ...(view.selfEmployed ? [] : [`${worker.name} (${worker.number})`]),
        formatQuarter(one.quarter, "nl"),
        `${one.component}${one.correction ? ", verbetering" : ""}`,
        one.percentage === null ? "" : percentNl(one.percentage),
        one.correction ? signed(one.cents) : money(one.cents),
      ]),
    ),
    // In the first column, which heads the row.
    total: ["Samen", ...(view.selfEmployed ? [] : [""]), "", "", money(total)],
  };
}

function correctionBlocks(view: StatementView): Block[] {
  const rows = view.workers.flatMap((worker) =>
    worker.amounts
      .filter((one) => one.correction)
      .map((one) => [
        `${view.selfEmployed ? "" : `${worker.name}, `}${formatQuarter(one.quarter, "nl")}, ${one.component.toLowerCase()}`,
        one.causes.map((cause) => `${cause.text} (${signed(cause.cents)})`).join("; "),
        money(one.earlierCents),
        money(one.dueCents),
        signed(one.cents),
      ]),
  );
  if (rows.length === 0) return [];
  const end = (title: string) => ({ title, align: "end" as const });
  return [
    { type: "heading", text: "Verbeteringen" },
    {
      type: "table",
      caption: "Wat er veranderde, en waarom",
      columns: [
        { title: "Bedrag", align: "start" },
        { title: "Waarom", align: "start" },
        end("Vroeger"),
        end("Nu"),
        end("Verschil"),
      ],
      rows,
      total: null,
    },
  ];
}

function stepsOf(law: Law, view: StatementView, worker: StatementWorker, one: StatementAmount): readonly Block[] {
  const caption = `${one.component}${view.selfEmployed ? "" : ` voor ${worker.name}`}, ${formatQuarter(one.quarter, "nl")}`;
  if (one.steps.length > 0) return stepsBlocks(law, one.steps, one.rule, caption);
  return [{ type: "paragraph", text: `${caption}: hiervoor is niets meer aangegeven of toegekend, zodat het bedrag nul is.` }];
}
