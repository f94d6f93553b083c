// Public face of the catalogue: what can be counted, in which units, and by which attributes.
export { type Attribute, type Domain, type Owner, type Path, UNKNOWN } from "./attribute.ts";
export { attributeOf, attributes, attributesOf, findAttribute, type Gathering, partsCanExceedTotal } from "./catalogue.ts";
export { type DescribedAttribute, describeAttributes, type Exclusive } from "./describe-attributes.ts";
export { labelOf } from "./labels.ts";
export { municipalityProvince } from "./municipalities.ts";
export { decisions, type EventId, events, eventTitles, type SubjectId, subjectFacts, subjectOf, subjects } from "./subjects.ts";
export { type Unit, unitFacts, units } from "./units.ts";
