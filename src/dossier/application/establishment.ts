// Where the work is done. An enterprise is known by one place, so that enterprise and municipality together name it.
import { type EmployerRef, type EstablishmentRef, type PersonRef, refOf } from "../../kernel/index.ts";
import type { Province } from "../vocabulary.ts";

/** Dutch: vestiging. As the company register had it when the application was filed. */
export interface Establishment {
  readonly establishmentRef: EstablishmentRef;
  readonly municipality: string;
  readonly province: Province;
  /** Two digits. */
  readonly nace: string;
}

/** @param enterpriseRef the employer, or a self-employed person's own enterprise */
export function establishmentOf(
  enterpriseRef: EmployerRef,
  { municipality, province, nace }: Omit<Establishment, "establishmentRef">,
): Establishment {
  const establishmentRef = refOf<EstablishmentRef>({ of: "establishment", enterpriseRef, municipality });
  return { establishmentRef, municipality, province, nace };
}

/** The reference of a person's own enterprise: always the same, and not readable back. */
export function ownEnterpriseRef(personRef: PersonRef): EmployerRef {
  return refOf<EmployerRef>({ of: "own enterprise", personRef });
}
