// Writing down an attribute that stands in the counted thing itself: what is not said is the usual.
import type { Attribute, Domain } from "./attribute.ts";

export const codes = (...values: string[]): Domain => ({ kind: "codes", values });
export const date: Domain = { kind: "date" };

type Given = Pick<Attribute, "id" | "title" | "meaning" | "domain" | "subjects"> & Partial<Attribute>;

/** Of the department, in the row, fixed, one value, no linkage. */
export function own(attribute: Given): Attribute {
  return {
    owner: "DEPARTMENT",
    path: "row",
    changes: false,
    atPeriodEnd: false,
    several: false,
    linkedFor: [],
    ids: [],
    ...attribute,
  };
}
