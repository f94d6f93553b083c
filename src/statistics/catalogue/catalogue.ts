// All attributes together, and what follows from where each stands: who may use it, and whether its parts can exceed the total.
import type { Attribute } from "./attribute.ts";
import { fileAttributes } from "./attributes-of-files.ts";
import { moneyAttributes } from "./attributes-of-money.ts";
import { olderRightAttributes } from "./attributes-of-older-rights.ts";
import { employerAttributes, personAttributes } from "./attributes-of-people.ts";
import { ticketAttributes } from "./attributes-of-tickets.ts";
import { timeAttributes } from "./attributes-of-time.ts";
import type { SubjectId } from "./subjects.ts";
import type { Unit } from "./units.ts";

export const attributes: readonly Attribute[] = [
  ...ticketAttributes,
  ...fileAttributes,
  ...olderRightAttributes,
  ...moneyAttributes,
  ...timeAttributes,
  ...personAttributes,
  ...employerAttributes,
];

const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));

export function findAttribute(id: string): Attribute | undefined {
  return byId.get(id);
}

/** Throws for an id that is not in the catalogue: definitions are checked before they get here. */
export function attributeOf(id: string): Attribute {
  const attribute = byId.get(id);
  if (attribute === undefined) throw new Error(`No attribute "${id}" in the catalogue`);
  return attribute;
}

export function attributesOf(subject: SubjectId): readonly Attribute[] {
  return attributes.filter((attribute) => attribute.subjects.includes(subject));
}

/** Units of which each row of the subject is exactly one. */
const rowUnits: Readonly<Record<SubjectId, readonly Unit[]>> = {
  person: ["person"],
  ticketHolder: ["person"],
  ticket: ["ticket"],
  indication: ["indication", "decision"],
  application: ["application", "file", "decision"],
  grant: ["grant", "component", "decision"],
  oldRight: ["file"],
  payment: ["component"],
  commitment: [],
  transfer: ["transfer"],
  employer: ["employer"],
};

/** How the rows came together: all that stand at a date, one per event, or all that stood at some time in a period. */
export type Gathering = "date" | "events" | "period";

/** Whether one counted unit can fall in several values of the dimension, so that the parts can exceed the total. */
export function partsCanExceedTotal(attribute: Attribute, subject: SubjectId, unit: Unit, gathering: Gathering): boolean {
  if (attribute.several) return true;
  const inPeriod = gathering === "period" && attribute.changes && !attribute.atPeriodEnd;
  if (rowUnits[subject].includes(unit)) return inPeriod;
  if (attribute.path === "row" || attribute.path === "file" || attribute.path === "window") return true;
  const inTime = inPeriod || (gathering === "events" && attribute.changes);
  if (unit === "person") return attribute.path === "employer" || attribute.path === "wage" || inTime;
  if (unit === "employer" || unit === "establishment") return attribute.path !== "employer" || inTime;
  return inTime;
}
