// The public accounts: commitments and payments per article and year, articles as dated data, the export, state aid per undertaking.
import { reachOf } from "../../../access/index.ts";
import { accountsCsv, beneficiaryNames } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { parseEuroAsTyped } from "../../../kernel/index.ts";
import { COMPONENTS } from "../../../payment/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { AccountsPage, type Filled, LISTED, StateAidPage } from "./account-pages.tsx";
import { acting, actorOf, at, doneIn, type PaymentDoor, type PaymentTools, shownWith } from "./frame.tsx";

export function accountRoutes(door: PaymentDoor, { counter, law }: PaymentTools): void {
  const show = async (page: Page, c: WebContext, filled: Filled, reasons: readonly Reason[] = []): Promise<Shown> => {
    const reading = law.switchValue("budget.gate");
    const body = (
      <AccountsPage
        page={page}
        lines={await counter.accounts.overview()}
        mayRecord={reachOf(visitorIn(c).session.active.role, "budget.record") !== null}
        gate={reading.ok ? reading.value : ""}
        filled={filled}
        reasons={reasons}
        done={doneIn(c)}
      />
    );
    return shownWith(body, reasons);
  };
  const thisYear = () => counter.clock.today().slice(0, 4);
  const blank = (): Filled => ({ article: "", year: thisYear(), title: "", components: [], credit: "" });
  door.page(at("/begroting"), "ledger.see", (page, c) => show(page, c, blank()));
  door.form(at("/begroting"), "budget.record", async (page, c, form) => {
    const filled = filledOf(form);
    const credit = filled.credit.trim() === "" ? null : parseEuroAsTyped(filled.credit, "credit");
    if (credit !== null && !credit.ok)
      return show(page, c, filled, [{ ...credit.error, rule: "", remedy: { nl: "", en: "", fr: "" } }]);
    const row = {
      article: filled.article.trim().toUpperCase(),
      year: Number(filled.year),
      title: filled.title.trim(),
      components: COMPONENTS.filter((one) => filled.components.includes(one)),
      creditCents: credit === null ? null : credit.value,
    };
    const recorded = await counter.accounts.record(row, actorOf(c));
    return recorded.ok ? seeOther(at("/begroting?ok=artikel")) : show(page, c, filled, recorded.error);
  });
  door.form(at("/begroting/vastleggen"), "budget.record", async () => {
    const written = await counter.accounts.commitAll();
    return seeOther(at(`/begroting?ok=vastgelegd&n=${written}`));
  });
  door.page(at("/begroting/export"), "ledger.see", (_, c) => {
    const asked = c.req.query("jaar") ?? "";
    const year = /^\d{4}$/.test(asked) ? Number(asked) : Number(thisYear());
    return csvResponse(accountsCsv(counter.accounts, year), `boekhouding-${year}.csv`);
  });
  door.page(at("/staatssteun"), "ledger.see", async (page, c) => {
    const asked = c.req.query("jaar") ?? "";
    const year = /^\d{4}$/.test(asked) ? Number(asked) : Number(thisYear());
    const aid = await counter.accounts.stateAid(year, LISTED);
    const names = await beneficiaryNames(
      counter,
      acting(c),
      aid.map((one) => one.employerRef),
      "Staatssteun per onderneming",
    );
    return <StateAidPage page={page} year={year} aid={aid} names={names} />;
  });
}

/** A file that is sent while it is read. */
export function csvResponse(rows: AsyncIterable<string>, name: string): Response {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

const filledOf = (form: SentForm): Filled => ({
  article: form.text("article"),
  year: form.text("year"),
  title: form.text("title"),
  components: form.all("components"),
  credit: form.text("credit"),
});
