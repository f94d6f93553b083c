// The pages about figures: the public dashboard, open data and releases; and, for staff, asking, drafting, releasing and verifying.
import { reachOf } from "../../../access/index.ts";
import { type FiguresPorts, figures, type NotComputed, type ReleaseState } from "../../../counter/index.ts";
import { brusselsDate, daysBetween, formatDate, type Problem, parsePlainDate } from "../../../kernel/index.ts";
import { catalogueJsonLd, figuresOf, type PlacedIssue, type Publication, parseSheet } from "../../../statistics/index.ts";
import { type Door, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { actingOf } from "../../visitor.ts";
import { AnswerFormPage, readAnswerForm, sheetOfAnswer } from "./answer-form.tsx";
import { ComparePage } from "./compare-page.tsx";
import { ComposePage, type ComposeProps } from "./compose-page.tsx";
import { readForm, yamlOf } from "./compose-query.ts";
import { type DrawnFigure, drawn } from "./figure-block.tsx";
import { DashboardPage } from "./home-page.tsx";
import { InsidePage, insideSheet } from "./inside-page.tsx";
import { LinkagePage } from "./linkage-page.tsx";
import { type ListedRelease, OpenDataPage } from "./open-data-page.tsx";
import {
  ANSWER_FORM_PATH,
  CATALOGUE_PATH,
  COMPOSE_PATH,
  DRAFTS_PATH,
  draftPath,
  FIGURES_PATH,
  filePath,
  INSIDE_PATH,
  LINKAGE_PATH,
  OPEN_DATA_PATH,
  releasePath,
  VERIFY_PATH,
  WORK_PATH,
} from "./paths.ts";
import { ReleasePage } from "./release-page.tsx";
import { DraftPage, DraftsPage, VerifyPage, WorkPage } from "./work-pages.tsx";

/** The release whose figures are the key figures of the dashboard. */
const KEY_RELEASE = "kerncijfers";

/** Releases whose drawings are kept in memory. */
const MOST_DRAWN = 60;

export { FIGURES_PATH, WORK_PATH };

export function figureRoutes(door: Door, ports: FiguresPorts, origin: () => string): void {
  const queryIn = (c: WebContext) => new URL(c.req.url).searchParams;
  const actorOf = (c: WebContext) => {
    const acting = actingOf(visitorIn(c));
    return { role: acting.role, ref: acting.actorRef };
  };
  const may = (c: WebContext, permission: "figure.ask" | "figure.release" | "answer.draft"): boolean =>
    reachOf(c.get("visitor")?.session.active.role ?? null, permission) !== null;
  const notFound = (c: WebContext): Response => c.notFound() as Response;
  const states = async (): Promise<readonly ReleaseState[]> => figures.foldReleases(await ports.publications.all());
  const released = async (): Promise<readonly ReleaseState[]> => (await states()).filter((one) => one.status === "RELEASED");
  const publicationOf = async (releaseRef: string): Promise<Publication | null> => {
    const file = await ports.publications.file(releaseRef, "publication.json");
    return file === null ? null : (JSON.parse(new TextDecoder().decode(file.body)) as Publication);
  };
  const listed = async (): Promise<ListedRelease[]> => {
    const found: ListedRelease[] = [];
    for (const state of await released()) {
      const publication = await publicationOf(state.releaseRef);
      if (publication !== null)
        found.push({ releaseRef: state.releaseRef, title: publication.title.nl, manifest: state.manifest! });
    }
    return found.sort((a, b) => (a.manifest.releasedAt < b.manifest.releasedAt ? 1 : -1));
  };
  const drawnOf = async (publication: Publication, language: "nl" | "en" | "fr"): Promise<Map<string, DrawnFigure>> => {
    const found = new Map<string, DrawnFigure>();
    for (const figure of figuresOf(publication)) found.set(figure.id, await drawn(figure, language));
    return found;
  };

  /** What was released never changes: it is drawn once per language. */
  const kept = new Map<string, Promise<Map<string, DrawnFigure>>>();
  const drawnOnce = (releaseRef: string, publication: Publication, language: "nl" | "en" | "fr") => {
    const key = `${releaseRef} ${language}`;
    if (kept.size > MOST_DRAWN) kept.clear();
    const found = kept.get(key) ?? drawnOf(publication, language);
    kept.set(key, found);
    return found;
  };

  door.page(FIGURES_PATH, "everyone", async (page, c) => {
    const all = await released();
    const key = figures.lastRevision(all, KEY_RELEASE);
    const publication = key === null ? null : await publicationOf(key.releaseRef);
    const newest = new Map<string, ReleaseState>();
    for (const state of all) if ((newest.get(state.name)?.revision ?? 0) < state.revision) newest.set(state.name, state);
    const releases: { name: string; title: string; on: string }[] = [];
    for (const state of newest.values()) {
      const one = await publicationOf(state.releaseRef);
      const on = formatDate(brusselsDate(state.ended!.at), page.language);
      releases.push({ name: state.name, title: one?.title[page.language] ?? state.name, on });
    }
    const drawings =
      key === null || publication === null ? [] : [...(await drawnOnce(key.releaseRef, publication, page.language)).values()];
    return (
      <DashboardPage
        page={page}
        shown={publication === null ? null : { publication, drawn: drawings }}
        releases={releases}
        staff={may(c, "figure.ask")}
      />
    );
  });

  door.page(OPEN_DATA_PATH, "everyone", async (page) => <OpenDataPage page={page} releases={await listed()} />);

  door.page(CATALOGUE_PATH, "everyone", async () => {
    const home = origin();
    const byName = new Map<string, ListedRelease[]>();
    for (const one of await listed()) byName.set(one.manifest.name, [...(byName.get(one.manifest.name) ?? []), one]);
    const entries = await Promise.all(
      [...byName.values()].map(async ([newest, ...earlier]) => ({
        title: (await publicationOf(newest!.releaseRef))!.title,
        manifest: newest!.manifest,
        earlier: earlier.map((one) => one.manifest),
        page: `${home}${releasePath(newest!.manifest.name)}`,
        fileAddress: (file: string) => `${home}${filePath(newest!.releaseRef, file)}`,
      })),
    );
    return new Response(JSON.stringify(catalogueJsonLd(entries, home), null, 2), {
      headers: { "content-type": "application/ld+json; charset=utf-8", "access-control-allow-origin": "*" },
    });
  });

  door.page(`${FIGURES_PATH}/publicatie/:name`, "everyone", async (page, c) => {
    const name = c.req.param("name") ?? "";
    const own = (await released()).filter((one) => one.name === name);
    const wanted = queryIn(c).get("herziening");
    const state = wanted === null ? figures.lastRevision(own, name) : own.find((one) => String(one.revision) === wanted);
    const publication = state === undefined || state === null ? null : await publicationOf(state.releaseRef);
    if (state === undefined || state === null || publication === null) return notFound(c);
    return (
      <ReleasePage
        page={page}
        releaseRef={state.releaseRef}
        publication={publication}
        manifest={state.manifest!}
        drawn={await drawnOnce(state.releaseRef, publication, page.language)}
        source={state.source.kind === "sheet" ? state.source.text : `${state.source.question}\n---\n${state.source.figures}`}
        revisions={own.map((one) => one.manifest!).sort((a, b) => b.revision - a.revision)}
      />
    );
  });

  door.page(`${FIGURES_PATH}/bestand/:ref/:file`, "everyone", async (_, c) => {
    const ref = c.req.param("ref") ?? "";
    const state = /^[0-9a-f-]{36}$/.test(ref) ? figures.foldRelease(await ports.publications.steps(ref)) : null;
    const file = state?.status !== "RELEASED" ? null : await ports.publications.file(ref, c.req.param("file") ?? "");
    if (file === null) return notFound(c);
    return new Response(file.body as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": file.mediaType.startsWith("text/") ? `${file.mediaType}; charset=utf-8` : file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=31536000, immutable",
      },
    });
  });

  door.page(WORK_PATH, "figure.ask", async (page) => {
    const all = await states();
    const drafts = all.filter((one) => one.status === "DRAFT");
    const today = ports.clock.today();
    const due = drafts.flatMap((state) => {
      const sheet = state.source.kind === "sheet" ? parseSheet(state.source.text, state.name, ports.law) : null;
      const header = sheet?.ok === true ? sheet.value.header : null;
      if (header?.due === undefined || header?.due === null) return [];
      return [{ state, title: `${header.number}: ${header.title}`, due: header.due, left: daysBetween(today, header.due) }];
    });
    return (
      <WorkPage
        page={page}
        drafts={drafts}
        questions={await ports.publications.questions()}
        released={all.filter((one) => one.status === "RELEASED").sort((a, b) => (a.ended!.at < b.ended!.at ? 1 : -1))}
        due={due.sort((a, b) => a.left - b.left)}
      />
    );
  });

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

  door.page(DRAFTS_PATH, "figure.ask", async (page) => (
    <DraftsPage page={page} drafts={(await states()).filter((one) => one.status === "DRAFT")} />
  ));

  const draftShown = async (page: Parameters<typeof DraftPage>[0]["page"], c: WebContext, problems: readonly Problem[]) => {
    const all = await states();
    const state = all.find((one) => one.releaseRef === c.req.param("ref"));
    if (state === undefined) return notFound(c);
    const computed = await figures.computeDraft(ports, state);
    const actor = actorOf(c);
    const body = (
      <DraftPage
        page={page}
        state={state}
        computed={computed.ok ? computed.value : null}
        drawn={computed.ok ? await drawnOf(computed.value.publication, "nl") : new Map()}
        problems={[...problems, ...(computed.ok ? [] : problemsOf(computed.error))]}
        seen={computed.ok ? figures.seenOf(computed.value) : null}
        own={[state.draftedBy.ref, state.override?.by.ref].includes(actor.ref)}
        mayRelease={may(c, "figure.release")}
        comparable={all.filter((one) => one.status === "RELEASED")}
      />
    );
    return { status: problems.length > 0 ? (409 as const) : (200 as const), body };
  };
  door.page(`${DRAFTS_PATH}/:ref`, "figure.ask", (page, c) => draftShown(page, c, []));

  door.form(`${DRAFTS_PATH}/:ref`, "figure.release", async (page, c, form) => {
    const ref = c.req.param("ref") ?? "";
    const actor = actorOf(c);
    const does = form.text("doe");
    const done =
      does === "vrijgeven"
        ? await figures.releaseDraft(ports, actor, ref, form.text("gezien") || null)
        : does === "beleid"
          ? await figures.overridePolicy(ports, actor, ref, form.text("beleid"), form.text("reden"))
          : await figures.rejectDraft(ports, actor, ref, form.text("reden"));
    if (!done.ok) return draftShown(page, c, problemsOf(done.error));
    return seeOther(draftPath(ref));
  });

  door.page(`${DRAFTS_PATH}/:ref/vergelijking`, "figure.ask", async (page, c) => {
    const all = await states();
    const state = all.find((one) => one.releaseRef === c.req.param("ref"));
    const earlier = all.find((one) => one.releaseRef === queryIn(c).get("met") && one.status === "RELEASED");
    if (state === undefined || earlier === undefined) return notFound(c);
    const now = await figures.computeDraft(ports, state);
    if (!now.ok) return draftShown(page, c, problemsOf(now.error));
    const compared = await figures.compareWith(ports, earlier, now.value.publication);
    if (!compared.ok) return draftShown(page, c, problemsOf(compared.error));
    const { publication } = now.value;
    return <ComparePage page={page} state={state} earlier={earlier} publication={publication} compared={compared.value} />;
  });

  door.page(INSIDE_PATH, "figure.ask", async (page) => {
    const asked = await figures.ask(ports, { text: insideSheet(ports.clock.today()), knownAt: null, channel: "internal" });
    const found = asked.ok ? [...(await drawnOf(asked.value.publication, "nl")).values()] : [];
    return <InsidePage page={page} drawn={found} />;
  });

  const linkageShown = async (
    page: Parameters<typeof LinkagePage>[0]["page"],
    c: WebContext,
    problems: readonly Problem[],
    notice: string | null,
  ) => {
    const lines = await figures.linkageCalendar(ports);
    const body = (
      <LinkagePage page={page} lines={lines} problems={problems} notice={notice} mayChange={may(c, "figure.release")} />
    );
    return { status: problems.length > 0 ? (400 as const) : (200 as const), body };
  };
  door.page(LINKAGE_PATH, "figure.ask", (page, c) => linkageShown(page, c, [], null));

  door.form(LINKAGE_PATH, "figure.release", async (page, c, form) => {
    if (form.text("doe") === "nemen") {
      const text = (await form.file("bestand")?.text()) ?? "";
      const taken = await figures.takeLinkage(ports, actorOf(c), form.text("koppeling"), text);
      if (!taken.ok) return linkageShown(page, c, taken.error, null);
      const { matched, persons, coverage } = taken.value;
      return linkageShown(page, c, [], `${matched} van ${persons} personen gekoppeld (${coverage.replace(".", ",")} %).`);
    }
    const coversUntil = parsePlainDate(form.text("tot"), "tot");
    const typed = form.text("verwacht");
    const expectedOn = typed === "" ? null : parsePlainDate(typed, "verwacht");
    if (!coversUntil.ok) return linkageShown(page, c, [coversUntil.error], null);
    if (expectedOn !== null && !expectedOn.ok) return linkageShown(page, c, [expectedOn.error], null);
    const asked = { dimension: form.text("kenmerk"), coversUntil: coversUntil.value, expectedOn: expectedOn?.value ?? null };
    const made = await figures.requestLinkage(ports, actorOf(c), asked);
    if (!made.ok) return linkageShown(page, c, made.error, null);
    const name = `pseudoniemen-${asked.dimension}-${asked.coversUntil}.csv`;
    return new Response(made.value.csv, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
    });
  });

  door.page(VERIFY_PATH, "figure.ask", async (page) => {
    const verified = await figures.verifyReleases(ports);
    return <VerifyPage page={page} verified={verified.map((one) => ({ ...one, sound: figures.isSound(one) }))} />;
  });
}

function problemsOf(error: NotComputed): readonly Problem[] {
  return error.kind === "source" ? error.issues.map((issue) => issue.problem) : error.problems;
}
