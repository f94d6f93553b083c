// What every page of a draft begins with: the draft of this enterprise, or where it went.
import type { Draft } from "../../../counter/index.ts";
import { isRef } from "../../../kernel/index.ts";
import { type Shown, seeOther, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { type ApplicantTools, notFound, type WithRegistered, withinRegistered } from "./within.tsx";

export interface WithDraft extends WithRegistered {
  readonly draft: Draft;
  /** Address inside this draft. */
  readonly at: (path?: string) => string;
}

export function withDraft(
  tools: ApplicantTools,
  page: Page,
  c: WebContext,
  then: (within: WithDraft) => Shown | Promise<Shown>,
): Promise<Shown> {
  const { drafts, events } = tools.counter;
  return withinRegistered(tools, page, c, async (within) => {
    const draftRef = c.req.param("ontwerp") ?? "";
    const draft = isRef(draftRef) ? await drafts.read(within.owner, draftRef) : null;
    if (draft !== null) return then({ ...within, draft, at: (path = "") => within.to(`/aanvraag/${draft.draftRef}${path}`) });
    // The second click of a double click finds the draft gone, because the first one filed it.
    const filed = isRef(draftRef) ? await events.findCommand(`draft:${draftRef}`) : null;
    const file = filed?.streams.find((one) => one.streamKind === "file");
    return file === undefined ? notFound(page) : seeOther(within.to(`/dossier/${file.streamRef}/ingediend`));
  });
}
