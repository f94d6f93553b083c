import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, hashOf } from "./index.ts";

const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.maxSafeInteger(), fc.string({ unit: "grapheme" }));
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("value")),
    fc.dictionary(fc.string({ unit: "grapheme" }), tie("value")),
  ),
})).value;

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, property]) => [key, withKeysReversed(property)]));
}

describe("canonical JSON", () => {
  test("sorts keys and leaves out white space", () => {
    expect(canonicalJson({ b: [1, true, null], a: { d: "x", c: -5 } })).toBe('{"a":{"c":-5,"d":"x"},"b":[1,true,null]}');
  });

  test("sorts keys by UTF-16 code unit, as the example of the standard does", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew",
      "1": "One",
      "\ud83d\ude00": "Emoji",
      "\u0080": "Control",
      "\u00f6": "O",
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toEqual([
      "1",
      "\r",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ]);
    expect(canonicalJson(value).startsWith('{"\\r":"Carriage Return","1":"One","\u0080"')).toBe(true);
  });

  test("escapes as the standard does", () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test("says the same whatever the order in which keys were set", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test("is JSON of the same value, and a fixed point", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test("leaves out a property that is undefined, and writes minus zero as zero", () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
  });

  test.each([
    ["a broken number", 0.5],
    ["a number too large to be exact", 2 ** 53],
    ["not a number", Number.NaN],
    ["a bigint", 1n],
    ["undefined", undefined],
    ["a hole in a list", [undefined]],
    ["a date object", new Date(0)],
    ["a map", new Map()],
    ["a function", () => 1],
    ["half a surrogate pair", "\ud800"],
    ["half a surrogate pair in a key", { "\udc00": 1 }],
  ])("refuses %s", (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ nested: [value] })).toThrow(TypeError);
  });

  test("gives another hash for another value", () => {
    expect(hashOf({ a: 1 })).toBe(hashOf({ a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: "1" }));
  });
});
