// The page of a parliamentary answer: table first, with unit, date, what was known and caveats above every table.
import type { Language } from "../../kernel/index.ts";
import type { AnswerView } from "../../statistics/index.ts";
import { pathIn } from "../language.ts";
import { SubmitButton } from "../look/button.tsx";
import { ErrorSummary } from "../look/error-summary.tsx";
import { Layout } from "../look/layout.tsx";
import { SummaryList } from "../look/summary-list.tsx";
import { TextField } from "../look/text-field.tsx";
import type { Page } from "../page.ts";
import { answerPageText } from "../text/answer.ts";
import { frameText } from "../text/frame.ts";
import type { AnswerDates } from "./answer-query.ts";
import { AnswerTable } from "./answer-table.tsx";
import { Caveats } from "./caveats.tsx";
import { answerPath } from "./path.ts";
import { Question, questionAnchor } from "./question.tsx";
import { ReleasedDates } from "./released-dates.tsx";
import type { GivenAnswer } from "./routes.tsx";

export interface AnswerPageProps {
  readonly page: Page;
  readonly id: string;
  readonly view: AnswerView;
  readonly dates: AnswerDates;
  /** True when the figures are of the document's own date, so that published ones stand beside them. */
  readonly comparable: boolean;
  readonly given: Pick<GivenAnswer, "dates" | "released">;
  /** Whether the reader may ask figures that were not released. */
  readonly inside: boolean;
}

export function AnswerPage({ page, id, view, dates, comparable, given, inside }: AnswerPageProps) {
  const { language } = page;
  const text = answerPageText(language);
  const heading = "au-c-heading au-c-heading--2";
  return (
    <Layout
      page={page}
      title={view.title}
      description={view.subtitle}
      crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}
      refused={dates.mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">
        <span lang="nl">{view.title}</span>
      </h1>
      <p class="mw-lead">{view.subtitle}</p>
      <ErrorSummary language={language} mistakes={dates.mistakes} />
      {given.released ? null : <p class="mw-watermark mw-watermark__words">{text.notReleased}</p>}
      <div class="mw-beside mw-answer-head">
        <div class="mw-full">
          {view.statements.map((statement) => (
            <p class="mw-flow">{statement.text}</p>
          ))}
          <Caveats title={text.careful} caveats={view.caveats} />
          {comparable ? null : <p class="mw-warning">{text.comparisonsGone}</p>}
          <nav aria-labelledby="inhoudsopgave">
            <p id="inhoudsopgave">
              <strong>{text.contents}</strong>
            </p>
            <ol class="mw-contents">
              {view.questions.map((question) => (
                <li>
                  <a href={`#${questionAnchor(question.number)}`}>{question.title}</a>
                </li>
              ))}
              {view.bounds === null ? null : (
                <li>
                  <a href="#grenzen">{text.bounds}</a>
                </li>
              )}
            </ol>
          </nav>
        </div>
        <aside class="mw-aside" aria-labelledby="over-de-vraag">
          <h2 id="over-de-vraag">{text.aboutQuestion}</h2>
          <SummaryList rows={view.facts.map((fact) => ({ name: fact.label, value: factValue(fact.value) }))} />
          <details class="mw-more" open={dates.form.at !== "" || dates.form.knownAt !== ""}>
            <summary>{text.otherTime}</summary>
            <ReleasedDates language={language} id={id} dates={given.dates} />
            {inside ? <p class="mw-quiet">{text.inside}</p> : null}
            <DatesForm language={language} id={id} dates={dates} />
          </details>
          <p class="mw-hide-print">
            <a href={dataAddress(id, dates)}>{text.asData}</a>
          </p>
        </aside>
      </div>
      {view.questions.map((question) => (
        <Question language={language} question={question} />
      ))}
      {view.bounds === null ? null : <Bounds language={language} bounds={view.bounds} />}
      <section class="mw-section">
        <h2 class={heading}>{text.openPoints}</h2>
        <p>{view.openPoints.length === 0 ? text.none : view.openPoints.join(", ")}</p>
      </section>
    </Layout>
  );
}

function Bounds({ language, bounds }: { readonly language: Language; readonly bounds: NonNullable<AnswerView["bounds"]> }) {
  const text = answerPageText(language);
  return (
    <section class="mw-section" id="grenzen">
      <h2 class="au-c-heading au-c-heading--2">{bounds.title}</h2>
      <ul class="mw-caveats mw-flow">
        {bounds.assumptions.map((assumption) => (
          <li>{assumption}</li>
        ))}
      </ul>
      {bounds.tables.map((table, index) => (
        <AnswerTable corner={text.what} caption={`${text.boundsTable} ${index + 1}`} table={table} />
      ))}
      {bounds.solutions === null ? null : (
        <p>
          {text.solutions}: <strong>{bounds.solutions}</strong>
        </p>
      )}
    </section>
  );
}

/** The figures on another day, or as they were known then. */
export function DatesForm(props: { readonly language: Language; readonly id: string; readonly dates: AnswerDates }) {
  const { language, id, dates } = props;
  const text = answerPageText(language);
  const asked = dates.form.at !== "" || dates.form.knownAt !== "";
  return (
    <form class="mw-form" method="get" action={pathIn(language, answerPath(id))}>
      <TextField
        language={language}
        name="at"
        label={text.at}
        hint={text.atHint}
        kind="date"
        value={dates.form.at}
        error={dates.mistakes.find((mistake) => mistake.field === "at")?.message}
      />
      <TextField
        language={language}
        name="knownAt"
        label={text.knownAt}
        hint={text.knownAtHint}
        kind="date"
        value={dates.form.knownAt}
        error={dates.mistakes.find((mistake) => mistake.field === "knownAt")?.message}
      />
      <p class="mw-actions">
        <SubmitButton secondary>{text.ask}</SubmitButton>
        {asked ? <a href={pathIn(language, answerPath(id))}>{text.back}</a> : null}
      </p>
    </form>
  );
}

/** Addresses of the document and its file become links. */
function factValue(value: string) {
  return /^https:\/\//.test(value) ? (
    <a href={value} rel="external noopener">
      {value}
    </a>
  ) : (
    value
  );
}

function dataAddress(id: string, dates: AnswerDates): string {
  const query = new URLSearchParams();
  if (dates.at !== null) query.set("at", dates.at);
  if (dates.knownAt !== null) query.set("knownAt", dates.knownAt);
  const text = query.toString();
  return `/api/v1/answers/${id}${text === "" ? "" : `?${text}`}`;
}
