// Pages for everybody: the dashboard, open data with its catalogue, a release and its files. All of it was released.
import { type FiguresPorts, figures, type ReleaseState } from "../../../counter/index.ts";
import { brusselsDate, formatDate, type Language } from "../../../kernel/index.ts";
import type { Publication } from "../../../statistics/index.ts";
import { latestAnswers, numbersOnce } from "../../answer/latest-answers.ts";
import type { Door } from "../../door.tsx";
import { AttributesPage } from "./attributes-page.tsx";
import { drawnOf, may, notFound, publicationOf, queryIn, releasedOf } from "./desk.ts";
import type { DrawnFigure } from "./figure-block.tsx";
import { DashboardPage } from "./home-page.tsx";
import { type ListedRelease, OpenDataPage } from "./open-data-page.tsx";
import { ATTRIBUTES_PATH, CATALOGUE_PATH, FIGURES_PATH, filePath, OPEN_DATA_PATH, releasePath } from "./paths.ts";
import { ReleasePage } from "./release-page.tsx";

/** The release whose figures are the key figures of the dashboard. */
const KEY_RELEASE = "kerncijfers";

/** Releases whose drawings are kept in memory. */
const MOST_DRAWN = 60;

export function publicRoutes(door: Door, ports: FiguresPorts, origin: () => string): void {
  const listed = async (): Promise<ListedRelease[]> => {
    const found: ListedRelease[] = [];
    for (const state of await releasedOf(ports)) {
      const publication = await publicationOf(ports, state.releaseRef);
      if (publication !== null)
        found.push({ releaseRef: state.releaseRef, title: publication.title.nl, manifest: state.manifest! });
    }
    return found.sort((a, b) => (a.manifest.releasedAt < b.manifest.releasedAt ? 1 : -1));
  };

  /** What was released never changes: it is read once. */
  const read = new Map<string, Publication>();
  const publicationOnce = async (releaseRef: string): Promise<Publication | null> => {
    const before = read.get(releaseRef);
    if (before !== undefined) return before;
    const publication = await publicationOf(ports, releaseRef);
    if (read.size > MOST_DRAWN) read.clear();
    if (publication !== null) read.set(releaseRef, publication);
    return publication;
  };

  const numberOf = numbersOnce(publicationOnce);

  /** It is drawn once per language. */
  const kept = new Map<string, Promise<Map<string, DrawnFigure>>>();
  const drawnOnce = (releaseRef: string, publication: Publication, language: Language) => {
    const key = `${releaseRef} ${language}`;
    if (kept.size > MOST_DRAWN) kept.clear();
    const found = kept.get(key) ?? drawnOf(publication, language);
    kept.set(key, found);
    return found;
  };

  door.page(FIGURES_PATH, "everyone", async (page, c) => {
    const all = await releasedOf(ports);
    const key = figures.lastRevision(all, KEY_RELEASE);
    const publication = key === null ? null : await publicationOnce(key.releaseRef);
    const newest = new Map<string, ReleaseState>();
    for (const state of all) if ((newest.get(state.name)?.revision ?? 0) < state.revision) newest.set(state.name, state);
    const releases: { name: string; title: string; on: string }[] = [];
    for (const state of newest.values()) {
      const one = await publicationOnce(state.releaseRef);
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
        answers={await latestAnswers(all, numberOf)}
        staff={may(c, "figure.ask")}
      />
    );
  });

  door.page(ATTRIBUTES_PATH, "everyone", async (page) => <AttributesPage page={page} linkages={await ports.linkages()} />);

  door.page(OPEN_DATA_PATH, "everyone", async (page) => <OpenDataPage page={page} releases={await listed()} />);

  door.page(CATALOGUE_PATH, "everyone", async () => {
    const home = origin();
    const catalogue = await figures.openDataCatalogue(ports, {
      home,
      page: (name) => `${home}${releasePath(name)}`,
      file: (releaseRef, file) => `${home}${filePath(releaseRef, file)}`,
    });
    return new Response(JSON.stringify(catalogue, null, 2), {
      headers: { "content-type": "application/ld+json; charset=utf-8", "access-control-allow-origin": "*" },
    });
  });

  door.page(`${FIGURES_PATH}/publicatie/:name`, "everyone", async (page, c) => {
    const name = c.req.param("name") ?? "";
    const own = (await releasedOf(ports)).filter((one) => one.name === name);
    const wanted = queryIn(c).get("herziening");
    const state = wanted === null ? figures.lastRevision(own, name) : own.find((one) => String(one.revision) === wanted);
    const publication = state === undefined || state === null ? null : await publicationOf(ports, state.releaseRef);
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
    const state = figures.foldRelease(await ports.mayLag.publications.steps(ref));
    const file = state?.status !== "RELEASED" ? null : await ports.mayLag.publications.file(ref, c.req.param("file") ?? "");
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
}
