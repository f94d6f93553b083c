// Pages of staff to release: drafts, their comparison with an earlier release, and the check of all releases.
import { type FiguresPorts, figures } from "../../../counter/index.ts";
import type { Problem } from "../../../kernel/index.ts";
import { type Door, seeOther, type WebContext } from "../../door.tsx";
import { ComparePage } from "./compare-page.tsx";
import { actorOf, drawnOf, may, notFound, problemsOf, queryIn, statesOf } from "./desk.ts";
import { DraftPage, DraftsPage } from "./draft-pages.tsx";
import { DRAFTS_PATH, draftPath, VERIFY_PATH } from "./paths.ts";
import { VerifyPage } from "./verify-page.tsx";

export function draftRoutes(door: Door, ports: FiguresPorts): void {
  door.page(DRAFTS_PATH, "figure.ask", async (page) => (
    <DraftsPage page={page} drafts={(await statesOf(ports)).filter((one) => one.status === "DRAFT")} />
  ));

  const draftShown = async (page: Parameters<typeof DraftPage>[0]["page"], c: WebContext, problems: readonly Problem[]) => {
    const all = await statesOf(ports);
    const state = all.find((one) => one.releaseRef === c.req.param("ref"));
    if (state === undefined) return notFound(c);
    const computed = await figures.computeDraft(ports, state);
    const actor = actorOf(c);
    const body = (
      <DraftPage
        page={page}
        state={state}
        computed={computed.ok ? computed.value : null}
        drawn={computed.ok ? await drawnOf(computed.value.publication, "nl") : new Map()}
        problems={[...problems, ...(computed.ok ? [] : problemsOf(computed.error))]}
        seen={computed.ok ? figures.seenOf(computed.value) : null}
        own={[state.draftedBy.ref, state.override?.by.ref].includes(actor.ref)}
        mayRelease={may(c, "figure.release")}
        comparable={all.filter((one) => one.status === "RELEASED")}
      />
    );
    return { status: problems.length > 0 ? (409 as const) : (200 as const), body };
  };
  door.page(`${DRAFTS_PATH}/:ref`, "figure.ask", (page, c) => draftShown(page, c, []));

  door.form(`${DRAFTS_PATH}/:ref`, "figure.release", async (page, c, form) => {
    const ref = c.req.param("ref") ?? "";
    const actor = actorOf(c);
    const does = form.text("doe");
    const done =
      does === "vrijgeven"
        ? await figures.releaseDraft(ports, actor, ref, form.text("gezien") || null)
        : does === "beleid"
          ? await figures.overridePolicy(ports, actor, ref, form.text("beleid"), form.text("reden"))
          : await figures.rejectDraft(ports, actor, ref, form.text("reden"));
    if (!done.ok) return draftShown(page, c, problemsOf(done.error));
    return seeOther(draftPath(ref));
  });

  door.page(`${DRAFTS_PATH}/:ref/vergelijking`, "figure.ask", async (page, c) => {
    const all = await statesOf(ports);
    const state = all.find((one) => one.releaseRef === c.req.param("ref"));
    const earlier = all.find((one) => one.releaseRef === queryIn(c).get("met") && one.status === "RELEASED");
    if (state === undefined || earlier === undefined) return notFound(c);
    const now = await figures.computeDraft(ports, state);
    if (!now.ok) return draftShown(page, c, problemsOf(now.error));
    const compared = await figures.compareWith(ports, earlier, now.value.publication);
    if (!compared.ok) return draftShown(page, c, problemsOf(compared.error));
    const { publication } = now.value;
    return <ComparePage page={page} state={state} earlier={earlier} publication={publication} compared={compared.value} />;
  });

  door.page(VERIFY_PATH, "figure.ask", async (page) => {
    const verified = await figures.verifyReleases(ports);
    return <VerifyPage page={page} verified={verified.map((one) => ({ ...one, sound: figures.isSound(one) }))} />;
  });
}
