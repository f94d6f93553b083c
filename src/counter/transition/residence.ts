// Where somebody lives, as far as the rules need it: from the register, else from the municipality that the list gives.
import type { Province, Residence, ResidenceFacts } from "../../dossier/index.ts";
import type { Insz } from "../../kernel/index.ts";
import type { TransitionPorts } from "./ports.ts";

/** First digits of a NIS code, longest first. */
const PLACES: readonly (readonly [digits: string, province: Province, residence: Residence])[] = [
  ["21", "BRU", "BRUSSELS"],
  ["23", "VBR", "FLANDERS"],
  ["24", "VBR", "FLANDERS"],
  ["25", "WBR", "WALLONIA"],
  ["1", "ANT", "FLANDERS"],
  ["3", "WVL", "FLANDERS"],
  ["4", "OVL", "FLANDERS"],
  ["5", "HAI", "WALLONIA"],
  ["6", "LIE", "WALLONIA"],
  ["7", "LIM", "FLANDERS"],
  ["8", "LUX", "WALLONIA"],
  ["9", "NAM", "WALLONIA"],
];

/** Null: neither gives it. */
export async function residenceOf(
  ports: Pick<TransitionPorts, "registers">,
  insz: Insz,
  municipality: string,
): Promise<ResidenceFacts | null> {
  const listed = PLACES.find(([digits]) => municipality.startsWith(digits));
  if (listed !== undefined) return { municipality, province: listed[1], residence: listed[2] };
  const answer = await ports.registers.residences.find(insz);
  return answer.state === "found" ? answer.value : null;
}
