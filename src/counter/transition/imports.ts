// Carrying over older rights from a file: dry run, proof sheet, two signatures, taken all at once, and the lines that wait for a person.
import type { Actor, Reason } from "../../dossier/index.ts";
import { fail, newRef, ok, Refusal, type Result, sha256Hex } from "../../kernel/index.ts";
import { fingerprintOf, importRow, type Judgement, judge } from "./judge.ts";
import type { Cells } from "./layout.ts";
import type { ImportHead, ImportRow, ImportStep, RowQuery, TransitionPorts } from "./ports.ts";
import { type Proof, proofOf, readControls } from "./proof.ts";
import { type Line, readFile } from "./read-file.ts";
import * as reasons from "./reasons.ts";
import { openLine, openLines, sealedCorrection, sealedLines } from "./sealed-lines.ts";
import { fallenOf, IMPORT_ACTIONS, type ImportAction, type ImportStage, signaturesOf, stageOf } from "./stage.ts";
import { rightRefOf, streamsOf, subjectsOf } from "./streams.ts";

/** Times that a judgement is made again because amounts of other local governments keep coming first. */
const ATTEMPTS = 5;

/** Who does it, and for which organisation: opening the lines of a file is logged. */
export interface By {
  readonly actor: Actor;
  readonly organisation: string;
}

export interface ImportView {
  readonly head: ImportHead;
  readonly stage: ImportStage;
  readonly actions: readonly ImportAction[];
  readonly proof: Proof;
  readonly parkedFor: readonly { readonly reason: string; readonly rows: number }[];
  readonly signatures: readonly ImportStep[];
  /** Signatures on an earlier sheet: they fell when it moved, and whoever gave them has to sign anew. */
  readonly fallen: readonly ImportStep[];
  readonly steps: readonly ImportStep[];
}

type Outcome<T> = Promise<Result<T, readonly Reason[]>>;

export class TransitionImports {
  private readonly ports: TransitionPorts;

  constructor(ports: TransitionPorts) {
    this.ports = ports;
  }

  /** The dry run. The same file again gives the import that it is already, and changes nothing. */
  async upload(bytes: Uint8Array, list: string, by: By): Outcome<{ readonly importRef: string; readonly known: boolean }> {
    const { imports, vault, clock } = this.ports;
    if (!/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(list)) return fail([reasons.badList()]);
    const fileHash = sha256Hex(bytes);
    const before = await imports.byHash(fileHash);
    if (before !== null) return ok({ importRef: before.importRef, known: true });
    const read = await readFile(bytes);
    if (!read.ok) return read;
    const importRef = newRef();
    const { rights, controls, wrong } = split(read.value.lines);
    const judgement = await judge(this.ports, list, rights);
    const rows = judgement.lines.map(importRow);
    // Sealed first: an attempt that ends here leaves lines under a key that no import names, and is made again.
    await vault.seal(sealedLines(importRef, read.value.lines));
    const head: ImportHead = {
      importRef,
      fileHash,
      list,
      form: read.value.form,
      receivedAt: clock.now(),
      actor: by.actor,
      controls,
      controlFlaws: wrong.length,
      fingerprint: fingerprintOf(rows),
    };
    const held = await imports.create(head, rows);
    return ok({ importRef: held.importRef, known: held.importRef !== importRef });
  }

  list(limit = 50): Promise<readonly ImportHead[]> {
    return this.ports.imports.list(limit);
  }

  async find(importRef: string): Promise<ImportView | null> {
    const found = await this.ports.imports.read(importRef);
    if (found === null) return null;
    const { head, steps } = found;
    const stage = stageOf(head, steps);
    const proof = proofOf(await this.ports.imports.tallies(importRef), head.controls);
    return {
      head,
      stage,
      actions: IMPORT_ACTIONS[stage],
      proof,
      parkedFor: await this.ports.imports.parkedFor(importRef),
      signatures: signaturesOf(head, steps),
      fallen: fallenOf(head, steps),
      steps,
    };
  }

  rows(importRef: string, query: RowQuery): Promise<readonly ImportRow[]> {
    return this.ports.imports.rows(importRef, query);
  }

  /** Judges the lines again, for instance after a firm came into the register. Signatures on another outcome fall. */
  async recheck(importRef: string, by: By): Outcome<ImportView> {
    const ready = await this.ready(importRef, "RECHECK");
    if (!ready.ok) return ready;
    const { judgement, controls } = await this.judged(ready.value.head, by);
    const rows = judgement.lines.map(importRow);
    await this.ports.imports.replaceRows(importRef, fingerprintOf(rows), controls, rows);
    return ok((await this.find(importRef)) as ImportView);
  }

  /**
   * The second signature of another person approves; then the rights are taken.
   *
   * @param seen - Fingerprint of the sheet that the person saw: a signature is for that one and no other. Left out: the sheet as it is now.
   */
  async sign(importRef: string, by: By, seen?: string): Outcome<ImportView> {
    const ready = await this.ready(importRef, "SIGN");
    if (!ready.ok) return ready;
    const { head, signatures, proof } = ready.value;
    if (seen !== undefined && seen !== head.fingerprint) return fail([reasons.sheetMoved()]);
    if (proof.controlReasons.length > 0 || head.controlFlaws > 0) return fail([reasons.controlsFail(), ...proof.controlReasons]);
    if (signatures.some((one) => one.actor.ref === by.actor.ref)) return fail([reasons.samePerson()]);
    return this.step(ready.value, by, { step: "SIGNED", fingerprint: head.fingerprint });
  }

  async cancel(importRef: string, by: By): Outcome<ImportView> {
    const ready = await this.ready(importRef, "CANCEL");
    return ready.ok ? this.step(ready.value, by, { step: "CANCELLED" }) : ready;
  }

  /**
   * Records every right of an approved import in one transaction. Stopped at any moment and tried again, it gives the same: what was
   * recorded is found again, and what was not is recorded whole.
   */
  async take(importRef: string, by: By): Outcome<ImportView> {
    const found = await this.find(importRef);
    if (found?.stage === "TAKEN") return ok(found);
    const ready = await this.ready(importRef, "TAKE");
    if (!ready.ok) return ready;
    const { head } = ready.value;
    const first = (await this.ports.imports.rows(importRef, { outcome: "TAKE", limit: 1 }))[0];
    const recorded = first !== undefined && (await this.ports.events.read(rightRefOf(importRef, first.line))).length > 0;
    if (first !== undefined && !recorded) {
      const done = await this.record(importRef, by, async () => {
        const { judgement, controls } = await this.judged(head, by);
        const rows = judgement.lines.map(importRow);
        if (fingerprintOf(rows) === head.fingerprint) return ok(judgement);
        // A register that does not answer now says nothing about the sheet.
        if (registerDown(judgement)) return fail([reasons.firmRegisterDown()]);
        // The new sheet takes the place of the one that was signed: its signatures fall, and people see what they have to sign now.
        await this.ports.imports.replaceRows(importRef, fingerprintOf(rows), controls, rows);
        return fail([reasons.sheetMoved()]);
      });
      if (!done.ok) return done;
    }
    return this.step(ready.value, by, { step: "TAKEN" });
  }

  /** The cells of a line, for who works on it. */
  async openRow(importRef: string, line: number, by: By): Promise<{ readonly row: ImportRow; readonly cells: Cells } | null> {
    const row = await this.ports.imports.row(importRef, line);
    if (row === null) return null;
    const opened = await openLine(
      this.ports.vault,
      importRef,
      line,
      purposeOf(by, "Lijn van een import van oude rechten nakijken"),
    );
    return opened === null ? null : { row, cells: opened.cells };
  }

  /** Judges a parked line with other cells. It goes on with the file, or, when that was taken, waits for another person. */
  async correctRow(importRef: string, line: number, cells: Cells, by: By): Outcome<ImportRow> {
    const ready = await this.parked(importRef, line, "CORRECT_ROW");
    if (!ready.ok) return ready;
    const { view } = ready.value;
    if (view.stage !== "TAKEN") {
      await this.ports.vault.seal([sealedCorrection(importRef, line, cells)]);
      const checked = await this.recheck(importRef, by);
      if (!checked.ok) return checked;
      return this.rowNow(importRef, line);
    }
    const judgement = await judge(this.ports, view.head.list, [{ line, cells }]);
    const [judged] = judgement.lines;
    if (judged === undefined || judged.outcome === "PARKED") return fail(judged?.reasons ?? [reasons.rowUnknown()]);
    await this.ports.vault.seal([sealedCorrection(importRef, line, cells)]);
    const row: ImportRow = { ...importRow(judged), outcome: judged.outcome === "TAKE" ? "CORRECTED" : judged.outcome };
    const done = await this.step(view, by, { step: "ROW_CORRECTED", line }, row);
    return done.ok ? ok(row) : done;
  }

  /** A line that is no right: it stays on the proof sheet as dropped. */
  async dropRow(importRef: string, line: number, reason: string, by: By): Outcome<ImportRow> {
    const ready = await this.parked(importRef, line, "DROP_ROW");
    if (!ready.ok) return ready;
    if (reason.trim() === "") return fail([reasons.reasonWanted()]);
    const { view, row } = ready.value;
    await this.ports.vault.seal([
      { subjectRef: importRef, sealedRef: newRef(), kind: "dropped", content: { line, reason: reason.trim().slice(0, 2_000) } },
    ]);
    const dropped: ImportRow = { ...row, outcome: "DROPPED", reasons: [] };
    const done = await this.step(view, by, { step: "ROW_DROPPED", line }, dropped);
    if (!done.ok) return done;
    if (view.stage === "TAKEN") return ok(dropped);
    const checked = await this.recheck(importRef, by);
    return checked.ok ? ok(dropped) : checked;
  }

  /** By another person than who corrected it: the right is recorded. */
  async signRow(importRef: string, line: number, by: By): Outcome<ImportRow> {
    const ready = await this.ready(importRef, "SIGN_ROW");
    if (!ready.ok) return ready;
    const row = await this.ports.imports.row(importRef, line);
    if (row === null || row.outcome !== "CORRECTED") return fail([reasons.rowUnknown()]);
    const corrected = ready.value.steps.findLast((one) => one.step === "ROW_CORRECTED" && one.line === line);
    if (corrected?.actor.ref === by.actor.ref) return fail([reasons.samePerson()]);
    const rightRef = rightRefOf(importRef, line);
    if ((await this.ports.events.read(rightRef)).length === 0) {
      const opened = await openLine(this.ports.vault, importRef, line, purposeOf(by, "Verbeterde lijn van een import tekenen"));
      if (opened === null) return fail([reasons.rowUnknown()]);
      const recorded = await this.record(importRef, by, async () => {
        const judgement = await judge(this.ports, ready.value.head.list, [opened]);
        const [judged] = judgement.lines;
        return judged?.outcome === "TAKE" ? ok(judgement) : fail(judged?.reasons ?? [reasons.rowUnknown()]);
      });
      if (!recorded.ok) return recorded;
    }
    const added: ImportRow = { ...row, outcome: "ADDED" };
    const done = await this.step(ready.value, by, { step: "ROW_SIGNED", line }, added);
    return done.ok ? ok(added) : done;
  }

  /** Judged again when the amount of another local government was recorded meanwhile: they share one total (TRANS-50). */
  private async record(importRef: string, { actor }: By, judged: () => Outcome<Judgement>): Outcome<null> {
    const { law, clock, bulkSeal, bulkAppend } = this.ports;
    for (let attempt = 1; ; attempt += 1) {
      const found = await judged();
      if (!found.ok) return found;
      const { sawSubsidies } = found.value;
      const at = clock.now();
      await bulkSeal(subjectsOf(found.value, at));
      try {
        const streams = streamsOf({ law, importRef, actor, at, today: clock.today() }, found.value);
        await bulkAppend(streams, sawSubsidies === null ? {} : { sawSubsidies });
        return ok(null);
      } catch (error) {
        const moved = error instanceof Refusal && error.problems.some((one) => one.id === "store.subsidiesMoved");
        if (!moved || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async judged(head: ImportHead, by: By) {
    const lines = await openLines(this.ports.vault, head.importRef, purposeOf(by, "Import van oude rechten nakijken"));
    const { rights, controls, wrong } = split(lines);
    const { steps } = (await this.ports.imports.read(head.importRef)) as { steps: readonly ImportStep[] };
    const dropped = new Set(steps.flatMap((one) => (one.step === "ROW_DROPPED" && one.line !== null ? [one.line] : [])));
    return { judgement: await judge(this.ports, head.list, rights, dropped), controls, wrong };
  }

  private async ready(importRef: string, action: ImportAction): Outcome<ImportView> {
    const found = await this.find(importRef);
    if (found === null) return fail([reasons.importUnknown()]);
    return found.actions.includes(action) ? ok(found) : fail([reasons.notInStage(found.stage)]);
  }

  private async parked(
    importRef: string,
    line: number,
    action: ImportAction,
  ): Outcome<{ readonly view: ImportView; readonly row: ImportRow }> {
    const view = await this.ready(importRef, action);
    if (!view.ok) return view;
    const row = await this.ports.imports.row(importRef, line);
    return row !== null && row.outcome === "PARKED" ? ok({ view: view.value, row }) : fail([reasons.rowUnknown()]);
  }

  private async rowNow(importRef: string, line: number): Outcome<ImportRow> {
    const row = await this.ports.imports.row(importRef, line);
    return row === null ? fail([reasons.rowUnknown()]) : ok(row);
  }

  private async step(
    view: ImportView,
    { actor }: By,
    of: Pick<ImportStep, "step"> & Partial<Pick<ImportStep, "line" | "fingerprint">>,
    row?: ImportRow,
  ): Outcome<ImportView> {
    const { importRef } = view.head;
    const step: ImportStep = {
      importRef,
      seq: view.steps.length + 1,
      at: this.ports.clock.now(),
      actor,
      line: null,
      fingerprint: null,
      ...of,
    };
    const outcome = await this.ports.imports.addStep(step, row);
    const now = (await this.find(importRef)) as ImportView;
    return outcome === "added" ? ok(now) : fail([reasons.notInStage(now.stage)]);
  }
}

const registerDown = ({ lines }: Judgement): boolean =>
  lines.some((one) => one.reasons.some(({ id }) => id === reasons.firmRegisterDown().id));

function split(lines: readonly Line[]) {
  const isControl = (one: Line) => one.cells.regel.toUpperCase() === "T";
  const { controls, wrong } = readControls(lines.filter(isControl));
  return { rights: lines.filter((one) => !isControl(one)), controls, wrong };
}

function purposeOf({ actor, organisation }: By, purpose: string) {
  return { actor, organisation, purpose };
}
