// Public face of the disclosure gate.
export { type GatedFigure, type GateReport, gate } from "./gate.ts";
export { type Channel, type DisclosurePolicy, policies } from "./policy.ts";
