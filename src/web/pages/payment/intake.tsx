// Declarations: a file sent in, the report of what became of it, and what was kept apart as work.
import { reachOf } from "../../../access/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, Refusal } from "../../../kernel/index.ts";
import { INTAKE_KINDS } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { actorOf, at, doneIn, fromProblem, mistake, notFound, type PaymentDoor, type PaymentTools, shownWith } from "./frame.tsx";
import { IntakePage, ReportPage, SHOWN } from "./intake-pages.tsx";

const LISTED = 20;

export function intakeRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  const { declarations } = counter;
  const may = (c: WebContext) => reachOf(visitorIn(c).session.active.role, "declaration.takeIn") !== null;
  const show = async (page: Page, c: WebContext, kind: string, reasons: readonly Reason[] = []): Promise<Shown> => {
    const after = c.req.query("na") ?? "";
    const [intakes, parked, count] = await Promise.all([
      declarations.list(LISTED),
      declarations.parked(SHOWN + 1, isRef(after) ? after : undefined),
      declarations.parkedCount(),
    ]);
    const body = (
      <IntakePage
        page={page}
        intakes={intakes}
        parked={parked}
        count={count}
        may={may(c)}
        kind={kind}
        reasons={reasons}
        done={doneIn(c)}
      />
    );
    return shownWith(body, reasons);
  };
  door.page(at("/aangiften"), "ledger.see", (page, c) => show(page, c, "ATTESTS"));
  door.upload(at("/aangiften"), "declaration.takeIn", counter.arrivals, async (page, c, sent) => {
    if (sent instanceof Refusal) return show(page, c, "ATTESTS", ofFile(sent));
    const { fields, file } = sent;
    const kind = INTAKE_KINDS.find((one) => one === fields.kind);
    const wrong = [
      ...(kind === undefined ? [mistake("kind", "Kies wat voor bestand het is")] : []),
      ...(file === null ? [mistake("file", "Kies een bestand")] : []),
    ];
    if (kind === undefined || file === null) return show(page, c, fields.kind ?? "", wrong);
    try {
      const label = file.name.slice(0, 120);
      const taken = await declarations.take({ kind, label, chunks: file.kept.chunks(), actor: actorOf(c) });
      return seeOther(at(`/aangiften/${taken.intake.intakeRef}?ok=${taken.before ? "eerder" : "ingenomen"}`));
    } catch (error) {
      if (error instanceof Refusal) return show(page, c, kind, ofFile(error));
      throw error;
    }
  });
  door.page(at("/aangiften/:inname"), "ledger.see", async (page, c) => {
    const ref = c.req.param("inname") ?? "";
    const report = isRef(ref) ? await declarations.report(ref, SHOWN + 1) : null;
    return report === null ? notFound(page) : <ReportPage page={page} {...report} done={doneIn(c)} />;
  });
  door.form(at("/aangiften/opnieuw"), "declaration.takeIn", async (_, c) => {
    const intake = await declarations.retry(actorOf(c));
    return seeOther(intake === null ? at("/aangiften?ok=niets") : at(`/aangiften/${intake.intakeRef}?ok=ingenomen`));
  });
  door.form(at("/aangiften/wachtend/:item"), "declaration.takeIn", async (page, c, form) => {
    const item = c.req.param("item") ?? "";
    if (!isRef(item)) return notFound(page);
    const done = await declarations.dismiss(item, form.text("reason"), actorOf(c));
    return done.ok ? seeOther(at("/aangiften?ok=weggelegd")) : show(page, c, "ATTESTS", done.error);
  });
}

const ofFile = (refusal: Refusal): readonly Reason[] => refusal.problems.map((one) => fromProblem(one, "file"));
