// What was decided about money that was paid too much, in the words of the letter: how it comes back, by when, to which account.
import {
  cents,
  formatDate,
  formatEuro,
  formatIban,
  formatStructuredCommunication,
  type Iban,
  type StructuredCommunication,
} from "../../kernel/index.ts";
import type { Block } from "../../letters/index.ts";
import type { RecoveryManner } from "../../payment/index.ts";

export interface RecoveryTerms {
  readonly how: RecoveryManner;
  /** Why the person decided so, in plain words. */
  readonly reason: string;
  /** Where to pay back; null: no account is configured, and the letter says to ask. */
  readonly account: { readonly name: string; readonly iban: Iban } | null;
  /** By which money that comes back finds its recovery. */
  readonly communication: StructuredCommunication;
}

export function termsBlocks({ how, reason, account, communication }: RecoveryTerms): readonly Block[] {
  const why: Block = { type: "paragraph", text: `Onze reden: ${reason}` };
  const pay: Block = {
    type: "facts",
    rows: [
      ...(account === null
        ? [{ label: "Rekening", value: "Vraag ze aan het departement" }]
        : [
            { label: "Rekening", value: formatIban(account.iban) },
            { label: "Op naam van", value: account.name },
          ]),
      { label: "Mededeling", value: formatStructuredCommunication(communication) },
    ],
  };
  switch (how.manner) {
    case "SET_OFF":
      return [{ type: "paragraph", text: "We houden het bedrag in op uw volgende betalingen. U moet zelf niets doen." }, why];
    case "PAYMENT":
      return [
        { type: "paragraph", text: `U betaalt het hele bedrag terug, ten laatste op ${formatDate(how.dueOn, "nl")}.` },
        pay,
        why,
      ];
    case "INSTALMENTS":
      return [
        { type: "paragraph", text: "U betaalt terug in deze termijnen. Gebruik telkens dezelfde mededeling." },
        {
          type: "table",
          caption: "Termijnen",
          columns: [
            { title: "Ten laatste op", align: "start" },
            { title: "Bedrag", align: "end" },
          ],
          rows: how.plan.map((part) => [formatDate(part.dueOn, "nl"), formatEuro(cents(part.cents), "nl")]),
          total: ["Samen", formatEuro(cents(how.plan.reduce((sum, part) => sum + part.cents, 0)), "nl")],
        },
        pay,
        why,
      ];
    case "WAIVER":
      return [{ type: "paragraph", text: "We vragen het bedrag niet terug. U moet niets doen." }, why];
  }
}
