// Inputs that nobody would type: good examples, cut, doubled, mixed and spoiled; the same for the same seed.

/** A small fast generator of random numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What trips parsers: quotes, markup, controls, lone surrogates, other digits, very long and very deep things. */
const nasty = [
  "",
  " ",
  "\u0000",
  "\ufeff",
  "\ud800",
  "\u2028",
  "\u0660\u0661",
  "'\"`",
  "<!--",
  "<![CDATA[",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "&a;",
  "&#x110000;",
  "]]>",
  "=cmd|' /C calc'!A0",
  "@SUM(1)",
  "../../etc/passwd",
  "%00",
  "%",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "-",
  "+",
  "1e309",
  "-0",
  "NaN",
  "99999999999999999999999",
  "0.1.2",
  "2023-02-30",
  "2023-Q5",
  "&anchor [*anchor]",
  "*nowhere",
  "<<: *nowhere",
  "? [a]\n: b\n",
  "a0: &a0 [x, x, x, x, x, x, x, x]\na1: &a1 [*a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0]\na2: [*a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1]\n",
  "{{{{{{",
  "[[[[[[[[",
  "a".repeat(5_000),
  "[".repeat(2_000),
  "<a>".repeat(500),
  "\n\n\n\t- ",
  "é".repeat(300),
  "\u{1f9be}",
] as const;

/** One spoiled example. `examples` must not be empty. */
export function spoiled(random: () => number, examples: readonly string[]): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let text = pick(examples);
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * (text.length + 1));
    const until = Math.min(text.length, at + Math.floor(random() * 12));
    switch (Math.floor(random() * 8)) {
      case 0:
        text = text.slice(0, at) + text.slice(until);
        break;
      case 1:
        text = text.slice(0, at) + pick(nasty) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + pick(nasty) + text.slice(until);
        break;
      case 3:
        text = text.slice(0, until) + text.slice(at, until) + text.slice(until);
        break;
      case 4:
        text = text.slice(0, at) + String.fromCharCode(Math.floor(random() * 65_536)) + text.slice(at + 1);
        break;
      case 5:
        text = text.slice(0, at);
        break;
      case 6:
        text = text.slice(0, at) + pick(examples).slice(at);
        break;
      default:
        text = text.slice(0, at) + (text[at] === undefined ? "7" : String((text.charCodeAt(at) + 1) % 10)) + text.slice(at + 1);
    }
    if (text.length > 20_000) text = text.slice(0, 20_000);
  }
  return text;
}

/** JSON of another shape than asked: fields gone, doubled, of other kinds, nested. */
export function spoiledJson(random: () => number, example: unknown, depth = 0): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  if (random() < 0.08 || depth > 6)
    return pick<unknown>([null, true, 0, -1, 1.5, 1e308, "", "x", [], {}, [[]], { a: { b: null } }, ...nasty]);
  if (typeof example === "string") return random() < 0.3 ? spoiled(random, [example]) : example;
  if (Array.isArray(example)) return example.map((one) => spoiledJson(random, one, depth + 1));
  if (typeof example !== "object" || example === null) return example;
  const entries = Object.entries(example).flatMap(([name, value]): [string, unknown][] => {
    const chance = random();
    if (chance < 0.06) return [];
    if (chance < 0.1) return [[name + pick(["", "x", " ", "__proto__"]), value]];
    return [[name, spoiledJson(random, value, depth + 1)]];
  });
  return Object.fromEntries(entries);
}
