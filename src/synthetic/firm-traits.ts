// What a synthetic employer is like: legal form, sector, joint committee, size and place. Shares are plausible, not measured.
import type { EmployerFacts, EmployerSize, PublicSide } from "../dossier/index.ts";
import { FLEMISH_CHOICES, type Municipality } from "./geography/municipalities.ts";
import { type Choices, choices, type Rng } from "./rng.ts";

interface Sector {
  readonly nace: string;
  readonly jointCommittee: string;
}

function sectors(text: string): Choices<Sector> {
  return choices(
    text
      .trim()
      .split("\n")
      .map((line) => {
        const [nace, jointCommittee, weight] = line.trim().split(" ");
        return [{ nace: nace as string, jointCommittee: jointCommittee as string }, Number(weight)] as const;
      }),
  );
}

// NACE division, joint committee, weight.
const COMPANY_SECTORS = sectors(`
  01 145 3
  10 118 5
  25 111 6
  31 126 3
  41 124 5
  43 124 7
  45 112 4
  46 200 8
  47 201 9
  47 202 5
  47 311 3
  49 140.03 6
  52 140.03 5
  56 302 9
  62 200 4
  69 200 4
  78 322 4
  81 121 6
  82 200 3
  96 100 3
`);
const NON_PROFIT_SECTORS = sectors(`
  86 330 7
  87 330 9
  88 331 8
  88 319.01 5
  90 329.01 2
  93 329.01 3
  94 329.01 5
`);
const LDE_SECTORS = sectors(`
  81 329.01 4
  88 331 5
  88 318.02 4
  56 329.01 2
`);

const SIZES: Choices<EmployerSize> = choices([
  ["1-9", 34],
  ["10-49", 33],
  ["50-249", 21],
  ["250+", 12],
]);

const ESTABLISHMENTS: Record<EmployerSize, readonly [number, number]> = {
  "1-9": [1, 1],
  "10-49": [1, 2],
  "50-249": [1, 4],
  "250+": [2, 12],
};

/** What an employer is in this population; the last two are refused by the law (EMP-04) or special to it (EMP-08). */
const FIRM_KINDS = [
  "COMPANY",
  "NON_PROFIT",
  "NATURAL_PERSON",
  "FOREIGN",
  "SCHOOL",
  "LOCAL",
  "MWB",
  "LDE_ORGANISATION",
  "SERVICE_VOUCHER",
  "OTHER_PUBLIC",
] as const;
export type FirmKind = (typeof FIRM_KINDS)[number];

interface Form {
  readonly legalForm: string;
  readonly publicSide: PublicSide;
  readonly sector: Sector;
}

function formOf(rng: Rng, kind: FirmKind): Form {
  const none: PublicSide = "NONE";
  switch (kind) {
    case "COMPANY":
      return { legalForm: rng.chance(700) ? "BV" : "NV", publicSide: none, sector: rng.weighted(COMPANY_SECTORS) };
    case "NON_PROFIT":
      return { legalForm: "VZW", publicSide: none, sector: rng.weighted(NON_PROFIT_SECTORS) };
    case "NATURAL_PERSON":
      return { legalForm: "NATURAL_PERSON", publicSide: none, sector: rng.weighted(COMPANY_SECTORS) };
    case "FOREIGN":
      return { legalForm: "FOREIGN", publicSide: none, sector: rng.weighted(COMPANY_SECTORS) };
    case "SCHOOL":
      return { legalForm: "PUBLIC", publicSide: "SCHOOL", sector: { nace: "85", jointCommittee: "152" } };
    case "LOCAL":
      return { legalForm: "PUBLIC", publicSide: "LOCAL", sector: { nace: "84", jointCommittee: "999" } };
    case "OTHER_PUBLIC":
      return { legalForm: "PUBLIC", publicSide: "OTHER", sector: { nace: "84", jointCommittee: "999" } };
    case "MWB":
      return { legalForm: "VZW", publicSide: none, sector: { nace: "88", jointCommittee: "327.01" } };
    case "LDE_ORGANISATION":
      return { legalForm: "VZW", publicSide: none, sector: rng.weighted(LDE_SECTORS) };
    case "SERVICE_VOUCHER":
      return { legalForm: "BV", publicSide: none, sector: { nace: "81", jointCommittee: "322.01" } };
  }
}

export interface FirmTraits {
  readonly kind: FirmKind;
  readonly facts: EmployerFacts;
  readonly place: Municipality;
}

export function drawFirm(rng: Rng, kind: FirmKind): FirmTraits {
  const { legalForm, publicSide, sector } = formOf(rng, kind);
  const place = rng.weighted(FLEMISH_CHOICES);
  const small = kind === "NATURAL_PERSON";
  const large = kind === "MWB" || kind === "LOCAL" || kind === "OTHER_PUBLIC";
  const size: EmployerSize = small ? "1-9" : large ? (rng.chance(500) ? "50-249" : "250+") : rng.weighted(SIZES);
  const [fewest, most] = ESTABLISHMENTS[size];
  const foreign = kind === "FOREIGN";
  return {
    kind,
    place,
    facts: {
      legalForm,
      publicSide,
      nace: sector.nace,
      jointCommittee: sector.jointCommittee,
      size,
      municipality: foreign ? "99999" : place.nis,
      province: foreign ? "ABR" : place.province,
      mwb: kind === "MWB",
      serviceVoucher: kind === "SERVICE_VOUCHER",
      establishments: rng.between(fewest, most),
    },
  };
}
