import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, euro, iban, instant, plainDate, structuredCommunicationFor, sumCents } from "../../kernel/index.ts";
import type { CreditTransfer, PaymentBatch } from "../../payment/bank/port.ts";
import { iso20022 } from "./index.ts";
import { sepaCharacters } from "./sepa-text.ts";

const account = iban("BE68539007547034");

function transfer(n: number, amount: number, change: Partial<CreditTransfer> = {}): CreditTransfer {
  return {
    endToEndId: `MW-${n}`,
    amount: cents(amount),
    creditor: {
      name: "Bakkerij De Grüne & Zonen",
      address: { street: "Kerkstraat", number: "1", postCode: "9000", town: "Gent", country: "BE" },
    },
    account,
    communication: structuredCommunicationFor(n),
    ...change,
  };
}

function batch(transfers: readonly CreditTransfer[], change: Partial<PaymentBatch> = {}): PaymentBatch {
  return {
    messageId: "MW-2024Q1-1",
    createdAt: instant("2024-06-03T08:00:00.000Z"),
    executeOn: plainDate("2024-06-05"),
    debtor: { name: "Departement WSE", address: null },
    debtorAccount: account,
    transfers,
    ...change,
  };
}

describe("a payment batch as pain.001.001.09", () => {
  it("carries count, control sum, structured communication and structured address", () => {
    const written = iso20022.write(batch([transfer(1, 382_883), transfer(2, 1)]));
    expect(written.ok).toBe(true);
    if (!written.ok) return;
    expect(written.value).toContain("<NbOfTxs>2</NbOfTxs><CtrlSum>3828.84</CtrlSum>");
    expect(written.value).toContain(`<Ref>${structuredCommunicationFor(1)}</Ref>`);
    expect(written.value).toContain("<Nm>Bakkerij De Grune + Zonen</Nm>");
    expect(written.value).toContain(
      "<StrtNm>Kerkstraat</StrtNm><BldgNb>1</BldgNb><PstCd>9000</PstCd><TwnNm>Gent</TwnNm><Ctry>BE</Ctry>",
    );
  });

  it("refuses an empty batch, a zero or negative amount and a reference used twice, all at once", () => {
    expect(iso20022.write(batch([]))).toMatchObject({ ok: false, error: [{ id: "bank.emptyBatch" }] });
    const written = iso20022.write(batch([transfer(1, 0), transfer(2, -5), transfer(3, 1), transfer(3, 1)]));
    expect(written.ok ? [] : written.error.map((p) => p.id)).toEqual([
      "bank.amountNotPositive",
      "bank.amountNotPositive",
      "bank.duplicateReference",
    ]);
  });

  it("takes an amount at the SEPA maximum and refuses one cent more, naming the place", () => {
    expect(iso20022.write(batch([transfer(1, 99_999_999_999)])).ok).toBe(true);
    const over = iso20022.write(batch([transfer(1, 100_000_000_000)]));
    expect(over.ok ? [] : over.error.map((p) => p.field)).toEqual(["/Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt"]);
  });

  it("refuses references that would break the file or that banks cut off", () => {
    expect(iso20022.write(batch([transfer(1, 1)], { messageId: "<x>" })).ok).toBe(false);
    expect(iso20022.write(batch([transfer(1, 1, { endToEndId: "x".repeat(36) })])).ok).toBe(false);
    expect(iso20022.write(batch([transfer(1, 1, { endToEndId: "x".repeat(35) })])).ok).toBe(true);
  });

  it("writes any list of positive amounts with a control sum equal to their sum", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 20 }), (amounts) => {
        const transfers = amounts.map((a, i) => transfer(i, a));
        const written = iso20022.write(batch(transfers));
        return written.ok && written.value.includes(`<CtrlSum>${euro(sumCents(transfers.map((t) => t.amount)))}</CtrlSum>`);
      }),
      { numRuns: 50 },
    );
  });

  it("brings any name into the characters that every bank takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) =>
        /^(?!\/)(?!.*\/\/)[A-Za-z0-9/\-?:().,'+ ]{1,70}$/.test(sepaCharacters(name, 70)),
      ),
    );
  });
});

const answer = (group: string, transfers = "") =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>MW-2024Q1-1</OrgnlMsgId>${group}</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${transfers}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;

describe("a bank's answer (pain.002)", () => {
  it("gives the batch's status and each rejected payment with its reason", () => {
    const read = iso20022.read(
      answer(
        "<GrpSts>PART</GrpSts>",
        "<TxInfAndSts><OrgnlEndToEndId>MW-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed account</AddtlInf></StsRsnInf></TxInfAndSts>",
      ),
    );
    expect(read).toEqual({
      ok: true,
      value: [
        {
          kind: "answer",
          messageId: "B1",
          originalMessageId: "MW-2024Q1-1",
          batchStatus: "PARTIAL",
          transfers: [{ endToEndId: "MW-1", status: "REJECTED", reason: "AC04", text: "Closed account" }],
        },
      ],
    });
  });

  it("refuses a status it does not know, naming the known ones", () => {
    const read = iso20022.read(answer("<GrpSts>WHAT</GrpSts>"));
    expect(read).toMatchObject({ ok: false, error: [{ id: "bank.unknownStatus", field: "TxSts" }] });
  });
});

const statement = (closing: string, entries: string) =>
  `<Document><BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><IBAN>BE68539007547034</IBAN></Id></Acct>` +
  `<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>` +
  `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>${entries}</Stmt></BkToCstmrStmt></Document>`;
const returned =
  '<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2024-06-10</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>MW-1</EndToEndId></Refs><RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>';

describe("an account statement (camt.053)", () => {
  it("gives a returned payment with the reference of the payment that it returns", () => {
    expect(iso20022.read(statement("1012.50", returned))).toMatchObject({
      ok: true,
      value: [
        { statementId: "S1", entries: [{ amount: 1250, endToEndId: "MW-1", returnReason: "AC01", bookedOn: "2024-06-10" }] },
      ],
    });
  });

  it("takes nothing when opening plus entries is not closing, one cent above or below", () => {
    for (const closing of ["1012.49", "1012.51"])
      expect(iso20022.read(statement(closing, returned))).toMatchObject({ ok: false, error: [{ id: "bank.unbalanced" }] });
  });

  it("splits an entry that sums several payments and refuses details that do not add up", () => {
    const split = (second: string) =>
      `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-06-10</Dt></BookgDt><AcctSvcrRef>R2</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>MW-1</EndToEndId></Refs><Amt Ccy="EUR">10.00</Amt></TxDtls><TxDtls><Refs><EndToEndId>MW-2</EndToEndId></Refs><Amt Ccy="EUR">${second}</Amt></TxDtls></NtryDtls></Ntry>`;
    const read = iso20022.read(statement("970.00", split("20.00")));
    expect(read).toMatchObject({ ok: true, value: [{ entries: [{ amount: -1000 }, { amount: -2000, entryRef: "R2/2" }] }] });
    expect(iso20022.read(statement("970.00", split("19.99")))).toMatchObject({ ok: false });
  });
});

describe("a file that is not what it should be", () => {
  it.each([
    ["an entity bomb", '<!DOCTYPE x [<!ENTITY a "aaaa">]><Document>&a;</Document>', "xml.doctype"],
    ["a file cut off half-way", "<Document><BkToCstmrStmt>", "xml.malformed"],
    ["another message", "<Document><Other/></Document>", "bank.unknownMessage"],
    ["no XML at all", "hello", "xml.malformed"],
    ["an undeclared entity", "<Document>&x;</Document>", "xml.malformed"],
    ["elements nested beyond reason", `${"<a>".repeat(100)}${"</a>".repeat(100)}`, "xml.malformed"],
  ])("refuses %s", (_name, xml, id) => {
    expect(iso20022.read(xml)).toMatchObject({ ok: false, error: [{ id }] });
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof iso20022.read(`<Document>${text}</Document>`).ok === "boolean"));
  });
});
