// Letters that a payroll office may read: those of the firms that gave it a mandate today, a self-employed person's firm included.
import { expect, test } from "vitest";
import { ownEnterpriseRef } from "../../dossier/index.ts";
import { asRef, type Kbo, newRef, type PersonRef, plainDate } from "../../kernel/index.ts";
import type { CounterPorts } from "../ports.ts";
import { testKbo } from "../testing.ts";
import { readLetter } from "./read.ts";

const OFFICE = { role: "payrollOffice", actorRef: "office", organisation: testKbo(9), insz: null } as const;
const company = newRef();
const owner = asRef<PersonRef>(newRef());

/** One letter to an enterprise; two firms gave a mandate, the one of a self-employed person until `ends`. */
function read(employerRef: string, ends: string | null = null) {
  const line = { letterRef: newRef(), kind: "grant", reference: "B-1", audience: "APPLICANT", issuer: "DEPARTMENT", employerRef };
  const from = plainDate("2026-01-01");
  const mandates = [
    { firm: testKbo(1), firmName: "Een", from, until: null },
    { firm: testKbo(2), firmName: "Twee", from, until: ends },
  ];
  const subjects: Readonly<Record<string, string>> = { [testKbo(1)]: company, [testKbo(2)]: owner };
  const ports = {
    clock: { today: () => plainDate("2026-11-23") },
    letters: { find: async () => line, open: async () => null },
    mandates: { of: async () => ({ state: "found", value: mandates }) },
    vault: { findByIdentifier: async (_kind: string, kbo: Kbo) => subjects[kbo] ?? null },
  } as unknown as CounterPorts;
  return readLetter(ports, OFFICE, line.letterRef);
}

test("a company's letter, and one to the firm of a self-employed person", async () => {
  expect(await read(company)).not.toBeNull();
  expect(await read(ownEnterpriseRef(owner))).not.toBeNull();
});

test("not that of a firm that gave no mandate, nor after the mandate's last day", async () => {
  expect(await read(newRef())).toBeNull();
  expect(await read(ownEnterpriseRef(owner), "2026-11-23")).not.toBeNull();
  expect(await read(ownEnterpriseRef(owner), "2026-11-22")).toBeNull();
});
