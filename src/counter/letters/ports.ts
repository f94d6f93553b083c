// What letters ask of the outside: the records that they tell of, a place where issued letters lie, and ways to deliver them.
import type { AccessPurpose, Actor, EventStore, RecordedNotice, Vault } from "../../dossier/index.ts";
import type { Clock, Instant, PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Audience, Issuer, LetterDocument, LetterKind } from "../../letters/index.ts";
import type { Attest } from "../../payment/index.ts";

/** What is known of a letter without opening it. Holds no name. */
export interface LetterLine {
  readonly letterRef: string;
  readonly kind: LetterKind;
  readonly issuer: Issuer;
  readonly audience: Audience;
  readonly reference: string;
  readonly dated: PlainDate;
  readonly issuedAt: Instant;
  readonly fileRef: string | null;
  readonly personRef: string | null;
  readonly employerRef: string | null;
  /** What was decided: an indication, an evaluation, a grant or a review. */
  readonly aboutRef: string | null;
  /** Of the canonical JSON of the document, and of the bytes of its PDF. */
  readonly documentHash: string;
  readonly pdfHash: string;
  /** The last delivery; null while there is none. */
  readonly delivery: Delivery | null;
}

export const CHANNELS = ["EBOX", "MAIL", "POST"] as const;
export type Channel = (typeof CHANNELS)[number];

/** LISTED: on the list of letters that go by post. DELIVERED: with a proof. NOT_REACHED: the channel cannot reach this recipient. */
export const DELIVERY_OUTCOMES = ["DELIVERED", "LISTED", "NOT_REACHED"] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export interface Delivery {
  readonly channel: Channel;
  readonly outcome: DeliveryOutcome;
  readonly at: Instant;
  /** The day from which terms run; only when delivered. */
  readonly noticeOn: PlainDate | null;
  /** What shows it: number of the message or of the post list. No name or address. */
  readonly proof: string | null;
}

/** A letter to be kept as issued. `source` is what it follows from: a second letter of the same source is not kept. */
export interface NewLetter extends Omit<LetterLine, "delivery" | "issuedAt" | "documentHash" | "pdfHash"> {
  readonly source: string;
  readonly document: LetterDocument;
  readonly pdf: Uint8Array;
  /** Whose keys seal it: the recipient and every person named in it. Erasing any of them makes it unreadable. */
  readonly subjects: readonly string[];
  /** False for letters of a history that was carried over: they are shown, not sent. */
  readonly deliver: boolean;
}

export type LettersOf =
  | { readonly fileRef: string }
  /** Letters to the person, not those about the person to others. */
  | { readonly personRef: string }
  | { readonly employerRef: string; readonly kinds?: readonly LetterKind[] }
  /** Letters to a self-employed person about the own right; those about workers are the enterprise's. */
  | { readonly ownRightsOf: string; readonly kinds: readonly LetterKind[] };

export interface LetterStore {
  /** Newest first. */
  list(of: LettersOf, limit?: number): Promise<readonly LetterLine[]>;
  find(letterRef: string): Promise<LetterLine | null>;
  /** The document and the PDF's bytes as issued; null when it was erased. Reading is written to the access log of all named in it. */
  open(letterRef: string, reader: AccessPurpose): Promise<{ readonly document: LetterDocument; readonly pdf: Uint8Array } | null>;
  /** What is on record of the notice of a decision, by its last delivery; null when nothing is. */
  noticeOf(aboutRef: string): Promise<RecordedNotice | null>;
  /** Letters of one sender that wait to be posted, oldest first. */
  paperList(issuer: Issuer, limit: number): Promise<readonly LetterLine[]>;
  /** Notes that letters of the list were posted; gives how many were still on it. */
  notePosted(letterRefs: readonly string[], on: PlainDate, proof: string, actor: Actor): Promise<number>;
}

/** What a channel is handed. `key` makes that sending it again sends nothing again. */
export interface Message {
  readonly key: string;
  readonly recipient: string;
  /** Without a name. */
  readonly subject: string;
  readonly pdf: Uint8Array;
}

/** NOT_REACHED: this channel will never reach the recipient; another may. */
export type Handed =
  | { readonly outcome: "DELIVERED"; readonly proof: string; readonly at: Instant }
  | { readonly outcome: "NOT_REACHED"; readonly proof: string };

/** A way to deliver. Throws on an outage or a refusal of ours: the letter is tried again later. */
export interface Mailbox {
  deliver(message: Message): Promise<Handed>;
}

/** A channel that is null is not connected; post needs nobody but a person with the list. */
export interface Mailboxes {
  /** e-Box Enterprise: the recipient is an enterprise number. */
  readonly EBOX: Mailbox | null;
  /** A message that a letter is ready, without its content: the recipient is an e-mail address. */
  readonly MAIL: Mailbox | null;
}

export interface LetterSources {
  readonly law: Law;
  readonly clock: Clock;
  readonly events: Pick<EventStore, "read">;
  readonly vault: Pick<Vault, "open">;
  /** The last version of each attest of a relation, as received by the moment. */
  readonly attestsOf: (
    relation: { readonly employerRef: string; readonly personRef: string },
    knownAt: Instant,
  ) => Promise<readonly Attest[]>;
  /** Marks every letter as made from synthetic records. */
  readonly synthetic: boolean;
}
