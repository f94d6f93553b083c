// The steps behind an amount: fact, rule in a plain sentence with its id, parameter with date, source and certainty, result.
import { formatDate, type Language, pick, plainDate } from "../../kernel/index.ts";
import { type Confidence, type FactLine, formatValue, type ParameterView, type StepView } from "../../law/index.ts";
import { amountText } from "../text/amount.ts";
import { colon } from "../text/punctuation.ts";
import { SourceLinks } from "./source-links.tsx";

export interface StepsProps {
  readonly language: Language;
  readonly steps: readonly StepView[];
  /** Where an open point is explained on this page. */
  readonly openPointHref: (id: string) => string;
}

export function Steps({ language, steps, openPointHref }: StepsProps) {
  return (
    <ol class="mw-steps">
      {steps.map((view) => (
        <li class={view.result ? "mw-step mw-step--result" : "mw-step"}>
          <p class="mw-step__title">
            {pick(view.step.title, language)}{" "}
            {view.ids.map((id) => (
              <>
                <span class="mw-id">{id}</span>{" "}
              </>
            ))}
          </p>
          {view.value === null ? null : <p class="mw-step__value">{formatValue(view.value, view.step.unit, language)}</p>}
          <div class="mw-step__detail">
            {view.sentences.map((sentence) => (
              <p>{pick(sentence, language)}</p>
            ))}
            <Given language={language} facts={view.step.facts} />
            {view.parameters.map((parameter) => (
              <FromRules language={language} parameter={parameter} />
            ))}
            <LeansOn language={language} view={view} openPointHref={openPointHref} />
            <RuleAndSource language={language} view={view} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Given({ language, facts }: { readonly language: Language; readonly facts: readonly FactLine[] }) {
  const text = amountText(language);
  const names: Readonly<Record<string, string>> = {
    grossWage: text.factGrossWage,
    employerContributions: text.factContributions,
    contributionReductions: text.factReductions,
    employmentFraction: text.factFraction,
    performedFraction: text.factPerformed,
    inServiceFrom: text.factFrom,
    inServiceUntil: text.factUntil,
    package: text.factPackage,
    startQuarter: text.factStart,
    guidanceNeed: text.factGuidance,
    percentage: text.factPercentage,
    collectivePercentage: text.factCollective,
    productivityLoss: text.factLoss,
    extraCosts: text.factCosts,
    guidanceRequired: text.factGuidanceRequired,
    guidanceLevelFound: text.factGuidance,
    needDuration: text.factDuration,
    higherNeed: text.factHigherNeed,
    appliedOn: text.factAppliedOn,
    grantedOn: text.factGrantedOn,
    foundOn: text.factFoundOn,
    collectiveAdviceGiven: text.factCollectiveGiven,
  };
  const given = facts.flatMap((fact) => (fact.value === null ? [] : [{ ...fact, value: fact.value }]));
  return given.length === 0 ? null : (
    <p class="mw-source">
      {text.youGave}
      {colon(language)}{" "}
      {given.map((fact) => `${names[fact.name] ?? fact.name} ${formatValue(fact.value, fact.unit, language)}`).join("; ")}
    </p>
  );
}

const level = (language: Language): Readonly<Record<Confidence, string>> => {
  const text = amountText(language);
  return { A: text.levelA, B: text.levelB, C: text.levelC, D: text.levelD, O: text.levelO };
};

interface FromRulesProps {
  readonly language: Language;
  readonly parameter: ParameterView;
}

function FromRules({ language, parameter }: FromRulesProps) {
  const text = amountText(language);
  const { line, confidence, sources } = parameter;
  return (
    <p class="mw-source">
      {text.fromRules}
      {colon(language)} {pick(line.title, language)}, <strong>{formatValue(line.value, line.unit, language)}</strong>{" "}
      {text.since(formatDate(plainDate(line.since), language))} ({confidence}
      {colon(language)} {level(language)[confidence]}; {text.source}
      {colon(language)} <SourceLinks sources={sources} />)
    </p>
  );
}

interface LeansOnProps {
  readonly language: Language;
  readonly view: StepView;
  readonly openPointHref: (id: string) => string;
}

/** The open points of the step, each once, whether its rule or one of its parameters leans on them. */
function LeansOn({ language, view, openPointHref }: LeansOnProps) {
  const text = amountText(language);
  const ids = [...new Set([...view.parameters.flatMap(({ line }) => line.openPoints), ...view.step.openPoints])].sort();
  return ids.length === 0 ? null : (
    <p class="mw-source">
      {text.notSure}
      {colon(language)}{" "}
      {ids.map((id, index) => (
        <>
          {index === 0 ? "" : ", "}
          <a class="mw-open-point" href={openPointHref(id)}>
            {text.reading} {id}
          </a>
        </>
      ))}
    </p>
  );
}

function RuleAndSource({ language, view }: { readonly language: Language; readonly view: StepView }) {
  const text = amountText(language);
  if (view.entries.length === 0) return null;
  return (
    <details class="mw-rule">
      <summary>{text.ruleAndSource}</summary>
      {view.entries.map((entry) => (
        <p lang={language === "nl" ? undefined : "en"}>
          <span class="mw-id">{entry.id}</span> {language === "nl" ? entry.nl : entry.en} ({entry.confidence})
        </p>
      ))}
      <p>
        {text.dutchTerm}
        {colon(language)} <span lang="nl">{view.step.dutchTerm}</span>.
      </p>
      {view.ruleSources.length === 0 ? null : (
        <p>
          {text.sources}
          {colon(language)} <SourceLinks sources={view.ruleSources} />
        </p>
      )}
    </details>
  );
}
