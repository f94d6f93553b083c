// Public face of payouts: who gets what of a run.
export { type PayoutMoment, type PayoutPorts, Payouts } from "./payouts.ts";
export type { Claims, Payout } from "./plan.ts";
