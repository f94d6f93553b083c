// What VDAB found in evaluations of a file, and how a review of it stands: package, percentage and guidance, nothing of a finding.
import type { OpenedFile } from "../../../counter/index.ts";
import type { Evaluation, Review } from "../../../dossier/index.ts";
import { formatDate, type Language } from "../../../kernel/index.ts";
import { SummaryList } from "../../look/summary-list.tsx";
import { type ApplicantText, applicantText } from "../../text/applicant.ts";

export function Evaluations({ file, language }: { readonly file: OpenedFile; readonly language: Language }) {
  const text = applicantText(language);
  const evaluations = Object.values(file.state.evaluations).sort((a, b) => (a.requestedOn < b.requestedOn ? 1 : -1));
  if (evaluations.length === 0) return null;
  const reviews = Object.values(file.state.reviews);
  return (
    <section class="mw-section mw-flow" id="evaluaties">
      <h2 class="au-c-heading au-c-heading--2">{text.evaluations}</h2>
      {evaluations.map((one) => (
        <SummaryList
          rows={[
            ...evaluationRows(one, text, language),
            ...reviews
              .filter((review) => review.subjectRef === one.evaluationRef)
              .map((review) => ({ name: text.reviewTitleOf, value: reviewStands(review, text, language) })),
          ]}
        />
      ))}
    </section>
  );
}

function evaluationRows({ purpose, requestedOn, finding }: Evaluation, text: ApplicantText, language: Language) {
  const asked = { name: text[`evaluation${purpose}`], value: text.askedOn(formatDate(requestedOn, language)) };
  if (finding === null) return [asked, { name: text.evaluationFound, value: text.underWay }];
  const { outcome, decidedOn, percentage, guidanceNeed } = finding;
  return [
    asked,
    { name: text.evaluationFound, value: `${text[`outcome${outcome}`]} (${formatDate(decidedOn, language)})` },
    ...(percentage === null ? [] : [{ name: text.evaluationPercentage, value: `${percentage} %` }]),
    ...(guidanceNeed === null ? [] : [{ name: text.evaluationGuidance, value: text[`need${guidanceNeed}`] }]),
  ];
}

function reviewStands(review: Review, text: ApplicantText, language: Language): string {
  if (review.decidedOn !== null && review.outcome !== null)
    return `${text[`review${review.outcome}`]} (${formatDate(review.decidedOn, language)})`;
  return text.reviewRuns(formatDate(review.boardBy ?? review.committeeBy, language));
}
