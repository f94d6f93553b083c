// From events of an employer to rows of employer_fact.
import type { Envelope } from "../event.ts";
import type { EmployerEvent } from "../events.ts";
import type { RowChange } from "./row-change.ts";

export function projectEmployer(event: EmployerEvent, envelope: Envelope): RowChange[] {
  const key = envelope.streamRef;
  switch (event.type) {
    case "EmployerRecorded": {
      const facts = event.payload;
      const row = {
        employer_ref: key,
        legal_form: facts.legalForm,
        public_side: facts.publicSide,
        nace: facts.nace,
        joint_committee: facts.jointCommittee,
        size: facts.size,
        municipality: facts.municipality,
        province: facts.province,
        mwb: facts.mwb,
        service_voucher: facts.serviceVoucher,
      };
      return [{ table: "employer_fact", key, op: "open", validFrom: event.effectiveOn, validTo: facts.until ?? null, row }];
    }
    case "EmployerRegistered":
      return [];
  }
}
