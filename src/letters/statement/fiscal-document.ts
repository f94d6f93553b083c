// What a beneficiary got in a year, for the tax return: per quarter's statement and per premium, by the day on which each was settled.
import {
  type Cents,
  cents,
  formatDate,
  formatEuro,
  formatQuarter,
  type Instant,
  type PlainDate,
  type Quarter,
  sumCents,
} from "../../kernel/index.ts";
import type { LetterDocument, Party } from "../document/document.ts";
import { issuerParty } from "../legal/legal.ts";

export interface FiscalView {
  readonly reference: string;
  readonly year: number;
  readonly date: PlainDate;
  readonly createdAt: Instant;
  readonly to: Party;
  /** Statements that were frozen in the year, oldest first. */
  readonly statements: readonly {
    readonly quarter: Quarter;
    readonly settledOn: PlainDate;
    /** By Dutch name of the premium. */
    readonly components: Readonly<Record<string, Cents>>;
  }[];
  readonly synthetic: boolean;
}

export function fiscalDocument(view: FiscalView): LetterDocument {
  const names = [...new Set(view.statements.flatMap((one) => Object.keys(one.components)))].sort();
  const money = (amount: Cents) => formatEuro(amount, "nl");
  const of = (name: string) => sumCents(view.statements.map((one) => one.components[name] ?? cents(0)));
  const all = sumCents(names.map(of));
  return {
    kind: "fiscal",
    language: "nl",
    reference: view.reference,
    date: view.date,
    createdAt: view.createdAt,
    from: issuerParty("DEPARTMENT"),
    to: view.to,
    title: `Overzicht van premies in ${view.year}`,
    summary: [
      `In ${view.year} kwam de afrekening van uw premies samen op ${money(all)}.`,
      "Dit overzicht telt elke afrekening bij het jaar waarin ze is afgesloten, ook als ze over een vroeger kwartaal gaat.",
    ],
    blocks: [
      { type: "heading", text: "Per afrekening" },
      {
        type: "table",
        caption: `Afrekeningen afgesloten in ${view.year}`,
        columns: [
          { title: "Kwartaal", align: "start" },
          { title: "Afgesloten op", align: "start" },
          ...names.map((title) => ({ title, align: "end" as const })),
          { title: "Samen", align: "end" },
        ],
        rows: view.statements.map((one) => [
          formatQuarter(one.quarter, "nl"),
          formatDate(one.settledOn, "nl"),
          ...names.map((name) => money(one.components[name] ?? cents(0))),
          money(sumCents(Object.values(one.components))),
        ]),
        total: ["Heel het jaar", "", ...names.map((name) => money(of(name))), money(all)],
      },
      {
        type: "notice",
        title: "Over dit overzicht",
        text: "Dit is een overzicht van wat Maatwerk afsloot. Inhoudingen, zoals een terugvordering of een beslag, veranderen het bedrag op uw rekening en niet het bedrag van de premie.",
      },
    ],
    synthetic: view.synthetic,
  };
}
