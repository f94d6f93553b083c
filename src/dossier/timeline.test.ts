import { describe, expect, it } from "vitest";
import { plainDate } from "../kernel/index.ts";
import { nextStart, valueOn, withSpan } from "./timeline.ts";

const d = plainDate;

describe("a timeline", () => {
  const ghent = withSpan<string>([], d("2020-01-01"), null, "Ghent");

  it("answers nothing before its first day and the value from it on", () => {
    expect(valueOn(ghent, d("2019-12-31"))).toBeNull();
    expect(valueOn(ghent, d("2020-01-01"))).toBe("Ghent");
  });

  it("ends what held where something later starts", () => {
    const moved = withSpan(ghent, d("2023-05-01"), null, "Aalst");
    expect(valueOn(moved, d("2023-04-30"))).toBe("Ghent");
    expect(valueOn(moved, d("2023-05-01"))).toBe("Aalst");
  });

  it("keeps what comes after a stretch that is reported late", () => {
    const moved = withSpan(ghent, d("2023-05-01"), null, "Aalst");
    const until = nextStart(moved, d("2022-01-01"));
    expect(until).toBe("2023-05-01");
    const late = withSpan(moved, d("2022-01-01"), until, "Bruges");
    expect(["2021-12-31", "2022-01-01", "2023-04-30", "2023-05-01"].map((day) => valueOn(late, d(day)))).toEqual([
      "Ghent",
      "Bruges",
      "Bruges",
      "Aalst",
    ]);
  });

  it("splits a span around a stretch inside it", () => {
    const away = withSpan(ghent, d("2021-01-01"), d("2021-02-01"), "Namur");
    expect(away.map((span) => [span.from, span.until, span.value])).toEqual([
      ["2020-01-01", "2021-01-01", "Ghent"],
      ["2021-01-01", "2021-02-01", "Namur"],
      ["2021-02-01", null, "Ghent"],
    ]);
  });
});
