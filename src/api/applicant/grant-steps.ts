// What an employer or self-employed person does with a running grant through the API: guide, support plan, adjustment, extension.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import type { CounterPorts, OpenedFile, Sealing } from "../../counter/index.ts";
import { type FileCommand, GUIDE_QUALIFICATIONS, type Reason } from "../../dossier/index.ts";
import { type EvaluationRef, refOf } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, refused } from "./asker.ts";
import { changing, followed } from "./file-access.ts";
import { APPLICATIONS } from "./paths.ts";
import { type Json, text, withJson } from "./request.ts";

type Make = { readonly wrong: readonly Reason[] } | { readonly command: (sealing: Sealing) => FileCommand };

export function grantStepRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  const route = (path: string, read: (body: Json, file: OpenedFile, subject: string, key: string) => Make) =>
    app.post(
      `${APPLICATIONS}/:id/${path}`,
      allow("grant.change", (c: ApiContext) =>
        withJson(c, (body) =>
          changing(c, counter, (within, file, version, key) => {
            const personRef = file.state.application?.personRef ?? "";
            const made = read(body, file, path === "guides" ? (within.firm.subjectRef ?? personRef) : personRef, key);
            if ("wrong" in made) return Promise.resolve(refused(c, made.wrong, 400));
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
