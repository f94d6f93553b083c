// What a trace keeps of an evaluation: each step once, with what it read and what it used, in order and without saying anything twice.
import { describe, expect, it } from "vitest";
import { constant, rule } from "./build.ts";
import { whole } from "./exact.ts";
import type { ParameterCell } from "./frame.ts";
import type { AnyRule } from "./kinds/rule.ts";
import { StepPlace, Trace } from "./trace.ts";

const text = (word: string) => ({ nl: word, en: word, fr: word });
const named = (id: string) =>
  rule(id, { ids: ["WP-01"], title: text(id), dutchTerm: id, sentence: text("{value}"), gives: constant("times", 1) });
const at = (rule: AnyRule, month?: number) => new StepPlace(rule, month === undefined ? null : `2024-0${month + 1}`);
const [outer, inner, monthly] = [named("outer"), named("inner"), named("monthly")] as const;
const cell = (id: string, openPoints: readonly string[]): ParameterCell => ({
  id,
  unit: "times",
  on: "2024-01-01" as never,
  value: whole(1),
  openPoints,
  carriedForward: false,
  reading: null,
});

describe("a trace", () => {
  it("puts what was used before what used it, and links the two", () => {
    const trace = new Trace();
    const none = trace.open(at(outer));
    const parent = trace.open(at(inner));
    trace.close(parent, whole(3));
    trace.close(none, whole(4));
    expect(trace.steps.map(({ key, from, month, value }) => ({ key, from, month, value }))).toEqual([
      { key: "inner", from: [], month: null, value: whole(3) },
      { key: "outer", from: ["inner"], month: null, value: whole(4) },
    ]);
  });

  it("names the month of a rule about one month, the first month too", () => {
    const trace = new Trace();
    const none = trace.open(at(outer));
    for (const month of [0, 1, 2]) trace.close(trace.open(at(monthly, month)), whole(1));
    trace.link(at(monthly, 0));
    trace.link(at(monthly, 2));
    trace.close(none, whole(3));
    expect(trace.steps.map(({ key }) => key)).toEqual(["monthly@2024-01", "monthly@2024-02", "monthly@2024-03", "outer"]);
    expect(trace.steps.map(({ month }) => month)).toEqual(["2024-01", "2024-02", "2024-03", null]);
    expect(trace.steps.at(-1)!.from).toEqual(["monthly@2024-01", "monthly@2024-02", "monthly@2024-03"]);
  });

  it("links a rule whose value was already there, once", () => {
    const trace = new Trace();
    const none = trace.open(at(outer));
    trace.link(at(inner));
    trace.link(at(inner));
    trace.link(at(monthly, 0));
    trace.close(none, whole(1));
    expect(trace.steps[0]!.from).toEqual(["inner", "monthly@2024-01"]);
  });

  it("keeps each fact, parameter, reading and open point of a step once", () => {
    const trace = new Trace();
    const none = trace.open(at(outer));
    for (const name of ["a", "b", "a"]) trace.fact(name, "times", whole(2));
    const [one, other] = [cell("one", ["OPEN-01", "OPEN-02"]), cell("other", ["OPEN-02"])];
    for (const read of [one, other, one]) trace.parameter(read);
    for (const openPoint of ["OPEN-03", "OPEN-04", "OPEN-03"]) trace.switch({ openPoint, option: "YES" });
    for (const openPoint of ["OPEN-03", "OPEN-01"]) trace.lean(openPoint);
    trace.close(none, whole(1));
    const [step] = trace.steps;
    expect(step!.facts).toEqual([
      { name: "a", unit: "times", value: whole(2) },
      { name: "b", unit: "times", value: whole(2) },
    ]);
    expect(step!.parameters).toEqual([one, other]);
    expect(step!.switches).toEqual([
      { openPoint: "OPEN-03", option: "YES" },
      { openPoint: "OPEN-04", option: "YES" },
    ]);
    expect(step!.openPoints).toEqual(["OPEN-01", "OPEN-02", "OPEN-03"]);
  });

  it("gives each step lists of its own", () => {
    const trace = new Trace();
    const none = trace.open(at(outer));
    trace.fact("a", "times", whole(1));
    const parent = trace.open(at(inner));
    trace.fact("b", "times", undefined);
    trace.close(parent, whole(1));
    trace.fact("c", "times", whole(1));
    trace.close(none, whole(1));
    expect(trace.steps.map(({ facts }) => facts.map(({ name }) => name))).toEqual([["b"], ["a", "c"]]);
    expect(trace.steps[0]!.parameters).toEqual([]);
  });

  it("keeps nothing outside a step", () => {
    const trace = new Trace();
    trace.link(at(inner));
    trace.fact("a", "times", whole(1));
    trace.parameter(cell("one", ["OPEN-01"]));
    trace.switch({ openPoint: "OPEN-03", option: "YES" });
    trace.lean("OPEN-03");
    expect(trace.steps).toEqual([]);
  });
});
