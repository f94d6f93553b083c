// The law's values in their smallest form, for the library: what is empty is left out, and texts that only pages show are dropped.
import type { Localized } from "../../kernel/index.ts";
import type { LawData } from "../law-data.ts";
import type { DatedValue, LawSwitch, Parameter } from "../model.ts";
import { lawFromPlain, type PlainLaw } from "./plain-law.ts";

type LeanRow = Pick<DatedValue, "from" | "until" | "knownSince" | "value" | "confidence"> &
  Partial<Pick<DatedValue, "sources" | "openPoints" | "alternatives">>;

export interface LeanLaw extends Omit<PlainLaw, "parameters" | "switches" | "register"> {
  readonly parameters: readonly (Pick<Parameter, "id" | "unit"> & {
    readonly title?: Localized;
    readonly expectsRevision?: true;
    readonly values: readonly LeanRow[];
  })[];
  readonly switches: readonly (Pick<LawSwitch, "id" | "default" | "carries"> & {
    /** Readings with a formula, then those without. */
    readonly options: readonly [computable: readonly string[], without: readonly string[]];
  })[];
}

/** `read`: parameters that a rule reads; of the others only what the hash of the values covers is kept. */
export function leanLaw(law: LawData, read: ReadonlySet<string>): LeanLaw {
  const { version, stateOfKnowledge, knownOn, chosen } = law;
  return {
    ...{ version, stateOfKnowledge, knownOn, chosen },
    parameters: [...law.parameters.values()].map(({ id, unit, title, expectsRevision, values }) => ({
      ...{ id, unit },
      ...(read.has(id) ? { title } : {}),
      ...(expectsRevision ? { expectsRevision } : {}),
      values: values.map(({ from, until, knownSince, value, confidence, sources, openPoints, alternatives }) => ({
        ...{ from, until, knownSince, value, confidence },
        ...(sources.length > 0 && read.has(id) ? { sources } : {}),
        ...(openPoints.length > 0 ? { openPoints } : {}),
        ...(alternatives.length > 0 ? { alternatives } : {}),
      })),
    })),
    switches: [...law.switches.values()].map((point) => {
      const named = (computable: boolean) =>
        point.options.filter((option) => option.computable === computable).map((option) => option.value);
      return { id: point.id, default: point.default, carries: point.carries, options: [named(true), named(false)] };
    }),
  };
}

const nothing: Localized = { nl: "", en: "", fr: "" };

export function lawFromLean(lean: LeanLaw): LawData {
  return lawFromPlain({
    ...lean,
    parameters: lean.parameters.map((one) => ({
      ...{ title: nothing, dutchTerm: "", ids: [], expectsRevision: false, file: "" },
      ...one,
      values: one.values.map((row) => ({ sources: [], openPoints: [], alternatives: [], note: null, ...row })),
    })),
    switches: lean.switches.map(({ options: [computable, without], ...point }) => ({
      ...{ dutchTerm: "", question: nothing, why: nothing, sources: [], file: "" },
      ...point,
      options: [...computable, ...without].map((value) => ({
        value,
        title: nothing,
        computable: computable.includes(value),
        confidence: "O" as const,
      })),
    })),
    register: null,
  });
}
