// The pages about figures: for everybody what was released; for staff the work, asking, drafting and linkage.
import { type FiguresPorts, figures } from "../../../counter/index.ts";
import { daysBetween } from "../../../kernel/index.ts";
import type { AccountLine } from "../../../payment/index.ts";
import { parseSheet } from "../../../statistics/index.ts";
import type { Door } from "../../door.tsx";
import { answerFolderRoutes } from "./answer-folders.tsx";
import { boundsRoutes } from "./bounds-page.tsx";
import { budgetLeft } from "./budget-left.tsx";
import { composeRoutes } from "./compose-routes.tsx";
import { drawnOf, statesOf } from "./desk.ts";
import { draftRoutes } from "./draft-routes.tsx";
import { InsidePage, insideSheet } from "./inside-page.tsx";
import { linkageRoutes } from "./linkage-routes.tsx";
import { INSIDE_PATH, WORK_PATH } from "./paths.ts";
import { publicRoutes } from "./public-routes.tsx";
import { WorkPage } from "./work-page.tsx";

export { WORK_PATH };

/** @param accounts - The books of the payments; null without a payment counter. */
export function figureRoutes(
  door: Door,
  ports: FiguresPorts,
  origin: () => string,
  accounts: { overview(): Promise<readonly AccountLine[]> } | null,
): void {
  publicRoutes(door, ports, origin);
  composeRoutes(door, ports);
  answerFolderRoutes(door, ports);
  boundsRoutes(door);
  draftRoutes(door, ports);
  linkageRoutes(door, ports);

  door.page(WORK_PATH, "figure.ask", async (page) => {
    const all = await statesOf(ports);
    const drafts = all.filter((one) => one.status === "DRAFT");
    const today = ports.clock.today();
    const due = drafts.flatMap((state) => {
      const sheet = state.source.kind === "sheet" ? parseSheet(state.source.text, state.name, ports.law) : null;
      const header = sheet?.ok === true ? sheet.value.header : null;
      if (header?.due === undefined || header?.due === null) return [];
      return [{ state, title: `${header.number}: ${header.title}`, due: header.due, left: daysBetween(today, header.due) }];
    });
    return (
      <WorkPage
        page={page}
        drafts={drafts}
        questions={await ports.publications.questions()}
        released={all.filter((one) => one.status === "RELEASED").sort((a, b) => (a.ended!.at < b.ended!.at ? 1 : -1))}
        due={due.sort((a, b) => a.left - b.left)}
      />
    );
  });

  door.page(INSIDE_PATH, "figure.ask", async (page) => {
    const asked = await figures.ask(ports, { text: insideSheet(ports.clock.today()), knownAt: null, channel: "internal" });
    const found = asked.ok ? [...(await drawnOf(asked.value.publication, "nl")).values()] : [];
    const year = Number(ports.clock.today().slice(0, 4));
    const budget = accounts === null ? null : { year, rows: budgetLeft(await accounts.overview(), year) };
    return <InsidePage page={page} drawn={found} budget={budget} />;
  });
}
