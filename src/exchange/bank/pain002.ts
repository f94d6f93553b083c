// Reads a bank's answer to a batch: ISO 20022 pain.002 (payment status report).

import { fail, localized, ok, type Problem, problem, type Result } from "../../kernel/index.ts";
import type { BatchAnswer, TransferStatus } from "../../payment/bank/port.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../xml/xml-tree.ts";

const batchStatuses: Readonly<Record<string, BatchAnswer["batchStatus"]>> = {
  ACCP: "ACCEPTED",
  ACSC: "ACCEPTED",
  ACSP: "ACCEPTED",
  ACTC: "ACCEPTED",
  ACWC: "ACCEPTED",
  PART: "PARTIAL",
  PDNG: "PENDING",
  RCVD: "PENDING",
  RJCT: "REJECTED",
};

/** `report` is the CstmrPmtStsRpt element. */
export function readPain002(report: XmlElement): Result<BatchAnswer, Problem[]> {
  const messageId = textOf(report, "GrpHdr", "MsgId");
  const group = child(report, "OrgnlGrpInfAndSts");
  const original = group === null ? null : textOf(group, "OrgnlMsgId");
  const wrong: Problem[] = [];
  if (messageId === null) wrong.push(missing("GrpHdr/MsgId", report.line));
  if (original === null) wrong.push(missing("OrgnlGrpInfAndSts/OrgnlMsgId", report.line));
  const payments = childrenNamed(report, "OrgnlPmtInfAndSts");
  const code = (group === null ? null : textOf(group, "GrpSts")) ?? firstPaymentStatus(payments);
  const batchStatus = code === null ? "PARTIAL" : batchStatuses[code];
  if (batchStatus === undefined) wrong.push(unknownStatus(code ?? "", report.line));
  const transfers: TransferStatus[] = [];
  for (const element of payments.flatMap((p) => childrenNamed(p, "TxInfAndSts"))) {
    const status = readTransfer(element);
    if (status.ok) transfers.push(status.value);
    else wrong.push(status.error);
  }
  if (wrong.length > 0 || messageId === null || original === null || batchStatus === undefined) return fail(wrong);
  return ok({ kind: "answer", messageId, originalMessageId: original, batchStatus, transfers });
}

function firstPaymentStatus(payments: readonly XmlElement[]): string | null {
  const codes = new Set(payments.map((p) => textOf(p, "PmtInfSts")));
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}

function readTransfer(element: XmlElement): Result<TransferStatus> {
  const endToEndId = textOf(element, "OrgnlEndToEndId");
  if (endToEndId === null) return fail(missing("TxInfAndSts/OrgnlEndToEndId", element.line));
  const code = textOf(element, "TxSts") ?? "";
  const status = batchStatuses[code];
  if (status === undefined || status === "PARTIAL") return fail(unknownStatus(code, element.line));
  return ok({
    endToEndId,
    status,
    reason: textOf(element, "StsRsnInf", "Rsn", "Cd") ?? textOf(element, "StsRsnInf", "Rsn", "Prtry"),
    text: textOf(element, "StsRsnInf", "AddtlInf"),
  });
}

export function missing(path: string, line: number): Problem {
  return problem(
    "bank.missing",
    localized(
      `Regel ${line}: ${path} ontbreekt. Vraag de bank om een volledig bestand.`,
      `Line ${line}: ${path} is missing. Ask the bank for a complete file.`,
      `Ligne ${line} : ${path} manque. Demandez un fichier complet à la banque.`,
    ),
    path,
  );
}

function unknownStatus(code: string, line: number): Problem {
  const known = Object.keys(batchStatuses).join(", ");
  return problem(
    "bank.unknownStatus",
    localized(
      `Regel ${line}: status "${code}" is niet bekend; verwacht een van ${known}.`,
      `Line ${line}: status "${code}" is not known; expected one of ${known}.`,
      `Ligne ${line} : le statut « ${code} » est inconnu ; attendu un de ${known}.`,
    ),
    "TxSts",
    known,
  );
}
