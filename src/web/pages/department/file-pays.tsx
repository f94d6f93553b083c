// What a file pays: each quarter of a grant, or what a decision today would bring.
import type { Preview } from "../../../counter/index.ts";
import { formatEuro, formatQuarter } from "../../../kernel/index.ts";
import { QuarterAmounts } from "../applicant/quarter-amounts.tsx";
import type { FilePageProps } from "./file-props.ts";
import { filePath } from "./within.tsx";

export function Pays({ page, law, file, preview, quarters, open }: FilePageProps) {
  const { application, grant } = file.state;
  const self = application?.applicant === "SELF_EMPLOYED";
  if (grant !== null) {
    return (
      <QuarterAmounts
        page={page}
        law={law}
        self={self}
        guided={grant.facts.guidanceNeed !== "NONE"}
        quarters={quarters}
        open={open}
        title="Wat het betaalt"
        lead="Berekend op de loonaangiften die het departement kreeg."
        stepsHref={(quarter) => `${filePath(file.fileRef)}?kwartaal=${quarter}#stappen`}
      />
    );
  }
  if (preview === null) return null;
  const first = preview.quarters[0];
  if (preview.total === 0) {
    return (
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Wat een beslissing vandaag zou betalen</h2>
        <p class="mw-lead">Niets: er is geen kwartaal meer waarin deze tewerkstelling steun kan krijgen.</p>
      </section>
    );
  }
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Wat een beslissing vandaag zou betalen</h2>
      <p class="mw-lead">
        {preview.wage === "MOST" ? "Hoogstens " : ""}
        {formatEuro(preview.total, "nl")} over {preview.quarters.length} kwartalen
        {first === undefined ? "" : `, waarvan ${formatEuro(first.total, "nl")} in het ${formatQuarter(first.quarter, "nl")}`}.
      </p>
      <p>{wageText(preview)}</p>
    </section>
  );
}

export function wageText({ wage, basedOn }: Pick<Preview, "wage" | "basedOn">): string {
  switch (wage) {
    case "MOST":
      return "Er is nog geen loonaangifte van deze werknemer: de bedragen zijn het meeste dat de wet kan geven, bij een loon boven de grens.";
    case "DECLARED":
      return `Bij het loon van de aangifte van het ${basedOn === null ? "" : formatQuarter(basedOn, "nl")}, in elk kwartaal gelijk.`;
    case "NONE":
      return "De premie van een zelfstandige hangt niet van een loon af.";
  }
}
