// The only place that reads YAML: gives plain data, and for a path of keys the line and column where it stands.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { localized, type Problem } from "../../kernel/index.ts";
import type { Issue, PathStep } from "./issue.ts";

/** An issue at its place in a file; lines and columns count from 1. */
export interface PlacedIssue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly problem: Problem;
}

export interface YamlText {
  readonly data: unknown;
  place(issue: Issue): PlacedIssue;
}

export type YamlReading =
  | { readonly ok: true; readonly value: YamlText }
  | { readonly ok: false; readonly error: readonly PlacedIssue[] };

/** Reads one document. Duplicate keys, broken indentation and the like come back at their line. */
export function readYaml(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  // Warnings would go to the log of the process, written by whoever sent the text.
  const document = parseDocument(text, { lineCounter: lines, schema: "core", uniqueKeys: true, logLevel: "error" });
  if (document.errors.length > 0) {
    return {
      ok: false,
      error: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return notYaml(file, line, col, error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, ""));
      }),
    };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // An alias of nothing, or aliases that would grow without end: the library says where only in words.
    return { ok: false, error: [notYaml(file, 1, 1, (error as Error).message)] };
  }
  return {
    ok: true,
    value: {
      data,
      place: ({ path, problem }) => {
        const offset = offsetOf(document.contents, path);
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1), problem };
      },
    },
  };
}

function notYaml(file: string, line: number, column: number, said: string): PlacedIssue {
  const message = localized(
    `Dit is geen geldige YAML: ${said}`,
    `This is no valid YAML: ${said}`,
    `Ce n'est pas du YAML valide : ${said}`,
  );
  return { file, line, column, problem: { id: "figure.yaml", message } };
}

/** Where the deepest part of the path that exists begins: the key for an unknown key, the value for a wrong value. */
function offsetOf(root: Node | null, path: readonly PathStep[]): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      const key = pair.key as Node;
      node = (pair.value as Node | null) ?? null;
      const last = index === path.length - 1;
      offset = last || node === null ? (key.range?.[0] ?? offset) : (node.range?.[0] ?? offset);
    } else if (isSeq(node) && typeof step === "number") {
      node = (node.items[step] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** "figures/x.yaml:4:7 “provinse” is no attribute. Did you mean “province”? (…)", for terminals and logs. */
export function describePlaced(issue: PlacedIssue, language: "nl" | "en" | "fr"): string {
  const expected = issue.problem.expected === undefined ? "" : ` (${issue.problem.expected})`;
  return `${issue.file}:${issue.line}:${issue.column} ${issue.problem.message[language]}${expected}`;
}
