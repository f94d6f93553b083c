import { expect, test } from "vitest";
import { formatMoneyText, formatValue } from "./format-value.ts";

test("an exact amount keeps its decimals beyond the cent", () => {
  expect(formatMoneyText("10339.728", "nl")).toBe("€\u00a010.339,728");
  expect(formatMoneyText("10339.728", "en")).toBe("€10,339.728");
  expect(formatMoneyText("10339.728", "fr")).toBe("10\u00a0339,728\u00a0€");
  expect(formatMoneyText("9000.00", "nl")).toBe("€\u00a09.000,00");
});

test("shares, percentages, dates, quarters and lists read as a reader writes them", () => {
  expect(formatValue("0.8", "fraction", "nl")).toBe("80\u00a0%");
  expect(formatValue("0.375", "fraction", "nl")).toBe("0,375");
  expect(formatValue("22.5", "%", "nl")).toBe("22,5\u00a0%");
  expect(formatValue("2024-03-15", "date", "en")).toBe("15 March 2024");
  expect(formatValue("2024-Q1", "quarter", "nl")).toBe("1e kwartaal 2024");
  expect(formatValue("40, 30, 20", "%", "nl")).toBe("40\u00a0% / 30\u00a0% / 20\u00a0%");
  expect(formatValue("2", "times", "nl")).toBe("2 keer");
});
