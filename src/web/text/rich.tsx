// Puts links, stress and glossary terms into a text of a catalogue: "**stress**", "{name}" for a part that the page supplies.
import type { Child } from "hono/jsx";

export interface RichProps {
  readonly text: string;
  /** What stands for each {name}. A name without part is a mistake of the page and throws. */
  readonly parts?: Readonly<Record<string, Child>>;
}

function withParts(text: string, parts: Readonly<Record<string, Child>>): Child[] {
  return text.split(/(\{[A-Za-z0-9]+\})/).map((piece) => {
    if (!/^\{[A-Za-z0-9]+\}$/.test(piece)) return piece;
    const name = piece.slice(1, -1);
    if (!(name in parts)) throw new Error(`No part named ${name} for the text "${text.slice(0, 60)}"`);
    return parts[name];
  });
}

export function Rich({ text, parts = {} }: RichProps) {
  return (
    <>
      {text
        .split(/(\*\*[^*]+\*\*)/)
        .map((piece) =>
          piece.startsWith("**") && piece.endsWith("**") ? (
            <strong>{withParts(piece.slice(2, -2), parts)}</strong>
          ) : (
            withParts(piece, parts)
          ),
        )}
    </>
  );
}
