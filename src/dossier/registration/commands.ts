// Commands that register persons and employers and keep their facts up to date.
import type { EmployerRef, PersonRef, PlainDate } from "../../kernel/index.ts";
import type { EducationLevel, Origin, RegistrationMeasure, Sex } from "../vocabulary.ts";
import type { EmployerFacts, ResidenceFacts, WorkStatusFacts } from "./events.ts";

interface OfPerson {
  readonly personRef: PersonRef;
  /** The day from which it holds. */
  readonly on: PlainDate;
}

export type PersonFactCommand =
  | (OfPerson & {
      readonly type: "RegisterPerson";
      readonly sex: Sex;
      readonly bornIn: string;
      readonly residence: ResidenceFacts;
    })
  | (OfPerson & { readonly type: "ChangeResidence"; readonly residence: ResidenceFacts })
  | (OfPerson & { readonly type: "RecordEducation"; readonly level: EducationLevel })
  | (OfPerson & { readonly type: "LinkOrigin"; readonly origin: Origin; readonly linkage: string })
  | (OfPerson & { readonly type: "ChangeWorkStatus"; readonly facts: WorkStatusFacts });

interface OfEmployer {
  readonly employerRef: EmployerRef;
  readonly on: PlainDate;
}

export type EmployerCommand =
  | (OfEmployer & { readonly type: "RecordEmployer"; readonly facts: EmployerFacts })
  | (OfEmployer & { readonly type: "RegisterEmployer"; readonly measure: RegistrationMeasure });
