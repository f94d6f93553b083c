// YAML with the line of every piece, for data that people edit: what is wrong is named by file and line.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlValue;
}

export type YamlValue =
  | { readonly type: "text"; readonly text: string; readonly line: number }
  | { readonly type: "list"; readonly items: readonly YamlValue[]; readonly line: number }
  | { readonly type: "map"; readonly entries: readonly Entry[]; readonly line: number };

/** @param flaw - Told of every mistake of writing, with its line. */
export function readYaml(text: string, flaw: (line: number, what: string) => void): YamlValue | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineOf = (node: { range?: readonly number[] | null } | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  for (const error of document.errors) flaw(lines.linePos(error.pos[0]).line, error.message.split("\n")[0] ?? "not YAML");
  if (document.errors.length > 0) return null;
  const read = (node: Node | null): YamlValue => {
    const line = lineOf(node);
    if (isMap(node)) {
      return {
        type: "map",
        line,
        entries: node.items.map((pair) => ({
          key: String(isScalar(pair.key) ? pair.key.value : pair.key),
          line: lineOf(pair.key as Node),
          value: read(pair.value as Node | null),
        })),
      };
    }
    if (isSeq(node)) return { type: "list", line, items: node.items.map((item) => read(item as Node)) };
    // The text as written: a day or a number stays what stands there.
    const scalar = isScalar(node) ? node : null;
    return { type: "text", line, text: String(scalar?.source ?? scalar?.value ?? "") };
  };
  return read(document.contents);
}

export function childOf(map: YamlValue, key: string): YamlValue | undefined {
  return map.type === "map" ? map.entries.find((entry) => entry.key === key)?.value : undefined;
}
