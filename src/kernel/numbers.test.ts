// The numbers of persons, firms, accounts and payments: what the conformance files cannot say line by line.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assertOk,
  belgianIbanCheckDigits,
  formatIban,
  formatInsz,
  formatKbo,
  formatStructuredCommunication,
  iban,
  ibanCheckDigits,
  insz,
  inszBirthDate,
  inszCheckDigits,
  inszKind,
  inszSex,
  isBelgianIban,
  kbo,
  kboCheckDigits,
  languages,
  parseIban,
  parseInsz,
  parseKbo,
  parseStructuredCommunication,
  Refusal,
  type Result,
  structuredCommunication,
  structuredCommunicationFor,
} from "./index.ts";

const digits = (count: number) => fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, "0"));

/** All texts that differ from `text` in one digit. */
function withOneDigitWrong(text: string): string[] {
  return [...text].flatMap((digit, at) =>
    [..."0123456789"]
      .filter((other) => other !== digit && digit >= "0" && digit <= "9")
      .map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
}

function expectEachSlipFound(valid: string, parse: (text: string) => Result<unknown>): void {
  expect(parse(valid).ok).toBe(true);
  expect(withOneDigitWrong(valid).filter((text) => parse(text).ok)).toEqual([]);
}

describe("a wrong digit is always found", () => {
  test("in a number of an enterprise", () => {
    fc.assert(
      fc.property(digits(7), fc.constantFrom("0", "1"), (rest, first) => {
        expectEachSlipFound(`${first}${rest}${kboCheckDigits(first + rest)}`, parseKbo);
      }),
    );
  });

  test("in a Belgian account number", () => {
    fc.assert(
      fc.property(digits(10), (base) => {
        const national = base + belgianIbanCheckDigits(base);
        expectEachSlipFound(`BE${ibanCheckDigits("BE", national)}${national}`, parseIban);
      }),
    );
  });

  test("in a structured communication", () => {
    fc.assert(
      fc.property(digits(10), (base) => {
        expectEachSlipFound(structuredCommunicationFor(Number(base)), parseStructuredCommunication);
      }),
    );
  });
});

describe("a number of a person", () => {
  test("tells the birth date in both centuries, and the sex", () => {
    const born1900 = insz("00010100173");
    const born2000 = insz("00010100105");
    expect([inszBirthDate(born1900), inszBirthDate(born2000)]).toEqual(["1900-01-01", "2000-01-01"]);
    expect(inszSex(born2000)).toBe("M");
    expect(inszSex(insz("24031500205"))).toBe("F");
    expect(inszKind(born2000)).toBe("RIJKSREGISTER");
  });

  test("from the BIS register tells the same, and no sex when that was not known", () => {
    const known = insz("85473003317");
    const unknown = insz("85273003470");
    expect([inszKind(known), inszBirthDate(known), inszSex(known)]).toEqual(["BIS", "1985-07-30", "M"]);
    expect([inszKind(unknown), inszBirthDate(unknown), inszSex(unknown)]).toEqual(["BIS", "1985-07-30", null]);
  });

  test("without a complete birth date tells none", () => {
    const dates = ["00009900165", "85000012313", "05520001397"].map((text) => inszBirthDate(insz(text)));
    expect(dates).toEqual([null, null, null]);
  });

  test("of the right form is accepted in exactly one century", () => {
    fc.assert(
      fc.property(
        digits(2),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        digits(3),
        fc.boolean(),
        (year, month, day, serial, late) => {
          const nine = `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${serial}`;
          const value = insz(nine + inszCheckDigits(nine, late));
          expect(inszBirthDate(value)?.slice(0, 2)).toBe(late ? "20" : "19");
          expect(inszCheckDigits(nine, true)).not.toBe(inszCheckDigits(nine, false));
        },
      ),
    );
  });
});

describe("a number for readers", () => {
  test("has the separators people know, and is accepted with them", () => {
    const person = formatInsz(insz("85073003328"));
    const firm = formatKbo(kbo("BE0123456749"));
    const account = formatIban(iban("be68539007547034"));
    const payment = formatStructuredCommunication(structuredCommunication("010806817183"));
    expect([person, firm, account, payment]).toEqual([
      "85.07.30-033.28",
      "0123.456.749",
      "BE68 5390 0754 7034",
      "+++010/8068/17183+++",
    ]);
    expect(assertOk(parseInsz(person))).toBe("85073003328");
    expect(assertOk(parseKbo(firm))).toBe("0123456749");
    expect(assertOk(parseIban(account))).toBe("BE68539007547034");
    expect(assertOk(parseStructuredCommunication(payment))).toBe("010806817183");
  });

  test("of an account that fills its last group has no trailing space", () => {
    expect(formatIban(iban("NL91ABNA0417164300"))).toBe("NL91 ABNA 0417 1643 00");
    expect(isBelgianIban(iban("NL91ABNA0417164300"))).toBe(false);
    expect(isBelgianIban(iban("BE68539007547034"))).toBe(true);
  });
});

describe("a refused number", () => {
  test("is told how many digits were typed, in each language", () => {
    const result = parseKbo("123456789", "enterpriseNumber");
    expect(result).toEqual({
      ok: false,
      error: {
        id: "kbo.length",
        field: "enterpriseNumber",
        expected: "10 digits",
        message: {
          nl: "Het ondernemingsnummer heeft 10 cijfers; u typte er 9",
          en: "The enterprise number has 10 digits; you typed 9",
          fr: "Le numéro d’entreprise compte 10 chiffres ; vous en avez tapé 9",
        },
      },
    });
  });

  test("of a person is never repeated in the message", () => {
    for (const text of ["85073003329", "8507300332", "85130003328", "8507300332A"]) {
      const result = parseInsz(text);
      if (result.ok) expect.fail(`${text} was accepted`);
      for (const language of languages) expect(result.error.message[language]).not.toContain(text);
    }
  });

  test("is thrown as a refusal by the asserting form", () => {
    for (const make of [() => insz("1"), () => kbo("1"), () => iban("1"), () => structuredCommunication("1")])
      expect(make).toThrow(Refusal);
    expect(() => structuredCommunicationFor(10_000_000_000)).toThrow(RangeError);
    expect(() => structuredCommunicationFor(-1)).toThrow(RangeError);
  });
});
