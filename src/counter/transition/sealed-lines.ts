// The lines of a file, sealed under a key of the import's own: they name people, so that nothing of them lies outside the vault.
import type { AccessPurpose, SealRequest, Vault } from "../../dossier/index.ts";
import { newRef } from "../../kernel/index.ts";
import type { Cells } from "./layout.ts";
import type { Line } from "./read-file.ts";

/** Lines sealed together: one can be opened without opening the whole file. */
const TOGETHER = 200;
const chunkOf = (line: number): string => `lines:${Math.floor(line / TOGETHER)}`;
const ownOf = (line: number): string => `line:${line}`;

export function sealedLines(importRef: string, lines: readonly Line[]): SealRequest[] {
  const chunks = new Map<string, Line[]>();
  for (const one of lines) {
    const chunk = chunkOf(one.line);
    const held = chunks.get(chunk);
    if (held === undefined) chunks.set(chunk, [one]);
    else held.push(one);
  }
  return [...chunks].map(([kind, content]) => ({ subjectRef: importRef, sealedRef: newRef(), kind, content }));
}

export function sealedCorrection(importRef: string, line: number, cells: Cells): SealRequest {
  return { subjectRef: importRef, sealedRef: newRef(), kind: ownOf(line), content: { line, cells } satisfies Line };
}

/** All lines as corrected last, in order. */
export async function openLines(vault: Pick<Vault, "open">, importRef: string, purpose: AccessPurpose): Promise<Line[]> {
  return merged(await vault.open(importRef, purpose));
}

export async function openLine(
  vault: Pick<Vault, "open">,
  importRef: string,
  line: number,
  purpose: AccessPurpose,
): Promise<Line | null> {
  const opened = merged(await vault.open(importRef, purpose, [chunkOf(line), ownOf(line)]));
  return opened.find((one) => one.line === line) ?? null;
}

function merged(opened: Awaited<ReturnType<Vault["open"]>>): Line[] {
  const lines = new Map<number, Line>();
  const parts = opened.filter((one) => one.kind.startsWith("lines:"));
  const own = opened.filter((one) => one.kind.startsWith("line:"));
  for (const { content } of parts) for (const one of content as readonly Line[]) lines.set(one.line, one);
  // In order of recording: the last correction counts.
  for (const { content } of own) lines.set((content as Line).line, content as Line);
  return [...lines.values()].sort((a, b) => a.line - b.line);
}
