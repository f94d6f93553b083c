// The letters about older rights that an enterprise may see: a right that ended or ran on, and warnings that one ends.
import type { LetterKind } from "../../letters/index.ts";
import { applyingOf } from "../application/files.ts";
import type { Firm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";
import type { LetterLine } from "./ports.ts";

const KINDS: readonly LetterKind[] = ["end-warning", "right-ended"];
/** Most letters of one list, the newest. */
const MOST = 500;

/**
 * Newest first. A list holds no name, and each letter is checked again when it is opened. A self-employed person also has the letters about
 * the own right; nobody else has those, whoever acts for the enterprise.
 *
 * @param firm - Opened for who acts, so that it is known that he or she may act for it.
 */
export async function lettersOnRights(ports: CounterPorts, acting: Acting, firm: Firm): Promise<readonly LetterLine[]> {
  const sides = await applyingOf(ports, acting, firm);
  const lists = await Promise.all(
    sides.map((side) =>
      "employerRef" in side
        ? ports.letters.list({ employerRef: side.employerRef, kinds: KINDS }, MOST)
        : ports.letters.list({ ownRightsOf: side.personRef, kinds: KINDS }, MOST),
    ),
  );
  return lists
    .flat()
    .sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0))
    .slice(0, MOST);
}
