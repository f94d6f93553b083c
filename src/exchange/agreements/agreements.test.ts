import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/index.ts";
import { patiently, type Registers } from "../registers/registers.ts";
import { isAgreed, readAgreements } from "./agreements.ts";

const folder = mkdtempSync(join(tmpdir(), "agreements-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("agreements", () => {
  test("of the product each name a partner, a purpose and fields", () => {
    expect(readAgreements().map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "companies",
        "employments",
        "residences",
        "mandates",
        "declarations",
        "bank",
        "mailbox",
        "webhooks",
      ]),
    );
  });

  test("hold from their first to their last day", () => {
    const one = { ...readAgreements()[0]!, from: plainDate("2025-01-01"), until: plainDate("2025-12-31") };
    const on = (day: string) => isAgreed([one], one.id, plainDate(day));
    expect([on("2024-12-31"), on("2025-01-01"), on("2025-12-31"), on("2026-01-01")]).toEqual([false, true, true, false]);
    expect(isAgreed([one], "another", plainDate("2025-06-01"))).toBe(false);
  });

  test.each([
    ["- id: x\n", /partner/],
    ["- { id: x, partner: p, direction: in, protocol: a, purpose: b, fields: [], from: 2025-01-01, until: null }\n", /fields/],
    [
      "- { id: x, partner: p, direction: in, protocol: a, purpose: b, fields: [c], from: 2025-02-30, until: null }\n",
      /from: a day/,
    ],
  ])("are refused with the field that is wrong: %j", (text, message) => {
    const file = join(folder, "a.yaml");
    writeFileSync(file, text);
    expect(() => readAgreements(file)).toThrow(message);
  });

  test("that have ended stop the asking: the register answers as one that is away", async () => {
    const asked: string[] = [];
    const find = async (number: string) => {
      asked.push(number);
      return { state: "unknown" } as const;
    };
    const registers = { companies: { find } } as unknown as Registers;
    const options = { timeoutMs: 1_000, retries: 0, retryAfterSeconds: 60 };
    const open = patiently(registers, () => 0, { ...options, agreed: () => true });
    const ended = patiently(registers, () => 0, { ...options, agreed: (name) => name !== "companies" });
    expect(await open.companies.find("0316380841" as never)).toMatchObject({ state: "unknown" });
    expect(await ended.companies.find("0316380841" as never)).toEqual({ state: "unavailable", retryAfterSeconds: 60 });
    expect(asked).toEqual(["0316380841"]);
  });
});
