// Parts of a file's page below its state: evidence, the work on it, and everything that happened, newest first.

import { roleTitles } from "../../../access/index.ts";
import type { Colleague, DeskFile } from "../../../counter/index.ts";
import { textOf } from "../../../counter/index.ts";
import type { HandlingEvent } from "../../../dossier/index.ts";
import { brusselsDate, formatDate, formatEuro, type Localized, newRef, pick } from "../../../kernel/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { stopWords } from "../../text/department.ts";
import { sentenceOf } from "../applicant/history.ts";
import { filePath, type InFile } from "./within.tsx";

export function Evidence({ file }: { readonly file: DeskFile }) {
  const { application } = file.state;
  const evidence = (application?.evidence ?? []).filter((ref) => file.texts.get(ref) === undefined);
  const answers = (application?.evidence ?? []).flatMap((ref) => textOf(file, ref) ?? []);
  return (
    <div class="mw-flow">
      <h3 class="au-c-heading au-c-heading--3">Bewijsstukken en antwoorden</h3>
      {evidence.length === 0 && answers.length === 0 ? <p>De aanvrager voegde niets toe.</p> : null}
      {evidence.length === 0 ? null : (
        <ul class="mw-filelist">
          {evidence.map((ref, at) => (
            <li>
              <a href={filePath(file.fileRef, `/bewijs/${ref}`)}>Bewijsstuk {at + 1}</a>
            </li>
          ))}
        </ul>
      )}
      {answers.map((answer) => (
        <blockquote class="mw-note">{answer}</blockquote>
      ))}
    </div>
  );
}

type Props = InFile & { readonly staff: readonly Colleague[] };

const nameIn = (staff: readonly Colleague[], ref: string): string =>
  staff.find((one) => one.actorRef === ref)?.name ?? "een collega";

/** Assignment, notes and a proposal that came back: for who handles files, and to read for who audits them. */
export function HandlingParts({ page, file, staff, acting, decides }: Props) {
  if (acting.role === "socialInspector") return null;
  const { handling } = file;
  const hidden = () => (
    <>
      <FormKey page={page} />
      <input type="hidden" name="versie" value={String(file.version)} />
      <input type="hidden" name="opdracht" value={newRef()} />
    </>
  );
  const lastChange = file.history.findLastIndex((event) => event.type === "ChangeReported") + 1;
  return (
    <section class="mw-section mw-flow" id="werk">
      <h2 class="au-c-heading au-c-heading--2">Het werk aan dit dossier</h2>
      {handling.sentBack === null ? null : (
        <p class="mw-note">
          {nameIn(staff, handling.sentBack.by)} stuurde het voorstel terug op {formatDate(handling.sentBack.on, "nl")}:{" "}
          {textOf(file, handling.sentBack.reason) ?? "(reden gewist)"}
        </p>
      )}
      <p>
        Behandelaar: <strong>{handling.handler === null ? "nog niemand" : nameIn(staff, handling.handler)}</strong>
      </p>
      {decides ? (
        <form class="mw-filters" method="post" action={filePath(file.fileRef, "/toewijzen")}>
          {hidden()}
          <SelectField
            language="nl"
            name="aan"
            label="Geven aan"
            value={handling.handler ?? ""}
            options={[
              { value: "", label: "Nog niemand" },
              ...staff.map((one) => ({ value: one.actorRef, label: one.actorRef === acting.actorRef ? "Mezelf" : one.name })),
            ]}
          />
          <SubmitButton secondary>Toewijzen</SubmitButton>
        </form>
      ) : null}
      {decides && lastChange > handling.seenUpTo ? (
        <form method="post" action={filePath(file.fileRef, "/wijzigingen")}>
          {hidden()}
          <p>Er werd een wijziging gemeld die nog niemand bekeek; zie de geschiedenis.</p>
          <SubmitButton secondary>Wijzigingen zijn bekeken</SubmitButton>
        </form>
      ) : null}
      <h3 class="au-c-heading au-c-heading--3">Notities</h3>
      {handling.notes.length === 0 ? <p class="mw-quiet">Nog geen notities.</p> : null}
      {handling.notes.map((note) => (
        <blockquote class="mw-note">
          {textOf(file, note.note) ?? "(gewist)"}
          <br />
          <span class="mw-quiet">
            {nameIn(staff, note.by)}, {formatDate(note.on, "nl")}
          </span>
        </blockquote>
      ))}
      {decides ? (
        <form class="mw-form" method="post" action={filePath(file.fileRef, "/notitie")}>
          {hidden()}
          <AreaField
            language="nl"
            name="notitie"
            label="Nieuwe notitie"
            hint="Alleen het departement leest dit. Schrijf geen gegevens over gezondheid."
            value=""
            rows={3}
          />
          <SubmitButton secondary>Notitie bewaren</SubmitButton>
        </form>
      ) : null}
    </section>
  );
}

/** Everything that happened, newest first, each with its day and who did it. */
export function Timeline({ file, staff }: Props) {
  const whose = (role: string, ref: string) => staff.find((one) => one.actorRef === ref)?.name ?? titleOf(role);
  const lines = [
    ...file.history.map((event) => ({
      at: event.envelope.recordedAt,
      by: whose(event.envelope.actor.role, event.envelope.actor.ref),
      sentence:
        event.type === "GrantStopped"
          ? `${pick(sentenceOf(event), "nl")} Reden: ${stopWords[event.payload.reason].toLowerCase()}.`
          : pick(sentenceOf(event), "nl"),
      words: "motivation" in event.payload || "note" in event.payload ? wordsOf(file, event.payload) : null,
    })),
    ...file.handlingHistory.map((event) => ({
      at: event.envelope.recordedAt,
      by: whose(event.envelope.actor.role, event.envelope.actor.ref),
      sentence: handlingSentence(event, staff),
      words: null,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <section class="mw-section" id="geschiedenis">
      <h2 class="au-c-heading au-c-heading--2">Geschiedenis</h2>
      <ol class="mw-timeline">
        {lines.map((line) => (
          <li>
            <time datetime={line.at}>{formatDate(brusselsDate(line.at), "nl")}</time>
            {line.sentence} <span class="mw-quiet">({line.by})</span>
            {line.words === null ? null : <blockquote class="mw-note">{line.words}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf(role: string): string {
  const title = (roleTitles as Readonly<Record<string, Localized | undefined>>)[role];
  return title === undefined ? "het systeem" : pick(title, "nl").toLowerCase();
}

function wordsOf(file: DeskFile, payload: { readonly motivation?: string | null; readonly note?: string | null }): string | null {
  return textOf(file, payload.motivation) ?? textOf(file, payload.note);
}

function handlingSentence(event: HandlingEvent, staff: readonly Colleague[]): string {
  switch (event.type) {
    case "FileAssigned": {
      const { handler } = event.payload;
      return handler === null ? "Het dossier is van niemand meer." : `Het dossier ging naar ${nameIn(staff, handler)}.`;
    }
    case "FileNoted":
      return "Er werd een notitie geschreven.";
    case "DecisionProposed":
      return `Een beslissing van ${formatEuro(event.payload.cents, "nl")} werd voorgelegd aan een tweede persoon.`;
    case "ProposalClosed":
      return {
        CONFIRMED: "Het voorstel werd bevestigd.",
        SENT_BACK: "Het voorstel werd teruggestuurd.",
        LAPSED: "Het voorstel verviel, omdat het dossier veranderde.",
      }[event.payload.outcome];
    case "ChangesSeen":
      return "De gemelde wijzigingen werden bekeken.";
  }
}
