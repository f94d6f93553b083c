import { describe, expect, it } from "vitest";
import { assertOk } from "../../kernel/index.ts";
import { coverageReport } from "./coverage.ts";
import { loadLaw } from "./load-law.ts";
import { smallSourcesWith } from "./testing/test-law.ts";

const covered = (coverage: string) => assertOk(loadLaw(smallSourcesWith({ "coverage.yaml": coverage })));

describe("the coverage report", () => {
  it("counts the states and lists the ids that have none", () => {
    const report = coverageReport(covered("REF-02:\n  state: planned\n"), [], []);
    expect(report.total).toBe(2);
    expect(report.counts).toEqual({ modelled: 0, judgement: 0, information: 0, outOfScope: 0, planned: 1 });
    expect(report.withoutState).toEqual(["OPEN-01"]);
  });

  it("lists a modelled id until a case tests it", () => {
    const law = covered("REF-02:\n  state: modelled\n  carriers: wageCap\n");
    expect(coverageReport(law, [], []).modelledWithoutCase).toEqual(["REF-02"]);
    expect(coverageReport(law, [], [{ id: "TV-10", ids: ["REF-02"] }]).modelledWithoutCase).toEqual([]);
  });

  it("asks for cases below, at and above a threshold that exist and test it", () => {
    const head = "REF-02:\n  state: modelled\n  carriers: wageCap\n  threshold:";
    const sides = "\n    below: edge/1\n    at: edge/2\n    above: edge/3 edge/4\n";
    const cases = ["edge/1", "edge/2"].map((id) => ({ id, ids: ["REF-02"] }));
    const missing = (text: string, more: readonly { id: string; ids: string[] }[] = []) =>
      coverageReport(covered(head + text), [], [...cases, ...more]).thresholdsWithoutSide;
    expect(missing(" true\n")).toEqual([{ id: "REF-02", missing: ["below", "at", "above"] }]);
    expect(missing(sides)).toEqual([{ id: "REF-02", missing: ["above"] }]);
    expect(missing(sides, [{ id: "edge/4", ids: ["OPEN-01"] }])).toEqual([{ id: "REF-02", missing: ["above"] }]);
    expect(missing(sides, [{ id: "edge/4", ids: ["REF-02"] }])).toEqual([]);
  });

  it("lists carriers that do not exist", () => {
    const law = covered("REF-02:\n  state: modelled\n  carriers: wageCap cap.amount OPEN-01 PayQuarter gone\n");
    const report = coverageReport(law, [{ id: "wageCap", ids: ["REF-02"] }], [], ["PayQuarter"]);
    expect(report.unknownCarriers).toEqual([{ id: "REF-02", carrier: "gone" }]);
  });

  it("lists rules without an id and ids that the rulebook does not have", () => {
    const law = covered("REF-02:\n  state: planned\n");
    const report = coverageReport(
      law,
      [
        { id: "wageCap", ids: [] },
        { id: "other", ids: ["REF-77"] },
      ],
      [{ id: "case", ids: ["TV-99"] }],
    );
    expect(report.rulesWithoutId).toEqual(["wageCap"]);
    expect(report.unknownIds).toEqual([
      { by: "other", id: "REF-77" },
      { by: "case", id: "TV-99" },
    ]);
  });

  it("lists each computable reading that no case uses", () => {
    const law = covered("REF-02:\n  state: planned\n");
    expect(coverageReport(law, [], []).readingsWithoutCase).toEqual([{ openPoint: "OPEN-01", option: "HIGH" }]);
    expect(coverageReport(law, [], [{ id: "c", ids: [], switches: { "OPEN-01": "HIGH" } }]).readingsWithoutCase).toEqual([]);
  });

  it("takes a judgement with its question, screen and event", () => {
    const text =
      "REF-02:\n  state: judgement\n  question:\n    nl: vraag\n    en: question\n    fr: question\n  screen: finding\n  event: FindingRecorded\n";
    const law = covered(text);
    expect(law.coverage.get("REF-02")?.judgement).toEqual({
      question: { nl: "vraag", en: "question", fr: "question" },
      screen: "finding",
      event: "FindingRecorded",
    });
    expect(coverageReport(law, [], []).counts.judgement).toBe(1);
  });
});
