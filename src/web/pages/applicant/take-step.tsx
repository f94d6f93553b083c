// What a step does with what was typed, and what it fills in from the registers beforehand.
import { addDays, formatDateShort, isInsz, parseInsz } from "../../../kernel/index.ts";
import { type SentForm, type Shown, seeOther } from "../../door.tsx";
import { versionIn } from "../../sent-version.ts";
import { applicantText } from "../../text/applicant.ts";
import { type Fields, readAnswers } from "./answers.ts";
import { StepPage } from "./step-page.tsx";
import { mistakesOf, type Step, stepsFor } from "./steps.ts";
import type { WithDraft } from "./with-draft.ts";
import type { ApplicantTools } from "./within.tsx";

/** Saves what was typed, right or wrong, so that nothing is lost; then goes on, or shows the step with its mistakes. */
export async function takeStep(tools: ApplicantTools, within: WithDraft, step: Step, form: SentForm): Promise<Shown> {
  const { owner, draft, page, at, to, c } = within;
  const typed: Record<string, string> = {};
  for (const name of step.fields(draft.fields)) {
    const value = name === "otherSupport" ? form.all(name).join(",") : form.text(name);
    if (!name.endsWith(".paid")) typed[name] = value.slice(0, 500);
  }
  const seen = new Set((draft.fields.seen ?? "").split(",").filter((one) => one !== ""));
  const fields: Record<string, string> = { ...draft.fields, ...typed, seen: [...seen.add(step.id)].join(",") };
  if (step.id === "werknemer") fields.askResidence = await mustAskResidence(tools, fields["worker.insz"] ?? "");
  const saved = await tools.counter.drafts.save(owner, draft.draftRef, versionIn(form.text("versie")), fields);
  if (saved === null) {
    const body = <StepPage {...within} tools={tools} step={step} fields={fields} mistakes={[]} note={null} stale />;
    return { status: 409, body };
  }
  if (form.text("later") !== "") return seeOther(to());
  const checking = c.req.query("naar") === "nakijken";
  const wrong = mistakesOf(step, fields, readAnswers(fields, page.language).mistakes);
  if (wrong.length > 0) return seeOther(at(`/stap/${step.id}?controle=1${checking ? "&naar=nakijken" : ""}#fouten`));
  if (checking) return seeOther(at("/nakijken"));
  const steps = stepsFor(fields);
  const next = steps[steps.findIndex((one) => one.id === step.id) + 1];
  return seeOther(next === undefined ? at("/nakijken") : at(`/stap/${next.id}`));
}

/** Only the residence register is asked; whether the person is in any other record plays no part (EMP-17). */
async function mustAskResidence({ counter }: ApplicantTools, typed: string): Promise<string> {
  const insz = parseInsz(typed);
  if (!insz.ok) return "";
  return (await counter.registers.residences.find(insz.value)).state === "found" ? "" : "yes";
}

/** The contract by the employment register, where nothing was filled in yet. */
export async function prefilled(
  { counter }: ApplicantTools,
  { draft, firm, page }: WithDraft,
): Promise<{ fields: Fields; note: string | null }> {
  const { fields } = draft;
  const text = applicantText(page.language);
  const insz = parseInsz(fields["worker.insz"] ?? "");
  if ((fields["contract.from"] ?? "") !== "" || !insz.ok || !isInsz(insz.value)) return { fields, note: null };
  const today = counter.clock.today();
  const answer = await counter.registers.employments.find({ employer: firm.kbo, insz: insz.value }, addDays(today, -366));
  if (answer.state === "unavailable") return { fields, note: text.employmentDown };
  const running = answer.state === "found" ? answer.value.findLast((one) => one.until === null || one.until >= today) : undefined;
  if (running === undefined) return { fields, note: null };
  const until = running.until === null ? "" : formatDateShort(running.until);
  return {
    fields: {
      ...fields,
      "contract.from": formatDateShort(running.from),
      "contract.until": until,
      "contract.kind": (fields["contract.kind"] ?? "") || (running.until === null ? "OPEN_ENDED" : "FIXED_TERM"),
    },
    note: text.prefilled,
  };
}
