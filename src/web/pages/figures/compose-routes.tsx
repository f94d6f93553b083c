// Pages of staff to ask: composing a question, keeping it, and writing a parliamentary answer.
import { type FiguresPorts, figures, type NotComputed } from "../../../counter/index.ts";
import type { Problem } from "../../../kernel/index.ts";
import type { PlacedIssue } from "../../../statistics/index.ts";
import { type Door, seeOther, type WebContext } from "../../door.tsx";
import { AnswerFormPage, readAnswerForm, sheetOfAnswer } from "./answer-form.tsx";
import { ComposePage, type ComposeProps } from "./compose-page.tsx";
import { readForm, yamlOf } from "./compose-query.ts";
import { actorOf, drawnOf, may, notFound, queryIn } from "./desk.ts";
import { ANSWER_FORM_PATH, COMPOSE_PATH, draftPath } from "./paths.ts";

export function composeRoutes(door: Door, ports: FiguresPorts): void {
  const compose = async (
    page: Parameters<typeof ComposePage>[0]["page"],
    c: WebContext,
    given: { yaml: string; mode: "form" | "yaml"; ask: boolean; name: string; notice?: string | null; refused?: NotComputed },
  ) => {
    const query = queryIn(c);
    const channel: ComposeProps["channel"] = query.get("kanaal") === "public" ? "public" : "internal";
    let result: ComposeProps["result"] = null;
    let issues: readonly PlacedIssue[] = given.refused?.kind === "source" ? given.refused.issues : [];
    let problems: readonly Problem[] = given.refused?.kind === "figures" ? given.refused.problems : [];
    if (given.ask) {
      const asked = await figures.ask(ports, { text: given.yaml, knownAt: null, channel });
      if (asked.ok) result = { publication: asked.value.publication, drawn: await drawnOf(asked.value.publication, "nl") };
      else if (asked.error.kind === "source") issues = [...issues, ...asked.error.issues];
      else problems = [...problems, ...asked.error.problems];
    }
    const body = (
      <ComposePage
        page={page}
        mode={given.mode}
        form={readForm(query)}
        yaml={given.yaml}
        channel={channel}
        result={result}
        issues={issues}
        problems={problems}
        templates={ports.templates()}
        mayDraft={may(c, "figure.release") || may(c, "answer.draft")}
        name={given.name}
        notice={given.notice ?? null}
      />
    );
    return { status: issues.length + problems.length > 0 ? (400 as const) : (200 as const), body };
  };

  door.page(COMPOSE_PATH, "figure.ask", async (page, c) => {
    const query = queryIn(c);
    const template = ports.templates().find((one) => one.id === query.get("sjabloon"));
    if (template !== undefined) return compose(page, c, { yaml: template.text, mode: "yaml", ask: true, name: "" });
    const saved = query.get("vraag");
    if (saved !== null) {
      const question = await ports.publications.question(saved);
      if (question === null) return notFound(c);
      const notice = query.get("bewaard") === null ? null : `Bewaard als “${saved}”, versie ${question.version}.`;
      return compose(page, c, { yaml: question.text, mode: "yaml", ask: true, name: saved, notice });
    }
    const ref = query.get("publicatie");
    if (ref !== null) {
      const state = figures.foldRelease(await ports.publications.steps(ref));
      if (state === null || state.source.kind !== "sheet") return notFound(c);
      return compose(page, c, { yaml: state.source.text, mode: "yaml", ask: true, name: state.name });
    }
    const yaml = query.get("yaml");
    if (yaml !== null) {
      const ask = query.get("naar") === null;
      return compose(page, c, { yaml: yaml.replaceAll("\r\n", "\n"), mode: "yaml", ask, name: query.get("naam") ?? "" });
    }
    const ask = query.get("toon") !== null;
    const form = readForm(query);
    return compose(page, c, { yaml: yamlOf(form), mode: "form", ask, name: form.id });
  });

  door.form(COMPOSE_PATH, "figure.ask", async (page, c, form) => {
    const yaml = form.text("tekst").replaceAll("\r\n", "\n");
    const name = form.text("naam").trim();
    if (form.text("doe") === "ontwerp") {
      if (!may(c, "figure.release") && !may(c, "answer.draft")) return notFound(c);
      const source = { kind: "sheet" as const, text: yaml };
      const made = await figures.draftRelease(ports, actorOf(c), { name, reason: form.text("reden"), source, knownAt: null });
      if (made.ok) return seeOther(draftPath(made.value.releaseRef));
      return compose(page, c, { yaml, mode: "yaml", ask: true, name, refused: made.error });
    }
    const saved = await figures.saveQuestion(ports, actorOf(c), name, yaml);
    if (saved.ok) return seeOther(`${COMPOSE_PATH}?vraag=${name}&bewaard=ja`);
    return compose(page, c, { yaml, mode: "yaml", ask: true, name, refused: saved.error });
  });

  door.page(ANSWER_FORM_PATH, "answer.draft", async (page, c) => {
    const query = queryIn(c);
    const form = readAnswerForm(query);
    const kept = await ports.publications.questions();
    if (query.get("doe") === "toon")
      return compose(page, c, { yaml: sheetOfAnswer(form, kept), mode: "yaml", ask: true, name: `sv-${form.header.number}` });
    return <AnswerFormPage page={page} form={form} kept={kept} />;
  });
}
