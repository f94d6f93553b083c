// Why a review is refused.
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { type Reason, reason, say } from "../reason.ts";

export const tooLate = (last: PlainDate): Reason =>
  reason("review.tooLate", {
    rule: "PROC-30",
    field: "on",
    expected: `<= ${last}`,
    message: say(
      `Een heroverweging kon gevraagd worden tot en met ${formatDate(last, "nl")}`,
      `A review could be asked until ${formatDate(last, "en")}`,
      `Un réexamen pouvait être demandé jusqu’au ${formatDate(last, "fr")} inclus`,
    ),
    remedy: say(
      "Te laat is te laat; een nieuwe indicering vragen kan wel",
      "Late is too late; a new indication can be asked",
      "Il est trop tard ; une nouvelle indication peut être demandée",
    ),
  });

export const nothingToReview = (): Reason =>
  reason("review.subject", {
    rule: "PROC-30",
    field: "subjectRef",
    message: say(
      "Hierover is nog geen beslissing van VDAB",
      "There is no VDAB decision on this yet",
      "Il n’y a pas encore de décision du VDAB à ce sujet",
    ),
    remedy: say(
      "Kies een indicering of evaluatie waarover beslist is",
      "Choose an indication or evaluation that was decided",
      "Choisissez une indication ou une évaluation décidée",
    ),
  });

export const alreadyUnderReview = (): Reason =>
  reason("review.open", {
    rule: "PROC-30",
    message: say("Hierover loopt al een heroverweging", "A review of this is under way already", "Un réexamen est déjà en cours"),
    remedy: say("Wacht op de beslissing", "Wait for the decision", "Attendez la décision"),
  });

export const adviceFirst = (): Reason =>
  reason("review.adviceFirst", {
    rule: "PROC-31",
    message: say(
      "De raad van bestuur beslist na het advies van de commissie",
      "The board decides after the committee's advice",
      "Le conseil d’administration décide après l’avis de la commission",
    ),
    remedy: say("Leg eerst het advies vast", "Record the advice first", "Enregistrez d’abord l’avis"),
  });

export const changeMissing = (): Reason =>
  reason("review.changeMissing", {
    rule: "PROC-31",
    message: say(
      "Bij een gewijzigde beslissing hoort wat er verandert",
      "A changed decision says what changes",
      "Une décision modifiée indique ce qui change",
    ),
    remedy: say(
      "Geef het nieuwe ticket of de nieuwe uitkomst van de evaluatie",
      "Give the new ticket or the new outcome of the evaluation",
      "Donnez le nouvel avis ou le nouveau résultat de l’évaluation",
    ),
  });
