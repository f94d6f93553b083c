// One text per JSON value, whatever the order in which its keys were set (RFC 8785), so that equal facts have equal hashes.

/**
 * Keys sorted by UTF-16 code unit, no white space. Numbers must be safe integers: amounts travel as cents, decimals as text.
 * A property that is undefined is left out, as JSON does. Throws a `TypeError` on anything else that JSON cannot carry unchanged.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return integer(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
  if (typeof value === "object" && isPlain(value)) return object(value as Record<string, unknown>);
  throw new TypeError(`Canonical JSON cannot hold a ${typeof value === "object" ? value.constructor?.name : typeof value}`);
}

function object(value: Record<string, unknown>): string {
  const parts: string[] = [];
  // The default sort compares UTF-16 code units, which is the order the standard asks for.
  for (const key of Object.keys(value).sort()) {
    const property = value[key];
    if (property !== undefined) parts.push(`${quoted(key)}:${canonicalJson(property)}`);
  }
  return `{${parts.join(",")}}`;
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`Canonical JSON holds whole numbers only, not ${value}`);
  return String(value);
}

function quoted(text: string): string {
  // Half a surrogate pair has no UTF-8 form, so two different texts would be stored as the same bytes.
  if (anySurrogate.test(text) && loneSurrogate.test(text))
    throw new TypeError("Canonical JSON cannot hold a text with half a surrogate pair");
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// The first is much the faster of the two, and nearly every text passes it.
const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/u;
