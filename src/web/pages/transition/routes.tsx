// /overgang: files of older rights with their proof sheet and signatures, the work list of trajectories that end, and single rights.

import writeXlsxFile from "write-excel-file/node";
import { type By, type Cells, COLUMNS, type CounterPorts, TEMPLATE_CSV, TEMPLATE_ROWS } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef } from "../../../kernel/index.ts";
import type { Transition } from "../../../main/index.ts";
import { type Door, type SentForm, type Shown, seeOther, type WebContext } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import type { Page } from "../../page.ts";
import { byOf, mistakesOf, notFoundPage } from "./door-parts.tsx";
import { employerRoutes } from "./employer-page.tsx";
import { ImportPage } from "./import-page.tsx";
import { LinePage } from "./line-page.tsx";
import { ParkedPage } from "./parked-page.tsx";
import { PARKED_AT_ONCE, TRANSITION_PATH } from "./paths.ts";
import { rightRoutes } from "./right-routes.tsx";
import { StartPage } from "./start-page.tsx";

export function transitionRoutes(door: Door, transition: Transition, counter: CounterPorts | null): void {
  const { imports, rights } = transition;
  const start = async (page: Page, mistakes: readonly FieldMistake[] = [], list = ""): Promise<Shown> => {
    const [heads, running] = await Promise.all([imports.list(), rights.counts()]);
    const views = await Promise.all(heads.map((head) => imports.find(head.importRef)));
    const body = (
      <StartPage page={page} imports={views.filter((one) => one !== null)} running={running} mistakes={mistakes} list={list} />
    );
    return mistakes.length === 0 ? body : { status: 400, body };
  };
  door.page(TRANSITION_PATH, "transition.import", (page) => start(page));
  door.page(`${TRANSITION_PATH}/sjabloon.csv`, "transition.import", () =>
    download(TEMPLATE_CSV, "text/csv; charset=utf-8", "sjabloon.csv"),
  );
  door.page(`${TRANSITION_PATH}/sjabloon.xlsx`, "transition.import", async () => {
    const rows = TEMPLATE_ROWS.map((cells) => cells.map((value) => ({ value, type: String })));
    const bytes = await writeXlsxFile(rows).toBuffer();
    return download(new Uint8Array(bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sjabloon.xlsx");
  });
  door.form(`${TRANSITION_PATH}/import`, "transition.import", async (page, c, form) => {
    const file = form.file("bestand");
    const list = form.text("lijst").trim();
    if (file === null) return start(page, [{ field: "bestand", message: "Kies een bestand." }], list);
    const uploaded = await imports.upload(new Uint8Array(await file.arrayBuffer()), list, byOf(c));
    if (!uploaded.ok) {
      const mistakes = uploaded.error.flatMap((one) => mistakesOf([one], one.field === "list" ? "lijst" : "bestand"));
      return start(page, mistakes, list);
    }
    const { importRef, known } = uploaded.value;
    return seeOther(`${TRANSITION_PATH}/import/${importRef}${known ? "?ok=gekend" : ""}`);
  });

  const show = async (page: Page, c: WebContext, reasons: readonly Reason[] = []): Promise<Shown> => {
    const importRef = c.req.param("ref") ?? "";
    const view = isRef(importRef) ? await imports.find(importRef) : null;
    if (view === null) return notFoundPage(page);
    const me = byOf(c).actor.ref;
    const body = <ImportPage page={page} view={view} me={me} done={c.req.query("ok") ?? ""} mistakes={mistakesOf(reasons, "")} />;
    return reasons.length === 0 ? body : { status: 409, body };
  };
  const base = `${TRANSITION_PATH}/import/:ref`;
  door.page(base, "transition.import", (page, c) => show(page, c));
  const step = (
    path: string,
    permission: "transition.import" | "transition.sign",
    ok: string,
    work: (ref: string, by: By, form: SentForm) => ReturnType<typeof imports.sign>,
  ) =>
    door.form(`${base}/${path}`, permission, async (page, c, form) => {
      const importRef = c.req.param("ref") ?? "";
      if (!isRef(importRef)) return notFoundPage(page);
      const done = await work(importRef, byOf(c), form);
      return done.ok ? seeOther(`${TRANSITION_PATH}/import/${importRef}?ok=${ok}`) : show(page, c, done.error);
    });
  step("tekenen", "transition.sign", "getekend", (ref, by, form) => imports.sign(ref, by, form.text("blad")));
  step("nakijken", "transition.import", "nagekeken", (ref, by) => imports.recheck(ref, by));
  step("intrekken", "transition.import", "ingetrokken", (ref, by) => imports.cancel(ref, by));

  door.page(`${base}/geparkeerd`, "transition.import", async (page, c) => {
    const importRef = c.req.param("ref") ?? "";
    const view = isRef(importRef) ? await imports.find(importRef) : null;
    if (view === null) return notFoundPage(page);
    const reason = c.req.query("reden") ?? "";
    const after = Number(c.req.query("na") ?? "0");
    const outcome = c.req.query("toestand") === "verbeterd" ? "CORRECTED" : "PARKED";
    const rows = await imports.rows(importRef, {
      outcome,
      ...(reason === "" ? {} : { reason }),
      after: Number.isSafeInteger(after) ? after : 0,
      limit: PARKED_AT_ONCE + 1,
    });
    return <ParkedPage page={page} view={view} rows={rows} reason={reason} outcome={outcome} />;
  });

  const line = async (page: Page, c: WebContext, more: { reasons?: readonly Reason[]; cells?: Cells } = {}): Promise<Shown> => {
    const importRef = c.req.param("ref") ?? "";
    const number = Number(c.req.param("line") ?? "");
    const view = isRef(importRef) && Number.isSafeInteger(number) ? await imports.find(importRef) : null;
    const opened = view === null ? null : await imports.openRow(importRef, number, byOf(c));
    if (view === null || opened === null) return notFoundPage(page);
    const { reasons = [], cells = opened.cells } = more;
    const body = <LinePage page={page} view={view} row={opened.row} cells={cells} mistakes={mistakesOf(reasons)} />;
    return reasons.length === 0 ? body : { status: 422, body };
  };
  door.page(`${base}/lijn/:line`, "transition.import", (page, c) => line(page, c));
  const lineStep = (
    path: string,
    permission: "transition.import" | "transition.sign",
    work: (ref: string, line: number, form: SentForm, by: By) => ReturnType<typeof imports.signRow>,
  ) =>
    door.form(`${base}/lijn/:line/${path}`, permission, async (page, c, form) => {
      const importRef = c.req.param("ref") ?? "";
      const number = Number(c.req.param("line") ?? "");
      if (!isRef(importRef) || !Number.isSafeInteger(number)) return notFoundPage(page);
      const done = await work(importRef, number, form, byOf(c));
      if (!done.ok) return line(page, c, { reasons: done.error, ...(path === "verbeteren" ? { cells: cellsOf(form) } : {}) });
      return seeOther(`${TRANSITION_PATH}/import/${importRef}/lijn/${number}`);
    });
  lineStep("verbeteren", "transition.import", (ref, number, form, by) => imports.correctRow(ref, number, cellsOf(form), by));
  lineStep("laten-vallen", "transition.import", (ref, number, form, by) => imports.dropRow(ref, number, form.text("reden"), by));
  lineStep("tekenen", "transition.sign", (ref, number, _form, by) => imports.signRow(ref, number, by));
  rightRoutes(door, rights);
  if (counter !== null) employerRoutes(door, rights, counter);
}

function cellsOf(form: SentForm): Cells {
  return Object.fromEntries(COLUMNS.map((column) => [column, form.text(column).trim().slice(0, 200)])) as unknown as Cells;
}

function download(content: string | Uint8Array, type: string, name: string): Response {
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
