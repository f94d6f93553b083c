// Public face of the disclosure gate.
export { type GatedFigure, type GateReport, gate, type Passed, passGate } from "./gate.ts";
export type { Earlier, Guard } from "./joint.ts";
export { heldAgainst, type Judge, judgeHere } from "./judge.ts";
export { type Channel, type DisclosurePolicy, overridePolicies, policies, releasePolicy } from "./policy.ts";
export { type CellSystem, protect, type Suppression, smallOnes } from "./suppress.ts";
