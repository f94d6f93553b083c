// Brings a kept letter to its recipient by the first channel that reaches, and records the day and the proof from which terms run.
import type { Channel, Mailboxes } from "../counter/index.ts";
import type { AccessPurpose } from "../dossier/index.ts";
import { brusselsDate, isKbo } from "../kernel/index.ts";
import { LETTER_KINDS } from "../letters/index.ts";
import { addDelivery, letterStore, letterToDeliver } from "../store/index.ts";
import type { System } from "./system.ts";
import { GiveUp, type JobHandler } from "./worker.ts";

/** Letters that wait to be delivered. */
export const DELIVERY_QUEUE = "delivery";

const SENDER: AccessPurpose = { actor: { role: "system", ref: "delivery" }, organisation: "", purpose: "Brief bezorgen" };

/** A mailbox may be away for days: the letter waits for it, and does not go out twice by another way. */
const RETRY_MINUTES = [1, 5, 30, 120, 720, 1_440, 1_440, 1_440, 1_440, 1_440];

type Parts = Pick<System, "store" | "clock">;

export function deliveryHandler({ store, clock }: Parts, mailboxes: Mailboxes): JobHandler {
  const { pool } = store.database;
  const letters = letterStore(pool, store.vault, clock);
  return {
    queue: DELIVERY_QUEUE,
    retryMinutes: RETRY_MINUTES,
    async work(job, { complete }) {
      const letterRef = String((job.payload as { letterRef?: unknown }).letterRef);
      const [known, line] = await Promise.all([letterToDeliver(pool, letterRef), letters.find(letterRef)]);
      if (known === null || line === null) throw new GiveUp("There is no such letter");
      if (known.done) return;
      const actor = SENDER.actor;
      const { enterprise, email } = await addressesOf(store, known.recipient);
      const untried = (channel: Channel) => !known.notReached.includes(channel);
      const ways = [
        // What VDAB tells a person is not for the box of the person's enterprise.
        { channel: "EBOX" as const, box: mailboxes.EBOX, recipient: line.audience === "APPLICANT" ? enterprise : null },
        { channel: "MAIL" as const, box: mailboxes.MAIL, recipient: email },
      ];
      for (const { channel, box, recipient } of ways) {
        if (box === null || recipient === null || !untried(channel)) continue;
        const content = await letters.open(letterRef, SENDER);
        if (content === null) throw new GiveUp("Somebody in this letter was erased");
        const subject = `${LETTER_KINDS[line.kind].name.nl} ${line.reference}`;
        const handed = await box.deliver({ key: letterRef, recipient, subject, pdf: content.pdf });
        const at = clock.now();
        if (handed.outcome === "NOT_REACHED") {
          await addDelivery(pool, letterRef, { channel, outcome: "NOT_REACHED", at, noticeOn: null, proof: handed.proof }, actor);
          continue;
        }
        const noticeOn = brusselsDate(handed.at);
        await store.transaction(async (client) => {
          await addDelivery(client, letterRef, { channel, outcome: "DELIVERED", at, noticeOn, proof: handed.proof }, actor);
          await complete(client);
        });
        return;
      }
      await store.transaction(async (client) => {
        const listed = { channel: "POST" as const, outcome: "LISTED" as const, at: clock.now(), noticeOn: null, proof: null };
        await addDelivery(client, letterRef, listed, actor);
        await complete(client);
      });
    },
  };
}

async function addressesOf(store: Parts["store"], recipient: string) {
  const opened = await store.vault.open(recipient, SENDER, ["kbo", "email"]);
  const last = (kind: string) => opened.findLast((one) => one.kind === kind)?.content as Record<string, unknown> | undefined;
  const kbo = last("kbo")?.kbo;
  const email = last("email")?.email;
  return { enterprise: isKbo(kbo) ? kbo : null, email: typeof email === "string" && email.includes("@") ? email : null };
}
