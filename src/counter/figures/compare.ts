// An answer beside an earlier one: the earlier question is asked again with what is known now, so that each change has one cause.
import { fail, ok, type Result } from "../../kernel/index.ts";
import { type Compared, comparePublications, type Publication, releasePolicy } from "../../statistics/index.ts";
import { compute, type NotComputed } from "./compute.ts";
import { refusedFigures } from "./draft.ts";
import type { FiguresPorts } from "./ports.ts";
import type { ReleaseState } from "./release-state.ts";

export async function compareWith(
  ports: FiguresPorts,
  earlier: ReleaseState,
  now: Publication,
): Promise<Result<Compared, NotComputed>> {
  const file = await ports.publications.file(earlier.releaseRef, "publication.json");
  if (file === null) return fail(refusedFigures());
  const issued = JSON.parse(new TextDecoder().decode(file.body)) as Publication;
  const again = await compute(ports, {
    name: earlier.name,
    source: earlier.source,
    knownAt: now.knownAt,
    policy: releasePolicy(earlier.policy)!,
    earlier: [],
    atThatMoment: true,
  });
  return again.ok ? ok(comparePublications(issued, again.value.publication, now)) : again;
}
