// Public face of the law as a book: its rules, values, open points and cases, ready to be shown by command, API and pages.
export { type CaseBook, makeCaseBook, type RuleExample } from "./case-book.ts";
export { type LawItem, lawItem } from "./find.ts";
export { formatMoneyText, formatValue } from "./format-value.ts";
export { type LawChange, lawDifference } from "./law-difference.ts";
export { type ParameterCard, parameterCard, type ValueLine } from "./parameter-card.ts";
export { casesOf, type RuleCard, ruleCard } from "./rule-card.ts";
export { type ReadingShown, readingsShown } from "./switch-example.ts";
export { type Topic, topicOf, topics } from "./topics.ts";
