// One figure: unit, date and what was known stand above its table; published numbers beside the computed ones.
import type { Language } from "../../kernel/index.ts";
import type { FigureView } from "../../statistics/index.ts";
import { Empty } from "../look/empty.tsx";
import { Table } from "../look/table.tsx";
import { answerPageText } from "../text/answer.ts";
import { AnswerTable } from "./answer-table.tsx";
import { OutcomePill } from "./outcome-pill.tsx";

export function Figure({ language, figure }: { readonly language: Language; readonly figure: FigureView }) {
  const text = answerPageText(language);
  return (
    <section class="mw-figure" id={`cijfer-${figure.id}`}>
      <h3 class="au-c-heading au-c-heading--3">{figure.title}</h3>
      <p>
        <span class="mw-outcome mw-outcome--role">{figure.roleLabel}</span> <OutcomePill outcome={figure.outcome} />
      </p>
      <dl class="mw-facts">
        {figure.facts.map((fact) => (
          <>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </>
        ))}
      </dl>
      {figure.warnings.map((warning) => (
        <p class="mw-warning">{warning}</p>
      ))}
      {figure.comparisons.length === 0 ? null : (
        <Table
          caption={text.comparison}
          columns={[
            { key: "label", title: text.what },
            { key: "published", title: text.published, number: true },
            { key: "computed", title: text.computed, number: true },
            { key: "equal", title: text.equal },
          ]}
          rows={figure.comparisons.map((row) => ({
            cells: { ...row, equal: row.equal ? text.yes : <strong>{text.no}</strong> },
          }))}
        />
      )}
      {figure.table === null ? (
        <Empty title={text.notAvailable}>
          <p>{figure.outcome.detail}</p>
        </Empty>
      ) : (
        <AnswerTable corner={text.what} caption={figure.title} captionHidden table={figure.table} />
      )}
    </section>
  );
}
