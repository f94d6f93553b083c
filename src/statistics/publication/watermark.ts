// What every form of internal figures carries: small counts are not withheld in them, so that they stay inside.
import { type Localized, localized } from "../../kernel/index.ts";

export const internalWatermark: Localized = localized(
  "INTERN – niet verspreiden. Kleine aantallen zijn niet afgeschermd.",
  "INTERNAL – do not pass on. Small counts are not withheld.",
  "INTERNE – ne pas diffuser. Les petits nombres ne sont pas masqués.",
);
