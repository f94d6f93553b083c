// Invented names. Every family name and every firm name starts with "Syn", so that nobody can take a record for a real one.
import { choices, type Rng } from "./rng.ts";

type NameSex = "F" | "M" | "X";

const FEMALE = [
  "Amina Anke Annelies Ayse Britt Carla Charlotte Dorien Eline Elif Ellen Emma Eva Fatima Femke Greet Hanne Hilde Ilse Imane Ines",
  "Jana Jolien Julie Karen Katrien Kim Laura Leen Lies Lotte Lucia Magda Marie Marleen Mieke Nadia Nele Nora Olga Petra Rita Sabine",
  "Samira Sara Silke Sofie Tine Veerle Yasmina Zoe",
]
  .join(" ")
  .split(" ");
const MALE = [
  "Ahmed Arne Bart Ben Bilal Bram Bruno Carlo Dirk Dries Emre Erik Filip Frank Geert Gert Hamza Hans Ivo Jan Jasper Jef Jeroen Joris",
  "Karel Kenny Koen Kurt Lars Luc Luka Marc Mehdi Mehmet Mohamed Nico Omar Pieter Piotr Raf Rik Robbe Ruben Said Sam Sander Stijn Thomas",
  "Tim Tom Wim Wout Yusuf Yves",
]
  .join(" ")
  .split(" ");

const FIRST_PART =
  "aert beek berg bosch brand daele dijk donck eyck gael geer haege hof hoeck kens laer maes meers meulen moer munt".split(" ");
const SECOND_PART =
  "aerts acker brecht broeck daele den drisse goor gem horst hove kerke linde man mans rode scheut steen straete velde zele".split(
    " ",
  );

const ACTIVITY: Record<string, string> = {
  "10": "Voeding",
  "25": "Metaal",
  "31": "Meubel",
  "41": "Bouw",
  "43": "Afwerking",
  "45": "Garage",
  "46": "Groothandel",
  "47": "Winkels",
  "49": "Transport",
  "52": "Logistiek",
  "55": "Verblijf",
  "56": "Horeca",
  "62": "Informatica",
  "68": "Wonen",
  "69": "Kantoor",
  "78": "Uitzendkracht",
  "81": "Schoonmaak en Groen",
  "82": "Administratie",
  "84": "Bestuur",
  "85": "Onderwijs",
  "86": "Zorg",
  "87": "Woonzorg",
  "88": "Welzijn",
  "90": "Kunst",
  "93": "Sport",
  "94": "Vereniging",
  "96": "Diensten",
  "01": "Tuinbouw",
};

/** An invented family name: "Syn" and two invented parts. */
export function familyName(rng: Rng): string {
  return `Syn${rng.oneOf(FIRST_PART)}${rng.oneOf(SECOND_PART)}`;
}

const ANY_SEX = choices([
  [FEMALE, 1],
  [MALE, 1],
] as const);

export function firstName(rng: Rng, sex: NameSex): string {
  return rng.oneOf(sex === "F" ? FEMALE : sex === "M" ? MALE : rng.weighted(ANY_SEX));
}

/** An invented firm name that fits the sector (NACE, two digits), without legal form. */
export function firmName(rng: Rng, nace: string): string {
  return `Syn${rng.oneOf(FIRST_PART)}${rng.oneOf(SECOND_PART)} ${ACTIVITY[nace] ?? "Onderneming"}`;
}

const STREETS =
  "Proefstraat Voorbeeldlaan Oefenplein Modelweg Testdreef Schetsstraat Maquettelaan Simulatiestraat Ontwerpkaai Kladpad".split(
    " ",
  );

/** A street that says that it is an example, with a house number. */
export function street(rng: Rng): string {
  return `${rng.oneOf(STREETS)} ${rng.between(1, 240)}`;
}
