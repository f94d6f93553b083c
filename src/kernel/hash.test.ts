import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "./index.ts";

const reference = (input: string | Uint8Array) => createHash("sha256").update(input).digest("hex");

describe("the hash", () => {
  test("of the examples of the standard", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("agrees with the platform's on every length around the block borders", () => {
    for (let length = 0; length <= 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256);
      expect(sha256Hex(bytes)).toBe(reference(bytes));
    }
  });

  test("agrees with the platform's on any bytes and any text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(sha256Hex(bytes)).toBe(reference(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(sha256Hex(text)).toBe(reference(text));
      }),
    );
  });

  test("agrees with the platform's on a megabyte", () => {
    const text = "0123456789abcdef".repeat(65_536);
    expect(sha256Hex(text)).toBe(reference(text));
  });
});
