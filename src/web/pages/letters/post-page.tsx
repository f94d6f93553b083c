// The letters that go by post: the list, and noting the day on which they were handed over. For staff, in Dutch.
import { type CounterPorts, type LetterLine, lettersToPost, notePosting, postsFor } from "../../../counter/index.ts";
import { formatDateShort, type Problem, pick } from "../../../kernel/index.ts";
import { LETTER_KINDS } from "../../../letters/index.ts";
import { type Door, seeOther, visitorIn } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { CheckField } from "../../look/check-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { actingOf } from "../../visitor.ts";
import { DOCUMENT_PATH } from "./document-list.tsx";

const POST_PATH = `${DOCUMENT_PATH}/post`;

export function postRoutes(door: Door, { counter }: { readonly counter: CounterPorts }): void {
  door.page(POST_PATH, "letter.post", async (page, c) => {
    const acting = actingOf(visitorIn(c));
    const noted = /^\d{1,3}$/.test(c.req.query("genoteerd") ?? "") ? Number(c.req.query("genoteerd")) : null;
    return (
      <PostPage
        page={page}
        sender={postsFor(acting)}
        letters={await lettersToPost(counter, acting)}
        given={{ letters: [], on: formatDateShort(counter.clock.today()), list: "" }}
        problems={[]}
        noted={noted}
      />
    );
  });
  door.form(POST_PATH, "letter.post", async (page, c, form) => {
    const acting = actingOf(visitorIn(c));
    const given = { letters: form.all("letters"), on: form.text("on"), list: form.text("list") };
    const done = await notePosting(counter, acting, { letterRefs: given.letters, on: given.on, list: given.list });
    if (done.ok) return seeOther(`${pathIn(page.language, POST_PATH)}?genoteerd=${done.value}`);
    const letters = await lettersToPost(counter, acting);
    const body = (
      <PostPage page={page} sender={postsFor(acting)} letters={letters} given={given} problems={done.error} noted={null} />
    );
    return { status: 400, body };
  });
}

interface PostPageProps {
  readonly page: Page;
  readonly sender: "DEPARTMENT" | "VDAB";
  readonly letters: readonly LetterLine[];
  readonly given: { readonly letters: readonly string[]; readonly on: string; readonly list: string };
  readonly problems: readonly Problem[];
  readonly noted: number | null;
}

const TITLE = "Brieven voor de post";

function PostPage({ page, sender, letters, given, problems, noted }: PostPageProps) {
  const language = "nl";
  const mistakes = problems.map((one) => ({ field: one.field ?? "", message: pick(one.message, language) }));
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  const field = (name: string) => {
    const message = error(name);
    return { language, name, ...(message === undefined ? {} : { error: message }) } as const;
  };
  return (
    <Layout page={page} title={TITLE} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{TITLE}</h1>
      {noted === null ? null : (
        <Alert
          kind="success"
          title={noted === 1 ? "Eén brief is genoteerd als verzonden." : `${noted} brieven zijn genoteerd als verzonden.`}
        />
      )}
      <ErrorSummary language={language} mistakes={mistakes} />
      <div class="mw-flow">
        <p class="mw-lead">
          Deze brieven van {sender === "VDAB" ? "VDAB" : "het departement"} bereiken de ontvanger niet elektronisch. Druk ze af,
          verstuur ze, en noteer hier de dag waarop u ze aan de post gaf.
        </p>
        {letters.length === 0 ? (
          <Empty title="Er wachten geen brieven">
            <p>Brieven die niet via e-Box of e-mail bezorgd kunnen worden, komen hier vanzelf op de lijst.</p>
          </Empty>
        ) : (
          <form method="post" action={pathIn(page.language, POST_PATH)}>
            <FormKey page={page} />
            <CheckField
              {...field("letters")}
              label="Welke brieven gaf u aan de post?"
              hint="De brief zelf opent u via de link."
              values={given.letters}
              choices={letters.map((line) => ({
                value: line.letterRef,
                label: (
                  <>
                    {pick(LETTER_KINDS[line.kind].name, language)} van {formatDateShort(line.dated)},{" "}
                    <span class="mw-id">{line.reference}</span>{" "}
                    <a href={pathIn(page.language, `${DOCUMENT_PATH}/${line.letterRef}/pdf`)}>
                      pdf<span class="au-u-hidden-visually"> van {line.reference}</span>
                    </a>
                  </>
                ),
              }))}
            />
            <TextField {...field("on")} label="Dag waarop u ze aan de post gaf" kind="date" value={given.on} />
            <TextField
              {...field("list")}
              label="Nummer van de verzendlijst"
              hint="Dit nummer is het bewijs van de verzending, bijvoorbeeld 2026-118."
              kind="words"
              value={given.list}
            />
            <p class="mw-actions">
              <SubmitButton>Verzending noteren</SubmitButton>
            </p>
          </form>
        )}
      </div>
    </Layout>
  );
}
