// Somebody else wrote first: nothing was written, and the reader looks again.
import { type Reason, reason } from "../dossier/index.ts";
import { localized } from "../kernel/index.ts";

export const changedMeanwhile = (): Reason =>
  reason("payment.changed", {
    message: localized(
      "Iemand anders was u net voor. Er is niets bewaard van wat u verstuurde",
      "Somebody else was just before you. Nothing of what you sent was stored",
      "Quelqu’un vous a devancé. Rien de ce que vous avez envoyé n’a été enregistré",
    ),
    remedy: localized("Bekijk het opnieuw", "Look at it again", "Consultez à nouveau"),
  });
