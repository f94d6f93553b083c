// Addresses and words of the data-protection officer's desk.
import type { PrivacyKind, PrivacyOutcome } from "../../../counter/index.ts";

export const PRIVACY_DESK_PATH = "/gegevensbescherming";
export const requestPath = (requestRef: string): string => `${PRIVACY_DESK_PATH}/verzoek/${requestRef}`;

export const kindWords: Readonly<Record<PrivacyKind, string>> = {
  ACCESS: "eigen gegevens zien (inzage)",
  RECTIFICATION: "gegevens laten verbeteren",
  ERASURE: "gegevens laten wissen",
};

export const outcomeWords: Readonly<Record<PrivacyOutcome, string>> = { DONE: "ingewilligd", REFUSED: "geweigerd" };
