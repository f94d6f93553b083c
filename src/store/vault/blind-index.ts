// Keyed hashes by which a subject is found without the database knowing the identifier or the name.
import { createHmac } from "node:crypto";
import { nameWords } from "../../kernel/index.ts";

// Two lengths are a compromise: more would find a little more precisely, and tell more to who counts equal tokens.
const starts = [3, 5] as const;

/** Token of an identifier. Spaces, dots and dashes do not count. */
export function identifierToken(key: Buffer, kind: string, value: string): Buffer {
  return token(key, `${kind}|${value.replace(/[\s.-]/g, "").toUpperCase()}`);
}

/** Tokens under which a name is kept: the first 3 and the first 5 letters of each word; a shorter word whole. */
export function nameTokens(key: Buffer, name: string): Buffer[] {
  const kept = nameWords(name).flatMap((word) =>
    word.length < starts[0] ? [word] : starts.filter((length) => length <= word.length).map((length) => word.slice(0, length)),
  );
  return [...new Set(kept)].map((start) => token(key, `name|${start}`));
}

/** One token per word of what somebody typed; a subject must have them all. Letters after the fifth do not count. */
export function searchTokens(key: Buffer, typed: string): Buffer[] {
  const asked = nameWords(typed).map((word) => word.slice(0, word.length < starts[1] ? starts[0] : starts[1]));
  return [...new Set(asked)].map((start) => token(key, `name|${start}`));
}

function token(key: Buffer, text: string): Buffer {
  // Half a hash keeps the index small; two names that meet by chance are told apart when they are opened.
  return createHmac("sha256", key).update(text).digest().subarray(0, 16);
}
