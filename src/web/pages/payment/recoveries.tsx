// Recoveries: proposed from a run, decided by another person, settled bit by bit, or given up.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, type Result } from "../../../kernel/index.ts";
import type { Recovery, RecoveryCommand } from "../../../payment/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { acting, actorOf, at, doneIn, notFound, type PaymentDoor, type PaymentTools, shownWith } from "./frame.tsx";
import { type Filled, filledOf, NOTHING, readDecision, readPayment, readWaiver } from "./recovery-input.ts";
import { LATE, ListPage, RecoveryPage } from "./recovery-pages.tsx";

const LISTED = 200;

export function recoveryRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at("/terugvorderingen"), "ledger.see", async (page, c) => {
    const [latest, overdue] = await Promise.all([counter.recoveries.latest(LISTED), counter.recoveries.overdue()]);
    const wished = c.req.query("toestand") ?? "";
    const found = wished === LATE ? overdue : latest;
    const names = await beneficiaryNames(
      counter,
      acting(c),
      found.map((one) => one.beneficiary.ref),
      "Terugvorderingen opvolgen",
    );
    const today = counter.clock.today();
    return <ListPage page={page} latest={latest} overdue={overdue} names={names} wished={wished} today={today} />;
  });
  const show = async (
    page: Page,
    c: WebContext,
    recovery: Recovery,
    reasons: readonly Reason[] = [],
    filled: Filled = NOTHING,
  ): Promise<Shown> => {
    const [steps, names] = await Promise.all([
      counter.recoveries.history(recovery.recoveryRef),
      beneficiaryNames(counter, acting(c), [recovery.beneficiary.ref], "Terugvordering bekijken"),
    ]);
    const role = visitorIn(c).session.active.role;
    const body = (
      <RecoveryPage
        page={page}
        recovery={recovery}
        steps={steps}
        named={names.get(recovery.beneficiary.ref) ?? { name: "", number: null }}
        reasons={reasons}
        filled={filled}
        mayDecide={reachOf(role, "recovery.decide") !== null}
        maySettle={reachOf(role, "bank.reconcile") !== null}
        own={recovery.proposedBy.ref === actorOf(c).ref}
        done={doneIn(c)}
        today={counter.clock.today()}
        terms={counter.recoveries.terms()}
      />
    );
    return shownWith(body, reasons);
  };
  const find = async (c: WebContext) => {
    const ref = c.req.param("terugvordering") ?? "";
    return isRef(ref) ? counter.recoveries.find(ref) : null;
  };
  door.page(at("/terugvordering/:terugvordering"), "ledger.see", async (page, c) => {
    const recovery = await find(c);
    return recovery === null ? notFound(page) : show(page, c, recovery);
  });
  const act = (
    path: string,
    permission: "recovery.decide" | "bank.reconcile",
    read: (form: SentForm, recovery: Recovery) => Result<RecoveryCommand, readonly Reason[]>,
    ok: string,
  ) =>
    door.form(at(`/terugvordering/:terugvordering${path}`), permission, async (page, c, form) => {
      const recovery = await find(c);
      if (recovery === null) return notFound(page);
      const command = read(form, recovery);
      const done = command.ok ? await counter.recoveries.do(recovery.recoveryRef, command.value, actorOf(c)) : command;
      if (done.ok) return seeOther(at(`/terugvordering/${recovery.recoveryRef}?ok=${ok}`));
      return show(page, c, recovery, done.error, filledOf(form));
    });
  act(
    "/beslissen",
    "recovery.decide",
    (form, recovery) => readDecision(form, recovery, counter.clock.today(), counter.recoveries.terms()),
    "beslist",
  );
  act("/ontvangen", "bank.reconcile", (form, recovery) => readPayment(form, recovery), "ontvangen");
  act("/kwijtschelden", "recovery.decide", (form) => readWaiver(form), "kwijtgescholden");
}
