// Keyed hashes by which a subject is found without the database knowing the identifier or the name.
import { createHmac } from "node:crypto";

const shortest = 3;
const longest = 6;

/** Token of an identifier. Spaces, dots and dashes do not count. */
export function identifierToken(key: Buffer, kind: string, value: string): Buffer {
  return token(key, `${kind}|${value.replace(/[\s.-]/g, "").toUpperCase()}`);
}

/** Tokens under which a name is kept: the first 3 to 6 letters of each word; a shorter word whole. */
export function nameTokens(key: Buffer, name: string): Buffer[] {
  const starts = new Set<string>();
  for (const word of words(name)) {
    if (word.length < shortest) starts.add(word);
    for (let length = shortest; length <= Math.min(longest, word.length); length += 1) starts.add(word.slice(0, length));
  }
  return [...starts].map((start) => token(key, `name|${start}`));
}

/** One token per word of what somebody typed; a subject must have them all. Letters after the sixth do not count. */
export function searchTokens(key: Buffer, typed: string): Buffer[] {
  return [...new Set(words(typed).map((word) => word.slice(0, longest)))].map((start) => token(key, `name|${start}`));
}

/** Words in lower case without accents: "Van Hée-Ölmez" gives van, hee, olmez. */
function words(name: string): string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

function token(key: Buffer, text: string): Buffer {
  // Half a hash keeps the index small; two names that meet by chance are told apart when they are opened.
  return createHmac("sha256", key).update(text).digest().subarray(0, 16);
}
