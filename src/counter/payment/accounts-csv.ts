// The accounting export (boekhoudkundige export): one row per commitment, settlement or movement of money, with its article; no names.
import { cents, euro, fromQuarterNumber } from "../../kernel/index.ts";
import type { Accounts } from "../../payment/index.ts";

const HEAD = ["datum", "begrotingsjaar", "artikel", "soort", "premie", "kwartaal", "referentie", "bedrag"];
const KIND = {
  COMMITMENT: "vastlegging",
  SETTLEMENT: "vereffening",
  PAYMENT: "betaling",
  RETURN: "terugstorting",
  RECEIPT: "ontvangst",
} as const;

/** Semicolons, decimal points and a byte order mark, as accounting programs here expect. Rows come as they are read. */
export async function* accountsCsv(accounts: Accounts, year: number): AsyncGenerator<string> {
  const articles = await accounts.articlesOf(year);
  yield `\uFEFF${HEAD.join(";")}\r\n`;
  for await (const one of accounts.entries(year)) {
    const quarter = one.quarter === null ? "" : fromQuarterNumber(one.quarter);
    const article = articles.get(one.component) ?? "";
    yield `${[one.on, one.year, article, KIND[one.kind], one.component, quarter, one.reference, euro(cents(one.cents))].join(";")}\r\n`;
  }
}
