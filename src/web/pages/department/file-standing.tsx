// Where a file stands, and what is asked of whom by when.
import type { Child } from "hono/jsx";
import { having, lastDayOfGrant } from "../../../dossier/index.ts";
import { formatDate, formatQuarter } from "../../../kernel/index.ts";
import { deadlineWords, stateWords } from "../../text/department.ts";
import { groundText } from "../applicant/ground-text.ts";
import type { FilePageProps } from "./file-props.ts";

export function standing({ file, today, assessment }: FilePageProps): string {
  const { application, grant } = file.state;
  if (application === null) return "";
  if (grant !== null) {
    const last = lastDayOfGrant(grant);
    const from = formatQuarter(grant.facts.fromQuarter ?? grant.facts.startQuarter, "nl");
    if (grant.stop !== null) return `Toegekend vanaf het ${from}, gestopt op ${formatDate(last, "nl")}.`;
    return today > last
      ? `Toegekend vanaf het ${from}, afgelopen op ${formatDate(last, "nl")}.`
      : `Toegekend vanaf het ${from} tot en met het ${formatQuarter(grant.endQuarter, "nl")}.`;
  }
  const since = formatDate(application.stateOn, "nl");
  if (application.state !== "PENDING") return `${stateWords[application.state]} sinds ${since}.`;
  const checks = assessment?.checks ?? [];
  if (having(checks, "BLOCK", "REFUSE").length > 0) return "In behandeling. Er zijn gronden voor een weigering.";
  const missing = having(checks, "COMPLETE").map((one) => one.reason.id);
  if (missing.length > 0)
    return missing.every((id) => id === "grant.noTicket")
      ? "In behandeling. De aanvraag wacht op een ticket van VDAB."
      : "In behandeling. Er ontbreekt iets.";
  if (having(checks, "MANUAL").length > 0 || assessment?.outcome === null) return "In behandeling. Iets vraagt uw oordeel.";
  return "In behandeling. Niets staat een toekenning in de weg.";
}

/** What is asked of whom, by when. */
export function Asked({ file, deadline, today, law }: FilePageProps) {
  const { application, evaluations } = file.state;
  if (application === null) return null;
  const lines: Child[] = [];
  if (application.state === "INCOMPLETE") {
    const by = application.answerBy;
    lines.push(
      <>
        De aanvrager moet nog aanvullen
        {by == null ? "" : `, gevraagd tegen ${formatDate(by, "nl")}${by < today ? " (voorbij)" : ""}`}:{" "}
        {application.missing.map((id) => groundText(law, id, "nl") || id).join("; ")}
      </>,
    );
  }
  if (application.state === "PENDING" && deadline !== null) {
    lines.push(
      <>
        Van het departement: een beslissing tegen {formatDate(deadline.on, "nl")} ({deadlineWords[deadline.why]}).
        {deadline.why === "QUARTER_END" ? " Daarna begint de termijn een kwartaal later." : ""}
      </>,
    );
  }
  for (const one of Object.values(evaluations)) {
    if (one.finding === null)
      lines.push(`Van VDAB: een evaluatie op de werkvloer, gevraagd op ${formatDate(one.requestedOn, "nl")}.`);
    else if (!one.applied)
      lines.push(`Van het departement: een beslissing na de evaluatie van ${formatDate(one.finding.decidedOn, "nl")}.`);
  }
  if (file.handling.proposal !== null)
    lines.push(`Van een tweede persoon: het voorstel van ${formatDate(file.handling.proposal.on, "nl")} nakijken.`);
  if (lines.length === 0) return <p>Er wordt nu van niemand iets gevraagd.</p>;
  return (
    <ul class="mw-todo">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
