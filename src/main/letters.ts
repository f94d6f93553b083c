// Letters as work that follows: from a recorded event to a letter that is kept, and from there on its way to whoever must have it.
import {
  LETTER_QUEUE,
  type LetterSources,
  letterJobs,
  letterOfEvent,
  letterOfPayment,
  type NewLetter,
  PAYMENT_LETTER_QUEUE,
  type PaymentFactSources,
  type PaymentLetterFacts,
  type PaymentLetterJob,
  paymentFacts,
} from "../counter/index.ts";
import type { StandInAccount } from "../exchange/index.ts";
import { asRef, type EmployerRef, isInsz, isKbo, type PersonRef } from "../kernel/index.ts";
import { letterTemplates } from "../letters/index.ts";
import { enqueue, fileLists, filesOfGrants, keepLetter, latestAttests, readMark, setMark } from "../store/index.ts";
import { DELIVERY_QUEUE } from "./delivery.ts";
import { createPayment } from "./payment.ts";
import type { System } from "./system.ts";
import { GiveUp, type JobHandler, type JobTools } from "./worker.ts";

type Parts = Pick<System, "store" | "law" | "clock" | "demo">;

export function letterSources({ store, law, clock, demo }: Parts): LetterSources {
  return {
    law,
    clock,
    events: store.events,
    vault: store.vault,
    attestsOf: (relation, knownAt) =>
      latestAttests(store.database.pool, { ...relation, knownAt } as Parameters<typeof latestAttests>[1]),
    synthetic: demo,
  };
}

interface LetterPayload {
  readonly streamRef: string;
  readonly version: number;
  /** Of a history that was carried over: the letter is shown, not sent. */
  readonly carriedOver?: boolean;
}

/** One letter per event: composed and rendered first, then kept, queued for delivery and marked as done in one transaction. */
export function letterHandler(parts: Parts): JobHandler {
  const sources = letterSources(parts);
  // Read now, so that a template with a mistake stops the start and not a letter.
  letterTemplates();
  return {
    queue: LETTER_QUEUE,
    async work(job, { complete }) {
      const { streamRef, version, carriedOver = false } = job.payload as unknown as LetterPayload;
      const letter = await letterOfEvent(sources, { streamRef, version, deliver: !carriedOver });
      if (letter === null) return;
      await keep(parts, letter, complete);
    },
  };
}

/** Letters that follow from payment: of corrections when a run is booked, of recoveries when they are decided. A job may hold the facts itself. */
export function paymentLetterHandler(parts: Parts & Partial<Pick<System, "settings">>): JobHandler {
  const sources = letterSources(parts);
  const { runs, recoveries, statements, ports, debtor } = createPayment(parts);
  const { pool } = parts.store.database;
  const of: PaymentFactSources = {
    law: parts.law,
    payment: ports,
    findRun: (runRef) => runs.find(runRef),
    recoveries,
    statements,
    filesOfGrants: (grantRefs) => filesOfGrants(pool, grantRefs),
    account: debtor === null ? null : { name: debtor.party.name, iban: debtor.account },
  };
  return {
    queue: PAYMENT_LETTER_QUEUE,
    async work(job, { complete }) {
      const payload = job.payload as unknown as PaymentLetterJob | PaymentLetterFacts;
      const facts = "about" in payload ? await paymentFacts(of, payload) : payload;
      if (facts === null) return;
      const letter = await letterOfPayment(sources, facts);
      if (letter === null) throw new GiveUp("There is no such file");
      await keep(parts, letter, complete);
    },
  };
}

async function keep({ store, clock }: Parts, letter: NewLetter, complete: JobTools["complete"]): Promise<void> {
  await store.vault.ready();
  await store.transaction(async (client) => {
    const { letterRef, fresh } = await keepLetter(client, store.vault, letter, clock.now());
    if (fresh && letter.deliver)
      await enqueue(client, { queue: DELIVERY_QUEUE, key: letterRef, payload: { letterRef } }, clock.now());
    await complete(client);
  });
}

/** Letters about streams of a history that was loaded in bulk: they are made as they would have been, and not sent. Older schemes had letters of their own. */
export async function letterHistory({ store, law, clock }: Parts, streamRefs: readonly string[]): Promise<number> {
  let count = 0;
  for (const streamRef of streamRefs) {
    for (const event of await store.events.read(streamRef)) {
      if (!law.parameterAt("scheme.inForce", event.effectiveOn).ok) continue;
      for (const job of letterJobs(event, event.envelope)) {
        await enqueue(store.database.pool, { ...job, payload: { ...job.payload, carriedOver: true } }, clock.now());
        count += 1;
      }
    }
  }
  return count;
}

const DEMO_LETTERS = "letters.demonstration";

/** Once: the letters about the people and firms that a demonstration logs in as, so that their files hold what they would have got. */
export async function letterDemonstration(parts: Parts, people: readonly StandInAccount[]): Promise<void> {
  const { pool } = parts.store.database;
  if ((await readMark(pool, DEMO_LETTERS)) !== null) return;
  const files = fileLists(pool);
  const streams = new Set<string>();
  for (const { claims } of people) {
    const person = isInsz(claims.rrn) ? await parts.store.vault.findByIdentifier("insz", claims.rrn) : null;
    const firm = isKbo(claims.vo_orgcode) ? await parts.store.vault.findByIdentifier("kbo", claims.vo_orgcode) : null;
    if (person !== null) streams.add(person);
    const sides = [
      ...(person === null ? [] : [{ personRef: asRef<PersonRef>(person) }]),
      ...(firm === null ? [] : [{ employerRef: asRef<EmployerRef>(firm) }]),
    ];
    for (const side of sides) for (const line of await files.filesOf(side, { limit: 20 })) streams.add(line.fileRef);
  }
  const count = await letterHistory(parts, [...streams]);
  await setMark(pool, DEMO_LETTERS, { streams: streams.size, events: count }, parts.clock.now());
}
