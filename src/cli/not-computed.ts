// Why figures cannot be given, as lines for a person at the terminal: each mistake at its place, or what was refused.
import type { NotComputed } from "../counter/index.ts";
import type { Language } from "../kernel/index.ts";
import { problemLine } from "./told-error.ts";

export async function notComputedText(error: NotComputed, language: Language): Promise<string> {
  if (error.kind === "figures") return error.problems.map((one) => problemLine(one, language)).join("\n");
  const { describePlaced } = await import("../statistics/index.ts");
  return error.issues.map((issue) => describePlaced(issue, language)).join("\n");
}
