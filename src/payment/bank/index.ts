// Public face of paying through the bank.
export { type AdvanceMonth, AdvanceMonths } from "./advance-months.ts";
export { Bank, type BankPorts, type MadeBatch } from "./bank.ts";
export type * from "./bank-port.ts";
export type * from "./port.ts";
export { recoveryCommunication } from "./recovery-communication.ts";
