// Reads one open point: its question, the default with its reason, and the other readings.
import type { LawSwitch, SwitchOption } from "../model.ts";
import type { Citations } from "./citations.ts";
import type { ErrorList } from "./error-list.ts";
import { type Fields, topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

const KEYS = ["id", "dutchTerm", "question", "default", "why", "options", "parameters", "policies", "sources"];

export function readSwitch(source: LawSource, citations: Citations, errors: ErrorList): LawSwitch | null {
  const fields = topFields(source, errors);
  if (!fields) return null;
  fields.onlyKeys(KEYS);
  const id = fields.text("id");
  if (id !== null && !/^OPEN-\d{2}$/.test(id)) {
    fields.fail("id", "id.shape", {
      nl: `"${id}" is geen nummer van een open punt, zoals OPEN-01.`,
      en: `"${id}" is not the id of an open point, such as OPEN-01.`,
      fr: `« ${id} » n'est pas le numéro d'un point ouvert, comme OPEN-01.`,
    });
  }
  const chosen = fields.text("default");
  const options = fields.children("options", true).map(readOption);
  checkOptions(fields, chosen, options);
  const sources = fields.words("sources");
  citations.cite(source, ["sources"], "source", sources);
  const question = fields.localized("question");
  const why = fields.localized("why");
  const dutchTerm = fields.text("dutchTerm") ?? "";
  const carries = [...fields.words("parameters"), ...fields.words("policies")];
  if (id === null || chosen === null) return null;
  return { id, dutchTerm, question, why, default: chosen, options, carries, sources, file: source.file };
}

function readOption(fields: Fields): SwitchOption {
  fields.onlyKeys(["value", "title", "computable", "confidence"]);
  const value = fields.text("value") ?? "";
  const computable = fields.oneOf("computable", ["true", "false"]) === "true";
  return { value, title: fields.localized("title"), computable, confidence: fields.confidence() ?? "O" };
}

function checkOptions(fields: Fields, chosen: string | null, options: readonly SwitchOption[]): void {
  const names = options.map((option) => option.value);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    fields.fail("options", "option.duplicate", {
      nl: `De lezing "${name}" staat er twee keer.`,
      en: `The reading "${name}" is there twice.`,
      fr: `La lecture « ${name} » y figure deux fois.`,
    });
  });
  const option = options.find((one) => one.value === chosen);
  if (chosen === null || option?.computable) return;
  if (!option) {
    fields.fail("default", "default.unknown", {
      nl: `De standaardlezing "${chosen}" staat niet bij de lezingen: ${names.join(", ")}.`,
      en: `The default reading "${chosen}" is not among the readings: ${names.join(", ")}.`,
      fr: `La lecture par défaut « ${chosen} » ne figure pas parmi les lectures : ${names.join(", ")}.`,
    });
  } else {
    fields.fail("default", "default.notComputable", {
      nl: `De standaardlezing "${chosen}" moet te berekenen zijn.`,
      en: `The default reading "${chosen}" must be computable.`,
      fr: `La lecture par défaut « ${chosen} » doit être calculable.`,
    });
  }
}
