// References that are always the same for the same thing, so that what is sent twice meets in one place.
import { hashOf } from "./hash.ts";
import type { Ref } from "./ref.ts";

/** A UUID (version 8) over the canonical JSON of `what`. Tells nothing to who does not know all of it, and cannot be read back. */
export function refOf<R extends Ref>(what: unknown): R {
  const hex = hashOf(what);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as string as R;
}
