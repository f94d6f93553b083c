// What the yearly linkage asks of the store.
import type { Instant, PlainDate } from "../../kernel/index.ts";

interface By {
  readonly at: Instant;
  readonly actor: { readonly role: string; readonly ref: string };
}

export interface LinkageRequest extends By {
  readonly linkageRef: string;
  readonly dimension: string;
  readonly coversUntil: PlainDate;
  readonly expectedOn: PlainDate | null;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly persons: number;
}

export interface LinkageLine {
  readonly linkageRef: string;
  readonly dimension: string;
  readonly coversUntil: PlainDate;
  readonly expectedOn: PlainDate | null;
  readonly requestedAt: Instant;
  readonly persons: number;
  /** Null while it has not come back. */
  readonly arrivedAt: Instant | null;
  readonly matched: number | null;
}

export interface LinkageStore {
  /** Everybody with an application, grant or older right that began on or before the day. */
  persons(until: PlainDate): Promise<readonly string[]>;
  request(request: LinkageRequest): Promise<void>;
  find(linkageRef: string): Promise<(LinkageRequest & { readonly arrivedAt: Instant | null }) | null>;
  /** Writes the arrival and its values, whole. */
  arrive(
    arrival: By & { readonly linkageRef: string; readonly fileHash: string; readonly rows: number },
    values: ReadonlyMap<string, string>,
  ): Promise<void>;
  list(): Promise<readonly LinkageLine[]>;
}
