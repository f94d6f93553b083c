// The dates of an answer that were released, as links: with these everybody may ask for it.
import { brusselsDate, formatDate, type Language } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import { answerPageText } from "../text/answer.ts";
import { answerPath } from "./path.ts";
import type { GivenAnswer } from "./routes.tsx";

interface Props {
  readonly language: Language;
  readonly id: string;
  readonly dates: GivenAnswer["dates"];
}

export function ReleasedDates({ language, id, dates }: Props) {
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
              <a href={pathIn(language, `${answerPath(id)}?at=${at}&knownAt=${known}`)}>
                {text.released(formatDate(at, language), formatDate(known, language))}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
