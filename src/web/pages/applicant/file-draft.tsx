// The end of a draft: everything looked at once more, and filed once.
import { checkBeforeFiling, fileApplication } from "../../../counter/index.ts";
import type { Check } from "../../../dossier/index.ts";
import { type SentForm, type Shown, seeOther } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { applicantText } from "../../text/applicant.ts";
import { mistakeOf, readAnswers } from "./answers.ts";
import { evidenceOf } from "./draft-evidence.ts";
import { ReviewPage } from "./review-page.tsx";
import type { WithDraft } from "./with-draft.ts";
import type { ApplicantTools } from "./within.tsx";

export async function reviewed(tools: ApplicantTools, within: WithDraft, sent: readonly FieldMistake[]): Promise<Shown> {
  const { draft, page, firm } = within;
  const { input, mistakes } = readAnswers(draft.fields, page.language);
  const checks: readonly Check[] = input === null ? [] : await checkBeforeFiling(tools.counter, firm, input, "ONLINE");
  const body = <ReviewPage {...within} mistakes={mistakes} checks={checks} sent={sent} tools={tools} />;
  return sent.length > 0 ? { status: 422, body } : body;
}

export async function fileDraft(tools: ApplicantTools, within: WithDraft, form: SentForm): Promise<Shown> {
  const { counter } = tools;
  const { draft, page, acting, firm, owner, to } = within;
  const text = applicantText(page.language);
  if (form.text("versie") !== String(draft.version))
    return reviewed(tools, within, [{ field: "", message: text.staleDraftTitle }]);
  const { input, mistakes } = readAnswers(draft.fields, page.language);
  if (input === null) return reviewed(tools, within, mistakes.length > 0 ? [{ field: "", message: text.reviewMissing }] : []);
  const evidence = await evidenceOf(tools, within);
  const filed = await fileApplication(counter, acting, firm, {
    input,
    evidence,
    channel: "ONLINE",
    commandId: `draft:${draft.draftRef}`,
  });
  if (!filed.ok)
    return reviewed(
      tools,
      within,
      filed.error.map((one) => ({ ...mistakeOf(one, page.language), field: "" })),
    );
  await counter.drafts.discard(owner, draft.draftRef);
  return seeOther(to(`/dossier/${filed.value.fileRef}/ingediend`));
}
