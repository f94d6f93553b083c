// Lists of older rights, the work list of trajectories that end, and one right with what a person may record of it.
import type { By, EndingRight, OlderRights, RightAct, RightLine } from "../../../counter/index.ts";
import { type Reason, TRANSITION_MEASURES, type TransitionMeasure } from "../../../dossier/index.ts";
import { isRef, newRef, parseDateAsTyped } from "../../../kernel/index.ts";
import { type Door, type Shown, seeOther, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { byOf, mistakesOf, notFoundPage } from "./door-parts.tsx";
import { OrganisationPage } from "./organisation-page.tsx";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { RightPage } from "./right-page.tsx";
import { RightsPage } from "./rights-page.tsx";
import { WorkListPage } from "./work-list-page.tsx";

const AT_ONCE = 50;
const PURPOSE = "Oude rechten opvolgen";

export function rightRoutes(door: Door, rights: OlderRights): void {
  const names = (lines: readonly RightLine[], by: By) =>
    rights.namesOf(
      lines.flatMap((one) => [one.personRef, one.employerRef]),
      by,
      PURPOSE,
    );
  door.page(`${TRANSITION_PATH}/werklijst`, "transition.import", async (page, c) => {
    const employerRef = c.req.query("werkgever") ?? "";
    const lines = await rights.workList(500, isRef(employerRef) ? { employerRef } : {});
    const wanted = c.req.query("toestand") ?? "";
    const shown = lines.filter((one) => wanted === "" || one.state === wanted).slice(0, 200);
    return (
      <WorkListPage
        page={page}
        lines={shown}
        all={lines}
        state={wanted}
        employerRef={isRef(employerRef) ? employerRef : null}
        names={await names(shown, byOf(c))}
        done={c.req.query("ok") ?? ""}
        today={rights.today()}
      />
    );
  });
  door.form(`${TRANSITION_PATH}/werklijst/waarschuwen`, "transition.import", async (page, c, form) => {
    const rightRef = form.text("recht");
    const lines: readonly EndingRight[] = isRef(rightRef) ? await rights.workList(5_000) : [];
    const line = lines.find((one) => one.rightRef === rightRef);
    if (line === undefined) return notFoundPage(page);
    const told = await rights.warn(line, byOf(c).actor);
    if (!told.ok) return showRight(page, c, rightRef, told.error);
    const back = form.text("werkgever");
    return seeOther(`${TRANSITION_PATH}/werklijst?ok=gewaarschuwd${isRef(back) ? `&werkgever=${back}` : ""}`);
  });
  door.page(`${TRANSITION_PATH}/rechten`, "transition.import", async (page, c) => {
    const measure = (TRANSITION_MEASURES as readonly string[]).includes(c.req.query("maatregel") ?? "")
      ? (c.req.query("maatregel") as TransitionMeasure)
      : null;
    const [lastDay, rightRef] = (c.req.query("na") ?? "").split("_");
    const after = lastDay !== undefined && isRef(rightRef) ? { lastDay: lastDay as never, rightRef } : null;
    const [personRef, employerRef] = [c.req.query("persoon"), c.req.query("werkgever")];
    const of = { ...(isRef(personRef) ? { personRef } : {}), ...(isRef(employerRef) ? { employerRef } : {}) };
    const found = Object.keys(of).length > 0;
    const lines = await rights.list({
      ...(measure === null ? {} : { measures: [measure] }),
      ...(after === null ? {} : { after }),
      ...of,
      // Of one person or employer, also what is over.
      ...(found ? {} : { endsFrom: rights.today() }),
      limit: AT_ONCE + 1,
    });
    const held = await names(lines, byOf(c));
    return <RightsPage page={page} measure={measure} of={of} lines={lines} atOnce={AT_ONCE} names={held} mistakes={[]} />;
  });
  door.form(`${TRANSITION_PATH}/rechten/zoeken`, "transition.import", async (page, _c, form) => {
    // Sent as a form, so that no number stands in an address.
    const of = await rights.ofNumber(form.text("nummer"));
    const show = (message: string): Shown => {
      const mistakes = [{ field: "nummer", message }];
      const body = (
        <RightsPage page={page} measure={null} of={{}} lines={[]} atOnce={AT_ONCE} names={new Map()} mistakes={mistakes} />
      );
      return { status: 422, body };
    };
    if (of === null) return show("Schrijf een rijksregisternummer of een ondernemingsnummer. Kijk het controlegetal na.");
    if (of.personRef === undefined && of.employerRef === undefined) return show("Met dit nummer kennen we niemand. Kijk het na.");
    const query = of.personRef === undefined ? `werkgever=${of.employerRef}` : `persoon=${of.personRef}`;
    return seeOther(`${TRANSITION_PATH}/rechten?${query}`);
  });

  door.page(`${TRANSITION_PATH}/organisatie/:ref`, "transition.import", async (page, c) => {
    const employerRef = c.req.param("ref") ?? "";
    const view = isRef(employerRef) ? await rights.organisation(employerRef) : null;
    if (view === null) return notFoundPage(page);
    const typed = c.req.query("opgericht")?.slice(0, 20) ?? "";
    const day = typed === "" ? null : parseDateAsTyped(typed, "opgericht");
    const by = day?.ok ? rights.newMwbNormsBy(day.value) : null;
    const unknown = day !== null && by === null ? "Schrijf een dag vanaf 1/7/2023, zoals 1/10/2023" : null;
    const held = await names(view.rights, byOf(c));
    const body = <OrganisationPage page={page} view={view} names={held} founded={{ typed, by, error: unknown }} />;
    return unknown === null ? body : { status: 422, body };
  });

  const showRight = async (
    page: Page,
    c: WebContext,
    rightRef: string,
    reasons: readonly Reason[] = [],
    typed: (name: string) => string = () => "",
  ): Promise<Shown> => {
    const opened = isRef(rightRef) ? await rights.open(rightRef) : null;
    if (opened === null) return notFoundPage(page);
    const { personRef, employerRef } = opened.right.facts;
    const held = await rights.namesOf([personRef, employerRef], byOf(c), PURPOSE);
    const body = (
      <RightPage
        page={page}
        rightRef={rightRef}
        opened={opened}
        person={personRef === null ? null : (held.get(personRef) ?? "")}
        employer={employerRef === null ? null : (held.get(employerRef) ?? "")}
        quarters={await rights.quarters(rightRef, opened.right)}
        follows={await rights.lineOf(rightRef)}
        typed={typed}
        done={c.req.query("ok") ?? ""}
        mistakes={mistakesOf(reasons)}
        commandId={newRef()}
      />
    );
    return reasons.length === 0 ? body : { status: 422, body };
  };
  door.page(`${TRANSITION_PATH}/recht/:ref`, "transition.import", (page, c) => showRight(page, c, c.req.param("ref") ?? ""));
  const act = (path: string, kind: RightAct, fields: Readonly<Record<string, string>>) =>
    door.form(`${TRANSITION_PATH}/recht/:ref/${path}`, "transition.import", async (page, c, form) => {
      const rightRef = c.req.param("ref") ?? "";
      const commandId = isRef(form.text("opdracht")) ? form.text("opdracht") : newRef();
      const given = (field: string) => form.text(fields[field] ?? field);
      const done = await rights.record(rightRef, kind, given, byOf(c).actor, commandId);
      if (done === null) return notFoundPage(page);
      if (done.ok) return seeOther(rightPath(rightRef, `?ok=${path}`));
      // The form calls its fields by their Dutch names.
      const mistakes = done.error.map((one) => ({
        ...one,
        ...(one.field === undefined ? {} : { field: fields[one.field] ?? one.field }),
      }));
      return showRight(page, c, rightRef, mistakes, (name) => form.text(name));
    });
  act("evaluatie-vragen", "evaluation-request", { on: "dag" });
  act("evaluatie-beslissen", "evaluation-decision", { on: "beslist", outcome: "uitkomst" });
  act("keuze", "choice", { choice: "keuze", on: "gekozen-op" });
  act("bedrag", "amount", {
    amount: "bedrag",
    "amount.cents": "bedrag",
    aldEntered: "bedrag",
    from: "vanaf",
    through: "tot",
    throughQuarter: "tot",
    source: "bron",
  });
  act("activiteit", "activity", {
    proof: "bewijs",
    incomeYear: "jaar",
    "income.year": "jaar",
    netIncome: "inkomen",
    income: "inkomen",
    viable: "leefbaar",
    from: "activiteit-vanaf",
    fromQuarter: "activiteit-vanaf",
    source: "activiteit-bron",
  });
  act("omzetten", "conversion", {
    fte: "vte",
    ratio: "verhouding",
    ldeEnteredRatio: "verhouding",
    quartersSincePackage: "kwartalen",
    keepsEmployment: "behoud",
    viabilityAtRisk: "risico",
    source: "omzetting-bron",
  });
  act("beeindigen", "end", { lastDay: "laatste-dag", endedOn: "laatste-dag", reason: "reden" });
}
