// Text between the quotes of JSON.

/** Letters, digits and signs that stand in JSON as they are. */
const plain = /^[\w .,:@%/+-]*$/;

export function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** What stands between the quotes. */
export function inner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
