// Work for the department in a demonstration: evaluations that VDAB has just recorded and a change that was just reported, once.
import { type DepartmentPorts, workPage } from "../counter/index.ts";
import { LawReading } from "../dossier/index.ts";
import { employmentFraction, refOf } from "../kernel/index.ts";
import { readMark, setMark } from "../store/index.ts";
import type { System } from "./system.ts";

const MARK = "demo-desk";
const EVALUATED = 5;

/** Does nothing outside a demonstration, or when it was done before. */
export async function bringDeskWork({ store, clock, demo }: System, ports: DepartmentPorts): Promise<void> {
  const { pool } = store.database;
  if (!demo || (await readMark(pool, MARK)) !== null) return;
  const today = clock.today();
  const law = new LawReading(ports.law, today);
  // One step below the most that the law allows.
  const percentage = (law.number("wagePremium.maxPct") - law.number("wagePremium.stepPct")) / 100;
  const { lines } = await workPage(ports, SYSTEM, { kind: "EVALUATION_ASKED" }, EVALUATED + 1);
  for (const [at, { fileRef }] of lines.entries()) {
    const { evaluations } = await ports.dossier.file(fileRef);
    const asked = Object.values(evaluations).find((one) => one.finding === null);
    if (asked === undefined) continue;
    const commandId = refOf({ of: MARK, fileRef });
    if (at === EVALUATED) {
      const change = { kind: "HOURS" as const, employmentFraction: employmentFraction(5_000) };
      const reported = { type: "ReportChange" as const, fileRef, on: today, effectiveOn: today, change };
      await ports.dossier.handle(reported, { commandId, actor: { role: "employer", ref: MARK } });
      continue;
    }
    const { evaluationRef } = asked;
    await ports.dossier.handle(
      {
        type: "RecordEvaluation",
        fileRef,
        evaluationRef,
        decidedOn: today,
        visitedOn: today,
        outcome: "PACKAGE",
        percentage,
        guidanceNeed: "MEDIUM",
        motivation: null,
      },
      { commandId, actor: { role: "vdabAdviser", ref: MARK } },
    );
  }
  await setMark(pool, MARK, { evaluated: EVALUATED }, clock.now());
}

const SYSTEM = { role: "administrator", actorRef: MARK, organisation: "", insz: null } as const;
