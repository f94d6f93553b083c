// The home page: what the scheme is in a few sentences, and the three things to do here.
import type { LatestAnswer } from "../answer/latest-answers.ts";
import { answerPath } from "../answer/path.ts";
import type { Glossary } from "../glossary.ts";
import { pathIn } from "../language.ts";
import { ButtonLink } from "../look/button.tsx";
import { Layout } from "../look/layout.tsx";
import { Term } from "../look/term.tsx";
import type { Page } from "../page.ts";
import { homeText } from "../text/home.ts";
import { Rich } from "../text/rich.tsx";

interface HomeProps {
  readonly page: Page;
  readonly glossary: Glossary;
  /** The parliamentary answers that were released last, newest first. */
  readonly answers: readonly LatestAnswer[];
}

export function HomePage({ page, glossary, answers }: HomeProps) {
  const { language } = page;
  const text = homeText(language);
  const term = (of: string) => <Term glossary={glossary} language={language} of={of} />;
  const to = (path: string) => pathIn(language, path);
  return (
    <Layout page={page} title={text.title} description={text.description}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">
          <Rich
            text={text.lead}
            parts={{
              workDisability: term("workDisability"),
              wagePremium: term("wagePremium"),
              guidancePremium: term("guidancePremium"),
              supportPremium: term("supportPremium"),
            }}
          />
        </p>
        <p class="mw-actions">
          <ButtonLink href={to("/simulator")}>{text.start}</ButtonLink>
        </p>
      </div>
      <div class="mw-tiles">
        <section class="mw-tile">
          <h2>{text.simulatorTitle}</h2>
          <p>{text.simulatorBody}</p>
          <p>
            <a href={to("/simulator")}>{text.forEmployer}</a>
          </p>
          <p>
            <a href={to("/simulator/zelfstandige")}>{text.forSelf}</a>
          </p>
        </section>
        <section class="mw-tile">
          <h2>{text.answersTitle}</h2>
          <p>{text.answersBody}</p>
          {answers.length === 0 ? <p>{text.answersNone}</p> : null}
          {answers.map(({ id, number }) => (
            <p>
              <a href={to(answerPath(id))}>{text.answersLink(String(number ?? id))}</a>
            </p>
          ))}
        </section>
        <section class="mw-tile">
          <h2>{text.developersTitle}</h2>
          <p>{text.developersBody}</p>
          <p>
            <a href={to("/api")}>{text.developersLink}</a>
          </p>
        </section>
      </div>
      <section class="mw-flow mw-section">
        <h2 class="au-c-heading au-c-heading--2">{text.howTitle}</h2>
        <ol>
          <li>
            <Rich text={text.how1} parts={{ indication: term("indication"), ticket: term("ticket") }} />
          </li>
          <li>
            <Rich text={text.how2} />
          </li>
          <li>
            <Rich text={text.how3} />
          </li>
        </ol>
      </section>
    </Layout>
  );
}
