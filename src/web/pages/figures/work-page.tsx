// Where statisticians and the cabinet find their work: what waits, what is kept, what was released.
import type { ReleaseState } from "../../../counter/index.ts";
import { formatDate, type PlainDate, plainDate } from "../../../kernel/index.ts";
import type { SavedQuestion } from "../../../statistics/index.ts";
import type { Page } from "../../page.ts";
import { DraftList, dayOf } from "./draft-list.tsx";
import { COMPOSE_PATH, draftPath, releasePath } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

export interface WorkProps {
  readonly page: Page;
  readonly drafts: readonly ReleaseState[];
  readonly questions: readonly SavedQuestion[];
  readonly released: readonly ReleaseState[];
  /** Answers with a due date that are still drafts, soonest first. */
  readonly due: readonly { readonly state: ReleaseState; readonly title: string; readonly due: string; readonly left: number }[];
}

export function WorkPage({ page, drafts, questions, released, due }: WorkProps) {
  return (
    <StaffPage page={page} title="Cijfers en antwoorden">
      {due.length === 0 ? null : (
        <section class="mw-section" aria-labelledby="termijn">
          <h2 class="au-c-heading au-c-heading--2" id="termijn">
            Antwoorden met een termijn
          </h2>
          <ul>
            {due.map(({ state, title, due: on, left }) => (
              <li>
                <a href={draftPath(state.releaseRef)}>{title}</a>, tegen {formatDate(plainDate(on) as PlainDate, "nl")}{" "}
                <strong>{left < 0 ? `${-left} dagen te laat` : left === 0 ? "vandaag" : `nog ${left} dagen`}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DraftList drafts={drafts} />
      <section class="mw-section" aria-labelledby="bewaard">
        <h2 class="au-c-heading au-c-heading--2" id="bewaard">
          Bewaarde vragen
        </h2>
        {questions.length === 0 ? (
          <p class="mw-quiet">Er is nog geen vraag bewaard.</p>
        ) : (
          <ul>
            {questions.map((question) => (
              <li>
                <a href={`${COMPOSE_PATH}?vraag=${question.name}`}>{question.name}</a>, versie {question.version},{" "}
                {dayOf(question.at)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="mw-section" aria-labelledby="vrijgegeven">
        <h2 class="au-c-heading au-c-heading--2" id="vrijgegeven">
          Laatst vrijgegeven
        </h2>
        {released.length === 0 ? (
          <p class="mw-quiet">Er is nog niets vrijgegeven.</p>
        ) : (
          <ul>
            {released.slice(0, 10).map((state) => (
              <li>
                <a href={releasePath(state.name, state.revision)}>{state.name}</a>, herziening {state.revision},{" "}
                {dayOf(state.ended!.at)}. <a href={`${COMPOSE_PATH}?publicatie=${state.releaseRef}`}>Opnieuw stellen</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </StaffPage>
  );
}
