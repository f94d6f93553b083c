// Many calculations in one request: each line of NDJSON gets its own result line, in order, as from the command line.
import { localized, type Problem } from "../kernel/index.ts";
import { type CalculationOutput, calculateLine, invalidInput, type Law } from "../law/index.ts";
import { utf8 } from "./body.ts";

/** Longest line that is read, in bytes, without its line end. */
export const LONGEST_LINE = 65_536;

/** Lines between two pauses, so that a long request does not keep others waiting. */
const pause = 200;

const tooLong: Problem = {
  id: "calculation.lineLength",
  expected: `<= ${LONGEST_LINE} bytes`,
  message: localized(
    "Deze regel is langer dan 64 kB. Schrijf één berekening per regel.",
    "This line is longer than 64 kB. Write one calculation per line.",
    "Cette ligne dépasse 64 ko. Écrivez un calcul par ligne.",
  ),
};

const notUtf8: Problem = {
  id: "calculation.utf8",
  expected: "UTF-8",
  message: localized(
    "Deze regel is geen geldige UTF-8. Bewaar het bestand als UTF-8.",
    "This line is not valid UTF-8. Save the file as UTF-8.",
    "Cette ligne n’est pas de l’UTF-8 valide. Enregistrez le fichier en UTF-8.",
  ),
};

function answer(law: Law, line: Uint8Array): CalculationOutput | null {
  if (line.byteLength > LONGEST_LINE) return invalidInput([tooLong]);
  const text = utf8(line);
  if (text === null) return invalidInput([notUtf8]);
  return text.trim() === "" ? null : calculateLine(law, text);
}

/** The result lines of a body; blank lines get none. */
export function calculateLines(law: Law, body: Uint8Array): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let start = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = "";
      for (let count = 0; count < pause && start < body.byteLength; count += 1) {
        const found = body.indexOf(10, start);
        const end = found < 0 ? body.byteLength : found;
        const result = answer(law, body.subarray(start, end));
        if (result !== null) text += `${JSON.stringify(result)}\n`;
        start = end + 1;
      }
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (start >= body.byteLength) controller.close();
      // Whoever else waits has a turn between two portions.
      else await new Promise<void>((resolve) => setImmediate(resolve));
    },
  });
}
