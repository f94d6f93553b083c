// The dates of an answer that were released, as links: with these everybody may ask for it.
import { brusselsDate, formatDate, type Language } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import { answerPageText } from "../text/answer.ts";
import { ANSWER_PATH } from "./path.ts";
import type { GivenAnswer } from "./routes.tsx";

export function ReleasedDates({ language, dates }: { readonly language: Language; readonly dates: GivenAnswer["dates"] }) {
  const text = answerPageText(language);
  if (dates.length === 0) return null;
  return (
    <>
      <p>{text.releasedDates}</p>
      <ul>
        {dates.map(({ at, knownAt }) => {
          const known = brusselsDate(knownAt);
          return (
            <li>
              <a href={pathIn(language, `${ANSWER_PATH}?at=${at}&knownAt=${known}`)}>
                {text.released(formatDate(at, language), formatDate(known, language))}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
