// A file after it was filed: following it, and one form for each thing that can follow.
import { follow, possibleWith, quartersOfGrant } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isQuarter, newRef, pick } from "../../../kernel/index.ts";
import { type Door, type Shown, seeOther } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { versionIn } from "../../sent-version.ts";
import { applicantText } from "../../text/applicant.ts";
import { FilePage } from "./file-page.tsx";
import { change } from "./follow-up/change.tsx";
import { complete } from "./follow-up/complete.tsx";
import { evaluation } from "./follow-up/evaluation.tsx";
import type { FollowUp, Given } from "./follow-up/follow-up.ts";
import { followUpPage } from "./follow-up/follow-up-page.tsx";
import { guidance } from "./follow-up/guidance.tsx";
import { plan } from "./follow-up/plan.tsx";
import { review } from "./follow-up/review.tsx";
import { withdraw } from "./follow-up/withdraw.tsx";
import { APPLICANT_PATH, type ApplicantTools, type Within, withinFile } from "./within.tsx";

const base = `${APPLICANT_PATH}/:kbo/dossier/:dossier`;

const FOLLOW_UPS: readonly FollowUp[] = [
  complete,
  withdraw,
  change,
  guidance,
  plan,
  evaluation("ADJUSTMENT"),
  evaluation("EXTENSION"),
  review,
];

export function fileRoutes(door: Door, tools: ApplicantTools): void {
  const { counter, law } = tools;
  door.page(base, "application.follow", (page, c) =>
    withinFile(tools, page, c, async (within) => {
      const { file, firm, to } = within;
      const { grant, application } = file.state;
      const wished = c.req.query("kwartaal");
      const open = isQuarter(wished) ? wished : null;
      const declared =
        grant === null || application?.employerRef == null
          ? []
          : await counter.declarations.declarationsOf({ employerRef: application.employerRef, personRef: application.personRef });
      const today = counter.clock.today();
      const text = applicantText(page.language);
      const done = FOLLOW_UPS.find((one) => one.done === c.req.query("ok"));
      const messages: Readonly<Record<string, string>> = {
        aangevuld: text.completed,
        ingetrokken: text.withdrawn,
        gemeld: text.changed,
        aangeduid: text.designated,
        plan: text.planSaved,
        gevraagd: text.evaluationAsked,
        heroverweging: text.reviewAsked,
      };
      return (
        <FilePage
          page={page}
          law={law}
          firm={firm}
          file={file}
          possible={possibleWith(law, file, today)}
          quarters={grant === null ? [] : quartersOfGrant(law, grant, declared, today, open)}
          open={open}
          documents={await counter.letters.list({ fileRef: file.fileRef })}
          advance={
            application?.employerRef != null && grant?.facts.premiums.startsWith("WAGE") === true && counter.advances.amount().ok
          }
          done={done === undefined ? null : (messages[done.done] ?? null)}
          to={to}
        />
      );
    }),
  );
  for (const one of FOLLOW_UPS) {
    door.page(`${base}${one.path}`, one.access, (page, c) =>
      withinFile(tools, page, c, (within) =>
        one.open(within, tools)
          ? followUpPage(tools, one, within, () => "", [])
          : seeOther(within.to(`/dossier/${within.file.fileRef}`)),
      ),
    );
    door.form(`${base}${one.path}`, one.access, (page, c, form) =>
      withinFile(tools, page, c, async (within): Promise<Shown> => {
        const { file, firm, acting, to } = within;
        const read = await one.read(within, form, tools);
        const given: Given = (name) => form.text(name);
        if ("mistakes" in read) return { status: 400, body: followUpPage(tools, one, within, given, read.mistakes) };
        const followed = await follow(counter, acting, firm, file, {
          version: versionIn(form.text("versie")),
          commandId: form.text("opdracht") || newRef(),
          command: read.command,
        });
        if (followed.ok) return seeOther(`${to(`/dossier/${file.fileRef}`)}?ok=${one.done}`);
        const stale = followed.error.some((reason) => reason.id === "file.changed");
        const mistakes = followed.error.map((reason) => asMistake(reason, page.language));
        return { status: stale ? 409 : 422, body: followUpPage(tools, one, within, given, mistakes) };
      }),
    );
  }
}

function asMistake(reason: Reason, language: Within["page"]["language"]): FieldMistake {
  const remedy = pick(reason.remedy, language);
  return { field: "", message: `${pick(reason.message, language)}.${remedy === "" ? "" : ` ${remedy}.`}` };
}
