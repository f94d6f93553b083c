// Tells an employer's stream: its facts, and its registration for the measures that it uses.

import type { BulkStream } from "../../dossier/index.ts";
import {
  decideEmployer,
  type EmployerCommand,
  type EmployerEvent,
  type EmployerState,
  evolveEmployer,
  NO_EMPLOYER,
  type RegistrationMeasure,
} from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";
import { addDays, earlier, later, momentOn, morning } from "../calendar.ts";
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

/** The employer is registered for a measure early on the day of its first use: the first application, or the first right. */
export function tellFirm(seed: string, firm: Firm, uses: FirstUses, actors: Actors, until: Instant): BulkStream | null {
  const teller = new StreamTeller<EmployerState, EmployerEvent>("employer", firm.ref, NO_EMPLOYER, evolveEmployer);
  const actor = actors.applicant("employer", firm.ref);
  // Each step has its own source, so that one step more or less does not change the others.
  const step = (name: string, day: PlainDate, command: EmployerCommand): Step => {
    const rng = rngOf(seed, "firm-stream", name, firm.number);
    return {
      at: morning(momentOn(rng, day)),
      run: (at, today) => teller.take(rng, at, actor, command.type, decideEmployer(teller.state, command, { today })),
    };
  };
  const { ref: employerRef, knownFrom, facts } = firm;
  const steps = [step("facts", knownFrom, { type: "RecordEmployer", employerRef, on: knownFrom, facts })];
  for (const measure of ["VOP", "IMW"] as const) {
    const used = uses.of(firm, measure);
    if (used === null) continue;
    const on = later(used, addDays(knownFrom, 1));
    steps.push(step(measure, on, { type: "RegisterEmployer", employerRef, on, measure }));
  }
  runInOrder(steps, until);
  return teller.stream();
}
