// Where JSON text goes part after part, and parts that are written once for all cases.

/** Where the text goes, part after part. */
export interface TextSink {
  /** A part that was written once for all cases. */
  fixed(part: Fixed): void;
  /** A short part of this case. */
  text(part: string): void;
}

/** A part that is the same in every case, in both forms that a sink may want. */
export interface Fixed {
  readonly text: string;
  readonly utf8: Uint8Array;
}

const encoder = new TextEncoder();
const ROOM = 64 * 1024;

/** Parts that stay lie side by side, so that those of one step are fetched together. */
let room = new Uint8Array(ROOM);
let used = 0;

/** A part that may be forgotten again: in room of its own, which goes with it. */
export const forNow = (text: string): Fixed => ({ text, utf8: encoder.encode(text) });

/** A part that stays as long as the law. */
export function fixed(text: string): Fixed {
  const utf8 = encoder.encode(text);
  if (utf8.length > ROOM / 4) return { text, utf8 };
  if (used + utf8.length > ROOM) {
    room = new Uint8Array(ROOM);
    used = 0;
  }
  room.set(utf8, used);
  const lain = room.subarray(used, used + utf8.length);
  used += utf8.length;
  return { text, utf8: lain };
}
