// What can be wrong with a file of attests as a whole: then nothing of it is taken in.
import { localized, type Problem, problem } from "../../kernel/index.ts";

export function unreadable(line: number, detail: string): Problem {
  return problem(
    "dmfa.unreadable",
    localized(
      `Regel ${line}: het bestand is geen leesbare XML (${detail}). Er is niets ingelezen; haal het bestand opnieuw op.`,
      `Line ${line}: the file is not readable XML (${detail}). Nothing was taken in; fetch the file again.`,
      `Ligne ${line} : le fichier n'est pas un XML lisible (${detail}). Rien n'a été repris ; redemandez le fichier.`,
    ),
    `line ${line}`,
  );
}

export function wrongRoot(line: number, expected: string, got: string): Problem {
  return problem(
    "dmfa.wrongElement",
    localized(
      `Regel ${line}: verwacht <${expected}>, gevonden <${got}>. Dit is geen bestand met DmfA-attesten.`,
      `Line ${line}: expected <${expected}>, found <${got}>. This is not a file of DmfA attests.`,
      `Ligne ${line} : attendu <${expected}>, trouvé <${got}>. Ce n'est pas un fichier d'attestations DmfA.`,
    ),
    `line ${line}`,
    expected,
  );
}

export function notUtf8(line: number): Problem {
  return problem(
    "dmfa.encoding",
    localized(
      `Na regel ${line}: het bestand is geen geldige UTF-8. Vraag het opnieuw in UTF-8.`,
      `After line ${line}: the file is not valid UTF-8. Ask for it again in UTF-8.`,
      `Après la ligne ${line} : le fichier n'est pas en UTF-8 valide. Redemandez-le en UTF-8.`,
    ),
    `line ${line}`,
    "UTF-8",
  );
}

export function attestTooLarge(line: number): Problem {
  return problem(
    "dmfa.tooLarge",
    localized(
      `Regel ${line}: dit attest is groter dan een attest kan zijn. Er is niets ingelezen.`,
      `Line ${line}: this attest is larger than an attest can be. Nothing was taken in.`,
      `Ligne ${line} : cette attestation dépasse la taille possible. Rien n'a été repris.`,
    ),
    `line ${line}`,
  );
}
