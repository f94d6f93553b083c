// An answer put together as bytes: parts that were encoded before are copied, short ones are encoded in place, and nothing is encoded twice.
import type { Fixed, TextSink } from "../law/index.ts";

const ROOM = 256 * 1024;

/** Answers lie in it one after the other, and each is given away where it lies; one for the process, since an answer is written in one go. */
let room = Buffer.allocUnsafeSlow(ROOM);
/** Where the next answer begins. */
let begin = 0;

export class ByteSink implements TextSink {
  private end = begin;

  fixed({ utf8 }: Fixed): void {
    const { length } = utf8;
    this.make(length);
    if (length > LONG) room.set(utf8, this.end);
    else for (let i = 0; i < length; i += 1) room[this.end + i] = utf8[i]!;
    this.end += length;
  }

  text(part: string): void {
    const size = part.length;
    // A character takes three bytes at most, or four for the two halves of a pair.
    this.make(3 * size);
    if (size > LONG) {
      this.end += room.write(part, this.end, "utf8");
      return;
    }
    let at = this.end;
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
        this.end += room.write(part, this.end, "utf8");
        return;
      }
    }
    this.end = at;
  }

  /** What was written. Nothing more can be written after it. */
  bytes(): Uint8Array<ArrayBuffer> {
    const written = new Uint8Array(room.buffer, begin, this.end - begin);
    begin = this.end;
    return written;
  }

  /** Makes room for so many more bytes; an answer that outgrows it moves to a room of its own. */
  private make(more: number): void {
    if (this.end + more <= room.length) return;
    const length = this.end - begin;
    const larger = Buffer.allocUnsafeSlow(Math.max(ROOM, 2 * (length + more)));
    room.copy(larger, 0, begin, this.end);
    room = larger;
    begin = 0;
    this.end = length;
  }
}

/** Above this many characters or bytes a call into the platform costs less than a loop. */
const LONG = 48;
