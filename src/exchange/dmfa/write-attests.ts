// Writes attests in the form that read-attests takes: for the generator of synthetic declarations and for tests.
import { euro, fractionText } from "../../kernel/index.ts";
import type { ContributionLine, DmfaAttest, Occupation } from "../../payment/declaration/dmfa-attest.ts";

const statusCodes = { NEW: 0, CHANGED: 1, CANCELLED: 3, REACTIVATED: 4 } as const;

export function* writeAttests(attests: Iterable<DmfaAttest>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<DmfaAttests>\n';
  for (const attest of attests) yield attestXml(attest);
  yield "</DmfaAttests>\n";
}

function attestXml(a: DmfaAttest): string {
  return (
    `<Attest number="${a.number}" version="${a.version}" status="${statusCodes[a.status]}" quarter="${a.quarter}">` +
    `<EmployerDeclaration><CompanyID>${a.employer}</CompanyID></EmployerDeclaration>` +
    `<NaturalPerson><INSS>${a.worker}</INSS></NaturalPerson><WorkerRecord>` +
    a.occupations.map(occupationXml).join("") +
    a.contributions.map((c) => lineXml("Contribution", c)).join("") +
    a.reductions.map((r) => lineXml("Reduction", r)).join("") +
    "</WorkerRecord></Attest>\n"
  );
}

function occupationXml(o: Occupation): string {
  const end = o.endedOn === null ? "" : `<OccupationEndingDate>${o.endedOn}</OccupationEndingDate>`;
  return (
    `<Occupation sequence="${o.sequence}"><JointCommissionNbr>${o.jointCommittee}</JointCommissionNbr>` +
    `<OccupationStartingDate>${o.startedOn}</OccupationStartingDate>${end}` +
    `<MeanWorkingHours>${o.weeklyHours}</MeanWorkingHours><RefMeanWorkingHours>${o.fullTimeWeeklyHours}</RefMeanWorkingHours>` +
    `<PerformedFraction>${fractionText(o.performedFraction)}</PerformedFraction>` +
    o.remunerations
      .map((r) => `<Remun><RemunCode>${r.code}</RemunCode><RemunAmount>${euro(r.amount)}</RemunAmount></Remun>`)
      .join("") +
    "</Occupation>"
  );
}

function lineXml(name: string, line: ContributionLine): string {
  return `<${name}><Code>${line.code}</Code><Amount>${euro(line.amount)}</Amount></${name}>`;
}
