// A person's file at VDAB: the file itself and its evidence.
import { reachOf } from "../../../access/index.ts";
import { backlogTicket, examinationNeeded, openVdabEvidence, PURPOSES } from "../../../counter/index.ts";
import { isRef } from "../../../kernel/index.ts";
import { type Door, IN_DUTCH } from "../../door.tsx";
import { vopOf } from "./conversion.tsx";
import { downloadOf } from "./download.ts";
import { PersonFilePage } from "./person-page.tsx";
import { inPerson, notFound, PERSON_FILE, type VdabTools } from "./tools.tsx";

const DONE: Readonly<Record<string, string>> = {
  aanvraag: "De aanvraag is bewaard",
  beslist: "De beslissing is genomen",
  bewijs: "Het bewijsstuk is toegevoegd",
  advies: "Het advies is behandeld",
  heroverweging: "De heroverweging is ingevoerd",
  dubbelticket: "Het dubbelticket is gegeven",
  vop: "Het recht op VOP is omgezet",
};

export function personFileRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  door.page(
    PERSON_FILE,
    "finding.see",
    (page, c) =>
      inPerson(tools, page, c, async (within) => {
        const { person, acting } = within;
        const today = vdab.clock.today();
        const ticket = backlogTicket(vdab, person);
        const working = ["EMPLOYED", "SELF_EMPLOYED"].includes((await vdab.work.workStatusOn(person.personRef, today)) ?? "");
        const icf = Object.values(person.state.indications).some((one) => one.path === "ICF");
        return (
          <PersonFilePage
            {...within}
            today={today}
            done={DONE[c.req.query("ok") ?? ""] ?? null}
            catchUp={ticket === null ? null : { examination: working && examinationNeeded(vdab, icf) }}
            vop={(await vopOf(tools, within)) !== null}
            mayRecord={reachOf(acting.role, "finding.record") !== null}
            mayReview={reachOf(acting.role, "review.handle") !== null}
            documents={await vdab.letters.list({ personRef: person.personRef })}
          />
        );
      }),
    IN_DUTCH,
  );

  door.page(
    `${PERSON_FILE}/bewijs/:stuk`,
    "finding.see",
    (page, c) =>
      inPerson(tools, page, c, async ({ acting, person, purpose }) => {
        const ref = c.req.param("stuk") ?? "";
        const found = isRef(ref) ? await openVdabEvidence(vdab, acting, person.personRef, ref, PURPOSES[purpose].nl) : null;
        return found === null ? notFound(page) : downloadOf(found);
      }),
    IN_DUTCH,
  );
}
