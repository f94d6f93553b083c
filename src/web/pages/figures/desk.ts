// What the pages about figures share: the releases as they stand, their drawings, and who is asking.
import { reachOf } from "../../../access/index.ts";
import { type FiguresPorts, figures, type NotComputed, type ReleaseState } from "../../../counter/index.ts";
import type { Language, Problem } from "../../../kernel/index.ts";
import { figuresOf, type Publication } from "../../../statistics/index.ts";
import { visitorIn, type WebContext } from "../../door.tsx";
import { actingOf } from "../../visitor.ts";
import { type DrawnFigure, drawn } from "./figure-block.tsx";

export const queryIn = (c: WebContext): URLSearchParams => new URL(c.req.url).searchParams;

export function actorOf(c: WebContext): { role: string; ref: string } {
  const acting = actingOf(visitorIn(c));
  return { role: acting.role, ref: acting.actorRef };
}

export const may = (c: WebContext, permission: "figure.ask" | "figure.release" | "answer.draft"): boolean =>
  reachOf(c.get("visitor")?.session.active.role ?? null, permission) !== null;

export const notFound = (c: WebContext): Response => c.notFound() as Response;

export const statesOf = async (ports: FiguresPorts): Promise<readonly ReleaseState[]> =>
  figures.foldReleases(await ports.publications.all());

export const releasedOf = async (ports: FiguresPorts): Promise<readonly ReleaseState[]> =>
  figures.foldReleases(await ports.mayLag.publications.all()).filter((one) => one.status === "RELEASED");

export async function publicationOf(ports: FiguresPorts, releaseRef: string): Promise<Publication | null> {
  const file = await ports.mayLag.publications.file(releaseRef, "publication.json");
  return file === null ? null : (JSON.parse(new TextDecoder().decode(file.body)) as Publication);
}

export async function drawnOf(publication: Publication, language: Language): Promise<Map<string, DrawnFigure>> {
  const found = new Map<string, DrawnFigure>();
  for (const figure of figuresOf(publication)) found.set(figure.id, await drawn(figure, language));
  return found;
}

export function problemsOf(error: NotComputed): readonly Problem[] {
  return error.kind === "source" ? error.issues.map((issue) => issue.problem) : error.problems;
}
