// Names of closed lists that are the same in every language of the screen.
import type { Province } from "../../../dossier/index.ts";

export const provinceNames: Readonly<Record<Province, string>> = {
  ANT: "Antwerpen",
  LIM: "Limburg",
  OVL: "Oost-Vlaanderen",
  VBR: "Vlaams-Brabant",
  WVL: "West-Vlaanderen",
  BRU: "Brussel / Bruxelles",
  HAI: "Hainaut",
  LIE: "Liège",
  LUX: "Luxembourg",
  NAM: "Namur",
  WBR: "Brabant wallon",
  ABR: "Buitenland / Étranger / Abroad",
};

/** Legal forms that the registration by hand offers; the company register knows more. */
export const LEGAL_FORMS = ["BV", "NV", "CV", "VZW", "NATURAL_PERSON", "OTHER"] as const;
