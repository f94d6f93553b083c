// One letter from a kind, a case and the parties: the template filled, as a document that PDF and page both show.
import type { Instant, PlainDate } from "../kernel/index.ts";
import { formatDate } from "../kernel/index.ts";
import type { LetterDocument, Party } from "./document/document.ts";
import { issuerParty } from "./legal/legal.ts";
import { fillTemplate, type Slots } from "./template/fill-template.ts";
import { LETTER_KINDS, type LetterKind } from "./template/kinds.ts";
import { letterTemplates, type Templates } from "./template/templates.ts";

export interface LetterCase extends Slots {
  readonly kind: LetterKind;
  readonly reference: string;
  readonly date: PlainDate;
  readonly createdAt: Instant;
  readonly to: Party;
  readonly synthetic: boolean;
}

/** @throws TemplateError when the case lacks what the template names. */
export function composeLetter(one: LetterCase, templates: Templates = letterTemplates()): LetterDocument {
  const { kind, reference, date, createdAt, to, synthetic } = one;
  const texts = { ...one.texts, date: formatDate(date, "nl"), reference };
  const filled = fillTemplate(templates[kind], { ...one, texts });
  return {
    kind,
    language: "nl",
    reference,
    date,
    createdAt,
    from: issuerParty(LETTER_KINDS[kind].issuer),
    to,
    synthetic,
    ...filled,
  };
}
