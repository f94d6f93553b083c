// One figure on a page: what it is and its caveats above the table, the chart below it, drawn for wide screens and for phones.
import { raw } from "hono/html";
import type { Language } from "../../../kernel/index.ts";
import { type Chart, chartOf, figureView, type ShownFigure } from "../../../statistics/index.ts";
import { AnswerTable } from "../../answer/answer-table.tsx";
import { Caveats } from "../../answer/caveats.tsx";
import { OutcomePill } from "../../answer/outcome-pill.tsx";
import { Empty } from "../../look/empty.tsx";
import { answerPageText } from "../../text/answer.ts";
import { figuresText } from "../../text/figures.ts";

export interface DrawnFigure {
  readonly figure: ShownFigure;
  readonly wide: Chart | null;
  readonly narrow: Chart | null;
}

export async function drawn(figure: ShownFigure, language: Language): Promise<DrawnFigure> {
  const [wide, narrow] = await Promise.all([
    chartOf(figure, language, { shape: "wide", titled: false }),
    chartOf(figure, language, { shape: "narrow", titled: false }),
  ]);
  return { figure, wide, narrow };
}

export interface FigureBlockProps {
  readonly language: Language;
  readonly drawn: DrawnFigure;
  /** Only the drawing and a link, where the page is an overview. */
  readonly level?: 2 | 3;
}

export function FigureBlock({ language, drawn: { figure, wide, narrow }, level = 3 }: FigureBlockProps) {
  const text = answerPageText(language);
  const own = figuresText(language);
  const view = figureView(figure, language);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="mw-figure" id={`cijfer-${figure.id}`}>
      <Heading class={`au-c-heading au-c-heading--${level}`}>{view.title}</Heading>
      {view.outcome.type === "answered" ? null : (
        <p>
          <OutcomePill outcome={view.outcome} />
        </p>
      )}
      <dl class="mw-facts">
        {view.facts.map((fact) => (
          <>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </>
        ))}
      </dl>
      <Caveats title={text.careful} caveats={view.caveats} />
      {view.warnings.map((warning) => (
        <p class="mw-warning">{warning}</p>
      ))}
      {view.table === null ? (
        <Empty title={text.notAvailable}>
          <p>{view.outcome.detail}</p>
        </Empty>
      ) : view.table.rows.length === 0 ? (
        <Empty title={own.nothing}>
          <p>{own.nothingDetail}</p>
        </Empty>
      ) : (
        <AnswerTable corner={text.what} caption={view.title} captionHidden table={view.table} />
      )}
      <ChartFigure language={language} wide={wide} narrow={narrow} title={view.title} />
    </section>
  );
}

export function ChartFigure(props: { language: Language; wide: Chart | null; narrow: Chart | null; title: string }) {
  const { language, wide, narrow, title } = props;
  if (wide === null || narrow === null) return null;
  return (
    <figure class="mw-chart mw-chart--drawn">
      <figcaption class="au-u-hidden-visually">{figuresText(language).chartOf(title)}</figcaption>
      <div class="mw-chart__wide">{raw(wide.svg)}</div>
      <div class="mw-chart__narrow">{raw(narrow.svg)}</div>
    </figure>
  );
}
