// A mailbox in memory, for demonstrations and tests: it can be out of order, and it knows who has no box.
import type { Mailbox, Message } from "../../counter/letters/ports.ts";
import type { Clock, Instant } from "../../kernel/index.ts";

export interface FakeMailbox extends Mailbox {
  /** What came in, each key once. */
  readonly messages: readonly Message[];
  /** While true nothing gets through. */
  down: boolean;
}

export function fakeMailbox(clock: Clock, hasBox: (recipient: string) => boolean = () => true): FakeMailbox {
  const received = new Map<string, { message: Message; at: Instant }>();
  return {
    down: false,
    get messages() {
      return [...received.values()].map((one) => one.message);
    },
    async deliver(message) {
      if (this.down) throw new Error("The mailbox is out of order");
      if (!hasBox(message.recipient)) return { outcome: "NOT_REACHED", proof: "no box" };
      const held = received.get(message.key) ?? { message, at: clock.now() };
      received.set(message.key, held);
      return { outcome: "DELIVERED", proof: `fake-${message.key}`, at: held.at };
    },
  };
}
