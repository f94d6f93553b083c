// A reported change as a program sends it.
import type { OpenedFile, Sealing } from "../../counter/index.ts";
import type { ChangeFacts, Reason } from "../../dossier/index.ts";
import { type PlainDate, parseFraction, parseIban, parsePlainDate } from "../../kernel/index.ts";
import { type Json, text } from "./request.ts";

type ReadChange =
  | { readonly wrong: readonly Reason[] }
  | { readonly effectiveOn: PlainDate; readonly change: (sealing: Sealing) => ChangeFacts };

export function readChange(body: Json, file: OpenedFile): ReadChange {
  const day = parsePlainDate(text(body.effectiveOn) ?? "", "effectiveOn");
  if (!day.ok) return { wrong: [asReason(day.error)] };
  const effectiveOn = day.value;
  const payee = file.state.application?.employerRef ?? file.state.application?.personRef ?? "";
  switch (body.kind) {
    case "HOURS": {
      const fraction = parseFraction(text(body.employmentFraction) ?? "", "employmentFraction");
      if (!fraction.ok) return { wrong: [asReason(fraction.error)] };
      return { effectiveOn, change: () => ({ kind: "HOURS", employmentFraction: fraction.value }) };
    }
    case "CONTRACT_END":
    case "ACTIVITY_STOPPED": {
      const { kind } = body;
      return { effectiveOn, change: () => ({ kind, lastDay: effectiveOn }) };
    }
    case "TAKE_OVER":
      return { effectiveOn, change: () => ({ kind: "TAKE_OVER", acquirerRef: null, lastDay: effectiveOn }) };
    case "ACCOUNT": {
      const account = parseIban(text(body.account) ?? "", "account");
      if (!account.ok) return { wrong: [asReason(account.error)] };
      return {
        effectiveOn,
        change: (sealing) => ({ kind: "ACCOUNT", account: sealing.seal(payee, "account", { iban: account.value }) }),
      };
    }
    case "OTHER": {
      const description = (text(body.description) ?? "").slice(0, 5_000);
      return {
        effectiveOn,
        change: (sealing) => ({
          kind: "OTHER",
          description: sealing.seal(payee, "note", { fileRef: file.fileRef, text: description }),
        }),
      };
    }
    default:
      return { wrong: [unknownKind] };
  }
}

const KINDS = "HOURS, CONTRACT_END, TAKE_OVER, ACTIVITY_STOPPED, ACCOUNT, OTHER";
const unknownKind: Reason = {
  id: "change.kind",
  rule: "",
  field: "kind",
  expected: KINDS,
  message: { nl: "Deze melding bestaat niet", en: "There is no such report", fr: "Cette déclaration n’existe pas" },
  remedy: { nl: `Kies uit ${KINDS}`, en: `Choose from ${KINDS}`, fr: `Choisissez parmi ${KINDS}` },
};

const asReason = (problem: Omit<Reason, "rule" | "remedy">): Reason => ({
  ...problem,
  rule: "",
  remedy: { nl: "Verbeter deze waarde", en: "Correct this value", fr: "Corrigez cette valeur" },
});
