// Files that are too large to hold: kept aside while they come in over the network, and read once they are whole.

/** The most that a file of declarations may be, in bytes: several times a quarter of all Flanders, which was 68 MiB. */
export const ARRIVAL_LIMIT = 256 * 1024 * 1024;

/** A file that came whole. */
export interface Arrival {
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
  chunks(): AsyncIterable<Uint8Array>;
  /** Ends the keeping; nothing of the file stays behind. Always to be called. */
  release(): Promise<void>;
}

export interface Arrivals {
  /**
   * Keeps what comes until it is whole. Throws a `Refusal` and keeps nothing when it is larger than `most` (`arrival.tooLarge`), when it ends
   * half-way (`arrival.cutOff`) or when there is no room (`arrival.diskFull`).
   */
  receive(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Arrival>;
}
