// Public face of parliamentary answers: compute one from the records, show it as text or as a view, and compare it with a frozen one.
export type {
  Answer,
  AnswerBounds,
  AnswerFigure,
  AnswerQuestion,
  BoundRow,
  Comparison,
  CriterionRow,
  Derived,
  FigureRole,
  Statement,
} from "./answer.ts";
export { type AnswerOptions, buildAnswer, definitionsOf } from "./build.ts";
export { compareWithFrozen, type FrozenComparison, freezeAnswer } from "./frozen.ts";
export { ANSWER_FOLDER, answerMistakes } from "./mistakes.ts";
export { type AnswerSource, type AnswerTexts, readAnswerSource } from "./source.ts";
export { answerText, figureText } from "./text.ts";
export {
  type AnswerView,
  answerView,
  type CellView,
  type FigureView,
  figureView,
  type OutcomeView,
  outcomeView as outcomeText,
  type QuestionView,
  type ShownFigure,
  type TableView,
} from "./view.ts";
export { windowText } from "./view-tables.ts";
