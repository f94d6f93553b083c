// Bytes that were put together are those of the whole text, encoded at once.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteSink } from "./bytes.ts";

const encoded = (text: string) => new TextEncoder().encode(text);
const put = (parts: readonly string[]) => {
  const sink = new ByteSink();
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) sink.text(part);
    else sink.fixed({ text: part, utf8: encoded(part) });
  }
  return sink.bytes();
};

describe("a sink of bytes", () => {
  it("encodes short and long parts, with accents, euro signs and pairs", () => {
    const parts = ["", "€ 9.572,06", "é", "“", "😀", "a😀b", "x".repeat(47), "x".repeat(48), "é".repeat(49), "€".repeat(50)];
    expect(put(parts)).toEqual(encoded(parts.join("")));
  });

  it("gives the same as encoding the whole, for any parts", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { maxLength: 30 }), (parts) => {
        expect(put(parts)).toEqual(encoded(parts.join("")));
      }),
    );
  });

  it("grows past its room, and keeps what was there", () => {
    const part = "é€".repeat(40_000);
    const parts = ["begin", part, part, part, "end"];
    expect(put(parts)).toEqual(encoded(parts.join("")));
  });

  it("gives every answer bytes of its own", () => {
    const first = put(["one"]);
    const second = put(["two"]);
    expect([first, second].map((bytes) => new TextDecoder().decode(bytes))).toEqual(["one", "two"]);
  });

  it("writes half of a pair as the mark for what cannot be written", () => {
    expect(new TextDecoder().decode(put(["\ud83d"]))).toBe("\ufffd");
  });
});
