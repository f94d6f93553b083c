// The answer page when its dates cannot be used: what is wrong, and the form to mend it.
import { pathIn } from "../language.ts";
import { ErrorSummary } from "../look/error-summary.tsx";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { answerPageText } from "../text/answer.ts";
import { frameText } from "../text/frame.ts";
import { DatesForm } from "./answer-page.tsx";
import type { AnswerDates } from "./answer-query.ts";

export function NoAnswerPage(props: { readonly page: Page; readonly id: string; readonly dates: AnswerDates }) {
  const { page, id, dates } = props;
  const { language } = page;
  const text = answerPageText(language);
  return (
    <Layout page={page} title={text.crumb} crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]} refused>
      <h1 class="au-c-heading au-c-heading--1">{text.crumb}</h1>
      <ErrorSummary language={language} mistakes={dates.mistakes} />
      <div class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.otherTime}</h2>
        <DatesForm language={language} id={id} dates={dates} />
      </div>
    </Layout>
  );
}
