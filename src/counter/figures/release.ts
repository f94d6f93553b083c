// Releasing a draft: by another person than who drafted it, and only what that person has seen.
import { fail, localized, ok, problem, type Result } from "../../kernel/index.ts";
import { bytesOf, figuresOf, legalReadingOf, makeRelease, type StoredFile } from "../../statistics/index.ts";
import { type NotComputed, readSource } from "./compute.ts";
import { computeDraft, refusedFigures, seenOf } from "./draft.ts";
import { filesOf } from "./files.ts";
import type { FiguresActor, FiguresPorts } from "./ports.ts";
import { foldRelease, foldReleases, lastRevision, type ReleaseState } from "./release-state.ts";

/** `seen`: hash of what the releasing person looked at; null: as it was drafted. */
export async function releaseDraft(
  ports: FiguresPorts,
  actor: FiguresActor,
  releaseRef: string,
  seen: string | null,
): Promise<Result<ReleaseState, NotComputed>> {
  const steps = await ports.publications.steps(releaseRef);
  const state = foldRelease(steps);
  if (state === null || state.status !== "DRAFT") return fail(refusedFigures(problem("release.notDraft", words.notDraft)));
  if ([state.draftedBy.ref, state.override?.by.ref].includes(actor.ref))
    return fail(refusedFigures(problem("release.samePerson", words.samePerson)));
  const tablesSeen = (await ports.publications.tables(null)).length;
  const computed = await computeDraft(ports, state);
  if (!computed.ok) return computed;
  if (seenOf(computed.value) !== (seen ?? state.seen))
    return fail(refusedFigures(problem("release.otherThanSeen", words.otherThanSeen)));
  const source = readSource(ports, state.source);
  if (!source.ok) return fail({ kind: "source", issues: source.error });
  const releasedAt = ports.clock.now();
  const { publication, guards } = computed.value;
  const files = await filesOf(computed.value, { revision: state.revision, releasedAt, synthetic: ports.synthetic });
  const manifest = makeRelease({
    name: state.name,
    definitions: source.value.definitions,
    figures: figuresOf(publication),
    files,
    knownAt: publication.knownAt,
    releasedAt,
    position: await ports.publications.position(publication.knownAt),
    law: ports.law,
    legal: legalReadingOf(ports.law),
    code: ports.code,
    source:
      state.source.kind === "sheet" ? state.source.text : state.source.question + state.source.figures + state.source.published,
    policy: state.policy,
    override: state.override?.reason ?? null,
    reason: state.reason,
    before: lastRevision(foldReleases(await ports.publications.all()), state.name)?.manifest ?? null,
  });
  if (!manifest.ok) return fail(refusedFigures(...manifest.error));
  const stored = {
    releaseRef,
    seq: state.steps + 1,
    at: releasedAt,
    actor,
    step: { step: "RELEASED" as const, manifest: manifest.value },
  };
  const written = await ports.publications.release(
    stored,
    Object.entries(files).map(([name, { mediaType, body }]): StoredFile => ({ name, mediaType, body: bytesOf(body) })),
    figuresOf(publication).map((figure) => ({ figure, guard: guards.get(figure.id) ?? { primary: [], exact: [] } })),
    tablesSeen,
  );
  if (written === "conflict") return fail(refusedFigures(problem("release.conflict", words.conflict)));
  return ok(foldRelease([...steps, stored])!);
}

export async function rejectDraft(
  ports: FiguresPorts,
  actor: FiguresActor,
  releaseRef: string,
  reason: string,
): Promise<Result<ReleaseState, NotComputed>> {
  const steps = await ports.publications.steps(releaseRef);
  const state = foldRelease(steps);
  if (state === null || state.status !== "DRAFT") return fail(refusedFigures(problem("release.notDraft", words.notDraft)));
  if (reason.trim() === "") return fail(refusedFigures(problem("release.rejectReason", words.rejectReason, "reason")));
  const step = { step: "REJECTED" as const, reason: reason.trim() };
  const stored = { releaseRef, seq: state.steps + 1, at: ports.clock.now(), actor, step };
  if ((await ports.publications.add(stored)) === "conflict")
    return fail(refusedFigures(problem("release.conflict", words.conflict)));
  return ok(foldRelease([...steps, stored])!);
}

const words = {
  notDraft: localized("Dit is geen ontwerp (meer).", "This is no draft (any more).", "Ce n'est pas (plus) un projet."),
  samePerson: localized(
    "Een tweede persoon geeft vrij: u maakte dit ontwerp zelf of koos het beleid ervan.",
    "A second person releases: you drafted this yourself or chose its policy.",
    "Une deuxième personne publie : vous avez rédigé ce projet ou choisi sa politique.",
  ),
  otherThanSeen: localized(
    "De cijfers zijn anders dan toen ernaar gekeken is, omdat intussen iets anders gepubliceerd of geregistreerd is: kijk opnieuw.",
    "The figures differ from when they were looked at, because something else was published or recorded since: look again.",
    "Les chiffres diffèrent de ceux qui ont été vus, car autre chose a été publié ou enregistré depuis : regardez à nouveau.",
  ),
  conflict: localized(
    "Iemand anders publiceerde net eerst: kijk opnieuw.",
    "Somebody else just published first: look again.",
    "Quelqu'un d'autre vient de publier : regardez à nouveau.",
  ),
  rejectReason: localized(
    "Zeg waarom het ontwerp niet vrijgegeven wordt.",
    "Say why the draft is not released.",
    "Dites pourquoi le projet n'est pas publié.",
  ),
};
