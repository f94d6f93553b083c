// Evidence in a request, and how it is sealed with the person it is about.
import { type Evidence, type Sealing, takeEvidence } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import type { SealedRef } from "../../kernel/index.ts";
import { text } from "./request.ts";

/** Files as base64; each is what its bytes say. */
export function evidenceIn(value: unknown): { readonly taken: readonly Evidence[]; readonly wrong: readonly Reason[] } {
  const taken: Evidence[] = [];
  const wrong: Reason[] = [];
  for (const one of Array.isArray(value) ? value.slice(0, 10) : []) {
    const { name, content } = (typeof one === "object" && one !== null ? one : {}) as { name?: unknown; content?: unknown };
    const bytes = Buffer.from(text(content) ?? "", "base64");
    const result = takeEvidence(text(name) ?? "", "", new Uint8Array(bytes));
    if (result.ok) taken.push(result.value);
    else wrong.push(...result.error);
  }
  return { taken, wrong };
}

export function sealEvidence(sealing: Sealing, personRef: string, fileRef: string, { name, type, bytes }: Evidence): SealedRef {
  const base64 = Buffer.from(bytes).toString("base64");
  return sealing.seal(personRef, "evidence", { fileRef, name, type, size: bytes.length, base64 });
}
