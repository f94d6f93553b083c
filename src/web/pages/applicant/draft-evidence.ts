// The files of a draft: taken in, what is wrong with one, and handed on when the application is filed.
import { EVIDENCE_MOST, type Evidence, sniff, takeEvidence } from "../../../counter/index.ts";
import { pick } from "../../../kernel/index.ts";
import type { SentForm } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { applicantText } from "../../text/applicant.ts";
import type { WithDraft } from "./with-draft.ts";
import type { ApplicantTools } from "./within.tsx";

const UPLOAD_PROBLEMS = ["none", "many", "evidence.empty", "evidence.large", "evidence.kind", "evidence.mismatch"] as const;

/** The id of what is wrong, or null when the file was taken in. */
export async function takeFile({ counter }: ApplicantTools, { owner, draft }: WithDraft, form: SentForm): Promise<string | null> {
  const file = form.file("evidence");
  if (file === null) return "none";
  if (draft.files.length >= EVIDENCE_MOST) return "many";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = takeEvidence(file.name, file.type, bytes);
  if (!taken.ok) return taken.error[0]?.id ?? "evidence.kind";
  await counter.drafts.addFile(owner, draft.draftRef, { name: taken.value.name, type: taken.value.type }, bytes);
  return null;
}

export function uploadMistake(id: string, language: WithDraft["page"]["language"]): FieldMistake {
  const text = applicantText(language);
  const known = UPLOAD_PROBLEMS.find((one) => one === id) ?? "evidence.kind";
  if (known === "none") return { field: "evidence", message: text.noFileChosen };
  if (known === "many") return { field: "evidence", message: text.tooManyFiles };
  const samples = {
    "evidence.empty": takeEvidence("", "", new Uint8Array()),
    "evidence.large": takeEvidence("", "", { length: Number.MAX_SAFE_INTEGER } as Uint8Array),
    "evidence.kind": takeEvidence("", "", new Uint8Array([0])),
    "evidence.mismatch": takeEvidence("x.png", "", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])),
  };
  const sample = samples[known];
  return { field: "evidence", message: sample.ok ? text.noFileChosen : pick(sample.error[0]!.message, language) };
}

export async function evidenceOf({ counter }: ApplicantTools, { owner, draft }: WithDraft): Promise<readonly Evidence[]> {
  const files = await Promise.all(
    draft.files.map(async (file): Promise<Evidence | null> => {
      const bytes = await counter.drafts.readFile(owner, draft.draftRef, file.fileId);
      const type = bytes === null ? null : sniff(bytes);
      return bytes === null || type === null ? null : { name: file.name, type, bytes };
    }),
  );
  return files.filter((file) => file !== null);
}
