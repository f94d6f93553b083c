// Public face of payouts: who gets what of a run.
export { type PayoutMoment, type PayoutPorts, Payouts } from "./payouts.ts";
export { type Claims, type Payout, planMonth } from "./plan.ts";
