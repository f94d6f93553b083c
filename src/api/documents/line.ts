// An issued document as a line of a list: what programs see of it without opening it.
import type { LetterLine } from "../../counter/index.ts";
import { LETTER_KINDS } from "../../letters/index.ts";

export function lineJson(line: LetterLine) {
  const { letterRef, kind, issuer, reference, dated, issuedAt, fileRef, documentHash, pdfHash, delivery } = line;
  return {
    id: letterRef,
    kind,
    title: LETTER_KINDS[kind].name.nl,
    issuer,
    reference,
    date: dated,
    issuedAt,
    application: fileRef,
    documentSha256: documentHash,
    pdfSha256: pdfHash,
    delivery:
      delivery === null
        ? null
        : { channel: delivery.channel, outcome: delivery.outcome, at: delivery.at, noticeOn: delivery.noticeOn },
  };
}
