// What the pages of older rights share: who acts, calm answers, and reasons as mistakes of a form.
import type { By } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { pick } from "../../../kernel/index.ts";
import { type Shown, visitorIn, type WebContext } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import type { Page } from "../../page.ts";
import { actingOf } from "../../visitor.ts";

export function byOf(c: WebContext): By {
  const { role, actorRef, organisation } = actingOf(visitorIn(c));
  return { actor: { role, ref: actorRef }, organisation };
}

export const notFoundPage = (page: Page): Shown => ({
  status: 404,
  body: <ErrorPage page={page} kind="notFound" requestId={null} />,
});

/** Reasons as mistakes at the top of a form. */
export const mistakesOf = (reasons: readonly Reason[], field?: string): FieldMistake[] =>
  reasons.map((one) => ({ field: field ?? one.field ?? "", message: `${pick(one.message, "nl")}. ${pick(one.remedy, "nl")}.` }));
