// What a person asks about their own data: to see it, to have it put right, to have it erased; with how long it waits.
import {
  fail,
  type Instant,
  localized,
  ok,
  type PersonRef,
  type PlainDate,
  type Problem,
  problem,
  type Result,
} from "../../kernel/index.ts";

/** Dutch: inzage, verbetering, wissing. */
export const PRIVACY_KINDS = ["ACCESS", "RECTIFICATION", "ERASURE"] as const;
export type PrivacyKind = (typeof PRIVACY_KINDS)[number];

/** Dutch: ingewilligd, geweigerd. */
export const PRIVACY_OUTCOMES = ["DONE", "REFUSED"] as const;
export type PrivacyOutcome = (typeof PRIVACY_OUTCOMES)[number];

/** Written once each, in this order. The reason holds no name or number: it stays when the person is erased. */
export type PrivacyStep =
  | {
      readonly step: "RECEIVED";
      readonly at: Instant;
      readonly actorRef: string;
      readonly personRef: PersonRef;
      readonly kind: PrivacyKind;
      readonly receivedOn: PlainDate;
    }
  | {
      readonly step: "ANSWERED";
      readonly at: Instant;
      readonly actorRef: string;
      readonly outcome: PrivacyOutcome;
      readonly reason: string;
    };

export interface PrivacyRequest {
  readonly requestRef: string;
  readonly personRef: PersonRef;
  readonly kind: PrivacyKind;
  readonly receivedOn: PlainDate;
  readonly answered: { readonly at: Instant; readonly outcome: PrivacyOutcome; readonly reason: string } | null;
}

export function foldPrivacyRequest(requestRef: string, steps: readonly PrivacyStep[]): PrivacyRequest | null {
  const received = steps.find((one) => one.step === "RECEIVED");
  if (received === undefined) return null;
  const { personRef, kind, receivedOn } = received;
  const answer = steps.find((one) => one.step === "ANSWERED");
  const answered = answer === undefined ? null : { at: answer.at, outcome: answer.outcome, reason: answer.reason };
  return { requestRef, personRef, kind, receivedOn, answered };
}

/** The answer to a request, or why it cannot be given. An erasure takes the reason that stays when all else of the person is gone. */
export function decidePrivacyAnswer(
  request: PrivacyRequest,
  given: { readonly outcome: string; readonly reason: string; readonly confirmed: boolean },
): Result<{ readonly outcome: PrivacyOutcome; readonly reason: string }, readonly Problem[]> {
  const wrong: Problem[] = [];
  const outcome = PRIVACY_OUTCOMES.find((one) => one === given.outcome);
  const reason = given.reason.trim();
  if (request.answered !== null)
    wrong.push(
      problem(
        "privacy.answered",
        localized("Dit verzoek is al beantwoord", "This request was answered already", "Cette demande a déjà reçu une réponse"),
      ),
    );
  if (outcome === undefined)
    wrong.push(
      problem(
        "privacy.outcome",
        localized("Kies een antwoord", "Choose an answer", "Choisissez une réponse"),
        "outcome",
        PRIVACY_OUTCOMES.join(", "),
      ),
    );
  if (reason.length < 10 || reason.length > 500)
    wrong.push(
      problem(
        "privacy.reason",
        localized(
          "Geef een reden van 10 tot 500 tekens, zonder naam of nummer",
          "Give a reason of 10 to 500 characters, without name or number",
          "Donnez un motif de 10 à 500 caractères, sans nom ni numéro",
        ),
        "reason",
        "10-500",
      ),
    );
  if (request.kind === "ERASURE" && outcome === "DONE" && !given.confirmed)
    wrong.push(
      problem(
        "privacy.confirm",
        localized(
          "Bevestig dat wissen niet ongedaan gemaakt kan worden",
          "Confirm that erasing cannot be undone",
          "Confirmez que l'effacement est irréversible",
        ),
        "confirmed",
      ),
    );
  return wrong.length > 0 || outcome === undefined ? fail(wrong) : ok({ outcome, reason });
}
