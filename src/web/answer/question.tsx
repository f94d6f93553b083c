// One question of the document: what was asked, how the minister answered, what the records say.
import type { Language } from "../../kernel/index.ts";
import type { QuestionView } from "../../statistics/index.ts";
import { answerPageText } from "../text/answer.ts";
import { AnswerTable } from "./answer-table.tsx";
import { Caveats, Ids } from "./caveats.tsx";
import { Figure } from "./figure.tsx";
import { OutcomePill } from "./outcome-pill.tsx";

export const questionAnchor = (number: number) => `vraag-${number}`;

/** A longer list than this stays folded until somebody asks for it. */
const shownAtOnce = 5;

export function Question({ language, question }: { readonly language: Language; readonly question: QuestionView }) {
  const text = answerPageText(language);
  const { breaches } = question;
  const shown = question.figures.filter((figure) => figure.role !== "context");
  const background = question.figures.filter((figure) => figure.role === "context");
  return (
    <section class="mw-section mw-question" id={questionAnchor(question.number)}>
      <h2 class="au-c-heading au-c-heading--2">{`${text.question(question.number)}. ${question.title}`}</h2>
      <dl class="mw-summary">
        <div>
          <dt>{text.asked}</dt>
          <dd>{question.asked}</dd>
        </div>
        <div>
          <dt>{text.inTheDocument}</dt>
          <dd>
            <OutcomePill outcome={question.document} />
          </dd>
        </div>
        <div>
          <dt>{text.here}</dt>
          <dd>{question.adds}</dd>
        </div>
      </dl>
      {question.statements.length === 0 ? null : (
        <div class="mw-flow">
          <p>
            <strong>{text.saying}</strong>
          </p>
          <ul>
            {question.statements.map((statement) => (
              <li id={`uitspraak-${statement.id}`}>
                {statement.text} <Ids ids={statement.ids} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {question.criteria === null ? null : (
        <AnswerTable corner={text.what} caption={text.criteria} table={question.criteria} stack />
      )}
      <Caveats title={text.careful} caveats={question.caveats} />
      {shown.map((figure) => (
        <Figure language={language} figure={figure} />
      ))}
      {question.derived.length === 0 ? null : (
        <div>
          <h3 class="au-c-heading au-c-heading--3">{text.derived}</h3>
          <dl class="mw-summary">
            {question.derived.map((derived) => (
              <div>
                <dt>{derived.label}</dt>
                <dd>{`${derived.value}${derived.unit === "%" ? "\u00a0%" : ` ${derived.unit}`}`}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {background.length === 0 ? null : (
        <details class="mw-more">
          <summary>{text.background(background.length)}</summary>
          <div class="mw-question">
            {background.map((figure) => (
              <Figure language={language} figure={figure} />
            ))}
          </div>
        </details>
      )}
      {breaches === null ? null : (
        <div class="mw-figure">
          <h3 class="au-c-heading au-c-heading--3">{breaches.title}</h3>
          <p>{breaches.summary}</p>
          {breaches.table.rows.length === 0 ? null : (
            <details class="mw-more" open={breaches.table.rows.length <= shownAtOnce}>
              <summary>{text.showList(breaches.table.rows.length)}</summary>
              <AnswerTable corner={text.what} caption={breaches.title} table={breaches.table} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}
