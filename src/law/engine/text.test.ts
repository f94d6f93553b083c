// Values for files and for readers.
import { describe, expect, it } from "vitest";
import { exact, whole } from "./exact.ts";
import { readerText, unitText, valueText } from "./text.ts";

const noNames = () => undefined;

describe("values for readers", () => {
  it("show cents, and what lies beyond them", () => {
    expect(readerText(whole(957_206), "cents/quarter", "nl", noNames)).toBe("€\u00a09.572,06");
    expect(readerText(exact(9_572_064n, 10n), "cents/quarter", "nl", noNames)).toBe("€\u00a09.572,064");
    expect(readerText(exact(9_572_064n, 10n), "cents/quarter", "en", noNames)).toBe("€9,572.064");
    expect(readerText(exact(9_572_064n, 10n), "cents/quarter", "fr", noNames)).toBe("9\u00a0572,064\u00a0€");
    expect(readerText(exact(-25n, 2n), "cents/quarter", "nl", noNames)).toBe("€\u00a0-0,125");
  });

  it("show percentages, quarters, days, flags and codes in words", () => {
    expect(readerText(exact(225n, 1000n), "basisPoints", "nl", noNames)).toBe("22,5\u00a0%");
    expect(readerText(exact(225n, 1000n), "basisPoints", "en", noNames)).toBe("22.5%");
    expect(readerText(whole(2024 * 4 + 1), "quarter", "nl", noNames)).toBe("2e kwartaal 2024");
    expect(readerText(whole(19_723), "date", "nl", noNames)).toBe("1 januari 2024");
    expect(readerText(true, "flag", "fr", noNames)).toBe("oui");
    expect(readerText("HIGH", "code", "nl", () => ({ nl: "hoog", en: "high", fr: "élevé" }))).toBe("hoog");
    expect(readerText("X", "code", "nl", noNames)).toBe("X");
    expect(readerText([whole(5), whole(8)], "quarterIndex[]", "nl", noNames)).toBe("5, 8");
  });
});

describe("values for files", () => {
  it("are written as the API takes them", () => {
    expect(valueText(whole(8097), "quarter")).toBe("2024-Q2");
    expect(valueText(whole(19_723), "date")).toBe("2024-01-01");
    expect(valueText([exact(2n, 5n), exact(3n, 10n)], "basisPoints[]")).toBe("40, 30");
    expect(valueText(false, "flag")).toBe("false");
    expect([unitText("cents/quarter"), unitText("basisPoints"), unitText("days")]).toEqual(["EUR/quarter", "%", "days"]);
  });
});
