// From events of an employer to rows of employer_fact.
import type { Envelope } from "../event.ts";
import type { EmployerEvent } from "../events.ts";
import type { RowChange } from "../read-rows.ts";

export function projectEmployer(event: EmployerEvent, envelope: Envelope): RowChange[] {
  const key = { employer_ref: envelope.streamRef };
  switch (event.type) {
    case "EmployerRecorded": {
      const facts = event.payload;
      const row = {
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
      return [{ table: "employer_fact", key, change: "put", validFrom: event.effectiveOn, validTo: facts.until ?? null, row }];
    }
    case "EmployerRegistered":
      return [];
  }
}
