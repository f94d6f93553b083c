import { expect, test } from "vitest";
import { EVIDENCE_LIMIT, takeEvidence } from "./evidence.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const idOf = (name: string, type: string, bytes: Uint8Array) => {
  const taken = takeEvidence(name, type, bytes);
  return taken.ok ? taken.value.name : taken.error[0]?.id;
};

test("a file is what its first bytes say, whatever its name or sender claims", () => {
  expect(idOf("a.pdf", "application/pdf", pdf)).toBe("a.pdf");
  expect(idOf("a.PNG", "", png)).toBe("a.PNG");
  expect(idOf("a.png", "image/png", pdf)).toBe("evidence.mismatch");
  expect(idOf("a.pdf", "image/png", pdf)).toBe("evidence.mismatch");
  expect(idOf("a.pdf", "application/pdf", new TextEncoder().encode("<html>"))).toBe("evidence.kind");
  expect(idOf("a.pdf.exe", "", pdf)).toBe("evidence.mismatch");
});

test("empty is refused, the limit itself is taken, one byte more is not", () => {
  expect(idOf("a.pdf", "", new Uint8Array())).toBe("evidence.empty");
  const most = new Uint8Array(EVIDENCE_LIMIT);
  most.set(pdf);
  expect(idOf("a.pdf", "", most)).toBe("a.pdf");
  const more = new Uint8Array(EVIDENCE_LIMIT + 1);
  more.set(pdf);
  expect(idOf("a.pdf", "", more)).toBe("evidence.large");
});

test("of a name only the last part is kept, without what cannot be seen", () => {
  expect(idOf("C:\\map\\contract.pdf", "", pdf)).toBe("contract.pdf");
  expect(idOf("../../etc/contract.pdf", "", pdf)).toBe("contract.pdf");
  expect(idOf("con\u202Etract\u0000.pdf", "", pdf)).toBe("contract.pdf");
  expect(idOf("", "", pdf)).toBe("bestand.pdf");
});
