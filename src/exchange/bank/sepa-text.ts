// Brings a name or street into the characters every SEPA bank accepts: accents fall off, other signs become a space or a point.

const replacements: Readonly<Record<string, string>> = {
  "&": "+",
  "@": "(at)",
  _: "-",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  "’": "'",
  "`": "'",
};

/** At most `maxLength` characters; never empty, never starting or ending with a slash, never with two slashes in a row. */
export function sepaCharacters(value: string, maxLength: number): string {
  const plain = [...value]
    .map((c) => replacements[c] ?? replacements[c.toLowerCase()]?.toUpperCase() ?? c)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, " ")
    .replace(/\/{2,}/g, "/")
    .replace(/\s+/g, " ");
  const cut = plain
    .trim()
    .slice(0, maxLength)
    .replace(/^\/+|\/+$/g, "")
    .trim();
  return cut === "" ? "." : cut;
}
