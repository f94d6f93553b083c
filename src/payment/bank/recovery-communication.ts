// The structured communication that the letter of a recovery asks for, so that money that comes back finds its recovery.
import { hashOf, type StructuredCommunication, structuredCommunicationFor } from "../../kernel/index.ts";

/** Numbers of recoveries start with 9: payments, which count up from 1, stay far below. */
const FIRST = 9_000_000_000;
const COUNT = 1_000_000_000;

export function recoveryCommunication(recoveryRef: string): StructuredCommunication {
  const number = Number.parseInt(hashOf({ of: "communication", recoveryRef }).slice(0, 13), 16);
  return structuredCommunicationFor(FIRST + (number % COUNT));
}
