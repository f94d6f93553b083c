// The hash chain of one stream: each event's hash covers its content, its place and the hash before it.
import { hash as digest } from "node:crypto";
import type { Actor, SealedEnvelope, StreamKind } from "../../dossier/event.ts";
import type { AnyEvent, AnyStoredEvent } from "../../dossier/ports.ts";
import { canonicalJson, type Instant, localized, problem, Refusal } from "../../kernel/index.ts";

/** Where an event stands and who wrote it, before it is chained. */
export interface Placed {
  readonly streamKind: StreamKind;
  readonly streamRef: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
}

/** An event that is ready to be written. `payloadText` is its canonical JSON. */
export interface ChainedEvent {
  readonly event: AnyEvent;
  readonly envelope: SealedEnvelope;
  readonly payloadText: string;
}

export function chain(event: AnyEvent, placed: Placed, prevHash: string): ChainedEvent {
  const payloadText = payloadOf(event);
  return { event, envelope: { ...placed, prevHash, hash: chainHash(event, placed, payloadText, prevHash) }, payloadText };
}

/** SHA-256 over the hash before (64 hexadecimal digits, or nothing) and the canonical JSON of the event with its place. */
export function chainHash(event: AnyEvent, placed: Placed, payloadText: string, prevHash: string): string {
  // Written out, keys in canonical order, so that the payload is put into canonical form once.
  const text =
    `{"actor":{"ref":${JSON.stringify(placed.actor.ref)},"role":${JSON.stringify(placed.actor.role)}},` +
    `"commandId":${JSON.stringify(placed.commandId)},"effectiveOn":"${event.effectiveOn}","payload":${payloadText},` +
    `"recordedAt":"${placed.recordedAt}","streamKind":"${placed.streamKind}","streamRef":"${placed.streamRef}",` +
    `"type":${JSON.stringify(event.type)},"version":${placed.version}}`;
  return digest("sha256", prevHash + text, "hex");
}

/** The hash that a stored event should have, from what is stored of it. */
export function expectedHash(stored: AnyStoredEvent): string {
  return chainHash(stored, stored.envelope, canonicalJson(stored.payload), stored.envelope.prevHash);
}

function payloadOf(event: AnyEvent): string {
  let text: string;
  try {
    text = canonicalJson(event.payload);
  } catch (error) {
    return refusePayload(event, (error as Error).message);
  }
  // The database's JSON cannot hold this character; an even number of backslashes before it means it is only written out.
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) return refusePayload(event, "it holds the character U+0000");
  return text;
}

function refusePayload(event: AnyEvent, detail: string): never {
  throw new Refusal([
    problem(
      "store.payload",
      localized(
        `De gegevens van ${event.type} kunnen niet bewaard worden: ${detail}`,
        `The payload of ${event.type} cannot be stored: ${detail}`,
        `Les données de ${event.type} ne peuvent pas être conservées : ${detail}`,
      ),
    ),
  ]);
}
