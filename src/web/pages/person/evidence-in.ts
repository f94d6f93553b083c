// A piece of evidence that came with a form: the file, none, or what is wrong with it.
import { type Evidence, takeEvidence } from "../../../counter/index.ts";
import { pick } from "../../../kernel/index.ts";
import type { SentForm } from "../../door.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import type { Page } from "../../page.ts";

export async function evidenceIn(form: SentForm, page: Pick<Page, "language">): Promise<readonly Evidence[] | FieldMistake> {
  const sent = form.file("evidence");
  if (sent === null) return [];
  const taken = takeEvidence(sent.name, sent.type, new Uint8Array(await sent.arrayBuffer()));
  if (taken.ok) return [taken.value];
  return { field: "evidence", message: taken.error.map((one) => pick(one.message, page.language)).join(". ") };
}
