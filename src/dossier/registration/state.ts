// What is known of a person's and an employer's facts, folded from their events.
import type { PlainDate } from "../../kernel/index.ts";
import { type Timeline, withSpan } from "../timeline.ts";
import type { EducationLevel, Origin, RegistrationMeasure, Sex } from "../vocabulary.ts";
import type { EmployerEvent, EmployerFacts, PersonFactEvent, ResidenceFacts, WorkStatusFacts } from "./events.ts";

export interface PersonFacts {
  readonly sex: Sex;
  readonly bornIn: string;
  readonly registeredOn: PlainDate;
  readonly residences: Timeline<ResidenceFacts>;
  readonly educations: Timeline<EducationLevel>;
  readonly origins: Timeline<Origin>;
  readonly workStatuses: Timeline<WorkStatusFacts>;
}

export function evolvePersonFacts(state: PersonFacts | null, event: PersonFactEvent): PersonFacts | null {
  if (event.type === "PersonRegistered") {
    const { sex, bornIn, municipality, province, residence } = event.payload;
    const residences = withSpan([], event.effectiveOn, null, { municipality, province, residence });
    return { sex, bornIn, registeredOn: event.effectiveOn, residences, educations: [], origins: [], workStatuses: [] };
  }
  if (state === null) throw new Error(`${event.type} in the stream of a person who was never registered`);
  const until = event.payload.until ?? null;
  switch (event.type) {
    case "ResidenceChanged": {
      const { municipality, province, residence } = event.payload;
      return {
        ...state,
        residences: withSpan(state.residences, event.effectiveOn, until, { municipality, province, residence }),
      };
    }
    case "EducationRecorded":
      return { ...state, educations: withSpan(state.educations, event.effectiveOn, until, event.payload.level) };
    case "OriginLinked":
      return { ...state, origins: withSpan(state.origins, event.effectiveOn, until, event.payload.origin) };
    case "WorkStatusChanged": {
      const { until: _, ...facts } = event.payload;
      return { ...state, workStatuses: withSpan(state.workStatuses, event.effectiveOn, until, facts) };
    }
  }
}

export interface EmployerState {
  readonly facts: Timeline<EmployerFacts>;
  /** First day of registration per measure (PROC-02). */
  readonly registeredFor: Readonly<Partial<Record<RegistrationMeasure, PlainDate>>>;
}

export const NO_EMPLOYER: EmployerState = { facts: [], registeredFor: {} };

export function evolveEmployer(state: EmployerState, event: EmployerEvent): EmployerState {
  switch (event.type) {
    case "EmployerRecorded": {
      const { until = null, ...facts } = event.payload;
      return { ...state, facts: withSpan(state.facts, event.effectiveOn, until, facts) };
    }
    case "EmployerRegistered":
      return { ...state, registeredFor: { ...state.registeredFor, [event.payload.measure]: event.effectiveOn } };
  }
}
