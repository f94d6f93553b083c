// Where an import stands, folded from its steps; what may happen next is one table for pages, API and command line.
import type { ImportHead, ImportStep } from "./ports.ts";

/** CHECKED: dry run done. SIGNED: by one person. APPROVED: by two, and about to be taken. */
export type ImportStage = "CHECKED" | "SIGNED" | "APPROVED" | "TAKEN" | "CANCELLED";
export type ImportAction = "RECHECK" | "SIGN" | "TAKE" | "CANCEL" | "CORRECT_ROW" | "DROP_ROW" | "SIGN_ROW";

export const IMPORT_ACTIONS: Readonly<Record<ImportStage, readonly ImportAction[]>> = {
  CHECKED: ["RECHECK", "SIGN", "CANCEL", "CORRECT_ROW", "DROP_ROW"],
  SIGNED: ["RECHECK", "SIGN", "CANCEL", "CORRECT_ROW", "DROP_ROW"],
  // The records may have moved before it could be taken: then it is checked and signed again.
  APPROVED: ["RECHECK", "TAKE", "CANCEL"],
  TAKEN: ["CORRECT_ROW", "DROP_ROW", "SIGN_ROW"],
  CANCELLED: [],
};

/** Signatures on the proof sheet as it is now; an earlier sheet's count no more. */
export function signaturesOf(head: ImportHead, steps: readonly ImportStep[]): readonly ImportStep[] {
  return steps.filter((one) => one.step === "SIGNED" && one.fingerprint === head.fingerprint);
}

/** Signatures that fell because the sheet moved after them; none once the file was taken or withdrawn, or when the same people signed again. */
export function fallenOf(head: ImportHead, steps: readonly ImportStep[]): readonly ImportStep[] {
  const stage = stageOf(head, steps);
  if (stage === "TAKEN" || stage === "CANCELLED") return [];
  const signed = new Set(signaturesOf(head, steps).map((one) => one.actor.ref));
  return steps.filter((one) => one.step === "SIGNED" && one.fingerprint !== head.fingerprint && !signed.has(one.actor.ref));
}

export function stageOf(head: ImportHead, steps: readonly ImportStep[]): ImportStage {
  if (steps.some((one) => one.step === "TAKEN")) return "TAKEN";
  if (steps.some((one) => one.step === "CANCELLED")) return "CANCELLED";
  const signers = new Set(signaturesOf(head, steps).map((one) => one.actor.ref));
  if (signers.size >= 2) return "APPROVED";
  return signers.size === 1 ? "SIGNED" : "CHECKED";
}
