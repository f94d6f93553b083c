// An answer put together as bytes: parts that were encoded before are copied, short ones are encoded in place, and nothing is encoded twice.
import type { Fixed, TextSink } from "../law/index.ts";

/** Grows to the largest answer that was written; one for the process, since an answer is written in one go. */
let room = Buffer.allocUnsafe(64 * 1024);

export class ByteSink implements TextSink {
  private length = 0;

  fixed({ utf8 }: Fixed): void {
    const end = this.length + utf8.length;
    if (end > room.length) grow(end);
    room.set(utf8, this.length);
    this.length = end;
  }

  text(part: string): void {
    const size = part.length;
    // A character takes three bytes at most, or four for the two halves of a pair.
    if (this.length + 3 * size > room.length) grow(this.length + 3 * size);
    if (size > LONG) {
      this.length += room.write(part, this.length, "utf8");
      return;
    }
    let at = this.length;
    for (let i = 0; i < size; i += 1) {
      const unit = part.charCodeAt(i);
      if (unit < 0x80) {
        room[at] = unit;
        at += 1;
      } else if (unit < 0x800) {
        room[at] = 0xc0 | (unit >> 6);
        room[at + 1] = 0x80 | (unit & 0x3f);
        at += 2;
      } else if (unit < 0xd800 || unit > 0xdfff) {
        room[at] = 0xe0 | (unit >> 12);
        room[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
        room[at + 2] = 0x80 | (unit & 0x3f);
        at += 3;
      } else {
        // One half of a pair: the whole part goes the sure way.
        this.length += room.write(part, this.length, "utf8");
        return;
      }
    }
    this.length = at;
  }

  /** A copy of what was written. */
  bytes(): Uint8Array<ArrayBuffer> {
    const copy = new Uint8Array(this.length);
    copy.set(room.subarray(0, this.length));
    return copy;
  }
}

/** Above this many characters a call into the platform costs less than a loop. */
const LONG = 48;

function grow(needed: number): void {
  const larger = Buffer.allocUnsafe(Math.max(needed, 2 * room.length));
  room.copy(larger);
  room = larger;
}
