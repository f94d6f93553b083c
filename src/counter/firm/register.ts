// The one-off registration of an enterprise number for a measure (PROC-02, SELF-06).
import {
  decideEmployer,
  type EmployerEvent,
  type EmployerFacts,
  evolveEmployer,
  type Reason,
  type RegistrationMeasure,
} from "../../dossier/index.ts";
import { type EmployerRef, fail, newRef, ok, type Result } from "../../kernel/index.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import { changedMeanwhile, firmUnknown, registerDown } from "../reasons.ts";
import type { Firm } from "./firm.ts";

/** What somebody filled in because the company register did not answer. */
export interface TypedFirm {
  readonly name: string;
  readonly facts: EmployerFacts;
}

export interface Registration {
  readonly measure: RegistrationMeasure;
  readonly commandId: string;
  readonly typed?: TypedFirm;
}

/** Registering again changes nothing and is no mistake. */
export async function registerFirm(
  ports: CounterPorts,
  acting: Acting,
  firm: Firm,
  { measure, commandId, typed }: Registration,
): Promise<Result<EmployerRef, readonly Reason[]>> {
  const facts = firm.facts ?? typed?.facts ?? null;
  if (facts === null) return fail([firm.register === "unknown" ? firmUnknown() : registerDown()]);
  const employerRef = firm.employerRef ?? newRef<EmployerRef>();
  const on = ports.clock.today();
  const context = { today: on };
  const recorded = decideEmployer(firm.state, { type: "RecordEmployer", employerRef, on, facts }, context);
  if (!recorded.ok) return recorded;
  const after = recorded.value.reduce(evolveEmployer, firm.state);
  const registered = decideEmployer(after, { type: "RegisterEmployer", employerRef, on, measure }, context);
  if (!registered.ok) return registered;
  const events: EmployerEvent[] = [...recorded.value, ...registered.value];
  if (events.length === 0) return ok(employerRef);
  const name = firm.name === "" ? (typed?.name ?? "") : firm.name;
  const fresh = firm.subjectRef === null;
  const outcome = await ports.events.append("employer", employerRef, firm.version, events, {
    actor: { role: acting.role, ref: acting.actorRef },
    commandId,
    // Also of a self-employed person, whose own enterprise has a reference of its own: letters and payments know it by that alone. The
    // person stays who is found by number and name.
    sealed:
      firm.version > 0
        ? []
        : [
            { subjectRef: employerRef, sealedRef: newRef(), kind: "name", content: { name } },
            { subjectRef: employerRef, sealedRef: newRef(), kind: "kbo", content: { kbo: firm.kbo } },
          ],
    lookups: fresh
      ? [
          { subjectRef: employerRef, kind: "kbo", value: firm.kbo },
          ...(name === "" ? [] : [{ subjectRef: employerRef, kind: "name" as const, value: name }]),
        ]
      : [],
  });
  switch (outcome.outcome) {
    case "appended":
      return ok(employerRef);
    case "repeated":
      return ok((outcome.result.streams[0]?.streamRef ?? employerRef) as EmployerRef);
    // A colleague registered the same enterprise a moment ago: that is what was asked.
    case "identifierTaken":
      return ok(outcome.subjectRef as EmployerRef);
    case "conflict":
    case "commandIdReused":
      return fail([changedMeanwhile()]);
  }
}
