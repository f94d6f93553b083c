// What the desk of the data-protection officer asks of the outside.
import type { EventStore, Vault } from "../../dossier/index.ts";
import type { Clock, Instant, PlainDate } from "../../kernel/index.ts";
import type { PrivacyStep } from "./requests.ts";

/** One opening of personal data, as the access log has it. */
export interface LoggedAccess {
  readonly subjectRef: string;
  readonly accessedAt: Instant;
  readonly actorRole: string;
  readonly actorRef: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly kinds: readonly string[];
}

/** One exchange with the outside, for the register of processing. */
export interface ProcessingEntry {
  readonly id: string;
  readonly partner: string;
  readonly direction: "in" | "uit";
  readonly protocol: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

export interface PrivacyRequestStore {
  add(requestRef: string, step: PrivacyStep): Promise<"added" | "addedBefore">;
  /** All requests, open ones first, then the latest answered. */
  list(limit: number): Promise<readonly { readonly requestRef: string; readonly steps: readonly PrivacyStep[] }[]>;
  read(requestRef: string): Promise<readonly PrivacyStep[]>;
}

export interface PrivacyPorts {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly events: Pick<EventStore, "read">;
  readonly accessesOf: (subjectRef: string) => Promise<readonly LoggedAccess[]>;
  readonly accessesBy: (actorRef: string) => Promise<readonly LoggedAccess[]>;
  readonly requests: PrivacyRequestStore;
  readonly register: () => readonly ProcessingEntry[];
}
