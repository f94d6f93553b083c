// Why an adjustment, an extension or an evaluation is refused.
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { type Reason, reason, say } from "../reason.ts";
import type { EvaluationPurpose } from "./events.ts";

const ruleOf = (purpose: EvaluationPurpose) => (purpose === "ADJUSTMENT" ? "PROC-20" : "PROC-22");

export const temporaryGrant = (): Reason =>
  reason("evaluation.temporaryGrant", {
    rule: "PROC-21",
    message: say(
      "Een toekenning voor een tijdelijke behoefte kan niet aangepast of verlengd worden",
      "A grant for a temporary need cannot be adjusted or extended",
      "Un octroi pour un besoin temporaire ne peut être ni adapté ni prolongé",
    ),
    remedy: say(
      "Vraag na afloop een nieuwe premie als dat nodig is",
      "Apply for a new premium afterwards if needed",
      "Demandez une nouvelle prime ensuite si nécessaire",
    ),
  });

export const windowClosed = (purpose: EvaluationPurpose, opensOn: PlainDate): Reason =>
  reason("evaluation.windowClosed", {
    rule: ruleOf(purpose),
    field: "on",
    expected: `>= ${opensOn}`,
    message: say(
      `Dit kan pas vanaf ${formatDate(opensOn, "nl")}`,
      `This is possible only from ${formatDate(opensOn, "en")}`,
      `Ceci n’est possible qu’à partir du ${formatDate(opensOn, "fr")}`,
    ),
    remedy: say("Vraag het vanaf die dag", "Ask from that day on", "Demandez-le à partir de ce jour"),
  });

export const alreadyAsked = (purpose: EvaluationPurpose): Reason =>
  reason("evaluation.open", {
    rule: ruleOf(purpose),
    message: say("Er loopt al een evaluatie", "An evaluation is under way already", "Une évaluation est déjà en cours"),
    remedy: say("Wacht op de uitkomst", "Wait for its outcome", "Attendez le résultat"),
  });

export const packageIncomplete = (): Reason =>
  reason("evaluation.package", {
    rule: "WP-10",
    field: "percentage",
    message: say(
      "Bij een nieuw pakket horen een percentage en een begeleidingsnood",
      "A new package has a percentage and a guidance need",
      "Un nouveau paquet comporte un pourcentage et un besoin d’accompagnement",
    ),
    remedy: say("Vul beide in", "Fill in both", "Remplissez les deux"),
  });

export const extensionTerms = (): Reason =>
  reason("evaluation.extensionTerms", {
    rule: "OPEN-16",
    field: "quarters",
    message: say(
      "De duur van een verlenging is niet geregeld: een persoon beslist, met een reden",
      "The duration of an extension is not settled: a person decides, with a reason",
      "La durée d’une prolongation n’est pas réglée : une personne décide, avec un motif",
    ),
    remedy: say(
      "Geef het aantal kwartalen en een motivering",
      "Give the number of quarters and a motivation",
      "Donnez le nombre de trimestres et une motivation",
    ),
  });
