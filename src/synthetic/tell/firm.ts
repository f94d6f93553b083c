// Tells an employer's stream: its facts, and its registration for the measures that it uses.

import type { BulkStream } from "../../dossier/index.ts";
import {
  decideEmployer,
  type EmployerEvent,
  type EmployerState,
  evolveEmployer,
  NO_EMPLOYER,
  type RegistrationMeasure,
} from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";
import { addDays, earlier, later, momentOn, workingDayFrom } from "../calendar.ts";
import type { Firm } from "../firms.ts";
import { rngOf } from "../rng.ts";
import type { Actors } from "./actors.ts";
import { runInOrder, type Step, StreamTeller } from "./steps.ts";

/** First use of each measure by a firm, gathered while lives are told. */
export class FirstUses {
  private readonly days = new Map<string, PlainDate>();

  note(firm: Firm, measure: RegistrationMeasure, day: PlainDate): void {
    const key = `${measure}${firm.number}`;
    const held = this.days.get(key);
    this.days.set(key, held === undefined ? day : earlier(held, day));
  }

  of(firm: Firm, measure: RegistrationMeasure): PlainDate | null {
    return this.days.get(`${measure}${firm.number}`) ?? null;
  }
}

/** The employer is registered some days before the first application (PROC-02), the new scheme never before it began. */
export function tellFirm(
  seed: string,
  firm: Firm,
  uses: FirstUses,
  actors: Actors,
  schemeFrom: PlainDate,
  until: Instant,
): BulkStream | null {
  const rng = rngOf(seed, "firm-stream", firm.number);
  const teller = new StreamTeller<EmployerState, EmployerEvent>("employer", firm.ref, NO_EMPLOYER, evolveEmployer);
  const step = (day: PlainDate, command: Parameters<typeof decideEmployer>[1]): Step => ({
    at: momentOn(rng, day),
    run: (at, today) =>
      teller.take(
        rng,
        at,
        actors.applicant("employer", firm.ref),
        command.type,
        decideEmployer(teller.state, command, { today }),
      ),
  });
  const steps = [step(firm.knownFrom, { type: "RecordEmployer", employerRef: firm.ref, on: firm.knownFrom, facts: firm.facts })];
  const vop = uses.of(firm, "VOP");
  if (vop !== null) {
    const on = later(workingDayFrom(addDays(vop, -rng.between(5, 40))), addDays(firm.knownFrom, 4));
    steps.push(step(on, { type: "RegisterEmployer", employerRef: firm.ref, on, measure: "VOP" }));
  }
  const imw = uses.of(firm, "IMW");
  if (imw !== null) {
    // In the scheme's first days a firm registers on the day itself.
    const on = earlier(imw, later(workingDayFrom(addDays(imw, -rng.between(1, 20))), schemeFrom));
    steps.push(step(on, { type: "RegisterEmployer", employerRef: firm.ref, on, measure: "IMW" }));
  }
  runInOrder(steps, until);
  return teller.stream();
}
