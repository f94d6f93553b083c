// An answer beside an earlier one: the earlier question is asked again, first with what is known now, then under the law of now as well, so
// that each change has one cause.
import { fail, ok, type Result } from "../../kernel/index.ts";
import {
  type Compared,
  comparePublications,
  lawAsFrozen,
  legalReadingOf,
  type Publication,
  releasePolicy,
} from "../../statistics/index.ts";
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
  const { legal, law } = earlier.manifest ?? {};
  // A release of before it was kept leaned on the same when the law's values are the same.
  const frozen = legal ?? (law?.parameters === ports.law.parametersHash ? legalReadingOf(ports.law) : null);
  const askedUnder = (under: FiguresPorts["law"]) =>
    compute(
      { ...ports, law: under },
      {
        name: earlier.name,
        source: earlier.source,
        knownAt: now.knownAt,
        policy: releasePolicy(earlier.policy)!,
        earlier: [],
        atThatMoment: true,
      },
    );
  const underLawOfNow = await askedUnder(ports.law);
  if (!underLawOfNow.ok) return underLawOfNow;
  const again = frozen === null ? null : await askedUnder(lawAsFrozen(ports.law, frozen));
  if (again !== null && !again.ok) return again;
  return ok(comparePublications(issued, again?.value.publication ?? null, underLawOfNow.value.publication, now));
}
