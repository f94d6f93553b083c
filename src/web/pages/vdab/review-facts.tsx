// A review as it stands: who, about what, its days, and what was written.
import type { ReviewPlace } from "../../../counter/index.ts";
import type { AnyEvent, Review } from "../../../dossier/index.ts";
import { formatDate } from "../../../kernel/index.ts";
import { SummaryList } from "../../look/summary-list.tsx";
import { nameOf } from "../../text/vdab.ts";
import { Written } from "./person-page.tsx";
import { fullName, personPath } from "./tools.tsx";

export function Facts({ place, review }: { readonly place: ReviewPlace; readonly review: Review }) {
  const who = "person" in place ? place.person.name : place.file.worker;
  const history: readonly AnyEvent[] = "person" in place ? place.person.history : place.file.history;
  const written = "person" in place ? place.person.written : place.file.written;
  const of = (type: string) =>
    history.find((event) => event.type === type && (event.payload as { reviewRef?: string }).reviewRef === review.reviewRef)
      ?.payload as { reason?: string; advice?: string; motivation?: string } | undefined;
  const text = (ref: string | undefined) => (written.get(ref ?? "") as { text?: string } | undefined)?.text ?? null;
  const asked = of("ReviewRequested")?.reason;
  const advised = of("ReviewAdvised")?.advice;
  const decided = of("ReviewDecided")?.motivation;
  return (
    <>
      <SummaryList
        rows={[
          {
            name: "Persoon",
            value:
              "person" in place ? (
                <a href={`${personPath(place.person.personRef)}?doel=REVIEW`}>{fullName(who)}</a>
              ) : (
                fullName(who)
              ),
          },
          { name: "Over", value: nameOf(review.subject) },
          { name: "Gevraagd op", value: formatDate(review.requestedOn, "nl") },
          { name: "Advies van de commissie uiterlijk", value: formatDate(review.committeeBy, "nl") },
          ...(review.advisedOn === null ? [] : [{ name: "Advies gegeven op", value: formatDate(review.advisedOn, "nl") }]),
          ...(review.boardBy === null
            ? []
            : [{ name: "Beslissing van de raad uiterlijk", value: formatDate(review.boardBy, "nl") }]),
          ...(review.decidedOn === null
            ? []
            : [{ name: "Beslist", value: `${nameOf(review.outcome)}, op ${formatDate(review.decidedOn, "nl")}` }]),
        ]}
      />
      <p class="mw-quiet">Hoe de dagen tellen, is een open punt (OPEN-20).</p>
      <h2 class="au-c-heading au-c-heading--3">Waarom de heroverweging gevraagd is</h2>
      <Written text={text(asked)} />
      {advised === undefined ? null : (
        <>
          <h2 class="au-c-heading au-c-heading--3">Advies van de commissie</h2>
          <Written text={text(advised)} />
        </>
      )}
      {decided === undefined ? null : (
        <>
          <h2 class="au-c-heading au-c-heading--3">Motivering van de beslissing</h2>
          <Written text={text(decided)} />
        </>
      )}
    </>
  );
}
