// Pages of staff for the yearly linkage: asking for one, and taking in what came back.
import { type FiguresPorts, figures } from "../../../counter/index.ts";
import { type Problem, parsePlainDate } from "../../../kernel/index.ts";
import type { Door, WebContext } from "../../door.tsx";
import { actorOf, may } from "./desk.ts";
import { LinkagePage } from "./linkage-page.tsx";
import { LINKAGE_PATH } from "./paths.ts";

export function linkageRoutes(door: Door, ports: FiguresPorts): void {
  const linkageShown = async (
    page: Parameters<typeof LinkagePage>[0]["page"],
    c: WebContext,
    problems: readonly Problem[],
    notice: string | null,
  ) => {
    const lines = await figures.linkageCalendar(ports);
    const body = (
      <LinkagePage page={page} lines={lines} problems={problems} notice={notice} mayChange={may(c, "figure.release")} />
    );
    return { status: problems.length > 0 ? (400 as const) : (200 as const), body };
  };
  door.page(LINKAGE_PATH, "figure.ask", (page, c) => linkageShown(page, c, [], null));

  door.form(LINKAGE_PATH, "figure.release", async (page, c, form) => {
    if (form.text("doe") === "nemen") {
      const text = (await form.file("bestand")?.text()) ?? "";
      const taken = await figures.takeLinkage(ports, actorOf(c), form.text("koppeling"), text);
      if (!taken.ok) return linkageShown(page, c, taken.error, null);
      const { matched, persons, coverage } = taken.value;
      return linkageShown(page, c, [], `${matched} van ${persons} personen gekoppeld (${coverage.replace(".", ",")} %).`);
    }
    const coversUntil = parsePlainDate(form.text("tot"), "tot");
    const typed = form.text("verwacht");
    const expectedOn = typed === "" ? null : parsePlainDate(typed, "verwacht");
    if (!coversUntil.ok) return linkageShown(page, c, [coversUntil.error], null);
    if (expectedOn !== null && !expectedOn.ok) return linkageShown(page, c, [expectedOn.error], null);
    const asked = { dimension: form.text("kenmerk"), coversUntil: coversUntil.value, expectedOn: expectedOn?.value ?? null };
    const made = await figures.requestLinkage(ports, actorOf(c), asked);
    if (!made.ok) return linkageShown(page, c, made.error, null);
    const name = `pseudoniemen-${asked.dimension}-${asked.coversUntil}.csv`;
    return new Response(made.value.csv, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
    });
  });
}
