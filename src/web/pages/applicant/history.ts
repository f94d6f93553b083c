// The history of a file, newest first, one sentence per event, as its applicant may know it.
import type { OpenedFile } from "../../../counter/index.ts";
import type { FileEvent } from "../../../dossier/index.ts";
import {
  brusselsDate,
  formatDate,
  formatQuarter,
  type Language,
  type Localized,
  localized,
  type PlainDate,
  pick,
} from "../../../kernel/index.ts";

export interface HistoryLine {
  readonly on: PlainDate;
  readonly sentence: string;
  readonly by: "byYou" | "byDepartment" | "byVdab";
}

const applicants = ["employer", "payrollOffice", "selfEmployed"];
const vdab = ["vdabAdviser", "reviewSecretary"];

export function historyOf(file: OpenedFile, language: Language): readonly HistoryLine[] {
  return file.history
    .map((event) => ({
      on: brusselsDate(event.envelope.recordedAt),
      sentence: pick(sentenceOf(event), language),
      by: applicants.includes(event.envelope.actor.role)
        ? ("byYou" as const)
        : vdab.includes(event.envelope.actor.role)
          ? ("byVdab" as const)
          : ("byDepartment" as const),
    }))
    .reverse();
}

export function sentenceOf(event: FileEvent): Localized {
  switch (event.type) {
    case "ApplicationFiled":
      return localized("De aanvraag werd ingediend.", "The application was filed.", "La demande a été introduite.");
    case "ApplicationCompletionRequested":
      return localized("Er werd een aanvulling gevraagd.", "A completion was asked for.", "Un complément a été demandé.");
    case "ApplicationCompleted":
      return localized("De aanvraag werd aangevuld.", "The application was completed.", "La demande a été complétée.");
    case "ApplicationWithdrawn":
      return localized("De aanvraag werd ingetrokken.", "The application was withdrawn.", "La demande a été retirée.");
    case "ApplicationInadmissible":
      return localized(
        "De aanvraag werd onontvankelijk verklaard.",
        "The application was declared inadmissible.",
        "La demande a été déclarée irrecevable.",
      );
    case "ApplicationRefused":
      return localized("De aanvraag werd geweigerd.", "The application was refused.", "La demande a été refusée.");
    case "GrantDecided":
      return localized(
        `De premie werd toegekend vanaf het ${formatQuarter(event.payload.startQuarter, "nl")}.`,
        `The premium was granted from the ${formatQuarter(event.payload.startQuarter, "en")}.`,
        `La prime a été accordée à partir du ${formatQuarter(event.payload.startQuarter, "fr")}.`,
      );
    case "GrantStopped":
      return onDay("De steun stopte op", "Support stopped on", "Le soutien s'est arrêté le", event.payload.lastDay);
    case "GrantAdjusted":
      return localized(
        `De premie werd aangepast vanaf het ${formatQuarter(event.payload.fromQuarter, "nl")}.`,
        `The premium was adjusted from the ${formatQuarter(event.payload.fromQuarter, "en")}.`,
        `La prime a été adaptée à partir du ${formatQuarter(event.payload.fromQuarter, "fr")}.`,
      );
    case "GrantExtended":
      return localized(
        `De premie werd verlengd tot en met het ${formatQuarter(event.payload.endQuarter, "nl")}.`,
        `The premium was extended up to and including the ${formatQuarter(event.payload.endQuarter, "en")}.`,
        `La prime a été prolongée jusqu'au ${formatQuarter(event.payload.endQuarter, "fr")} inclus.`,
      );
    case "AdjustmentRequested":
      return localized("Er werd een aanpassing gevraagd.", "An adjustment was asked for.", "Une adaptation a été demandée.");
    case "ExtensionRequested":
      return localized("Er werd een verlenging gevraagd.", "An extension was asked for.", "Une prolongation a été demandée.");
    case "EvaluationRecorded":
      return localized(
        "De evaluatie op de werkvloer is gebeurd.",
        "The evaluation on the workfloor took place.",
        "L'évaluation sur le lieu de travail a eu lieu.",
      );
    case "ReviewRequested":
      return localized("Er werd een heroverweging gevraagd.", "A review was asked for.", "Un réexamen a été demandé.");
    case "ReviewAdvised":
      return localized(
        "De heroverwegingscommissie gaf advies.",
        "The review committee gave its advice.",
        "La commission de réexamen a rendu son avis.",
      );
    case "ReviewDecided":
      return localized("Over de heroverweging werd beslist.", "The review was decided.", "Le réexamen a été tranché.");
    case "ChangeReported":
      return onDay(
        "Er werd een wijziging gemeld, vanaf",
        "A change was reported, from",
        "Un changement a été signalé, à partir du",
        event.effectiveOn,
      );
    case "GuideDesignated":
      return localized(
        "Een begeleider en een collega-coach werden aangeduid.",
        "A guide and a colleague coach were designated.",
        "Un accompagnateur et un collègue coach ont été désignés.",
      );
    case "SupportPlanDrawnUp":
      return localized(
        "Het ondersteuningsplan werd bewaard.",
        "The support plan was saved.",
        "Le plan de soutien a été enregistré.",
      );
    default:
      return localized(
        "Er gebeurde iets in dit dossier.",
        "Something happened in this file.",
        "Quelque chose s'est passé dans ce dossier.",
      );
  }
}

const onDay = (nl: string, en: string, fr: string, day: PlainDate): Localized =>
  localized(`${nl} ${formatDate(day, "nl")}.`, `${en} ${formatDate(day, "en")}.`, `${fr} ${formatDate(day, "fr")}.`);
