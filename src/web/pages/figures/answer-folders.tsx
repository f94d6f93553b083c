// Parliamentary answers kept as folders of files: what each is, what is wrong in its files, and the button that drafts it for release.
import { type FiguresPorts, figures, type ReleaseState } from "../../../counter/index.ts";
import type { Problem } from "../../../kernel/index.ts";
import { answerMistakes, type PlacedIssue, readAnswerSource } from "../../../statistics/index.ts";
import { answerPath } from "../../answer/path.ts";
import { type Door, seeOther } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { actorOf, problemsOf, statesOf } from "./desk.ts";
import { ANSWER_FOLDERS_PATH, draftPath, releasePath } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

interface Folder {
  readonly id: string;
  readonly title: string;
  readonly mistakes: readonly PlacedIssue[];
  readonly states: readonly ReleaseState[];
}

export function answerFolderRoutes(door: Door, ports: FiguresPorts): void {
  const shown = async (page: Page, problems: readonly Problem[]) => {
    const states = await statesOf(ports);
    const folders = ports.answerFolders().map((id): Folder => {
      const texts = ports.answerTexts(id)!;
      const read = texts.ok ? readAnswerSource(id, texts.value) : texts;
      const header = read.ok ? read.value.question.header : null;
      return {
        id,
        title: header === null ? id : `${header.number}: ${header.title}`,
        mistakes: read.ok ? [] : read.error,
        states: states.filter(({ source, status }) => source.kind === "folder" && source.id === id && status !== "REJECTED"),
      };
    });
    return <AnswerFoldersPage page={page} folders={folders} problems={problems} />;
  };

  door.page(ANSWER_FOLDERS_PATH, "answer.draft", (page) => shown(page, []));

  door.form(ANSWER_FOLDERS_PATH, "answer.draft", async (page, c, form) => {
    const id = form.text("map");
    const texts = ports.answerTexts(id);
    if (texts === null) return c.notFound() as Response;
    if (!texts.ok) return { status: 409, body: await shown(page, answerMistakes(texts.error)) };
    const made = await figures.draftRelease(ports, actorOf(c), {
      name: form.text(`naam-${id}`).trim(),
      reason: form.text(`reden-${id}`),
      source: { kind: "folder", id, ...texts.value },
      knownAt: null,
    });
    if (made.ok) return seeOther(draftPath(made.value.releaseRef));
    const problems = made.error.kind === "source" ? answerMistakes(made.error.issues) : problemsOf(made.error);
    return { status: 409, body: await shown(page, problems) };
  });
}

function AnswerFoldersPage(props: {
  readonly page: Page;
  readonly folders: readonly Folder[];
  readonly problems: readonly Problem[];
}) {
  const { page, folders, problems } = props;
  return (
    <StaffPage page={page} title="Antwoorden uit een map" refused={problems.length > 0}>
      <p class="mw-lead">
        Een antwoord als map van bestanden: de vraag, haar cijfers en wat al gepubliceerd is. Een ontwerp bevriest die bestanden;
        een tweede persoon geeft het vrij.
      </p>
      <ErrorSummary language="nl" mistakes={problems.map(({ message }) => ({ field: "", message: message.nl }))} />
      {folders.map((folder) => (
        <section class="mw-section" aria-labelledby={`map-${folder.id}`}>
          <h2 class="au-c-heading au-c-heading--2" id={`map-${folder.id}`}>
            {folder.title}
          </h2>
          {folder.states.length === 0 ? <p class="mw-quiet">Nog geen ontwerp en nog niet vrijgegeven.</p> : null}
          <ul>
            {folder.states.map(({ status, name, revision, releaseRef }) => (
              <li>
                <a href={status === "DRAFT" ? draftPath(releaseRef) : releasePath(name, revision)}>{name}</a>, herziening{" "}
                {revision}: {status === "DRAFT" ? "ontwerp" : "vrijgegeven"}
              </li>
            ))}
          </ul>
          {folder.mistakes.length > 0 ? <Mistakes mistakes={folder.mistakes} /> : <DraftForm page={page} folder={folder} />}
        </section>
      ))}
    </StaffPage>
  );
}

function Mistakes({ mistakes }: { readonly mistakes: readonly PlacedIssue[] }) {
  return (
    <ul class="mw-warning">
      {mistakes.map(({ file, line, problem }) => (
        <li>
          {file}, regel {line}: {problem.field} {problem.message.nl}
          {problem.expected === undefined ? "" : ` (${problem.expected})`}
        </li>
      ))}
    </ul>
  );
}

function DraftForm({ page, folder }: { readonly page: Page; readonly folder: Folder }) {
  const { id, states } = folder;
  const last = states.find(({ status }) => status === "RELEASED");
  return (
    <form class="mw-form" method="post" action={ANSWER_FOLDERS_PATH}>
      <FormKey page={page} />
      <input type="hidden" name="map" value={id} />
      <p>
        <a href={answerPath(id)}>Bekijk het antwoord</a>
      </p>
      <TextField language="nl" name={`naam-${id}`} label={`Naam (${id})`} kind="words" value={last?.name ?? id} />
      <TextField
        language="nl"
        name={`reden-${id}`}
        label={`Reden (${id})`}
        hint="Alleen voor een herziening."
        kind="words"
        value=""
      />
      <p class="mw-actions">
        <SubmitButton>
          Ontwerp maken om vrij te geven
          <span class="au-u-hidden-visually"> {id}</span>
        </SubmitButton>
      </p>
    </form>
  );
}
