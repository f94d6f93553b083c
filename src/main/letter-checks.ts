// For the operator: that every letter is as it was issued, and the letters that wait to be printed.
import type { LetterStore } from "../counter/index.ts";
import type { AccessPurpose } from "../dossier/index.ts";
import { hashOf, sha256Hex } from "../kernel/index.ts";
import { allLetterRefs, letterStore } from "../store/index.ts";
import type { System } from "./system.ts";

type Parts = Pick<System, "store" | "clock">;

const lettersOf = ({ store, clock }: Parts): LetterStore => letterStore(store.database.pool, store.vault, clock);
const purpose = (text: string): AccessPurpose => ({ actor: { role: "system", ref: "cli" }, organisation: "", purpose: text });

export interface LetterVerification {
  readonly intact: number;
  readonly erased: number;
  readonly differing: readonly string[];
}

export async function verifyLetters(parts: Parts): Promise<LetterVerification> {
  const letters = lettersOf(parts);
  let intact = 0;
  let erased = 0;
  const differing: string[] = [];
  for (const letterRef of await allLetterRefs(parts.store.database.pool)) {
    const line = await letters.find(letterRef);
    try {
      const content = await letters.open(letterRef, purpose("Controle van bewaarde brieven"));
      if (content === null) erased += 1;
      else if (hashOf(content.document) === line?.documentHash && sha256Hex(content.pdf) === line.pdfHash) intact += 1;
      else differing.push(letterRef);
    } catch {
      // What was sealed does not open: it was changed where it lay.
      differing.push(letterRef);
    }
  }
  return { intact, erased, differing };
}

export async function* paperLetters(parts: Parts, sender: "DEPARTMENT" | "VDAB") {
  const letters = lettersOf(parts);
  for (const line of await letters.paperList(sender, 1_000)) {
    const content = await letters.open(line.letterRef, purpose("Brief afdrukken voor de post"));
    if (content !== null) yield { reference: line.reference, pdf: content.pdf };
  }
}
