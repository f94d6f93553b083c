// Public face of the mailboxes: e-Box and mail, and a stand-in.
export { type FakeMailbox, fakeMailbox } from "./fake-mailbox.ts";
export { eBoxMailbox, relayMailbox } from "./http-mailbox.ts";
