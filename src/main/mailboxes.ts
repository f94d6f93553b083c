// Which mailboxes there are: those of the settings; in a demonstration stand-ins; else none, and every letter goes by post.
import type { Mailboxes } from "../counter/index.ts";
import { eBoxMailbox, fakeMailbox, relayMailbox } from "../exchange/index.ts";
import type { System } from "./system.ts";

export function mailboxesOf({ settings, clock, demo }: Pick<System, "settings" | "clock" | "demo">): Mailboxes {
  const { eBox, mail } = settings.mailboxes;
  // Invented letters never leave the house.
  if (demo) return { EBOX: fakeMailbox(clock), MAIL: fakeMailbox(clock) };
  return { EBOX: eBox === null ? null : eBoxMailbox(eBox), MAIL: mail === null ? null : relayMailbox(mail) };
}
