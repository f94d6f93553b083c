import { describe, expect, test } from "vitest";
import {
  asRef,
  assertOk,
  collect,
  fail,
  isLanguage,
  isProblem,
  isRef,
  localized,
  mapResult,
  newRef,
  ok,
  type PersonRef,
  parseRef,
  pick,
  problem,
  Refusal,
} from "./index.ts";

const tooLong = problem("name.length", localized("Te lang", "Too long", "Trop long"), "name", "at most 10");
const missing = problem("date.missing", localized("Ontbreekt", "Missing", "Manque"));

describe("a result", () => {
  test("gives its value, or throws every problem", () => {
    expect(assertOk(ok(3))).toBe(3);
    expect(() => assertOk(fail(tooLong))).toThrow(new Refusal([tooLong]));
    expect(() => assertOk(fail([tooLong, missing]))).toThrow("name: Too long; Missing");
    expect(() => assertOk(fail(new RangeError("own error")))).toThrow(RangeError);
    expect(() => assertOk(fail("just text"))).toThrow('Refused: "just text"');
  });

  test("is changed when there is a value and left alone when there is not", () => {
    expect(mapResult(ok(3), (n) => n + 1)).toEqual({ ok: true, value: 4 });
    expect(mapResult(fail(tooLong), (n: number) => n + 1)).toEqual({ ok: false, error: tooLong });
  });

  test("of several gives all values, or all problems and not only the first", () => {
    expect(collect([ok(1), ok(2)])).toEqual({ ok: true, value: [1, 2] });
    expect(collect([ok(1), fail(tooLong), fail(missing)])).toEqual({ ok: false, error: [tooLong, missing] });
    expect(collect([ok(1), fail(tooLong)])).toEqual({ ok: false, error: [tooLong] });
    expect(collect([])).toEqual({ ok: true, value: [] });
  });
});

describe("a problem", () => {
  test("has no field and no expectation unless given one", () => {
    expect(Object.keys(missing)).toEqual(["id", "message"]);
    expect(tooLong).toMatchObject({ field: "name", expected: "at most 10" });
    expect([isProblem(tooLong), isProblem(null), isProblem({ id: "x" })]).toEqual([true, false, false]);
  });

  test("speaks the reader's language", () => {
    expect([pick(tooLong.message, "nl"), pick(tooLong.message, "fr")]).toEqual(["Te lang", "Trop long"]);
    expect([isLanguage("nl"), isLanguage("de"), isLanguage(undefined)]).toEqual([true, false, false]);
  });
});

describe("a reference", () => {
  test("is a fresh random UUID each time", () => {
    const refs = Array.from({ length: 1000 }, () => newRef<PersonRef>());
    expect(new Set(refs).size).toBe(1000);
    for (const ref of refs) expect(ref).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("is accepted in small letters only", () => {
    const ref = newRef<PersonRef>();
    expect(asRef<PersonRef>(ref)).toBe(ref);
    expect([isRef(ref), isRef(ref.slice(1)), isRef(`${ref}0`), isRef("ABCDEF00-0000-4000-8000-000000000000")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(parseRef("no", "person")).toMatchObject({ ok: false, error: { id: "ref.form", field: "person" } });
    expect(() => asRef("no")).toThrow(Refusal);
  });
});
