// Outside sources that an application is prefilled from and checked against, each with an invented one for demonstrations.
export type { AskOptions } from "./asking.ts";
export { type Elsewhere, fakeRegisters, type RegisterName, type RegisterWorld } from "./fake-registers.ts";
export { patiently, type Registers } from "./registers.ts";
