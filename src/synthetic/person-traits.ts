// What a synthetic person is like: sex, month of birth, place, education, origin, benefit. Shares are plausible, not measured.
import type { Benefit, EducationLevel, Origin, Residence, Sex } from "../dossier/index.ts";
import { BRUSSELS_CHOICES, FLEMISH_CHOICES, type Municipality, WALLOON_CHOICES } from "./geography/municipalities.ts";
import { type Choices, choices, type Rng } from "./rng.ts";

const SEXES: Choices<Sex> = choices([
  ["M", 560],
  ["F", 437],
  ["X", 3],
]);

const EDUCATION: Choices<EducationLevel> = choices([
  ["LOW", 46],
  ["MEDIUM", 40],
  ["HIGH", 14],
]);

const ORIGINS: Choices<Origin> = choices([
  ["BE", 74],
  ["EU", 10],
  ["NON_EU", 16],
]);

/** Benefits of people without work. */
const BENEFITS: Choices<Benefit> = choices([
  ["UNEMPLOYMENT", 44],
  ["SICKNESS", 20],
  ["LEEFLOON", 14],
  ["IVT", 13],
  ["NONE", 9],
]);

export interface PersonTraits {
  readonly sex: Sex;
  /** Month of birth, YYYY-MM. */
  readonly bornIn: string;
  readonly place: Municipality;
  readonly residence: Residence;
  readonly education: EducationLevel;
  readonly origin: Origin;
  readonly benefitWithoutWork: Benefit;
}

/** Age in 2023, with fewer people at both ends. */
function birthYear(rng: Rng): number {
  const age = 20 + Math.floor((rng.between(0, 42) + rng.between(0, 42)) / 2);
  return 2023 - age;
}

/** Where a person lives; people outside the Flemish Region apply too, and are refused (EMP-11). */
function placeIn(rng: Rng, residence: Residence): Municipality {
  switch (residence) {
    case "FLANDERS":
      return rng.weighted(FLEMISH_CHOICES);
    case "BRUSSELS":
      return rng.weighted(BRUSSELS_CHOICES);
    case "WALLONIA":
      return rng.weighted(WALLOON_CHOICES);
    case "EEA":
    case "OTHER":
      return { nis: "99999", name: "Voorbeeldstad", postcode: "0000", province: "ABR", weight: 1 };
  }
}

export function drawPerson(rng: Rng, residence: Residence = "FLANDERS"): PersonTraits {
  return {
    sex: rng.weighted(SEXES),
    bornIn: `${birthYear(rng)}-${String(rng.between(1, 12)).padStart(2, "0")}`,
    place: placeIn(rng, residence),
    residence,
    education: rng.weighted(EDUCATION),
    origin: rng.weighted(ORIGINS),
    benefitWithoutWork: rng.weighted(BENEFITS),
  };
}
