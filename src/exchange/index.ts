// Public face of exchange: the outside world behind the ports that other rooms declare, each with a stand-in.
export * from "./agreements/index.ts";
export * from "./arrivals/index.ts";
export * from "./bank/index.ts";
export * from "./dmfa/index.ts";
export * from "./identity/index.ts";
export { eBoxMailbox, type FakeMailbox, fakeMailbox, relayMailbox } from "./mailbox/index.ts";
export { readPayslips } from "./payslips/index.ts";
export * from "./registers/index.ts";
export * from "./webhooks/index.ts";
