// What is wrong with a question, at the first part of its reform.
import type { LawError } from "../law/index.ts";
import type { Reform } from "./reform/reform.ts";

export function problem(reform: Reform, rule: string, message: LawError["message"]): LawError {
  const [place] = [...reform.parameters, ...reform.rules, ...reform.components, ...reform.switches];
  return { file: place?.file ?? reform.id, line: place?.line ?? 1, rule, message };
}
