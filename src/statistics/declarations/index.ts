// Whether the declarations of a quarter had come in by a moment.
export {
  type DeclarationCounts,
  declarationsAreIn,
  declarationsBySql,
  declarationsInMemory,
  lastDeclaredQuarter,
  quartersToJudge,
} from "./count.ts";
