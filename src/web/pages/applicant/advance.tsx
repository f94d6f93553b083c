// A monthly advance on the wage premium of one grant (PAY-02): off while the law gives no amount (OPEN-27), and then asked here.
import type { OpenedFile } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { addMonths, cents, formatDate, formatEuro, type PlainDate, plainDate } from "../../../kernel/index.ts";
import type { Advance } from "../../../payment/index.ts";
import type { Door, Shown } from "../../door.tsx";
import { seeOther } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { applicantText } from "../../text/applicant.ts";
import { crumbsOf } from "./crumbs.ts";
import { whoIn } from "./who.ts";
import { APPLICANT_PATH, type ApplicantTools, notFound, Reasons, type Within, withinFile } from "./within.tsx";

const PATH = `${APPLICANT_PATH}/:kbo/dossier/:dossier/voorschot`;
/** Months that can be chosen, from this one on. */
const MONTHS = 6;

type WithinFile = Within & { readonly file: OpenedFile };

export function advanceRoutes(door: Door, tools: ApplicantTools): void {
  const { counter } = tools;
  const show = async (within: WithinFile, reasons: readonly Reason[] = []): Promise<Shown> => {
    const { grant, application } = within.file.state;
    if (grant === null || application?.employerRef == null) return notFound(within.page);
    const advances = await counter.advances.ofGrant(grant.facts.grantRef);
    const body = <AdvancePage {...within} tools={tools} advances={advances} reasons={reasons} />;
    return { status: reasons.length > 0 ? 422 : 200, body };
  };
  door.page(PATH, "advance.request", (page, c) => withinFile(tools, page, c, (within) => show(within)));
  door.form(PATH, "advance.request", (page, c, form) =>
    withinFile(tools, page, c, async (within) => {
      const { grant, application } = within.file.state;
      if (grant === null || application?.employerRef == null) return notFound(page);
      const month = monthsFrom(counter.clock.today()).find((one) => one === form.text("fromMonth")) ?? counter.clock.today();
      const actor = { role: within.acting.role, ref: within.acting.actorRef };
      const asked = await counter.advances.request(grant.facts.grantRef, month, actor);
      return asked.ok
        ? seeOther(`${within.to(`/dossier/${within.file.fileRef}/voorschot`)}?ok=gevraagd`)
        : show(within, asked.error);
    }),
  );
}

function monthsFrom(today: PlainDate): readonly PlainDate[] {
  const first = plainDate(`${today.slice(0, 8)}01`);
  return Array.from({ length: MONTHS }, (_, n) => addMonths(first, n));
}

interface AdvanceProps extends WithinFile {
  readonly tools: ApplicantTools;
  readonly advances: readonly Advance[];
  readonly reasons: readonly Reason[];
}

function AdvancePage({ page, c, file, to, tools, advances, reasons }: AdvanceProps) {
  const { language } = page;
  const text = applicantText(language);
  const amount = tools.counter.advances.amount();
  const open = advances.some((one) => one.stage === "REQUESTED" || one.stage === "RUNNING");
  const here = to(`/dossier/${file.fileRef}/voorschot`);
  const who = whoIn(file.worker, file.number);
  const crumbs = [...crumbsOf(page, to()), { href: to(`/dossier/${file.fileRef}`), label: text.fileTitle(who) }];
  return (
    <Layout page={page} title={text.advanceTitle} crumbs={crumbs} refused={reasons.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{text.advanceTitle}</h1>
      {c.req.query("ok") === "gevraagd" && reasons.length === 0 ? <Alert kind="success" title={text.advanceAsked} /> : null}
      {reasons.length > 0 || !amount.ok ? (
        <Alert kind={amount.ok ? "error" : "info"} title={amount.ok ? text.refusedTitle : text.advanceOff}>
          <Reasons page={page} reasons={amount.ok ? reasons : amount.error} />
        </Alert>
      ) : null}
      {amount.ok ? <p class="mw-form-lead">{text.advanceLead(formatEuro(cents(amount.value.cents), language))}</p> : null}
      {advances.length === 0 ? null : (
        <ul class="mw-cards">
          {advances.map((one) => (
            <li>
              {text[`advance${one.stage}`]} ({formatDate(one.fromMonth, language)})
            </li>
          ))}
        </ul>
      )}
      {amount.ok && !open ? (
        <form method="post" action={here} class="mw-form">
          <FormKey page={page} />
          <SelectField
            language={language}
            name="fromMonth"
            label={text.advanceFrom}
            options={monthsFrom(tools.counter.clock.today()).map((one) => ({
              value: one,
              label: formatDate(one, language).replace(/^\S+ /, ""),
            }))}
            value=""
          />
          <p class="mw-actions">
            <SubmitButton>{text.advanceAsk}</SubmitButton>
          </p>
        </form>
      ) : null}
    </Layout>
  );
}
