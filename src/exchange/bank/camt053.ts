// Reads an account statement: ISO 20022 camt.053. Opening balance plus entries must give the closing balance, or nothing is taken.

import {
  addCents,
  type Cents,
  euro,
  fail,
  localized,
  negateCents,
  ok,
  type Problem,
  parseEuroNotNegative,
  parseIban,
  parsePlainDate,
  parseStructuredCommunication,
  problem,
  type Result,
  sumCents,
} from "../../kernel/index.ts";
import type { AccountStatement, StatementEntry } from "../../payment/bank/port.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { missing } from "./pain002.ts";

/** `statement` is one Stmt element. */
export function readCamt053(statement: XmlElement): Result<AccountStatement, Problem[]> {
  const wrong: Problem[] = [];
  const note = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value;
    wrong.push(result.error);
    return null;
  };
  const statementId = textOf(statement, "Id");
  if (statementId === null) wrong.push(missing("Stmt/Id", statement.line));
  const account = note(parseIban(textOf(statement, "Acct", "Id", "IBAN") ?? "", "Stmt/Acct/Id/IBAN"));
  const opening = note(balance(statement, "OPBD"));
  const closing = note(balance(statement, "CLBD"));
  const entries: StatementEntry[] = [];
  for (const element of childrenNamed(statement, "Ntry")) {
    const read = readEntry(element);
    if (read.ok) entries.push(...read.value);
    else wrong.push(...read.error);
  }
  if (wrong.length > 0 || statementId === null || account === null || opening === null || closing === null) return fail(wrong);
  const computed = addCents(opening, sumCents(entries.map((e) => e.amount)));
  if (computed !== closing) return fail([unbalanced(statement.line, computed, closing)]);
  return ok({ kind: "statement", statementId, account, opening, closing, entries });
}

function balance(statement: XmlElement, code: "OPBD" | "CLBD"): Result<Cents> {
  const found = childrenNamed(statement, "Bal").find((b) => textOf(b, "Tp", "CdOrPrtry", "Cd") === code);
  return found === undefined ? fail(missing(`Stmt/Bal (${code})`, statement.line)) : signedAmount(found);
}

/** An entry that sums several payments is split into its details; details that do not add up to the entry refuse the file. */
function readEntry(entry: XmlElement): Result<StatementEntry[], Problem[]> {
  const total = signedAmount(entry);
  const booked = parsePlainDate(
    (textOf(entry, "BookgDt", "Dt") ?? textOf(entry, "BookgDt", "DtTm") ?? "").slice(0, 10),
    "Ntry/BookgDt",
  );
  const entryRef = textOf(entry, "AcctSvcrRef") ?? textOf(entry, "NtryRef");
  const wrong: Problem[] = [];
  if (!total.ok) wrong.push(total.error);
  if (!booked.ok) wrong.push(booked.error);
  if (entryRef === null) wrong.push(missing("Ntry/AcctSvcrRef", entry.line));
  if (!total.ok || !booked.ok || entryRef === null) return fail(wrong);
  const details = childrenNamed(entry, "NtryDtls").flatMap((d) => childrenNamed(d, "TxDtls"));
  const batch = childrenNamed(entry, "NtryDtls")
    .map((one) => child(one, "Btch"))
    .find((one) => one !== null);
  const batchId = batch === null || batch === undefined ? null : (textOf(batch, "PmtInfId") ?? textOf(batch, "MsgId"));
  const entries: StatementEntry[] = [];
  for (const [i, detail] of details.entries()) {
    const amount = child(detail, "Amt") === null ? total : signedAmount(detail, total.value < 0);
    if (!amount.ok) return fail([amount.error]);
    const reference = textOf(detail, "RmtInf", "Strd", "CdtrRefInf", "Ref");
    const communication = reference === null ? null : parseStructuredCommunication(reference);
    entries.push({
      entryRef: details.length === 1 ? entryRef : `${entryRef}/${i + 1}`,
      bookedOn: booked.value,
      amount: amount.value,
      endToEndId: given(textOf(detail, "Refs", "EndToEndId")),
      batchId: batchId ?? textOf(detail, "Refs", "PmtInfId"),
      communication: communication?.ok === true ? communication.value : null,
      returnReason: textOf(detail, "RtrInf", "Rsn", "Cd"),
    });
  }
  if (entries.length === 0)
    entries.push({
      entryRef,
      bookedOn: booked.value,
      amount: total.value,
      endToEndId: null,
      batchId,
      communication: null,
      returnReason: null,
    });
  const sum = sumCents(entries.map((e) => e.amount));
  return sum === total.value ? ok(entries) : fail([unbalanced(entry.line, sum, total.value)]);
}

/** ISO's word for no reference. */
const given = (endToEndId: string | null): string | null => (endToEndId === "NOTPROVIDED" ? null : endToEndId);

function signedAmount(element: XmlElement, inheritedDebit?: boolean): Result<Cents> {
  const amount = child(element, "Amt");
  if (amount === null) return fail(missing(`${element.name}/Amt`, element.line));
  const currency = amount.attributes.Ccy;
  if (currency !== "EUR") return fail(notEuro(amount.line, currency ?? ""));
  const parsed = parseEuroNotNegative(trimZeros(amount.text), `${element.name}/Amt`);
  if (!parsed.ok) return parsed;
  const side = textOf(element, "CdtDbtInd");
  const debit = side === null ? inheritedDebit : side === "DBIT";
  if (debit === undefined) return fail(missing(`${element.name}/CdtDbtInd`, element.line));
  return ok(debit ? negateCents(parsed.value) : parsed.value);
}

/** ISO amounts may carry up to five decimals; more than two that are not zero stay, and are refused as no euro amount. */
function trimZeros(text: string): string {
  return text.replace(/^\+/, "").replace(/(\.\d{2})0+$/, "$1");
}

function unbalanced(line: number, computed: Cents, stated: Cents): Problem {
  return problem(
    "bank.unbalanced",
    localized(
      `Regel ${line}: de bedragen tellen op tot ${euro(computed)}, het bestand zegt ${euro(stated)}. Er is niets ingelezen.`,
      `Line ${line}: the amounts add up to ${euro(computed)}, the file says ${euro(stated)}. Nothing was taken in.`,
      `Ligne ${line} : les montants donnent ${euro(computed)}, le fichier dit ${euro(stated)}. Rien n'a été repris.`,
    ),
    "Bal",
  );
}

function notEuro(line: number, currency: string): Problem {
  return problem(
    "bank.currency",
    localized(
      `Regel ${line}: munt "${currency}"; verwacht EUR.`,
      `Line ${line}: currency "${currency}"; expected EUR.`,
      `Ligne ${line} : devise « ${currency} » ; attendu EUR.`,
    ),
    "Ccy",
    "EUR",
  );
}
