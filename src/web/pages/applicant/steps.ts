// The steps of an application: which question stands on which page, for whom, and in which order.
import type { FieldMistake } from "../../look/error-summary.tsx";
import type { ApplicantText } from "../../text/applicant.ts";
import { type Fields, paidQuarters } from "./answers.ts";

export interface Step {
  /** In the address. */
  readonly id: StepId;
  readonly label: (text: ApplicantText) => string;
  readonly question: (text: ApplicantText) => string;
  /** Names of its fields; of a proof they depend on what was chosen. */
  readonly fields: (fields: Fields) => readonly string[];
  readonly applies: (fields: Fields) => boolean;
}

export type StepId =
  | "situatie"
  | "werknemer"
  | "woonplaats"
  | "overeenkomst"
  | "werk"
  | "premies"
  | "onderneming"
  | "activiteit"
  | "bewijs"
  | "bewijsgegevens"
  | "plaats"
  | "contact"
  | "stukken";

const employer = (fields: Fields) => fields.applicant !== "SELF_EMPLOYED";
const self = (fields: Fields) => !employer(fields);
const named =
  (...names: string[]) =>
  () =>
    names;

const EXEMPT = "selfEmployment.exemptMonths";

const proofFields = (fields: Fields): readonly string[] => {
  const at = "selfEmployment.proof";
  switch (fields[`${at}.kind`]) {
    case "FUND_ATTEST":
      return [`${at}.last`, `${at}.paid`, ...paidQuarters(fields).map((_, index) => `${at}.paid.${index}.amount`), EXEMPT];
    case "TAX_ASSESSMENT":
      return [`${at}.incomeYear`, `${at}.income`, EXEMPT];
    case "PROGNOSIS_ATTEST":
      return [`${at}.issuedOn`, `${at}.sufficient`];
    default:
      return [];
  }
};

export const STEPS: readonly Step[] = [
  {
    id: "situatie",
    label: (t) => t.stepSituation,
    question: (t) => t.askSituation,
    fields: named("situation"),
    applies: employer,
  },
  {
    id: "werknemer",
    label: (t) => t.stepWorker,
    question: (t) => t.askWorker,
    fields: named("worker.insz", "worker.givenName", "worker.familyName"),
    applies: () => true,
  },
  {
    id: "woonplaats",
    label: (t) => t.stepResidence,
    question: (t) => t.askResidence,
    fields: named("residence", "province"),
    applies: (fields) => fields.askResidence === "yes",
  },
  {
    id: "overeenkomst",
    label: (t) => t.stepContract,
    question: (t) => t.askContract,
    fields: named("contract.kind", "contract.from", "contract.until", "contract.hours"),
    applies: employer,
  },
  {
    id: "werk",
    label: (t) => t.stepWork,
    question: (t) => t.askWork,
    fields: named("employmentFraction", "worksInFlanders"),
    applies: employer,
  },
  { id: "premies", label: (t) => t.stepPremiums, question: (t) => t.askPremiums, fields: named("premiums"), applies: employer },
  {
    id: "onderneming",
    label: (t) => t.stepFirm,
    question: (t) => t.askFirm,
    fields: named("notInDifficulty", "otherSupport"),
    applies: employer,
  },
  {
    id: "activiteit",
    label: (t) => t.stepActivity,
    question: (t) => t.askActivity,
    fields: named("selfEmployment.occupation", "selfEmployment.since", "selfEmployment.limitationRecognisedOn"),
    applies: self,
  },
  {
    id: "bewijs",
    label: (t) => t.stepProof,
    question: (t) => t.askProof,
    fields: named("selfEmployment.proof.kind"),
    applies: self,
  },
  {
    id: "bewijsgegevens",
    label: (t) => t.stepProofData,
    question: (t) => t.stepProofData,
    fields: proofFields,
    applies: (fields) => self(fields) && (fields["selfEmployment.proof.kind"] ?? "") !== "",
  },
  {
    id: "plaats",
    label: (t) => t.stepSelfWork,
    question: (t) => t.askSelfWork,
    fields: named("worksInFlanders", "otherSupport"),
    applies: self,
  },
  {
    id: "contact",
    label: (t) => t.stepContact,
    question: (t) => t.askContact,
    fields: named("account", "contact.name", "contact.email", "contact.phone"),
    applies: () => true,
  },
  { id: "stukken", label: (t) => t.stepEvidence, question: (t) => t.askEvidence, fields: named(), applies: () => true },
];

export const stepsFor = (fields: Fields): readonly Step[] => STEPS.filter((step) => step.applies(fields));

/** The name and question of a step for who applies: of the first ones a self-employed person is asked about himself or herself. */
export function wordsOf(step: Step, fields: Fields, text: ApplicantText): { readonly label: string; readonly question: string } {
  if (step.id === "werknemer" && self(fields)) return { label: text.stepSelf, question: text.askSelf };
  if (step.id === "bewijsgegevens") {
    const kind = fields["selfEmployment.proof.kind"];
    const question =
      kind === "FUND_ATTEST"
        ? text.askPaid
        : kind === "TAX_ASSESSMENT"
          ? text.askIncome
          : kind === "PROGNOSIS_ATTEST"
            ? text.askPrognosis
            : text.stepProofData;
    return { label: text.stepProofData, question };
  }
  return { label: step.label(text), question: step.question(text) };
}

/** Done: seen and without mistakes. Busy: seen, but something is missing or wrong. */
export function stepState(step: Step, fields: Fields, mistakes: readonly FieldMistake[]): "done" | "busy" | "todo" {
  if (!(fields.seen ?? "").split(",").includes(step.id)) return "todo";
  return mistakesOf(step, fields, mistakes).length === 0 ? "done" : "busy";
}

export function mistakesOf(step: Step, fields: Fields, mistakes: readonly FieldMistake[]): readonly FieldMistake[] {
  const names = step.fields(fields);
  return mistakes.filter((mistake) => names.includes(mistake.field));
}
