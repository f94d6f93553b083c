// The registers that an application is checked against; each may be down, and being down never stops a work list.
import type { Kbo, PlainDate } from "../kernel/index.ts";
import type { EmployerFacts, ResidenceFacts } from "./registration/events.ts";

/** A register answers, knows nothing, or is down; being down never stops a work list. */
export type RegisterAnswer<T> =
  | { readonly state: "found"; readonly value: T }
  | { readonly state: "unknown" }
  | { readonly state: "unavailable"; readonly retryAfterSeconds: number };

export interface Company extends EmployerFacts {
  readonly name: string;
  readonly insolvencySignal: boolean;
  /** Day on which the register says that the activity stopped, maybe a later one. Left out or null: it says of none. Dutch: stopzetting. */
  readonly stoppedOn?: PlainDate | null;
}

/** Dutch: KBO (DATA-01). */
export interface CompanyRegister {
  find(number: Kbo): Promise<RegisterAnswer<Company>>;
}

export interface Employment {
  readonly from: PlainDate;
  /** Last day; null when open-ended. */
  readonly until: PlainDate | null;
}

/** Dutch: RSZ, Dimona and DmfA (DATA-02, PROC-05). */
export interface EmploymentRegister {
  /** Employments of the person with the employer that run on or after `from`. */
  find(
    relation: { readonly employer: Kbo; readonly insz: string },
    from: PlainDate,
  ): Promise<RegisterAnswer<readonly Employment[]>>;
}

/** Dutch: Rijksregister (DATA-04). */
export interface ResidenceRegister {
  find(insz: string): Promise<RegisterAnswer<ResidenceFacts>>;
}

export interface RegisterPorts {
  readonly companies: CompanyRegister;
  readonly employments: EmploymentRegister;
  readonly residences: ResidenceRegister;
}
