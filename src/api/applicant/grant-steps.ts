// What an employer or self-employed person does with a running grant through the API: guide, plan, adjustment, extension, review.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import type { CounterPorts, OpenedFile, Sealing } from "../../counter/index.ts";
import { type FileCommand, GUIDE_QUALIFICATIONS, noticeThatCounts, type Reason } from "../../dossier/index.ts";
import { type EvaluationRef, type PlainDate, parsePlainDate, type ReviewRef, refOf } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, refused } from "./asker.ts";
import { changing, followed } from "./file-access.ts";
import { APPLICATIONS } from "./paths.ts";
import { type Json, text, withJson } from "./request.ts";

type Make = { readonly wrong: readonly Reason[] } | { readonly command: (sealing: Sealing) => FileCommand };

export function grantStepRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  const route = (path: string, read: (body: Json, file: OpenedFile, subject: string, key: string) => Make | Promise<Make>) =>
    app.post(
      `${APPLICATIONS}/:id/${path}`,
      allow("grant.change", (c: ApiContext) =>
        withJson(c, (body) =>
          changing(c, counter, async (within, file, version, key) => {
            const personRef = file.state.application?.personRef ?? "";
            const made = await read(body, file, path === "guides" ? (within.firm.subjectRef ?? personRef) : personRef, key);
            if ("wrong" in made) return refused(c, made.wrong, 400);
            return followed(c, counter, within, file, { version, commandId: key, command: made.command });
          }),
        ),
      ),
    );
  const today = () => counter.clock.today();

  route("guides", (body, { fileRef }, subject) => {
    const guide = words(body.guide, 120);
    const coach = words(body.coach, 120);
    const reason = words(body.reason, 5_000);
    const qualification = GUIDE_QUALIFICATIONS.find((one) => one === body.qualification);
    const years = Number.isInteger(body.experienceYears) ? (body.experienceYears as number) : null;
    const wrong = [
      ...(guide === "" ? [missing("guide", "a name")] : []),
      ...(coach === "" ? [missing("coach", "a name")] : []),
      ...(qualification === undefined ? [missing("qualification", GUIDE_QUALIFICATIONS.join(", "))] : []),
    ];
    if (wrong.length > 0 || qualification === undefined) return { wrong };
    return {
      command: (sealing) => ({
        type: "DesignateGuide",
        fileRef,
        on: today(),
        guide: sealing.seal(subject, "guide", { fileRef, name: guide }),
        qualification,
        experienceYears: qualification === "EXPERIENCE" ? years : null,
        coach: sealing.seal(subject, "coach", { fileRef, name: coach }),
        samePerson: guide.toLowerCase() === coach.toLowerCase(),
        reason: reason === "" ? null : sealing.seal(subject, "note", { fileRef, text: reason }),
      }),
    };
  });
  route("support-plans", (body, { fileRef }, subject) => {
    const plan = words(body.plan, 5_000);
    if (plan === "") return { wrong: [missing("plan", "text")] };
    return {
      command: (sealing) => ({
        type: "DrawUpSupportPlan",
        fileRef,
        on: today(),
        plan: sealing.seal(subject, "supportPlan", { fileRef, text: plan }),
      }),
    };
  });
  for (const [path, type] of [
    ["adjustments", "RequestAdjustment"],
    ["extensions", "RequestExtension"],
  ] as const) {
    route(path, (body, { fileRef }, subject, key) => {
      const reason = words(body.reason, 5_000);
      if (reason === "") return { wrong: [missing("reason", "text")] };
      return {
        command: (sealing) => ({
          type,
          fileRef,
          on: today(),
          evaluationRef: refOf<EvaluationRef>({ of: "evaluation", key }),
          reason: sealing.seal(subject, "note", { fileRef, text: reason }),
        }),
      };
    });
  }
  route("reviews", async (body, { fileRef, state }, subject, key) => {
    const asked = reviewOf(body, state);
    if ("wrong" in asked) return asked;
    const noticeOn = noticeThatCounts(asked.noticeOn, await counter.letters.noticeOf(asked.evaluationRef));
    return {
      command: (sealing) => ({
        type: "RequestReview",
        fileRef,
        reviewRef: refOf<ReviewRef>({ of: "review", key }),
        subject: "EVALUATION",
        subjectRef: asked.evaluationRef,
        noticeOn,
        on: today(),
        reason: sealing.seal(subject, "note", { fileRef, text: asked.reason }),
      }),
    };
  });
}

/** The body of a request for a review of an evaluation, read. */
function reviewOf(
  { evaluation, noticeOn, reason }: Readonly<Record<string, unknown>>,
  { evaluations }: OpenedFile["state"],
):
  | { readonly evaluationRef: string; readonly noticeOn: PlainDate; readonly reason: string }
  | { readonly wrong: readonly Reason[] } {
  const found = evaluations[text(evaluation) ?? ""];
  const day = parsePlainDate(text(noticeOn) ?? "", "noticeOn");
  const why = words(reason, 5_000);
  const wrong = [
    ...(found === undefined ? [missing("evaluation", "the reference of an evaluation of this file")] : []),
    ...(day.ok ? [] : [missing("noticeOn", "YYYY-MM-DD")]),
    ...(why === "" ? [missing("reason", "text")] : []),
  ];
  if (found === undefined || !day.ok || why === "") return { wrong };
  return { evaluationRef: found.evaluationRef, noticeOn: day.value, reason: why };
}

const words = (value: unknown, most: number): string => (text(value) ?? "").trim().slice(0, most);

const missing = (field: string, expected: string): Reason => ({
  id: "input.required",
  rule: "",
  field,
  expected,
  message: { nl: `Vul ${field} in`, en: `Fill in ${field}`, fr: `Remplissez ${field}` },
  remedy: { nl: `Verwacht: ${expected}`, en: `Expected: ${expected}`, fr: `Attendu : ${expected}` },
});
