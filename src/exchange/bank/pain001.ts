// Writes a payment batch as ISO 20022 pain.001.001.09 and holds it against the schema before it may leave.
import { cents, euro, fail, localized, ok, type Problem, problem, type Result, sumCents } from "../../kernel/index.ts";
import type { BankParty, CreditTransfer, PaymentBatch } from "../../payment/bank/port.ts";
import { readXml } from "../xml/xml-tree.ts";
import { pain001, pain001Namespace, pain001Transfer } from "./pain001-schema.ts";
import { violations } from "./schema.ts";
import { sepaCharacters } from "./sepa-text.ts";

/** The file's text, or every reason why a bank would refuse it. Control sums and counts are computed here. */
export function writePain001(batch: PaymentBatch): Result<string, Problem[]> {
  const wrong = batchProblems(batch);
  if (wrong.length > 0) return fail(wrong);
  const found = frameViolations(batch);
  let text = "";
  let transfers = 0;
  for (const line of lines(batch)) {
    // The frame with its first payment was held against the schema; each other one is by itself, so that memory stays flat.
    if (line.startsWith("<CdtTrfTxInf>")) {
      if (transfers > 0) found.push(...transferViolations(line));
      transfers += 1;
    }
    text += `${line}\n`;
  }
  return found.length > 0 ? fail(found) : ok(text);
}

/** The whole document with its first payment only. */
function frameViolations(batch: PaymentBatch): Problem[] {
  const read = readXml([...lines({ ...batch, transfers: batch.transfers.slice(0, 1) })].join("\n"));
  if (!read.ok) return [read.error];
  const { attributes, ...rest } = read.value;
  return violations({ ...rest, attributes: withoutNamespace(attributes) }, pain001);
}

function transferViolations(line: string): Problem[] {
  const read = readXml(line);
  return read.ok ? violations(read.value, pain001Transfer, "/Document/CstmrCdtTrfInitn/PmtInf") : [read.error];
}

function* lines(batch: PaymentBatch): Generator<string> {
  const count = batch.transfers.length;
  const total = euro(sumCents(batch.transfers.map((t) => t.amount)));
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `<Document xmlns="${pain001Namespace}"><CstmrCdtTrfInitn>`;
  yield `<GrpHdr><MsgId>${batch.messageId}</MsgId><CreDtTm>${batch.createdAt}</CreDtTm><NbOfTxs>${count}</NbOfTxs><CtrlSum>${total}</CtrlSum><InitgPty>${name(batch.debtor)}</InitgPty></GrpHdr>`;
  yield `<PmtInf><PmtInfId>${batch.messageId}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>${count}</NbOfTxs><CtrlSum>${total}</CtrlSum>`;
  yield `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>${batch.executeOn}</Dt></ReqdExctnDt>`;
  yield `<Dbtr>${party(batch.debtor)}</Dbtr><DbtrAcct><Id><IBAN>${batch.debtorAccount}</IBAN></Id></DbtrAcct>`;
  yield "<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>";
  for (const transfer of batch.transfers) yield transferLine(transfer);
  yield "</PmtInf></CstmrCdtTrfInitn></Document>";
}

function transferLine(t: CreditTransfer): string {
  return (
    `<CdtTrfTxInf><PmtId><InstrId>${t.endToEndId}</InstrId><EndToEndId>${t.endToEndId}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="EUR">${euro(t.amount)}</InstdAmt></Amt>` +
    `<Cdtr>${party(t.creditor)}</Cdtr><CdtrAcct><Id><IBAN>${t.account}</IBAN></Id></CdtrAcct>` +
    `<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp><Ref>${t.communication}</Ref></CdtrRefInf></Strd></RmtInf></CdtTrfTxInf>`
  );
}

function party(p: BankParty): string {
  const a = p.address;
  if (a === null) return name(p);
  const number = a.number === "" ? "" : `<BldgNb>${sepaCharacters(a.number, 16)}</BldgNb>`;
  return `${name(p)}<PstlAdr><StrtNm>${sepaCharacters(a.street, 70)}</StrtNm>${number}<PstCd>${sepaCharacters(a.postCode, 16)}</PstCd><TwnNm>${sepaCharacters(a.town, 35)}</TwnNm><Ctry>${a.country}</Ctry></PstlAdr>`;
}

function name(p: BankParty): string {
  return `<Nm>${sepaCharacters(p.name, 70)}</Nm>`;
}

function batchProblems(batch: PaymentBatch): Problem[] {
  const found: Problem[] = [];
  if (batch.transfers.length === 0)
    found.push(
      refusal(
        "bank.emptyBatch",
        "Het bestand bevat geen betalingen.",
        "The batch holds no payment.",
        "Le lot ne contient aucun paiement.",
        "transfers",
      ),
    );
  for (const t of batch.transfers)
    if (t.amount <= cents(0))
      found.push(
        refusal(
          "bank.amountNotPositive",
          `Betaling ${t.endToEndId} is ${euro(t.amount)} euro; alleen bedragen boven nul gaan naar de bank.`,
          `Payment ${t.endToEndId} is ${euro(t.amount)} euro; only amounts above zero go to the bank.`,
          `Le paiement ${t.endToEndId} est de ${euro(t.amount)} euro ; seuls des montants positifs vont à la banque.`,
          t.endToEndId,
        ),
      );
  const seen = new Set<string>();
  for (const { endToEndId } of batch.transfers) {
    if (seen.has(endToEndId))
      found.push(
        refusal(
          "bank.duplicateReference",
          `Referentie ${endToEndId} staat twee keer in het bestand.`,
          `Reference ${endToEndId} stands in the batch twice.`,
          `La référence ${endToEndId} figure deux fois dans le lot.`,
          endToEndId,
        ),
      );
    seen.add(endToEndId);
  }
  return found;
}

function refusal(id: string, nl: string, en: string, fr: string, field: string): Problem {
  return problem(id, localized(nl, en, fr), field);
}

function withoutNamespace(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { xmlns: _, ...rest } = attributes;
  return rest;
}
