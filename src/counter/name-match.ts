// How well a name fits what somebody typed. The index of names holds only the first letters of each word, so that more is found than was meant.
import { nameWords } from "../kernel/index.ts";

/** 0: every word that was typed is a word of the name; 1: some word of the name only begins so. Accents, case and order do not count. */
export function nameMatch(typed: string, name: string): 0 | 1 {
  const held = new Set(nameWords(name));
  return nameWords(typed).every((word) => held.has(word)) ? 0 : 1;
}
