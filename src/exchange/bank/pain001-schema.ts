// The shape of pain.001.001.09 (credit transfer initiation) as a Belgian bank takes it: SEPA, euro, structured or no address.
import { choice, many, one, optional, type Part, sepaText, sequence, text } from "./schema.ts";

export const pain001Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

const id35 = sepaText(35);
const name70 = sepaText(70);
const count = text(/^[1-9]\d{0,14}$/, "a whole number above zero");
const amount = /^(?:0|[1-9]\d{0,11})\.\d{2}$/;
const controlSum = text(amount, "an amount with two decimals");
const ibanText = text(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/, "an IBAN without spaces");
const code = (value: string) => text(new RegExp(`^${value}$`), value);

const address = sequence(
  one("StrtNm", name70),
  optional("BldgNb", sepaText(16)),
  one("PstCd", sepaText(16)),
  one("TwnNm", sepaText(35)),
  one("Ctry", text(/^[A-Z]{2}$/, "a country code of two capitals")),
);
const party = sequence(one("Nm", name70), optional("PstlAdr", address));
const account = sequence(one("Id", sequence(one("IBAN", ibanText))));

const transfer = sequence(
  one("PmtId", sequence(one("InstrId", id35), one("EndToEndId", id35))),
  one("Amt", sequence(one("InstdAmt", text(/^(?!0\.00$)(?:0|[1-9]\d{0,8})\.\d{2}$/, "0.01 to 999999999.99", { Ccy: /^EUR$/ })))),
  one("Cdtr", party),
  one("CdtrAcct", account),
  one(
    "RmtInf",
    sequence(
      one(
        "Strd",
        sequence(
          one(
            "CdtrRefInf",
            sequence(
              one("Tp", sequence(one("CdOrPrtry", sequence(one("Cd", code("SCOR")))), one("Issr", code("BBA")))),
              one("Ref", text(/^\d{12}$/, "a structured communication of 12 digits")),
            ),
          ),
        ),
      ),
    ),
  ),
);

export const pain001Transfer: Part = one("CdtTrfTxInf", transfer);

const payment = sequence(
  one("PmtInfId", id35),
  one("PmtMtd", code("TRF")),
  one("BtchBookg", text(/^(?:true|false)$/, "true or false")),
  one("NbOfTxs", count),
  one("CtrlSum", controlSum),
  one("PmtTpInf", sequence(one("SvcLvl", sequence(one("Cd", code("SEPA")))))),
  one("ReqdExctnDt", choice(one("Dt", text(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD")))),
  one("Dbtr", party),
  one("DbtrAcct", account),
  one("DbtrAgt", sequence(one("FinInstnId", sequence(one("Othr", sequence(one("Id", code("NOTPROVIDED")))))))),
  one("ChrgBr", code("SLEV")),
  many("CdtTrfTxInf", transfer),
);

export const pain001: Part = one(
  "Document",
  sequence(
    one(
      "CstmrCdtTrfInitn",
      sequence(
        one(
          "GrpHdr",
          sequence(
            one("MsgId", id35),
            one("CreDtTm", text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/, "an instant in UTC")),
            one("NbOfTxs", count),
            one("CtrlSum", controlSum),
            one("InitgPty", sequence(one("Nm", name70))),
          ),
        ),
        one("PmtInf", payment),
      ),
    ),
  ),
);
